"""`second-wind export`: the way out, as JSON, CSV, Daylio's CSV or a calendar."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli import outputs, span
from second_wind.cli.duty import Duty, Writes
from second_wind.cli.files import place
from second_wind.core.errors.entry_errors import InvalidChoice
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session

_FORMATS = ("json", "csv", "daylio-csv", "ics")
_STANDARD_OUTPUT = "-"


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export",
        help=_("take the log out"),
        description=_(
            "Takes the log out. CSV makes five files in a folder, or in a zip if OUT ends in .zip."
        ),
        epilog=_(
            "Examples:\n"
            "  second-wind export log.json --format json\n"
            "  second-wind export tables.zip --format csv --from 2026-01-01\n"
            "  second-wind export - --format daylio-csv"
        ),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.OUTPUT))
    parser.add_argument("out", metavar="OUT", help=_("where to; - is standard output"))
    parser.add_argument(
        "--format",
        required=True,
        type=_format,
        metavar="F",
        help=_("one of: {names}").format(names=", ".join(_FORMATS)),
    )
    span.add_to(parser)
    outputs.add_force(parser)


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Write the export and say what it holds."""
    from second_wind.exchange.out.export import files_of, to_path, to_stream
    from second_wind.words.files.exchange import exported

    if arguments.out == _STANDARD_OUTPUT:
        start, end = span.days(arguments, session)
        to_stream(arguments.format, session.journal(), session.out, start, end)
        return 0
    out: Path = place(arguments.out)
    outputs.require(files_of(arguments.format, out), session.paths, force=arguments.force)
    start, end = span.days(arguments, session)
    count = to_path(arguments.format, session.journal(), out, start, end)
    session.say(exported(count, str(out)))
    return 0


def _format(text: str) -> str:
    if text.lower() not in _FORMATS:
        raise InvalidChoice("format", text, _FORMATS)
    return text.lower()
