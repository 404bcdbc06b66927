"""Where lines break."""

from datetime import date

import numpy as np

from second_wind.charts.base.lines import broken, mood_line, pieces, runs
from second_wind.core.analysis.method.timeline import moods_only

NAN = np.nan


def _parts(y: list[float], cuts: tuple[float, ...] = ()) -> list[list[float]]:
    values = np.array(y)
    return [x.tolist() for x, _ in pieces(np.arange(len(values)) * 1.0, values, cuts)]


def test_a_line_breaks_at_a_cut_and_where_nothing_is() -> None:
    """The point at a cut begins the new part."""
    assert _parts([1, 2, 3, 4], (2,)) == [[0, 1], [2, 3]]
    assert _parts([1, NAN, 3, 4]) == [[0], [2, 3]]


def test_cuts_at_the_ends_or_outside_change_nothing() -> None:
    """No empty parts."""
    assert _parts([1, 2], (0, -3, 2, 9)) == [[0, 1]]
    assert _parts([]) == []
    assert _parts([NAN, NAN], (1,)) == []


def test_one_artist_can_draw_a_broken_line() -> None:
    """NaN stands between the parts and nowhere else."""
    x, y = broken(np.arange(4.0), np.array([1.0, 2, 3, 4]), (2,))
    assert np.flatnonzero(np.isnan(y)).tolist() == [2]
    assert len(x) == len(y) == 5
    assert broken(np.empty(0), np.empty(0))[0].size == 0


def test_runs_are_half_open() -> None:
    """A stretch of true values, from its first index to after its last."""
    assert runs(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
    assert runs(np.zeros(3, np.bool_)) == []


def test_the_mood_line_never_looks_across_a_rejection() -> None:
    """High before, low after: neither side bends towards the other."""
    log = moods_only(date(2026, 1, 1), [8.0] * 5 + [2.0] * 5, [5, 5])
    assert np.allclose(mood_line(log), [8.0] * 5 + [2.0] * 5)


def test_the_mood_line_stands_rejections_outside_the_log() -> None:
    """They cut nothing."""
    log = moods_only(date(2026, 1, 1), [8.0] * 3, [-4, 7])
    assert np.allclose(mood_line(log), 8.0)
