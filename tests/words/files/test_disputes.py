"""What witnesses disagree on is shown with its day, its source, and the place where it differs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from second_wind.words.files import disputes

COPY = Path("copy")
ENTRY = {
    "id": "a",
    "updated_at": "2",
    "deleted_at": None,
    "day": "2026-11-20",
    "note": "x" * 100 + " fine",
    "mood": 6.0,
    "origin": "",
}


@dataclass
class Version:
    """An entry as one witness has it."""

    values: dict[str, Any]
    source: Path | None = None


@dataclass
class Dispute:
    """An entry of which no version is proved."""

    table: str
    versions: list[Version]


def line(table: str, *versions: Version) -> str:
    """Return the one line that is said."""
    (said,) = disputes.lines([Dispute(table, list(versions))], source)
    return said


def source(path: Path | None) -> str:
    """Tell where a version was found."""
    return disputes.in_copy(date(2026, 3, 1)) if path else disputes.in_file()


def test_the_place_where_texts_differ_is_shown() -> None:
    """Not their beginnings, which are the same; with where each was found, the used one first."""
    other = ENTRY | {"note": "x" * 100 + " fime", "updated_at": "1", "origin": "o"}
    said = line("check_in", Version(ENTRY), Version(other, COPY))
    assert said == (
        f"20 Nov 2026, 1 check-in: note “…{'x' * 17} fine” in the damaged file;"
        f" note “…{'x' * 17} fime” in the safe copy of 1 Mar 2026. The first is used."
    )


def test_an_entry_that_nobody_else_knows() -> None:
    """All that it says, as it reads."""
    said = line("check_in", Version(ENTRY | {"note": "stxrdy\x07"}))
    assert said == (
        "20 Nov 2026, 1 check-in: not as it was written, and no other witness knows it. It reads:"
        " note “stxrdy�”, mood “6”"
    )


def test_only_the_times_differ() -> None:
    """Then they are what is shown."""
    said = line("check_in", Version(ENTRY), Version(ENTRY | {"deleted_at": "2"}, COPY))
    assert "deleted “” in the damaged file; deleted “2” in" in said


def test_what_has_no_day() -> None:
    """Settings, and what the window remembers, are named as such."""
    said = line("setting", Version({"id": "goal", "value": "3"}))
    assert said.startswith("1 setting: not as it was written")
    said = line("state", Version({"id": "draft", "value": "half"}))
    assert said.startswith("what the window remembers: not as it was written")


def test_many_are_counted() -> None:
    """A page of them would hide the choice."""
    many = [Dispute("check_in", [Version(ENTRY)])] * 20
    said = disputes.lines(many, source)
    assert len(said) == 13
    assert said[-1] == "… and 8 more"
