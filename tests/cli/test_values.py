"""How the words behind options are read."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from second_wind.cli import values
from second_wind.cli.files import place
from second_wind.core.errors.entry_errors import InvalidDay, InvalidTime
from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.entries import Stage


def test_days() -> None:
    """Words count from today; dates are ISO."""
    assert values.day("today") == timedelta(0)
    assert values.day(" Yesterday ") == timedelta(days=-1)
    assert values.day("2026-11-22") == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "22.11.2026", "11/22/2026", "2026-13-01", "0206-11-22"])
def test_no_days(text: str) -> None:
    """Everything else is refused with what was given."""
    with pytest.raises(InvalidDay) as caught:
        values.day(text)
    assert caught.value.given == text


def test_times() -> None:
    """Hours may have one digit."""
    assert values.time_of_day("9:05") == time(9, 5)
    assert values.time_of_day("23:59") == time(23, 59)


@pytest.mark.parametrize("text", ["", "24:00", "9:5", "12:60", "09:00:00", "T09:00", "09:00+01:00"])
def test_no_times(text: str) -> None:
    """Seconds and zones are none of ours."""
    with pytest.raises(InvalidTime):
        values.time_of_day(text)


def test_choices_take_spaces_and_case() -> None:
    """As a person writes them."""
    assert values.choice(Stage, "stage")("Final Interview") is Stage.FINAL_INTERVIEW
    assert values.choice(Stage, "stage")("phone_screen") is Stage.PHONE_SCREEN


def test_places_know_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`~` is the person's own; another's that isn't there is a known error."""
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place("~/log") == tmp_path / "log"
    with pytest.raises(JournalUnreachable):
        place("~nobody-at-all/log")
