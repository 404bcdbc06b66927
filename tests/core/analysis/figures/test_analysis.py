"""The whole analysis: on any log whatever, and on each edge case of the method."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.analysis_json import analysis_json
from second_wind.core.analysis.figures.stages import by_stage
from second_wind.core.analysis.findings import Analysis, Later, Need, Reading, State, Status
from second_wind.core.analysis.method.epochs import epochs
from second_wind.core.analysis.method.mood_log import rejection_days
from second_wind.core.analysis.method.timeline import (
    RejectionMark,
    Timeline,
    empty_timeline,
    moods_only,
)

MONDAY = date(2024, 1, 1)
NAN = float("nan")


def close(expected: object) -> Any:
    return pytest.approx(expected, abs=1e-6, rel=0, nan_ok=True)


mood_values = st.one_of(st.just(NAN), st.integers(1, 10).map(float), st.floats(1, 10))
amounts = st.one_of(st.just(NAN), st.sampled_from([0.0, 1.0, 30.0]))


@st.composite
def timelines(draw: st.DrawFn, most_days: int = 60) -> Timeline:
    days = draw(st.integers(0, most_days))

    def each_day(values: st.SearchStrategy[Any]) -> Any:
        return np.array(draw(st.lists(values, min_size=days, max_size=days)), np.float64)

    marks = draw(st.lists(st.integers(-5, days + 5), max_size=12))
    return Timeline(
        MONDAY + timedelta(days=draw(st.integers(0, 6))),
        each_day(mood_values),
        each_day(st.booleans()).astype(np.bool_),
        *(each_day(amounts) for _ in range(4)),
        rejections=tuple(RejectionMark(str(i), e, "", "applied") for i, e in enumerate(marks)),
    )


def walk(seed: int, days: int, every: int, dip: float = 2.5) -> Timeline:
    """Return a plausible log with a mood on most days and a rejection every so many days."""
    draws = np.random.default_rng(seed)
    events = np.arange(every, days, every)
    since = np.arange(days)[:, None] - events
    dips = np.where(since >= 0, dip * 0.5 ** (np.maximum(since, 0) / 3), 0).sum(axis=1)
    mood = np.clip(np.round(6.5 - dips + draws.normal(0, 1, days)), 1, 10)
    mood[draws.random(days) < 0.2] = NAN
    log = moods_only(MONDAY, mood, events.tolist())
    return replace(log, exercise=draws.integers(0, 40, days).astype(np.float64))


def same(one: Any, other: Any) -> bool:
    """Tell whether two results are exactly the same, NaN being equal to NaN."""
    if isinstance(one, Later):
        return same(one.get(), other.get())
    if is_dataclass(one):
        pairs = [(getattr(one, each.name), getattr(other, each.name)) for each in fields(one)]
        return type(one) is type(other) and all(same(*pair) for pair in pairs)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, np.ndarray | float):
        return np.array_equal(one, other, equal_nan=True)
    return bool(one == other)


@settings(max_examples=150)
@given(timelines())
def test_any_log_can_be_analysed(log: Timeline) -> None:
    """No log of 0 to 60 days raises or warns, by stage and averaged plainly too; JSON is valid."""
    json.dumps(analysis_json(analyse(log)), allow_nan=False)
    assert sum(len(each.rejections) for each in by_stage(log)) == len(analyse(log).rejections)
    assert len(epochs(log).log) == len({each.offset for each in log.rejections})


@settings(max_examples=40)
@given(timelines(), st.integers(0, 9), st.integers(0, 9))
def test_unlogged_days_at_either_end_change_nothing(log: Timeline, before: int, after: int) -> None:
    """A timeline that begins earlier and ends later gives exactly the same analysis."""
    assert same(analyse(padded(log, before, after)), analyse(log))


def padded(log: Timeline, before: int, after: int) -> Timeline:
    def pad(values: Any) -> Any:
        return np.pad(values, (before, after), constant_values=NAN)

    return Timeline(
        log.day(-before),
        pad(log.mood),
        np.pad(log.rest, (before, after)),
        *(pad(each) for each in (log.exercise, log.outings, log.volunteering, log.talks)),
        rejections=tuple(replace(each, offset=each.offset + before) for each in log.rejections),
    )


def test_a_plausible_log_is_trimmed_too() -> None:
    """Unlogged days around a log long enough for every figure change none of them."""
    log = walk(1, 400, 25)
    assert analyse(log).trend is not None
    assert same(analyse(padded(log, 40, 3)), analyse(log))


@pytest.mark.parametrize("weeks", [1, -30])
def test_shifting_by_weeks_changes_nothing_but_dates(weeks: int) -> None:
    """The same log some weeks later gives the same figures to the last bit."""
    log, by = walk(2, 300, 20), timedelta(weeks=weeks)
    moved = analyse(replace(log, first=log.first + by))
    assert same(dates_moved(moved, -by), analyse(log))


def dates_moved(analysis: Analysis, by: timedelta) -> Analysis:
    assert analysis.first_day is not None
    assert analysis.last_day is not None
    return replace(
        analysis,
        first_day=analysis.first_day + by,
        last_day=analysis.last_day + by,
        rejections=tuple(replace(each, day=each.day + by) for each in analysis.rejections),
    )


@settings(max_examples=30)
@given(timelines(), st.randoms())
def test_order_and_repeats_of_rejections_change_nothing(log: Timeline, draws: Any) -> None:
    """Rejections in another order, each twice on its day, change counts alone."""
    assert same(uncounted(analyse(disordered(log, draws))), uncounted(analyse(log)))


def test_order_and_repeats_change_nothing_in_a_plausible_log() -> None:
    """The same holds where every figure is shown, to the last bit."""
    log = walk(3, 400, 25)
    disordered_log = replace(log, rejections=log.rejections[::-1] + log.rejections)
    assert same(uncounted(analyse(disordered_log)), uncounted(analyse(log)))


def disordered(log: Timeline, draws: Any) -> Timeline:
    marks = [*log.rejections, *log.rejections]
    draws.shuffle(marks)
    return replace(log, rejections=tuple(marks))


def uncounted(analysis: Analysis) -> Analysis:
    rejections = tuple(replace(each, count=1, ids=()) for each in analysis.rejections)
    return replace(analysis, rejections=rejections, outside_before=0, outside_after=0)


@pytest.mark.parametrize("seed", range(5))
def test_other_units_of_mood_give_the_same_in_those_units(seed: int) -> None:
    """Twice the mood plus one gives twice the changes, and the same statuses and days.

    Where rejections leave no quiet stretch, the tiny penalty on the level shows in the sixth
    decimal.
    """
    log = walk(seed, 400, 30)
    log = replace(log, mood=log.mood / 2)
    one = analyse(log, (0.5, 5.0))
    two = analyse(replace(log, mood=2 * log.mood + 1), (2.0, 11.0))
    assert one.typical is not None
    assert two.typical is not None
    assert two.typical.change == close(2 * one.typical.change)
    assert two.typical.low == close(2 * one.typical.low)
    assert two.usual == pytest.approx(2 * one.usual + 1, abs=1e-5)
    outcomes = [[(each.status, each.days) for each in found.rejections] for found in (one, two)]
    assert outcomes[0] == outcomes[1]


def test_only_what_is_asked_for_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Single rejections take one fit and no ranges; each longer part comes alone, and once."""
    solved: list[int] = []
    solve = np.linalg.solve

    def counted(left: Any, right: Any) -> Any:
        solved.append(left.ndim)
        return solve(left, right)

    monkeypatch.setattr(np.linalg, "solve", counted)
    found = analyse(walk(8, 400, 25))
    assert found.rejections
    assert solved == [2, 2]  # the fit, and its free parameters
    for part in (found.curve, found.change, found.around):
        assert not part.is_there
    found.typical, found.typical_missing  # noqa: B018
    ranges = solved.count(3)
    assert ranges > 0
    assert (found.curve.is_there, found.change.is_there, found.around.is_there) == (1, 0, 0)
    found.typical  # noqa: B018
    assert solved.count(3) == ranges


