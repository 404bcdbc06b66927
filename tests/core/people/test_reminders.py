"""When a reminder is due, and for which day, by table."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

import pytest

from second_wind.core.people.reminders import DayState, Memory, Wish, due

EVENING = Wish(time(20, 0))
AFTER_MIDNIGHT = Wish(time(0, 30))
FREE = DayState()
DAY_START = 4


def at(text: str) -> datetime:
    """Read a moment of November 2026, one hour east of Greenwich: "22 20:00"."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-11-{day}T{clock}+01:00")


def nov(day: int) -> date:
    """Return a day of November 2026."""
    return date(2026, 11, day)


def always(state: DayState) -> Callable[[date], DayState]:
    """Let every day be in this state."""
    return lambda _day: state


def seen(
    moments: Iterable[datetime],
    wish: Wish = EVENING,
    memory: Memory | None = None,
    day_start: int = DAY_START,
) -> list[tuple[str, date]]:
    """Look at the clock at each moment, and return when a reminder came and for which day."""
    memory, found = memory or Memory(), []
    for moment in moments:
        day = due(moment, day_start, wish, memory, always(FREE))
        if day is not None:
            found.append((f"{moment:%d %H:%M}", day))
            memory = memory.after_showing(day)
    return found


def every_half_minute(start: datetime, hours: float) -> Iterable[datetime]:
    """Tick as the timer does."""
    return (start + timedelta(seconds=30 * n) for n in range(int(hours * 120)))


@pytest.mark.parametrize(
    ("now", "day_start", "wish", "day"),
    [
        ("22 19:59", 4, EVENING, None),
        ("22 20:00", 4, EVENING, 22),
        ("22 23:59", 4, EVENING, 22),  # started late: still this evening
        ("23 00:00", 4, EVENING, None),
        ("23 03:00", 4, EVENING, None),  # woke in the night: silent
        ("23 09:00", 4, EVENING, None),  # and nothing for yesterday
        ("22 23:30", 4, Wish(time(23, 30)), 22),
        ("23 00:29", 4, Wish(time(23, 30)), 22),  # for an hour, past midnight too
        ("23 00:30", 4, Wish(time(23, 30)), None),
        ("23 00:29", 4, AFTER_MIDNIGHT, None),
        ("23 00:30", 4, AFTER_MIDNIGHT, 22),  # the evening before
        ("23 01:29", 4, AFTER_MIDNIGHT, 22),
        ("23 03:00", 4, AFTER_MIDNIGHT, None),
        ("23 12:00", 4, AFTER_MIDNIGHT, None),
        ("23 00:30", 0, AFTER_MIDNIGHT, 23),  # the day starts at midnight
        ("23 04:00", 4, Wish(time(4, 0)), 23),
        ("23 03:59", 4, Wish(time(3, 59)), 22),
        ("23 04:00", 4, Wish(time(3, 59)), None),  # its day is over
        ("22 20:00", 4, Wish(None), None),  # off until asked for
    ],
)
def test_due_by_the_clock(now: str, day_start: int, wish: Wish, day: int | None) -> None:
    """A reminder belongs to the day of the log at its time, and never comes in the night."""
    expected = None if day is None else nov(day)
    assert due(at(now), day_start, wish, Memory(), always(FREE)) == expected


@pytest.mark.parametrize(
    ("state", "comes"),
    [
        (DayState(), True),
        (DayState(has_mood=True), False),
        (DayState(is_rest=True), False),
        (DayState(work_found=True), False),
    ],
)
def test_silent_days(state: DayState, comes: bool) -> None:
    """Nobody is asked about a day with a mood, a day of rest, or once work is found."""
    day = due(at("22 20:00"), DAY_START, EVENING, Memory(), always(state))
    assert day == (nov(22) if comes else None)


def test_a_mood_taken_back_lets_it_come() -> None:
    """What was silent for a mood comes after all, if the mood is undone the same evening."""
    states = [DayState(has_mood=True), DayState()]
    days = [due(at("22 20:30"), DAY_START, EVENING, Memory(), always(each)) for each in states]
    assert days == [None, nov(22)]


def test_the_day_is_asked_for_only_when_it_matters() -> None:
    """The journal is left alone until the clock says that a reminder is due."""

    def fail(_day: date) -> DayState:
        pytest.fail("the journal was read")

    for now in ("22 19:59", "23 03:00"):
        assert due(at(now), DAY_START, EVENING, Memory(), fail) is None
    assert due(at("22 20:00"), DAY_START, EVENING, Memory(shown=(nov(22),)), fail) is None


def test_once_a_day() -> None:
    """A computer that is on for three days shows one reminder each evening."""
    ticks = every_half_minute(at("21 08:00"), 72)
    expected = [("21 20:00", nov(21)), ("22 20:00", nov(22)), ("23 20:00", nov(23))]
    assert seen(ticks) == expected


