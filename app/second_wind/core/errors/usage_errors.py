"""What can be wrong with the words of a command."""

from dataclasses import dataclass

from second_wind.core.errors.base import KnownError


class NothingGiven(KnownError):
    """A command that was given nothing to store."""


class OutputFull(KnownError):
    """There was no room where the output goes."""


@dataclass(eq=False)
class UnfitOption(KnownError):
    """An option for something that this kind of entry doesn't have."""

    option: str
    noun: str
    possible: tuple[str, ...]


@dataclass(eq=False)
class OptionNeeds(KnownError):
    """An option that says something only together with another one."""

    option: str
    needed: str


@dataclass(eq=False)
class OptionsApart(KnownError):
    """Two options that can't be given together."""

    option: str
    other: str


@dataclass(eq=False)
class MissingValue(KnownError):
    """An option without the value that belongs behind it."""

    option: str


@dataclass(eq=False)
class BadUsage(KnownError):
    """Words that make no command; `message` is argparse's own."""

    command: str
    message: str


@dataclass(eq=False)
class UnknownCommand(KnownError):
    """A first word that is no command."""

    given: str
    nearest: str


@dataclass(eq=False)
class UnknownOption(KnownError):
    """A word after a command that it doesn't know."""

    command: str
    given: str


@dataclass(eq=False)
class InputTooLong(KnownError):
    """More on standard input than any text that is stored."""

    highest: int