def test_empty_log() -> None:
    """An empty log has no days, no figures, and a state that says so."""
    found = analyse(empty_timeline(MONDAY))
    assert (found.state, found.first_day, found.last_day) == ("not_enough_checkins", None, None)
    assert [each.what for each in found.usual_missing] == [Need.LOGGED_DAYS, Need.SPAN_DAYS]


@pytest.mark.parametrize(
    ("days", "logged", "state"),
    [(21, 14, State.OK), (21, 13, State.NOT_ENOUGH_CHECKINS), (20, 20, State.NOT_ENOUGH_CHECKINS)],
)
def test_usual_needs_two_weeks_of_checkins_over_three(days: int, logged: int, state: str) -> None:
    """The usual level appears with 14 logged days over 21 days, and not a day before."""
    mood = np.full(days, NAN)
    mood[: logged - 1] = [5.0, 7.0] * 10 if logged == 21 else np.arange(logged - 1) % 3 + 5
    mood[-1] = 6.0
    found = analyse(moods_only(MONDAY, mood, [5]))
    assert found.state is state
    assert np.isnan(found.usual).all() == (state is not State.OK)


def test_no_rejections() -> None:
    """A log without rejections has a usual level and a mood line, and nothing to come back from."""
    found = analyse(replace(walk(4, 100, 200), rejections=()))
    assert found.state is State.NO_REJECTIONS
    assert np.isfinite(found.usual).all()
    assert (found.typical, found.rejections, found.trend) == (None, (), None)


