"""The options `--from` and `--to`: which days of the log a command looks at."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from second_wind.cli import values
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add both."""
    parser.add_argument(
        "--from", dest="start", type=values.day, metavar="D", help=_("leave out earlier days")
    )
    parser.add_argument(
        "--to", dest="end", type=values.day, metavar="D", help=_("leave out later days")
    )


def days(arguments: argparse.Namespace, session: "Session") -> tuple[date | None, date | None]:
    """Return the first and the last day that were asked for (both included), None for any."""
    start, end = (
        session.day(given) if given is not None else None
        for given in (arguments.start, arguments.end)
    )
    return start, end
