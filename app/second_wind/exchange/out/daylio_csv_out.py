"""A CSV in Daylio's shape, so that nobody is locked in."""

import csv
import math
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TextIO

from second_wind.core.log.entries import Activity, CheckIn, Day, Exercise, Outing
from second_wind.core.log.kinds import noun_of
from second_wind.core.log.scale import HIGHEST, LOWEST
from second_wind.exchange.file.safe_cells import closed
from second_wind.exchange.formats import daylio_csv
from second_wind.exchange.out.span import logged_days
from second_wind.words.base.language import month_name, weekday_name

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal

NAME = daylio_csv.NAME
HEADER = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")

_NAMES = {level: name for name, level in daylio_csv.LEVELS.items()}


def write(journal: "Journal", out: TextIO, start: date | None, end: date | None) -> int:
    """Write a row for each check-in, the newest first; return how many entries."""
    days = logged_days(journal, start, end)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for day in reversed(days):
        writer.writerows(reversed(list(_rows(day))))
    return sum(len(each.check_ins) + len(each.activities) + len(each.rejections) for each in days)


def _rows(day: Day) -> Iterator[tuple[str, ...]]:
    """Yield a day's rows; Daylio ties activities to a check-in: the day's first, or one of none."""
    activities = [*map(_name, day.activities), *("rejection" for _ in day.rejections)]
    check_ins = day.check_ins or ((CheckIn(day=day.day),) if activities else ())
    for place, each in enumerate(check_ins):
        names = [*each.feelings, *(activities if place == 0 else ())]
        cells = (
            each.day.isoformat(),
            f"{month_name(each.day)} {each.day.day}",
            weekday_name(each.day),
            f"{each.at:%H:%M}" if each.at is not None else "",
            _mood(each),
            " | ".join(names),
            "",
            each.note.replace("\n", "<br>"),
        )
        yield tuple(map(closed, cells))


def _mood(each: CheckIn) -> str:
    """Return Daylio's own word where it came from there, else the nearest of its five."""
    if each.source == daylio_csv.SOURCE and each.original:
        return each.original
    if each.mood is None:
        return ""
    lowest, highest = daylio_csv.SCALE.lowest, daylio_csv.SCALE.highest
    level = lowest + (each.mood - LOWEST) / (HIGHEST - LOWEST) * (highest - lowest)
    return _NAMES[math.floor(level + 0.5)]


def _name(each: Activity) -> str:
    own = each.kind if isinstance(each, Exercise | Outing) else ""
    return own or noun_of(type(each))
