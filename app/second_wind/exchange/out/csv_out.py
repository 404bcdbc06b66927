"""Our CSV files: days, check-ins, activities, rejections, people; empty means not logged."""

import csv
import io
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.core.log.entries import AnyEntry, Day, Person, Rejection, Talk, Volunteering
from second_wind.core.log.kinds import Role, noun_of, types_of, with_role
from second_wind.core.people.people import Directory, last_talks
from second_wind.exchange.file.output import several_files
from second_wind.exchange.file.safe_cells import closed
from second_wind.exchange.out.span import logged_days

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal

NAME = "csv"
FILES = ("days.csv", "check-ins.csv", "activities.csv", "rejections.csv", "people.csv")
DAYS = (
    "day",
    "mood",
    "check_ins",
    "exercise_minutes",
    "outings",
    "volunteering_hours",
    "talks",
    "rejections",
    "rest",
)
CHECK_INS = ("day", "time", "mood", "feelings", "note", "original", "source", "id")
_COLUMN_OF = {
    "at": "time",
    "as_exercise": "counts_as_exercise",
    "tip": "opening",
    "lean_on": "to_lean_on",
    "keep_in_touch": "keep_in_touch_days",
}
"""The column of a field that has another name there."""
_ALWAYS = ("day", "time", "activity", "minutes", "kind", "place", "person", "practised", "met")
_NO_COLUMN = {"organisation", "person_id", "source_id", "origin", "logged_at", "changed_at"}
_LAST = ("note", "opening", "source", "id")
_FURTHER = dict.fromkeys(
    _COLUMN_OF.get(each, each)
    for kind in with_role(Role.ACTIVITY)
    for each in types_of(kind.type)
    if each not in _NO_COLUMN
)
ACTIVITIES = (*_ALWAYS, *(each for each in _FURTHER if each not in {*_ALWAYS, *_LAST}), *_LAST)
REJECTIONS = (
    "day",
    "company",
    "role",
    "stage",
    "how",
    "feedback",
    "lesson",
    "met",
    "people",
    "themes",
    "note",
    "source",
    "id",
)
PEOPLE = (
    "name",
    "kind",
    "organisation",
    "role",
    "how_met",
    "contact",
    "to_lean_on",
    "keep_in_touch_days",
    "last_talk",
    "noted_on",
    "note",
    "source",
    "id",
)

Cells = dict[str, str]


def write(journal: "Journal", out: Path, start: date | None, end: date | None) -> int:
    """Write the five files into a folder, or a zip by its name; return how many entries.

    Raises
    ------
    UnwritableOutput
        If there is no writing there.
    """
    days = logged_days(journal, start, end)
    people = journal.entries(Person, start, end)
    directory = Directory(journal.entries(Person))
    last = last_talks(directory, journal.entries(Talk))
    tables = {
        "days.csv": _table(DAYS, (_day(each) for each in days)),
        "check-ins.csv": _table(
            CHECK_INS, (_cells(each) for day in days for each in day.check_ins)
        ),
        "activities.csv": _table(
            ACTIVITIES, (_cells(each) for day in days for each in day.activities)
        ),
        "rejections.csv": _table(
            REJECTIONS, (_rejection(each, directory) for day in days for each in day.rejections)
        ),
        "people.csv": _table(PEOPLE, (_person(each, last.get(each.id)) for each in people)),
    }
    several_files(out, tables)
    held = sum(len(each.check_ins) + len(each.activities) + len(each.rejections) for each in days)
    return held + len(people)


def _table(columns: tuple[str, ...], rows: Iterator[Cells]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([closed(row.get(each, "")) for each in columns])
    return text.getvalue()


def _day(day: Day) -> Cells:
    hours = sum(each.minutes for each in day.volunteering) / 60
    return {
        "day": day.day.isoformat(),
        "mood": _number(day.mood),
        "check_ins": _number(len(day.check_ins) or None),
        "exercise_minutes": _number(day.exercise_minutes or None),
        "outings": _number(len(day.outings) or None),
        "volunteering_hours": _number(round(hours, 4) or None),
        "talks": _number(len(day.talks) or None),
        "rejections": _number(len(day.rejections) or None),
        "rest": "yes" if day.rest else "",
    }


def _rejection(each: Rejection, directory: Directory) -> Cells:
    people = "; ".join(person.name for person in directory.several(each.people))
    return _cells(each) | {"people": people}


def _person(each: Person, last_talk: date | None) -> Cells:
    return _cells(each) | {"last_talk": _cell(last_talk)}


def _cells(entry: AnyEntry) -> Cells:
    """Return all that an entry says, by column; each table takes what it has a column for."""
    names = types_of(type(entry))
    found = {_COLUMN_OF.get(each, each): _cell(getattr(entry, each)) for each in names}
    # The place of volunteering is where it was done.
    place = {"place": found["organisation"]} if isinstance(entry, Volunteering) else {}
    return found | place | {"activity": noun_of(type(entry)), "noted_on": found["day"]}


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else ""
        case int() | float():
            return _number(value)
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case tuple():
            return "; ".join(value)
    return "" if value is None else str(value)


def _number(value: float | None) -> str:
    """Return a number with all its digits, without a zero behind the point."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(float(value))
