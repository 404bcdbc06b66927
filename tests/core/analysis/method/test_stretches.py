"""The stretches that are left out in turn."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.analysis.method.stretches import LONGEST, stretch_rows, stretch_starts


def starts(days: int, *events: int) -> list[int]:
    return stretch_starts(days, np.array(events, np.int64)).tolist()


def test_a_rejection_opens_a_stretch() -> None:
    """A rejection a week or more after the last start begins a stretch, a sooner one none."""
    assert starts(60, 10, 16, 17, 24) == [0, 10, 17, 24, 52]


def test_long_quiet_times_are_cut() -> None:
    """A stretch longer than 35 days is cut after 28, before a rejection and at the log's end."""
    assert starts(35) == [0]
    assert starts(36) == [0, 28]
    assert starts(120, 40) == [0, 28, 40, 68, 96]


@given(st.integers(1, 400), st.sets(st.integers(0, 399)), st.sets(st.integers(0, 399)))
def test_every_logged_day_is_in_one_stretch(days: int, at: set[int], used: set[int]) -> None:
    """Stretches follow each other without gaps, none too long, and hold each day that is used."""
    found = stretch_starts(days, np.array(sorted(each for each in at if each < days), np.int64))
    assert np.diff(np.append(found, days)).max() <= LONGEST
    logged = np.array(sorted(each for each in used if each < days), np.int64)
    rows = [row for each in stretch_rows(found, logged) for row in logged[each].tolist()]
    assert rows == logged.tolist()
