"""The columns of the one regression: dips after rejections, the usual level, the weekend."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from second_wind.core.analysis.findings import Floats, Ints
from second_wind.core.analysis.method.mood_log import rejection_days, weekend
from second_wind.core.analysis.method.timeline import Timeline

DIP_KNOTS = np.array([0.0, 1.0, 2.0, 4.0, 7.0, 11.0, 16.0, 22.0])
"""Lags between which a dip is a straight line; its value at the last one is 0."""
DIP_COLUMNS = len(DIP_KNOTS) - 1
DIP_SHAPES: Floats = np.array(
    [np.interp(np.arange(23), DIP_KNOTS, hat) for hat in np.eye(len(DIP_KNOTS))]
)[:-1].T
"""A dip on lags 0 to 22 as a mixture of hats; shape (23, 7), the last row 0."""
PILE_UP_HALF_LIFE = 3.0
PILE_UP_REACH = 180
"""Days after which a rejection's share in a pile-up is lost in rounding."""
MONTH = 30
MOST_KNOTS = 61

DIP_PENALTY = 1.0
PILE_UP_PENALTY = 1.0
LEVEL_PENALTY = 8.0
WEEKEND_PENALTY = 2.0
TINY_PENALTY = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """The regression's columns, for every day of the log.

    Attributes
    ----------
    columns : ndarray of float64, shape (days, k)
        Dips (7 for each group), pile-up, level, weekend, extra; NaN where an extra is unknown.
    penalty : ndarray of float64, shape (k, k)
        Added to the normal equations.
    groups : int
        How many kinds of rejections have a dip of their own.
    knots : int
        How many columns the level has.
    """

    columns: Floats
    penalty: Floats
    groups: int
    knots: int

    @property
    def dips(self) -> slice:
        """The columns of the first group's dip."""
        return slice(0, DIP_COLUMNS)

    @property
    def rejections(self) -> slice:
        """All columns that come from rejections: dips and pile-up."""
        return slice(0, DIP_COLUMNS * self.groups + 1)

    @property
    def level(self) -> slice:
        """The columns of the usual level."""
        return slice(self.weekend - self.knots, self.weekend)

    @property
    def weekend(self) -> int:
        """The column of the weekend."""
        return DIP_COLUMNS * self.groups + 1 + self.knots

    @property
    def extra(self) -> slice:
        """The columns that were added."""
        return slice(self.weekend + 1, self.columns.shape[1])

    def with_extra(self, extra: Floats) -> "Design":
        """Return a design with more columns, shape (days, any), of which none is penalised."""
        size = len(self.penalty) + extra.shape[1]
        penalty = TINY_PENALTY * np.eye(size)
        penalty[: len(self.penalty), : len(self.penalty)] = self.penalty
        return replace(self, columns=np.hstack([self.columns, extra]), penalty=penalty)


def design(log: Timeline, groups: Sequence[Ints] | None = None) -> Design:
    """Return the columns for a log that begins and ends on a day with a mood.

    Parameters
    ----------
    log : Timeline
        Of 2 days or more.
    groups : sequence of ndarray of int64, optional
        Rejection days that have a dip of their own; all together unless given.
    """
    days, events = len(log), rejection_days(log)
    groups = [events] if groups is None else groups
    level = level_columns(days)
    parts = [
        *(dip_columns(days, each) for each in groups),
        pile_up(days, events)[:, None],
        level,
        weekend(log)[:, None],
    ]
    penalty = _penalty(len(groups), days, level.shape[1])
    return Design(np.hstack(parts), penalty, len(groups), level.shape[1])


def dip_columns(days: int, events: Ints) -> Floats:
    """Return how much of each hat every day carries, all rejections added; shape (days, 7)."""
    hits = at_days(days, events)
    return np.stack([np.convolve(hits, hat)[:days] for hat in DIP_SHAPES.T], axis=1)


def pile_up(days: int, events: Ints) -> Floats:
    """Return how much of an earlier dip is still running under the latest one; shape (days,).

    0 unless two dips run at once. Its coefficient lets pile-ups hurt less, or more, than the
    sum of their parts.
    """
    fading = 2.0 ** (-np.arange(min(days, PILE_UP_REACH)) / PILE_UP_HALF_LIFE)
    running = np.convolve(at_days(days, events), fading)[:days]
    last = np.searchsorted(events, np.arange(days), side="right") - 1
    since = np.arange(days) - np.append(events, 0)[last]
    latest = np.where(last >= 0, 2.0 ** (-np.maximum(since, 0) / PILE_UP_HALF_LIFE), 0.0)
    return running - latest


def level_columns(days: int) -> Floats:
    """Return hats on evenly spaced knots, about a month apart; shape (days, knots)."""
    knots = min(max(round(days / MONTH) + 1, 2), MOST_KNOTS)
    place = np.linspace(0, knots - 1, days)
    left = np.minimum(place.astype(np.int64), knots - 2)
    columns = np.zeros((days, knots))
    columns[np.arange(days), left] = 1 - (place - left)
    columns[np.arange(days), left + 1] = place - left
    return columns


def at_days(days: int, events: Ints, values: Floats | float = 1.0) -> Floats:
    """Return a value on each event's day and 0 on the others; shape (days,)."""
    hits = np.zeros(days)
    hits[events] = values
    return hits


def _penalty(groups: int, days: int, knots: int) -> Floats:
    gap = (days - 1) / (knots - 1)
    blocks = [
        *([DIP_PENALTY * _roughness(DIP_COLUMNS + 1, 2)[:-1, :-1]] * groups),
        np.array([[PILE_UP_PENALTY]]),
        LEVEL_PENALTY * MONTH / gap * _roughness(knots, 1),
        np.array([[WEEKEND_PENALTY]]),
    ]
    return _on_diagonal(blocks) + TINY_PENALTY * np.eye(sum(len(each) for each in blocks))


def _roughness(size: int, order: int) -> Floats:
    """Return the matrix that squares and sums the differences of an order."""
    differences = np.diff(np.eye(size), order, axis=0)
    return differences.T @ differences


def _on_diagonal(blocks: Sequence[Floats]) -> Floats:
    whole = np.zeros((sum(len(each) for each in blocks),) * 2)
    at = 0
    for block in blocks:
        whole[at : at + len(block), at : at + len(block)] = block
        at += len(block)
    return whole
