"""Encryption in words."""

from datetime import date
from pathlib import Path

import pytest

from second_wind.core.secrets.passphrase_strength import Strength, Weakness
from second_wind.words.files import encryption as words

YEAR = 31_557_600.0


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, "a moment"),
        (119.0, "a moment"),
        (120.0, "minutes"),
        (3 * 3600.0, "hours"),
        (5 * 86_400.0, "days"),
        (3 * YEAR, "years"),
        (250 * YEAR, "centuries"),
        (1e300, "centuries"),
    ],
)
def test_durations_are_no_more_exact_than_the_estimate(seconds: float, said: str) -> None:
    """A word, not a number."""
    assert words.duration(seconds) == said


@pytest.mark.parametrize("score", range(5))
def test_each_strength_is_a_sentence(score: int) -> None:
    """With what to change, where something stands out."""
    plain = words.strength(Strength(score, 4.0, 1e4, None))
    assert plain.startswith("This passphrase")
    for each in Weakness:
        hinted = words.strength(Strength(score, 4.0, 1e4, each))
        assert hinted.startswith(plain)
        assert hinted.endswith(".")
        assert hinted != plain


def test_the_sheet_has_a_place_for_the_passphrase_and_never_the_passphrase() -> None:
    """It says where the files are and how they open, with Second Wind and without."""
    home = Path("/home/kim/second-wind")
    sheet = words.recovery_sheet(
        home / "journal.sqlite3",
        home / "photos.sqlite3",
        home / "backups",
        Path("/media/drive/copies"),
        date(2026, 11, 22),
    )
    text = "\n".join("\n".join((part.heading, *part.paragraphs)) for part in sheet)
    for said in (
        "22 Nov 2026",
        "journal.sqlite3",
        "photos.sqlite3",
        "backups",
        "/media/drive",
        "second-wind[encryption]",
        "SQLCipher 4",
        "second-wind --journal",
    ):
        assert said in text
    assert [part.heading for part in sheet if part.blank] == ["The passphrase"]


def test_the_sheet_without_a_second_place() -> None:
    """No line for what there isn't."""
    here = Path("/home")
    sheet = words.recovery_sheet(here, here, here, None, date(2026, 11, 22))
    assert not any("More copies" in line for part in sheet for line in part.paragraphs)
