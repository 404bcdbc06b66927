"""The CSV in Daylio's shape."""

import io
from datetime import date, time

from second_wind.core.log.entries import CheckIn, Exercise, Rejection
from second_wind.exchange.out import daylio_csv_out
from second_wind.exchange.plan.plan import carry_out, prepare
from second_wind.exchange.values.options import Options
from second_wind.journal.log.changes import ActName

DAY = date(2026, 1, 1)


def exported(journal) -> str:
    out = io.StringIO()
    daylio_csv_out.write(journal, out, None, None)
    return out.getvalue()


def test_rows_as_daylio_writes_them(journal) -> None:
    """The newest is first, moods are the nearest of the five, activities are names."""
    journal.store(
        add=[
            CheckIn(day=DAY, at=time(8), mood=7.8, note="a\nb", feelings=("calm",)),
            CheckIn(day=DAY, at=time(20), mood=1.2),
            Exercise(day=DAY, minutes=20, kind="walk"),
            Rejection(day=date(2026, 1, 2), company="A"),
        ],
        name=ActName.LOG,
    )
    assert exported(journal).splitlines() == [
        "full_date,date,weekday,time,mood,activities,note_title,note",
        "2026-01-02,January 2,Friday,,,rejection,,",
        "2026-01-01,January 1,Thursday,20:00,awful,,,",
        "2026-01-01,January 1,Thursday,08:00,good,calm | walk,,a<br>b",
    ]


def test_what_came_from_daylio_goes_back(make_file, journal) -> None:
    """Days, times, mood names and notes are the same after in and out and in."""
    rows = (
        "2020-05-31,May 31,Sunday,08:00,so-so,,,\n"
        "2020-05-30,May 30,Saturday,18:50,rad,,,one<br>two\n"
    )
    text = ",".join(daylio_csv_out.HEADER) + "\n" + rows
    carry_out(prepare(make_file(text), Options(map={"so-so": "5"}), journal), journal)
    assert exported(journal) == text
