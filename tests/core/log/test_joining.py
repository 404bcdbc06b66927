"""Which check-in a press, a feeling or a word belongs to."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from second_wind.core.log.entries import CheckIn, Day
from second_wind.core.log.joining import (
    TOGETHER,
    latest,
    moment_of,
    new_check_in,
    pressed,
    rechosen,
)

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def _day(*check_ins: CheckIn) -> Day:
    return Day(TODAY, check_ins=check_ins)


def _logged(minutes_ago: float, **values: object) -> CheckIn:
    moment = NOW - timedelta(minutes=minutes_ago)
    return CheckIn(day=TODAY, logged_at=moment, **values)  # type: ignore[arg-type]


def test_the_first_press_makes_a_check_in() -> None:
    """A press on an empty day belongs to no check-in."""
    assert pressed(_day(), 7, NOW, separate=False) is None


@pytest.mark.parametrize(("minutes", "corrects"), [(0, True), (2, True), (2.01, False)])
def test_a_press_corrects_for_two_minutes(minutes: float, corrects: bool) -> None:
    """Within two minutes a press replaces the one before, later it makes a new one."""
    before = _logged(minutes, mood=3.0)
    found = pressed(_day(before), 7, NOW, separate=False)
    assert (found is not None) == corrects
    if found is not None:
        assert (found.id, found.mood) == (before.id, 7)


def test_a_separate_press_is_its_own() -> None:
    """A second check-in wanted by "Add another" comes at once."""
    assert pressed(_day(_logged(0, mood=3.0)), 7, NOW, separate=True) is None


@pytest.mark.parametrize(("minutes", "joins"), [(29, True), (31, False)])
def test_a_press_completes_feelings_of_the_last_half_hour(minutes: float, joins: bool) -> None:
    """A check-in of feelings alone gets its mood from a press within half an hour."""
    before = _logged(minutes, feelings=("tired",))
    found = pressed(_day(before), 7, NOW, separate=False)
    assert (found is not None) == joins
    if found is not None:
        assert found.feelings == ("tired",)


def test_imported_check_ins_are_never_joined() -> None:
    """What another program brought is not changed by a press or a word."""
    assert latest(_day(_logged(1, mood=3.0, source="daylio")), NOW, TOGETHER) is None


def test_the_newest_counts_not_the_latest_hour() -> None:
    """The check-in that was stored last is meant, whatever time of day it tells."""
    early, late = _logged(1, at=time(8), mood=2.0), _logged(20, at=time(14), mood=9.0)
    assert latest(_day(early, late), NOW, TOGETHER) is early


def test_only_today_has_a_time() -> None:
    """A check-in on a past day has no time, one for today the minute it is now."""
    assert moment_of(TODAY, TODAY, NOW) == time(14, 32)
    assert new_check_in(TODAY - timedelta(days=1), TODAY, NOW, 5).at is None


def test_a_choice_of_feelings_leaves_what_changed_meanwhile() -> None:
    """What was added elsewhere stays, what was unticked goes, what was chosen comes once."""
    now, shown = ("calm", "tired", "proud"), ("calm", "tired")
    assert rechosen(now, shown, ("calm", "hurt")) == ("calm", "proud", "hurt")
    assert rechosen((), shown, shown) == ()
    assert rechosen(("hurt",), (), ("hurt",)) == ("hurt",)
