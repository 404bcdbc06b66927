"""The calendar."""

import io
from datetime import date, time

from second_wind.core.log.entries import CheckIn, Exercise, Outing, Rejection
from second_wind.exchange.out import calendar_out
from second_wind.journal.log.changes import ActName

DAY = date(2026, 1, 1)


def exported(journal) -> str:
    out = io.StringIO()
    calendar_out.write(journal, out, None, None)
    return out.getvalue()


def test_events_of_activities_and_rejections(journal) -> None:
    """Timed activities have their time and length, rejections their day; moods stay private."""
    journal.store(
        add=[
            CheckIn(day=DAY, mood=3, note="secret"),
            Exercise(day=DAY, at=time(18), minutes=20),
            Outing(day=DAY, at=time(1, 30)),
            Rejection(day=DAY, company="A; B, C", feedback="one\ntwo"),
        ],
        name=ActName.LOG,
    )
    lines = exported(journal).split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 3
    assert "DTSTART:20260101T180000" in lines
    assert "DURATION:PT20M" in lines
    assert "DTSTART:20260102T013000" in lines, "the night after belongs to the next date"
    assert "DTSTART;VALUE=DATE:20260101" in lines
    assert "DESCRIPTION:one\\ntwo" in lines
    assert any("A\\; B\\, C" in each for each in lines)
    assert "secret" not in exported(journal)


def test_long_lines_are_folded(journal) -> None:
    """No line has more than 75 bytes, and unfolding gives the text back."""
    note = "Grüße aus dem Wald 🌲 " * 20
    journal.store(add=[Exercise(day=DAY, minutes=20, note=note.strip())], name=ActName.LOG)
    text = exported(journal)
    assert max(len(each.encode()) for each in text.split("\r\n")) <= 75
    assert f"DESCRIPTION:{note.strip()}" in text.replace("\r\n ", "")
