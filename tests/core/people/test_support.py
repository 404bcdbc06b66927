"""Support is offered seldom, about today, and after a press can't be corrected any more."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.log.entries import CheckIn, Day
from second_wind.core.people.support import OfferState, is_due

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=timezone(timedelta(hours=1)))
NEVER = OfferState()


def days(
    *moods: float | None, source: str = "", ago: timedelta = timedelta(minutes=2)
) -> list[Day]:
    """Return days with one mood each, today last; today's was pressed some time ago."""
    found = []
    for back, mood in enumerate(reversed(moods)):
        day = TODAY - timedelta(days=back)
        moment = NOW - ago if back == 0 else NOW - timedelta(days=back)
        check_in = CheckIn(day=day, mood=mood, source=source, at=time(20), logged_at=moment)
        found.append(Day(day, (check_in,) if mood is not None else ()))
    return found[::-1]


@pytest.mark.parametrize(
    ("moods", "due"),
    [
        ((1,), True),
        ((2,), False),
        ((2, 2, 2), True),
        ((2, None, 2, None, None, 2), True),
        ((2, 2, 5, 5, 2), True),
        ((2, 2, 5, 5, 5, 2), False),  # five logged days back, not six
        ((2, 2, 2, 6), False),  # about today
        ((2, 2, 2, None), False),
        ((2, 2.5, 2), False),
        ((6, 7, 8), False),
    ],
)
def test_very_low_days(moods: tuple[float | None, ...], due: bool) -> None:
    """The lowest mood, or three of the last five logged days at 2 or less, today among them."""
    assert is_due(days(*moods), NOW, NEVER) is due


def test_a_press_may_be_corrected_first() -> None:
    """A slip of the finger brings no offer: two minutes pass first."""
    assert not is_due(days(1, ago=timedelta(seconds=119)), NOW, NEVER)
    assert is_due(days(1, ago=timedelta(seconds=120)), NOW, NEVER)


def test_nothing_that_was_imported_counts() -> None:
    """Low days from another program are past, and never bring an offer."""
    assert not is_due(days(1, 1, 1, source="daylio"), NOW, NEVER)
    own = days(2)
    assert not is_due([*days(1, 1, 1, source="daylio")[:-1], *own], NOW, NEVER)


@pytest.mark.parametrize(("ago", "due"), [(0, False), (29, False), (30, True), (400, True)])
def test_at_most_once_in_thirty_days(ago: int, due: bool) -> None:
    """However low it stays, the line doesn't come again at once."""
    assert is_due(days(1), NOW, OfferState(TODAY - timedelta(days=ago))) is due


@given(st.lists(st.none() | st.integers(1, 10), min_size=1, max_size=8))
def test_waved_away_is_for_good(moods: list[int | None]) -> None:
    """Whatever follows."""
    assert not is_due(days(*moods), NOW, OfferState(date(2020, 1, 1), is_waved_away=True))
