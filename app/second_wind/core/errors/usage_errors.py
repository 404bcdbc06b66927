"""What can be wrong with the words of a command."""

from second_wind.core.errors.base import KnownError


class NothingGiven(KnownError):
    """A command that was given nothing to store."""


class OutputFull(KnownError):
    """There was no room where the output goes."""


class UnfitOption(KnownError):
    """An option for something that this kind of entry doesn't have."""

    option: str
    noun: str
    possible: tuple[str, ...]


class OptionNeeds(KnownError):
    """An option that says something only together with another one."""

    option: str
    needed: str


class OptionsApart(KnownError):
    """Two options that can't be given together."""

    option: str
    other: str


class MissingValue(KnownError):
    """An option without the value that belongs behind it."""

    option: str


class BadUsage(KnownError):
    """Words that make no command; `message` is argparse's own."""

    command: str
    message: str


class UnknownCommand(KnownError):
    """A first word that is no command."""

    given: str
    nearest: str


class UnknownOption(KnownError):
    """A word after a command that it doesn't know."""

    command: str
    given: str


class InputTooLong(KnownError):
    """More on standard input than any text that is stored."""

    highest: int