def test_the_day_that_it_asks_about_is_its_own() -> None:
    """At 00:30 the question is for the evening before, and its state is what counts."""
    asked: list[date] = []

    def state(day: date) -> DayState:
        asked.append(day)
        return FREE

    assert due(at("23 00:30"), DAY_START, AFTER_MIDNIGHT, Memory(), state) == nov(22)
    assert asked == [nov(22)]


# Later and not today


def test_later_comes_once_more_after_an_hour() -> None:
    """Put off at 20:10, it comes at 21:10, and then no more."""
    memory = Memory().after_showing(nov(22)).after_later(nov(22), at("22 20:10"))
    ticks = every_half_minute(at("22 20:10"), 12)
    assert seen(ticks, memory=memory) == [("22 21:10", nov(22))]


def test_later_counts_once() -> None:
    """A second "later" changes nothing: two a day are the most."""
    memory = Memory().after_showing(nov(22)).after_later(nov(22), at("22 20:10"))
    memory = memory.after_showing(nov(22))
    assert not memory.can_put_off(nov(22))
    assert memory.after_later(nov(22), at("22 21:15")) == memory
    assert memory.can_put_off(nov(23))


@pytest.mark.parametrize(
    ("chosen", "now", "day_start", "day"),
    [
        ("22 23:40", "23 00:40", 4, 22),  # past midnight, for its own day
        ("22 23:40", "23 00:40", 0, 22),  # the next day has begun: still for its own
        ("22 23:40", "23 01:39", 4, 22),
        ("22 23:40", "23 03:00", 4, None),  # the computer slept meanwhile
        ("22 20:10", "22 23:50", 4, 22),
        ("22 20:10", "23 08:00", 4, None),
    ],
)
def test_later_stays_with_its_day(chosen: str, now: str, day_start: int, day: int | None) -> None:
    """What was put off asks about the day that it was for, or not at all."""
    memory = Memory().after_showing(nov(22)).after_later(nov(22), at(chosen))
    found = due(at(now), day_start, EVENING, memory, always(FREE))
    assert found == (None if day is None else nov(day))


def test_later_is_silent_once_logged() -> None:
    """A mood logged meanwhile answers what was put off."""
    memory = Memory().after_showing(nov(22)).after_later(nov(22), at("22 20:10"))
    logged = always(DayState(has_mood=True))
    assert due(at("22 21:10"), DAY_START, EVENING, memory, logged) is None


def test_a_late_one_does_not_use_up_the_next_day() -> None:
    """What was put off beyond midnight leaves the next day its own reminder."""
    memory = Memory().after_showing(nov(22)).after_later(nov(22), at("22 23:40"))
    ticks = every_half_minute(at("23 00:00"), 24)
    assert seen(ticks, memory=memory) == [("23 00:40", nov(22)), ("23 20:00", nov(23))]


def test_not_today() -> None:
    """Waved away, nothing comes for that day, and "later" no more either; the next day is free."""
    put_off = Memory().after_showing(nov(22)).after_later(nov(22), at("22 20:10"))
    memory = put_off.after_not_today(nov(22))
    assert not memory.can_put_off(nov(22))
    assert seen(every_half_minute(at("22 20:11"), 24), memory=memory) == [("23 20:00", nov(23))]


# When it is asked for


@pytest.mark.parametrize(
    ("asked", "now", "day"),
    [
        ("22 21:00", "22 21:00", None),  # 20:00 had passed: from tomorrow on
        ("22 20:01", "22 20:01", None),
        ("22 20:00", "22 20:00", 22),  # this very minute
        ("22 19:00", "22 20:00", 22),
        ("22 21:00", "23 20:00", 23),
        ("25 21:00", "22 20:00", 22),  # asked for with a wrong clock, set back since
    ],
)
def test_a_time_that_has_passed_waits_for_tomorrow(asked: str, now: str, day: int | None) -> None:
    """Who asks at nine for a reminder at eight is not reminded at once."""
    wish = Wish(time(20, 0), at(asked))
    found = due(at(now), DAY_START, wish, Memory(), always(FREE))
    assert found == (None if day is None else nov(day))


def test_another_time_on_the_same_evening_does_not_ask_twice() -> None:
    """A day that had its reminder has had it, whatever time is chosen afterwards."""
    memory = Memory().after_showing(nov(22))
    wish = Wish(time(21, 0), at("22 20:05"))
    assert due(at("22 21:00"), DAY_START, wish, memory, always(FREE)) is None


# Clocks


def test_clock_set_back() -> None:
    """The same evening again, or the day before again, brings no second reminder."""
    moments = [at("22 20:00"), at("22 19:00"), at("22 20:00"), at("23 20:00"), at("22 20:00")]
    assert seen(moments) == [("22 20:00", nov(22)), ("23 20:00", nov(23))]


def test_clock_set_forward_over_the_time() -> None:
    """A jump over eight in the evening shows it once, at once; a jump into the night does not."""
    assert seen([at("22 19:00"), at("22 22:30"), at("22 22:31")]) == [("22 22:30", nov(22))]
    assert seen([at("22 19:00"), at("23 02:00"), at("23 03:00")]) == []


