"""`second-wind day`: shows what one day holds."""

import argparse
from datetime import date, time
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.duty import Duty, Writes
from second_wind.core.log.entries import (
    CheckIn,
    Day,
    Exercise,
    Outing,
    Rejection,
    Talk,
    Volunteering,
)
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session

VERSION = 1
"""Of the JSON object: its keys stay as they are."""


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
    """Return a day as an object for JSON."""
    return {
        "version": VERSION,
        "day": day.day.isoformat(),
        "logged": day.is_logged,
        "rest": day.rest is not None,
        "mood": day.mood,
        "check_ins": [_check_in(each) for each in day.check_ins],
        "exercise_minutes": day.exercise_minutes,
        "exercise": [_exercise(each) for each in day.exercise],
        "outings": [_outing(each) for each in day.outings],
        "volunteering_hours": sum(each.minutes for each in day.volunteering) / 60,
        "volunteering": [_volunteering(each) for each in day.volunteering],
        "talks": [_talk(each) for each in day.talks],
        "rejections": [_rejection(each) for each in day.rejections],
    }


def _say(day: Day, today: date, session: "Session") -> None:
    from second_wind.words.base.language import heading_date
    from second_wind.words.entries.day import lines

    session.say(heading_date(day.day, today))
    for line in lines(day, session.journal().settings.mood_names) or [_("Nothing logged.")]:
        session.say(f"  {line}")


def _check_in(each: CheckIn) -> dict[str, Any]:
    return {
        "id": each.id,
        "at": _time(each.at),
        "mood": each.mood,
        "feelings": list(each.feelings),
        "note": each.note,
    }


def _exercise(each: Exercise) -> dict[str, Any]:
    return {
        "id": each.id,
        "at": _time(each.at),
        "minutes": each.minutes,
        "kind": each.kind,
        "note": each.note,
    }


def _outing(each: Outing) -> dict[str, Any]:
    return {
        "id": each.id,
        "at": _time(each.at),
        "kind": each.kind,
        "minutes": each.minutes,
        "place": each.place,
        "photos": list(each.photos),
        "as_exercise": each.as_exercise,
        "note": each.note,
    }


def _volunteering(each: Volunteering) -> dict[str, Any]:
    return {
        "id": each.id,
        "at": _time(each.at),
        "hours": each.minutes / 60,
        "organisation": each.organisation,
        "practised": each.practised,
        "met": each.met,
        "note": each.note,
    }


def _talk(each: Talk) -> dict[str, Any]:
    return {
        "id": each.id,
        "at": _time(each.at),
        "kind": each.kind,
        "person": each.person,
        "minutes": each.minutes,
        "note": each.note,
    }


def _rejection(each: Rejection) -> dict[str, Any]:
    return {
        "id": each.id,
        "company": each.company,
        "role": each.role,
        "stage": each.stage,
        "how": each.how,
        "feedback": each.feedback,
        "lesson": each.lesson,
        "met": each.met,
        "note": each.note,
    }


def _time(at: time | None) -> str | None:
    return f"{at:%H:%M}" if at else None