def test_mood_never_changed() -> None:
    """A mood that never changed has no curve, no trend and no associations."""
    log = walk(5, 400, 25)
    found = analyse(replace(log, mood=np.where(np.isnan(log.mood), NAN, 6.0)))
    assert found.state is State.MOOD_NEVER_CHANGED
    assert [each.what for each in found.typical_missing] == [Need.CHANGING_MOOD]
    assert (found.typical, found.trend) == (None, None)
    assert all(each.difference is None for each in found.activities)


def test_rejections_outside_the_mood_log_are_counted_only() -> None:
    """Rejections before the first and after the last mood are counted, and change no figure."""
    log = walk(6, 200, 20)
    more = (RejectionMark("a", -3), RejectionMark("b", 205), RejectionMark("c", 205))
    found = analyse(
        replace(
            padded(log, 10, 10),
            rejections=padded(replace(log, rejections=log.rejections + more), 10, 10).rejections,
        )
    )
    assert (found.outside_before, found.outside_after, found.rejections_outside) == (1, 2, 3)
    assert same(replace(found, outside_before=0, outside_after=0), analyse(log))


def test_rejection_on_the_first_day() -> None:
    """A rejection on the first day is used; its days before are empty."""
    log = walk(7, 200, 20)
    mood = log.mood.copy()
    mood[0] = 3.0
    marks = (RejectionMark("first", 0), *log.rejections)
    first = analyse(replace(log, mood=mood, rejections=marks)).rejections[0]
    assert first.day == log.first
    assert np.isnan(first.line[:7]).all()
    assert np.isfinite(first.dent)


def test_rejection_on_the_last_day() -> None:
    """A rejection on the last day with a mood has nothing to go by yet: too early to say."""
    log = walk(8, 200, 20)
    mood = log.mood.copy()
    mood[-1] = 3.0
    marks = (*log.rejections, RejectionMark("last", 199))
    last = analyse(replace(log, mood=mood, rejections=marks)).rejections[-1]
    assert (last.status, last.days, last.reading) == (Status.TOO_FEW, None, Reading.TOO_EARLY)


@pytest.mark.parametrize("every", [1, 3])
def test_rejections_without_a_quiet_day_between_give_no_curve(every: int) -> None:
    """A rejection every day, or every third day, leaves no quiet days and so no average curve."""
    log = walk(9, 120, 20)
    marks = tuple(RejectionMark(str(day), day) for day in range(2, 120, every))
    found = analyse(replace(log, rejections=marks))
    assert found.typical is None
    assert Need.QUIET_DAYS in {each.what for each in found.typical_missing}


def test_long_gap() -> None:
    """Eighty days without a mood leave the figures finite, and the mood line open."""
    log = walk(10, 300, 20)
    mood = log.mood.copy()
    mood[100:180] = NAN
    found = analyse(replace(log, mood=mood))
    assert found.typical is not None
    assert np.isfinite(found.typical.low).all()
    assert np.isnan(found.mood_line[105:175]).all()


def test_mostly_missing() -> None:
    """With 95 % of the days missing every rejection reads as too few check-ins."""
    log = walk(11, 600, 20)
    mood = np.full(600, NAN)
    mood[::20] = np.arange(30) % 4 + 4
    found = analyse(replace(log, mood=mood))
    assert found.state is State.OK
    assert {each.reading for each in found.rejections[:-1]} == {Reading.TOO_FEW}


def test_several_rejections_on_a_day() -> None:
    """Rejections of one day are one finding that knows all of them."""
    log = walk(12, 100, 30)
    marks = tuple(RejectionMark(name, 30, "", stage) for name, stage in ("bA", "aA", "cB"))
    (found,) = analyse(replace(log, rejections=marks)).rejections
    assert (found.count, found.ids, found.stages) == (3, ("a", "b", "c"), ("A", "B"))


def test_findings_by_day() -> None:
    """The usual level and the rejection of a calendar day can be asked for."""
    log = walk(13, 100, 30)
    found = analyse(padded(log, 4, 0))
    assert found.first_day is not None
    assert found.usual_on(found.first_day) == found.usual[0]
    assert np.isnan(found.usual_on(found.first_day - timedelta(days=1)))
    events = rejection_days(log)
    assert found.on(log.day(int(events[1]))) is found.rejections[1]
    assert found.on(log.day(int(events[1]) + 1)) is None
