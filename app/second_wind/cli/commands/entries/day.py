"""`second-wind day`: shows what one day holds."""

import argparse
from datetime import date, time
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.duty import Duty, Writes
from second_wind.core.log.entries import AnyEntry, Day, Volunteering
from second_wind.core.log.kinds import Role, types_of, with_role
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session

VERSION = 1
"""Of the JSON object: its keys stay as they are."""
_NOT_SHOWN = {"day", "source", "source_id", "origin", "logged_at", "changed_at"}


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "day",
        help=_("show what a day holds"),
        description=_("Shows what one day holds."),
        epilog=_("Examples:\n  second-wind day yesterday\n  second-wind day 2026-11-22 --json"),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.NOTHING))
    parser.add_argument(
        "day",
        type=values.day,
        nargs="?",
        metavar="D",
        help=_("today (as always), yesterday or 2026-11-22"),
    )
    parser.add_argument(
        "--json", action="store_true", help=_("print an object for programs, with the ids")
    )


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Print the day."""
    journal = session.journal()
    day = journal.day(session.day(arguments.day))
    if arguments.json:
        session.say_json(as_object(day))
    else:
        _say(day, journal.today(), session)
    return 0


def as_object(day: Day) -> dict[str, Any]:
    """Return a day as an object for JSON: each kind of entry in a list of its own."""
    return {
        "version": VERSION,
        "day": day.day.isoformat(),
        "logged": day.is_logged,
        "rest": day.rest is not None,
        "mood": day.mood,
        "exercise_minutes": day.exercise_minutes,
        "volunteering_hours": sum(each.minutes for each in day.volunteering) / 60,
    } | {
        kind.plural: [_entry(each) for each in getattr(day, kind.plural)]
        for kind in with_role(Role.ACTIVITY, Role.LOGGED)
    }


def _entry(entry: AnyEntry) -> dict[str, Any]:
    names = (each for each in types_of(type(entry)) if each not in _NOT_SHOWN)
    hours = {"hours": entry.minutes / 60} if isinstance(entry, Volunteering) else {}
    return {name: _plain(getattr(entry, name)) for name in names} | hours


def _plain(value: object) -> object:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else value


def _say(day: Day, today: date, session: "Session") -> None:
    from second_wind.words.base.language import heading_date
    from second_wind.words.entries.day import lines

    session.say(heading_date(day.day, today))
    for line in lines(day, session.journal().settings.mood_names) or [_("Nothing logged.")]:
        session.say(f"  {line}")
