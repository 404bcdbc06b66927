"""`second-wind day`."""

import json
from collections.abc import Callable
from typing import Any

KEYS = {
    "version",
    "day",
    "logged",
    "rest",
    "mood",
    "check_ins",
    "exercise_minutes",
    "exercise",
    "outings",
    "volunteering_hours",
    "volunteering",
    "talks",
    "rejections",
    "consultations",
    "good_news",
}


def test_a_day_in_words(command: Callable[..., Any]) -> None:
    """A line for each thing, times first, the night after midnight last."""
    command("log", "--mood", "6", "--feeling", "calm", "--at", "1:05", "--note", "line\nbreak")
    command("log", "--mood", "4", "--at", "18:00", "--rest")
    command("log", "--exercise", "20", "--kind", "walk", "--at", "7:00")
    command("reject", "--company", "Alderquay")
    assert command("day").out.splitlines() == [
        "Sunday 22 November",
        "  A day of rest",
        "  18:00  Mood 4 (flat)",
        "  01:05  Mood 6 (okay) · calm · line break",
        "  07:00  20 minutes of exercise · walk",
        "  A no from Alderquay",
    ]


def test_a_day_without_anything_is_no_reproach(command: Callable[..., Any]) -> None:
    """It says that nothing is logged, and names the year where it is another one."""
    command("log", "--mood", "6")
    assert command("day", "2025-12-24").out == "Wednesday 24 December 2025\n  Nothing logged.\n"


def test_an_empty_day_for_programs(command: Callable[..., Any]) -> None:
    """Every key is there; no mood is null, never zero."""
    command("log", "--mood", "6")
    found = json.loads(command("day", "yesterday", "--json").out)
    assert set(found) == KEYS
    assert found["version"] == 1
    assert found["day"] == "2026-11-21"
    assert (found["logged"], found["rest"], found["mood"]) == (False, False, None)
    assert found["check_ins"] == found["outings"] == found["talks"] == found["rejections"] == []


def test_a_full_day_for_programs(command: Callable[..., Any]) -> None:
    """The mean of the moods, sums, and an id in every row."""
    command("log", "--mood", "6", "--feeling", "calm", "--at", "08:00", "--note", "Grüße")
    command("log", "--mood", "7.5", "--at", "9:00", "--exercise", "15", "--volunteer", "1,25")
    command("log", "--outing", "photo", "--minutes", "50", "--place", "pier", "--talk", "long")
    command("reject", "--company", "Alderquay", "--stage", "task", "--how", "phone")
    found = json.loads(command("day", "--json").out)
    assert found["mood"] == 6.75
    assert found["exercise_minutes"] == 15
    assert found["volunteering_hours"] == 1.25
    first, second = found["check_ins"]
    assert {**first, "id": ""} == {
        "id": "",
        "at": "08:00",
        "mood": 6.0,
        "feelings": ["calm"],
        "note": "Grüße",
        "original": "",
    }
    assert found["volunteering"][0]["hours"] == 1.25
    assert second["feelings"] == []
    (outing,) = found["outings"]
    assert (outing["kind"], outing["minutes"], outing["place"]) == ("photo", 50, "pier")
    (rejection,) = found["rejections"]
    assert (rejection["stage"], rejection["how"]) == ("task", "phone")
    rows = [row for value in found.values() if isinstance(value, list) for row in value]
    assert len({row["id"] for row in rows}) == len(rows) == 7


def test_a_day_that_is_none(refused: Callable[..., str]) -> None:
    """A known error."""
    assert "“soon” is no day" in refused("day", "soon")
