"""What the command line understands."""

import argparse
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import Any, NoReturn

import second_wind
from second_wind.cli.files import HIDDEN, place, places
from second_wind.core.errors.usage_errors import (
    BadUsage,
    MissingValue,
    OptionsApart,
    UnknownCommand,
    UnknownOption,
)
from second_wind.paths import AppPaths
from second_wind.words.base import amounts
from second_wind.words.base.language import _, pgettext, translate, translate_plural

_COMMANDS = {
    "entries.log": ("log",),
    "entries.reject": ("reject",),
    "entries.day": ("day",),
    "entries.edit": ("edit", "delete"),
    "entries.undo": ("undo", "redo"),
    "files.importing": ("import",),
    "files.exporting": ("export",),
    "findings.charting": ("chart",),
    "findings.analysing": ("analyse",),
    "entries.search": ("search",),
    "files.backup": ("backup",),
    "files.check": ("check",),
    "files.merge": ("merge",),
    "files.encrypting": ("encrypt", "decrypt", "rekey"),
    "files.demo": ("demo",),
    "smoke": ("smoke",),
}
"""Which commands each module of `commands` adds, in the order of the help."""
# Argparse asks Python's own catalogue, in which there is nothing of its words in any language.
vars(argparse).update(_=translate, ngettext=translate_plural)
_WITH_VALUE = ("--home", "--journal", "--passphrase-fd")
"""Options that may stand before the command."""


class Parser(argparse.ArgumentParser):
    """A parser with the global options, so that they may stand before and after the command."""

    names: Collection[str] = ()
    """The commands, if there are any."""
    _width: int | None = 80
    """What argparse's formatter is made with; None lets it ask how wide the terminal is."""

    def __init__(self, **options: Any) -> None:
        """Add the global options."""
        super().__init__(allow_abbrev=False, exit_on_error=False, **options)
        everywhere = self.add_argument_group(pgettext("heading of the help", "everywhere"))
        everywhere.add_argument(
            "--home",
            type=place,
            default=argparse.SUPPRESS,
            metavar="DIR",
            help=_("keep every file under DIR (also: the variable SECOND_WIND_HOME)"),
        )
        everywhere.add_argument(
            "--journal",
            type=place,
            default=argparse.SUPPRESS,
            metavar="FILE",
            help=_("use another journal"),
        )
        everywhere.add_argument(
            "--passphrase-fd",
            type=amounts.whole("descriptor", 0, 2**16),
            default=argparse.SUPPRESS,
            metavar="N",
            help=_("read the passphrase of an encrypted or a new journal from descriptor N"),
        )
        everywhere.add_argument(
            "--version",
            action="version",
            version=f"second-wind {second_wind.__version__}",
            help=_("show the version and stop"),
        )

    def format_help(self) -> str:
        """Return the help, as wide as the terminal."""
        self._width = None
        return super().format_help()

    def _get_formatter(self) -> argparse.HelpFormatter:
        # Argparse's own hook; it makes a formatter for each option that is added.
        return argparse.RawDescriptionHelpFormatter(self.prog, width=self._width)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Read the words; what argparse objects to is raised as a known error."""
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            self._refuse_together(error, args or ())
            self.error(str(error))

    def error(self, message: str) -> NoReturn:
        """Raise what argparse says of words for which there is no sentence of their own."""
        raise BadUsage(self.prog, message)

    def _refuse_together(self, error: argparse.ArgumentError, words: Sequence[str]) -> None:
        """Raise that two options exclude each other, if that is why one was refused."""
        for group in self._mutually_exclusive_groups:
            names = [each.option_strings for each in group._group_actions]  # noqa: SLF001
            if any("/".join(each) == error.argument_name for each in names):
                first, *others = _given(words, names) or ("",)
                if others:
                    raise OptionsApart(others[0], first) from None

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        # Argparse's own hook, for what is no choice.
        if action.dest == "command" and value not in (action.choices or ()):
            from difflib import get_close_matches

            near = get_close_matches(value, self.names, n=1)
            raise UnknownCommand(value, near[0] if near else "")
        super()._check_value(action, value)

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        # Argparse's own hook, for how many words belong to an option.
        try:
            return super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError:
            if action.option_strings and action.nargs is None:
                raise MissingValue(action.option_strings[-1]) from None
            raise


def _given(words: Sequence[str], options: Sequence[Sequence[str]]) -> list[str]:
    """Return which of some options were given, in the order of the words, each once."""
    found: dict[int, str] = {}
    for word in words:
        name = word.partition("=")[0]
        for number, names in enumerate(options):
            if name in names:
                found.setdefault(number, name)
    return list(found.values())


def parser(asked: str | None = None) -> Parser:
    """Return the parser of the whole command line, or of one command, which loads no other."""
    root = Parser(
        prog="second-wind",
        description=_("A private mood and activity log; without a command the window opens."),
        epilog=_("Example:\n  second-wind log --mood 6 --exercise 25 --note 'A long walk'"),
    )
    root.add_argument(
        HIDDEN,
        action="store_true",
        help=_("without a command: open the window in the tray, out of sight"),
    )
    commands = root.add_subparsers(
        dest="command",
        metavar="COMMAND",
        title=pgettext("heading of the help", "commands"),
        prog=root.prog,
    )
    for module, names in _COMMANDS.items():
        if asked is None or asked in names:
            import_module(f"second_wind.cli.commands.{module}").add_parser(commands)
    root.names = commands.choices
    return root


def _command_in(argv: Sequence[str]) -> str | None:
    """Return the one command that is asked for; None if that can't be told at a glance."""
    known = {name for names in _COMMANDS.values() for name in names}
    words = iter(argv)
    for word in words:
        name, equals, _value = word.partition("=")
        if word in known:
            return word
        if name in _WITH_VALUE and not equals:
            next(words, None)
        elif name not in (HIDDEN, *_WITH_VALUE):
            return None
    return None


def understood(argv: Sequence[str]) -> argparse.Namespace | None:
    """Return what the words say, None if they asked for help or the version.

    Raises
    ------
    KnownError
        If they make no sense.
    """
    root = parser(_command_in(argv))
    try:
        read: tuple[argparse.Namespace, list[str]] = root.parse_known_args(argv)
    except SystemExit:
        return None
    arguments, unknown = read
    if unknown:
        raise UnknownOption(" ".join(filter(None, (root.prog, arguments.command))), unknown[0])
    return arguments


def asked_places(arguments: argparse.Namespace) -> AppPaths:
    """Return where the files lie that the words ask for."""
    return places(getattr(arguments, "home", None), getattr(arguments, "journal", None))
