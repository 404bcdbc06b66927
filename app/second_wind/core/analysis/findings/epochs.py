"""The plain average of windows around rejections."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from second_wind.core.analysis.findings.base import Floats, Ints


@dataclass(frozen=True, slots=True)
class TooFewBaselineDays:
    """Dropped: fewer logged days before the rejection than needed."""

    days: int
    needed: int


@dataclass(frozen=True, slots=True)
class NotComplete:
    """Dropped: days of the window without a mood, where only whole windows were wanted."""

    missing: int


@dataclass(frozen=True, slots=True)
class Overlapping:
    """Dropped: other rejections in the window, at these lags."""

    lags: tuple[int, ...]


DropReason: TypeAlias = TooFewBaselineDays | NotComplete | Overlapping


@dataclass(frozen=True, slots=True)
class Epoch:
    """What became of one rejection day in the plain average.

    Attributes
    ----------
    day : date
    offset : int
        Index of lag 0 in the timeline; may lie outside it.
    baseline_days, after_days : int
        Logged days of the negative lags, and from lag 0 on.
    others : tuple of int
        Lags of other rejection days in the window.
    dropped : DropReason or None
        Why it is not in the average; None if it is.
    """

    day: date
    offset: int
    baseline_days: int
    after_days: int
    others: tuple[int, ...]
    dropped: DropReason | None

    @property
    def kept(self) -> bool:
        """Whether it is in the average."""
        return self.dropped is None


@dataclass(frozen=True, slots=True, eq=False)
class Epochs:
    """Windows around rejections, lined up at day 0: the plain average, uncorrected for overlaps.

    Attributes
    ----------
    lags : ndarray of int64, shape (lags,)
        Days from the rejection, ends included.
    change : ndarray of float64, shape (kept, lags)
        Change from each rejection's own baseline; NaN where no mood was logged.
    n : ndarray of int64, shape (lags,)
        How many rejections have a mood at that lag.
    mean, sd, sem : ndarray of float64, shape (lags,)
        Over the rejections with a mood there; NaN where n is 0 (sd and sem: below 2).
    log : tuple of Epoch
        Every rejection day in order, kept or dropped and why.
    """

    lags: Ints
    change: Floats
    n: Ints
    mean: Floats
    sd: Floats
    sem: Floats
    log: tuple[Epoch, ...]

    @property
    def kept(self) -> tuple[Epoch, ...]:
        """The rejection days in the average, in the order of the rows of `change`."""
        return tuple(each for each in self.log if each.kept)
