"""Time, and the day of the log that a moment belongs to."""

from datetime import date, datetime, time, timedelta, timezone

import pytest

from second_wind.core.log.clock import FixedClock, SystemClock, day_of, order_in_day

ZONE = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("hour", "minute", "day_start", "day"),
    [
        (3, 59, 4, 21),
        (4, 0, 4, 22),
        (0, 0, 0, 22),
        (0, 0, 6, 21),
        (5, 59, 6, 21),
        (6, 0, 6, 22),
        (23, 59, 4, 22),
    ],
)
def test_day_begins_at_its_hour(hour: int, minute: int, day_start: int, day: int) -> None:
    """What is logged before the day's start belongs to the day before."""
    moment = datetime(2026, 11, 22, hour, minute, tzinfo=ZONE)
    assert day_of(moment, day_start) == date(2026, 11, day)


def test_night_before_new_year_belongs_to_the_old_one() -> None:
    """The hours after midnight go back over the turn of the year."""
    assert day_of(datetime(2027, 1, 1, 2, tzinfo=ZONE), 4) == date(2026, 12, 31)


def test_order_in_a_day() -> None:
    """Untimed entries come first, those after midnight last."""
    given = [time(3, 59), time(23, 0), time(0, 0), None, time(4, 0)]
    ordered = sorted(given, key=lambda at: order_in_day(at, 4))
    assert ordered == [None, time(4, 0), time(23, 0), time(0, 0), time(3, 59)]


def test_fixed_clock_moves_only_when_told() -> None:
    """A test's clock stands still until it is advanced."""
    clock = FixedClock(datetime(2026, 11, 22, 14, 32, tzinfo=ZONE))
    assert clock.now() == clock.now()
    clock.advance(days=1, minutes=3)
    assert clock.now() == datetime(2026, 11, 23, 14, 35, tzinfo=ZONE)


def test_system_clock_knows_its_zone() -> None:
    """The computer's time carries its offset from UTC, so that it can be stored."""
    assert SystemClock().now().utcoffset() is not None
