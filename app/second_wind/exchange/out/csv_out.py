"""Our CSV files: days, check-ins, activities, rejections, people; empty means not logged."""

import csv
import io
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.core.log.entries import (
    Activity,
    CheckIn,
    Day,
    Exercise,
    Outing,
    Person,
    Rejection,
    Talk,
    Volunteering,
)
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
ACTIVITIES = (
    "day",
    "time",
    "activity",
    "minutes",
    "kind",
    "place",
    "person",
    "practised",
    "met",
    "photos",
    "counts_as_exercise",
    "note",
    "opening",
    "source",
    "id",
)
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
            CHECK_INS, (_check_in(each) for day in days for each in day.check_ins)
        ),
        "activities.csv": _table(
            ACTIVITIES, (_activity(each) for day in days for each in day.activities)
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


def _check_in(each: CheckIn) -> Cells:
    return {
        **_common(each),
        "mood": _number(each.mood),
        "feelings": "; ".join(each.feelings),
        "original": each.original,
    }


def _activity(each: Activity) -> Cells:
    return {**_common(each), "minutes": _number(each.minutes), **_details(each)}


def _details(each: Activity) -> Cells:
    match each:
        case Exercise():
            return {"activity": "exercise", "kind": each.kind}
        case Outing():
            return {
                "activity": "outing",
                "kind": each.kind,
                "place": each.place,
                "photos": " ".join(each.photos),
                "counts_as_exercise": "yes" if each.as_exercise else "",
            }
        case Volunteering():
            return {
                "activity": "volunteering",
                "place": each.organisation,
                "practised": each.practised,
                "met": each.met,
            }
        case Talk():
            return {
                "activity": "talk",
                "kind": each.kind,
                "person": each.person,
                "opening": each.tip,
            }


def _rejection(each: Rejection, directory: Directory) -> Cells:
    return {
        **_common(each),
        "company": each.company,
        "role": each.role,
        "stage": each.stage,
        "how": each.how,
        "feedback": each.feedback,
        "lesson": each.lesson,
        "met": each.met,
        "people": "; ".join(person.name for person in directory.several(each.people)),
        "themes": "; ".join(each.themes),
    }


def _person(each: Person, last_talk: date | None) -> Cells:
    return {
        **_common(each),
        "name": each.name,
        "kind": each.kind,
        "organisation": each.organisation,
        "role": each.role,
        "how_met": each.how_met,
        "contact": each.contact,
        "to_lean_on": "yes" if each.lean_on else "",
        "keep_in_touch_days": _number(each.keep_in_touch),
        "last_talk": last_talk.isoformat() if last_talk else "",
        "noted_on": each.day.isoformat(),
    }


def _common(entry: CheckIn | Activity | Rejection | Person) -> Cells:
    at: time | None = getattr(entry, "at", None)
    return {
        "day": entry.day.isoformat(),
        "time": f"{at:%H:%M}" if at is not None else "",
        "note": entry.note,
        "source": entry.source,
        "id": entry.id,
    }


def _number(value: float | None) -> str:
    """Return a number with all its digits, without a zero behind the point."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(float(value))
