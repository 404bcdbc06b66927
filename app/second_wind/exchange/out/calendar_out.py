"""A calendar (iCalendar) of activities and rejections."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, TextIO

from second_wind.core.log.entries import Activity, Rejection
from second_wind.exchange.out.span import logged_days
from second_wind.words.entries.wording import line

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal

NAME = "ics"
_LONGEST_LINE = 75
"""In bytes, by RFC 5545."""


def write(journal: "Journal", out: TextIO, start: date | None, end: date | None) -> int:
    """Write an event for each activity and rejection; return how many."""
    day_start = journal.settings.day_start
    entries = [
        each
        for day in logged_days(journal, start, end)
        for each in (*day.activities, *day.rejections)
    ]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Second Wind//Second Wind//EN"]
    for each in entries:
        lines += _event(each, day_start)
    lines.append("END:VCALENDAR")
    out.writelines(f"{part}\r\n" for line in lines for part in _folded(line))
    return len(entries)


def _event(each: Activity | Rejection, day_start: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.id}@second-wind"
    stamp = each.logged_at or datetime.combine(each.day, time(), UTC)
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from _when(each, day_start)
    yield f"SUMMARY:{_escaped(_summary(each))}"
    texts = [each.note, *((each.feedback, each.lesson) if isinstance(each, Rejection) else ())]
    description = "\n".join(text for text in texts if text)
    if description:
        yield f"DESCRIPTION:{_escaped(description)}"
    yield "END:VEVENT"


def _when(each: Activity | Rejection, day_start: int) -> Iterator[str]:
    at = None if isinstance(each, Rejection) else each.at
    if at is None:
        yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
        return
    # Hours before the day's start belong to the night after; other programs' days do not.
    after_midnight = at.hour < day_start and not each.source
    day = each.day + timedelta(days=int(after_midnight))
    yield f"DTSTART:{day:%Y%m%d}T{at:%H%M%S}"
    minutes = None if isinstance(each, Rejection) else each.minutes
    if minutes:
        yield f"DURATION:PT{minutes}M"


def _summary(each: Activity | Rejection) -> str:
    if isinstance(each, Rejection):
        return line(replace(each, note="", feedback="", lesson=""))
    return line(replace(each, note="", at=None))


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes, further parts after a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LONGEST_LINE:
            yield part
            part = " "
        part += letter
    yield part
