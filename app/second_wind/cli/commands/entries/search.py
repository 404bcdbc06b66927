"""`second-wind search`: full text over everything logged."""

import argparse
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from second_wind.cli import span
from second_wind.cli.duty import Duty, Writes
from second_wind.cli.standard_input import text
from second_wind.core.log.kinds import noun_of
from second_wind.words.base.language import _
from second_wind.words.base.quoting import joined_again

if TYPE_CHECKING:
    from second_wind.cli.session import Session
    from second_wind.journal.log.one_search import Found

VERSION = 1
"""Of the JSON object: its keys stay as they are."""
_SHOWN_AT_ONCE = 20
"""So many hits are handed on without waiting for more; whoever reads a pipe sees them."""


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "search",
        help=_("search everything logged"),
        description=_(
            "Searches notes, companies, people, feelings, places and all else, newest first."
            " Every word has to occur; the last one may be a beginning."
        ),
        epilog=_(
            "Examples:\n"
            "  second-wind search kind feedback\n"
            "  second-wind search '\"final interview\"' --from 2026-01-01"
        ),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.NOTHING))
    parser.add_argument(
        "text", nargs="+", type=text, metavar="TEXT", help=_("the words to look for")
    )
    span.add_to(parser)
    parser.add_argument(
        "--json", action="store_true", help=_("print an object for programs, with the ids")
    )


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Print what is found."""
    from second_wind.journal.log.history import wanted

    start, end = span.days(arguments, session)
    asked = wanted(" ".join(arguments.text), start=start, end=end)
    hits = session.journal().search(asked) if asked.terms else iter(())
    if arguments.json:
        session.say_json({"version": VERSION, "hits": [_as_object(each) for each in hits]})
    else:
        _say(hits, session.journal().today(), session)
    return 0


def _as_object(found: "Found") -> dict[str, Any]:
    return {
        "day": found.entry.day.isoformat(),
        "kind": str(noun_of(type(found.entry))),
        "excerpt": joined_again(found.text),
        "id": found.entry.id,
    }


def _say(hits: "Iterator[Found]", today: date, session: "Session") -> None:
    from second_wind.words.base.language import heading_date
    from second_wind.words.window.history import count

    day, number = None, 0
    for number, each in enumerate(hits, start=1):
        if each.entry.day != day:
            day = each.entry.day
            session.say(heading_date(day, today))
        session.say(f"  {each.text}")
        if number == _SHOWN_AT_ONCE:
            session.out.flush()
    session.say(count(number))