def test_a_wrong_clock_mended() -> None:
    """A reminder shown by a clock that was years ahead leaves today its own."""
    ahead = datetime.fromisoformat("2030-01-01T20:00+01:00")
    assert seen([ahead, at("22 20:00")]) == [("01 20:00", ahead.date()), ("22 20:00", nov(22))]


def test_later_with_the_clock_set_back() -> None:
    """What was put off waits for its time on the clock, once."""
    memory = Memory().after_showing(nov(22)).after_later(nov(22), at("22 20:10"))
    ticks = every_half_minute(at("22 18:00"), 6)
    assert seen(ticks, memory=memory) == [("22 21:10", nov(22))]


@pytest.mark.parametrize(
    ("slept_from", "woke", "expected"),
    [
        ("22 19:00", "22 22:10", [("22 22:10", 22), ("23 20:00", 23)]),
        ("22 19:00", "23 03:00", [("23 20:00", 23)]),
        ("22 19:00", "23 09:00", [("23 20:00", 23)]),
        ("22 19:00", "25 21:00", [("25 21:00", 25)]),
        ("22 20:30", "23 03:00", [("22 20:00", 22), ("23 20:00", 23)]),
    ],
)
def test_sleep_and_wake(slept_from: str, woke: str, expected: list[tuple[str, int]]) -> None:
    """A timer that fires late shows one reminder, for the day that it is, and none at night."""
    before = every_half_minute(at("22 18:00"), (at(slept_from) - at("22 18:00")).seconds / 3600)
    after = every_half_minute(at(woke), 24)
    found = seen([*before, *after])[: len(expected)]
    assert found == [(when, nov(day)) for when, day in expected]


BERLIN_FORWARD = ["2026-03-29T01:59+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:01+02:00"]
BERLIN_BACK = [
    "2026-10-25T02:29+02:00",
    "2026-10-25T02:30+02:00",
    "2026-10-25T02:59+02:00",
    "2026-10-25T02:00+01:00",
    "2026-10-25T02:30+01:00",
    "2026-10-25T03:30+01:00",
]


@pytest.mark.parametrize(
    ("moments", "day_start", "expected"),
    [
        (BERLIN_FORWARD, 0, [("29 03:00", date(2026, 3, 29))]),
        (BERLIN_FORWARD, 4, [("29 03:00", date(2026, 3, 28))]),
        (BERLIN_BACK, 0, [("25 02:30", date(2026, 10, 25))]),
        (BERLIN_BACK, 4, [("25 02:30", date(2026, 10, 24))]),
    ],
)
def test_daylight_saving(
    moments: list[str], day_start: int, expected: list[tuple[str, date]]
) -> None:
    """A time that the clock skips comes right after; one that it shows twice comes once."""
    ticks = map(datetime.fromisoformat, moments)
    assert seen(ticks, Wish(time(2, 30)), day_start=day_start) == expected


def test_later_over_the_autumn_change() -> None:
    """An hour is an hour: put off at 02:30, it comes at 02:30 by the clock that was set back."""
    day = date(2026, 10, 24)
    chosen = datetime.fromisoformat("2026-10-25T02:30+02:00")
    memory = Memory().after_showing(day).after_later(day, chosen)
    ticks = map(datetime.fromisoformat, BERLIN_BACK)
    assert seen(ticks, Wish(time(2, 30)), memory) == [("25 02:30", day)]
    still = datetime.fromisoformat("2026-10-25T02:00+01:00")
    assert due(still, DAY_START, Wish(time(2, 30)), memory, always(FREE)) is None


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        # Berlin to New York the same evening: eight o'clock comes twice, the reminder once.
        (["2026-11-22T20:00+01:00", "2026-11-22T20:00-05:00"], [("22 20:00", nov(22))]),
        # To Tokyo, where it is the next morning already.
        (
            ["2026-11-22T20:00+01:00", "2026-11-23T10:00+09:00", "2026-11-23T20:00+09:00"],
            [("22 20:00", nov(22)), ("23 20:00", nov(23))],
        ),
        # Over the date line: the same day once more.
        (
            ["2026-11-22T20:00+13:00", "2026-11-22T20:00-10:00", "2026-11-23T20:00-10:00"],
            [("22 20:00", nov(22)), ("23 20:00", nov(23))],
        ),
        # Landed after the time of the place.
        (["2026-11-22T18:00+01:00", "2026-11-22T22:30+02:00"], [("22 22:30", nov(22))]),
    ],
)
def test_travel(moments: list[str], expected: list[tuple[str, date]]) -> None:
    """The reminder follows the clock of the place, one for each day of the calendar."""
    assert seen(map(datetime.fromisoformat, moments)) == expected


def test_memory_stays_small() -> None:
    """Two weeks are remembered, the latest last."""
    memory = Memory()
    for day in range(1, 29):
        memory = memory.after_showing(nov(day)).after_not_today(nov(day))
    assert memory.shown == tuple(nov(day) for day in range(15, 29))
    assert memory.put_off == memory.shown
