"""What the charts say about days, weeks and the whole log."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.method.timeline import (
    RejectionMark,
    Timeline,
    empty_timeline,
    moods_only,
)
from second_wind.words.findings import aligned, charts, weeks

TUESDAY = date(2026, 11, 17)


@pytest.fixture
def log() -> Timeline:
    """Return two days, the first of them full."""
    return replace(
        moods_only(TUESDAY, [4.5, math.nan]),
        rest=np.array([True, False]),
        exercise=np.array([25.0, math.nan]),
        outings=np.array([1.0, math.nan]),
        volunteering=np.array([90.0, math.nan]),
        talks=np.array([2.0, math.nan]),
        rejections=(RejectionMark("a", 0, "Contoso"), RejectionMark("b", 0)),
    )


def test_a_day_is_said_in_one_sentence(log: Timeline) -> None:
    """All that it holds, in order."""
    assert charts.day_sentence(log, 0) == (
        "Tue 17 Nov 2026: at rest, mood 4.5, 25 min exercise, 1 outing, 1.5 h volunteering,"
        " 2 talks, a no from Contoso, a no"
    )


@pytest.mark.parametrize("offset", [1, -3, 9])
def test_a_day_without_anything_is_not_logged(log: Timeline, offset: int) -> None:
    """Never zero, never missed; days outside the log too."""
    assert charts.day_sentence(log, offset).endswith(": not logged")


def test_cells_of_unknown_amounts_are_empty() -> None:
    """And whole numbers have no decimals."""
    assert [charts.amount(each) for each in (math.nan, 0.0, 2.0, 1.5)] == ["", "0", "2", "1.5"]
    assert charts.mood_cell(math.nan) == ""
    assert charts.mood_cell(6.53) == "6.5"


def test_minus_signs_are_true_ones() -> None:
    """Not hyphens."""
    assert charts.signed(-14) == "−14"
    assert [aligned.signed_points(each) for each in (-2, 0, 2)] == ["−2", "0", "+2"]


def test_the_timeline_says_how_much_was_logged() -> None:
    """Or how to begin."""
    said = charts.timeline_reading(moods_only(TUESDAY, [4, math.nan, 7]))
    assert said == "A mood on 2 of 3 days, 5.5 on average."
    assert "Log a mood" in charts.timeline_reading(empty_timeline(TUESDAY))
    assert "one check-in" in charts.timeline_reading(moods_only(TUESDAY, [math.nan]))


def test_weeks_have_short_names() -> None:
    """The month twice only where the week spans two."""
    assert weeks.period(date(2026, 11, 16), "week") == "16 to 22 Nov 2026"
    assert weeks.period(date(2026, 12, 28), "week") == "28 Dec to 3 Jan 2027"
    assert weeks.period(date(2026, 11, 1), "month") == "November 2026"


def test_the_running_week_is_said_first() -> None:
    """The goal only where it was reached, and never as so many of so many."""
    now = weeks.this_one("week", 95, 1, 1.5)
    assert now == "This week so far: 95 minutes of movement, 1 outing, 1.5 h of volunteering"
    assert weeks.sentence("week", now, 0) == f"{now}."
    assert weeks.sentence("week", now, 1) == f"{now}; 1 week reached the goal."
    assert weeks.sentence("month", now, 7) == f"{now}; 7 months reached the goal."
    assert weeks.this_one("week", 1, 2, 0).endswith("1 minute of movement, 2 outings")
    assert weeks.this_one("month", math.nan, math.nan, 0).endswith("not logged yet")
