"""What the analysis found: plain typed results that charts, words, JSON and pages read."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

FIRST_LAG = -7
LAST_LAG = 21
KNOWN_FIRST_WEEK = 3
"""Logged days of days 0 to 6 from which on a first week counts as known."""


class State(StrEnum):
    """Whether there was enough to analyse, and if not, what was missing."""

    OK = "ok"
    NOT_ENOUGH_CHECKINS = "not_enough_checkins"
    NO_REJECTIONS = "no_rejections"
    MOOD_NEVER_CHANGED = "mood_never_changed"


class Status(StrEnum):
    """How the time after one rejection went, as computed."""

    LITTLE_DIP = "little_dip"
    RECOVERED = "recovered"
    CUT_SHORT = "cut_short"
    ONGOING = "ongoing"
    NOT_IN_3_WEEKS = "not_in_3_weeks"
    TOO_FEW = "too_few"


class Reading(StrEnum):
    """How one rejection may be put into words: its status after the rules of honesty."""

    LITTLE_DIP = "little_dip"
    DIPPED_LATER = "dipped_later"
    RECOVERED = "recovered"
    CUT_SHORT = "cut_short"
    ONGOING = "ongoing"
    NOT_IN_3_WEEKS = "not_in_3_weeks"
    TOO_FEW = "too_few"
    TOO_EARLY = "too_early"


class Need(StrEnum):
    """What a figure can be short of."""

    LOGGED_DAYS = "logged_days"
    SPAN_DAYS = "span_days"
    REJECTION_DAYS = "rejection_days"
    KNOWN_FIRST_WEEKS = "known_first_weeks"
    STRETCHES = "stretches"
    QUIET_DAYS = "quiet_days"
    ACTIVE_DAYS = "active_days"
    INACTIVE_DAYS = "inactive_days"
    USABLE_DAYS = "usable_days"
    CHANGING_MOOD = "changing_mood"
    CLEAR_DIP = "clear_dip"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that is not enough yet: how many there are, and how many it takes."""

    what: Need
    have: int
    need: int

    @property
    def more(self) -> int:
        """How many are missing, 1 or more."""
        return self.need - self.have


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its range, in points of mood; 95 % unless said otherwise."""

    estimate: float
    low: float
    high: float

    @property
    def above_zero(self) -> bool:
        """Whether the whole range lies above 0."""
        return self.low > 0

    @property
    def below_zero(self) -> bool:
        """Whether the whole range lies below 0."""
        return self.high < 0


@dataclass(frozen=True, slots=True)
class TypicalDays:
    """Typical days until back near the usual level, unrounded, 0 to 22.

    Attributes
    ----------
    estimate : float
        Days, read off the typical curve.
    low80, high80, low95, high95 : float
        Ends of the 80 % and 95 % range; a high end is NaN where it is open.
    open_ended80, open_ended95 : bool
        Whether the range ends at "three weeks or more".
    """

    estimate: float
    low80: float
    high80: float
    low95: float
    high95: float
    open_ended80: bool
    open_ended95: bool


@dataclass(frozen=True, slots=True, eq=False)
class TypicalCurve:
    """The typical course after a rejection, corrected for overlaps, as change from usual.

    Attributes
    ----------
    lags : ndarray of int64, shape (22,)
        Days after the rejection, 0 to 21.
    change, low, high : ndarray of float64, shape (22,)
        Points of mood from usual (below is negative) and the ends of the 95 % band; never NaN.
    before : ndarray of float64, shape (7,)
        The same for lags -7 to -1, without a band; NaN where no day was logged.
    rejection_days : int
        How many rejection days it is typical of.
    known_first_weeks : int
        How many of them have 3 or more logged days of days 0 to 6.
    early : bool
        Fewer than 5 known first weeks: "early sketch".
    clear_dip : bool
        Whether the range of the depth lies wholly above 0.
    depth, first_week : Interval
        Points BELOW usual, mean of days 0 to 2 and 0 to 6 (positive is a dip).
    days : TypicalDays or None
        None without a clear dip or with fewer than 5 known first weeks.
    days_withheld : bool
        Slow dips that came close together: print "still below usual after a week or more",
        not the number of days.
    """

    lags: Ints
    change: Floats
    low: Floats
    high: Floats
    before: Floats
    rejection_days: int
    known_first_weeks: int
    early: bool
    clear_dip: bool
    depth: Interval
    first_week: Interval
    days: TypicalDays | None
    days_withheld: bool


@dataclass(frozen=True, slots=True, eq=False)
class RejectionFinding:
    """One rejection day.

    Attributes
    ----------
    day : date
        The day; several rejections on it are one finding.
    count : int
        Number of rejections on that day.
    ids : tuple of str
        Their identities, sorted.
    status : Status
        As computed; show `reading`, which keeps the rules of honesty.
    days : int or None
        Days until back near usual if recovered; 0 for little dip; the days followed for the
        others; None for too few.
    dent, dent_give_or_take : float
        Mean of days 0 to 6 BELOW usual in points (may be negative) and its 95 % give-or-take;
        NaN with fewer than 3 of these days logged.
    follow_up : int
        Last day looked at, 0 to 21: three weeks, the log's end or the day before the next one.
    logged_first_week : int
        How many of days 0 to 6 have a mood, 0 to 7.
    days_to_end : int
        Days from it to the last day with a mood.
    line : ndarray of float64, shape (29,)
        Change from usual on lags -7 to 21, other rejections and the weekend taken out;
        NaN where no mood was logged.
    others : tuple of int
        Lags of other rejection days within -7 to 21.
    stages : tuple of str
        The stages reached in that day's rejections, sorted, without repeats.
    """

    day: date
    count: int
    ids: tuple[str, ...]
    status: Status
    days: int | None
    dent: float
    dent_give_or_take: float
    follow_up: int
    logged_first_week: int
    days_to_end: int
    line: Floats
    others: tuple[int, ...] = ()
    stages: tuple[str, ...] = ()

    @property
    def known_first_week(self) -> bool:
        """Whether 3 or more of days 0 to 6 have a mood."""
        return self.logged_first_week >= KNOWN_FIRST_WEEK

    @property
    def reading(self) -> Reading:
        """The status as it may be worded."""
        if not self.known_first_week or self.status is Status.TOO_FEW:
            return Reading.TOO_EARLY if self.days_to_end < 6 else Reading.TOO_FEW
        if self.status is Status.LITTLE_DIP and self.dent > self.dent_give_or_take:
            return Reading.DIPPED_LATER
        return Reading(self.status.value)


class ActivityName(StrEnum):
    """The four activities that are looked at."""

    EXERCISE_20 = "exercise_20"
    OUTING = "outing"
    VOLUNTEERING = "volunteering"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class ActivityFinding:
    """Mood on the day before, the day of and the day after one activity.

    Attributes
    ----------
    name : ActivityName
    before, same, after : Interval or None
        Points, active against inactive days, with 95 % whiskers; None where counts are short.
    difference : Interval or None
        After minus before with its 95 % range.
    low_sentence, high_sentence : float
        The range at 98.75 %, which any sentence goes by; NaN where counts are short.
    active_days, inactive_days, usable_days : int
        Days that were compared, counted on the day before.
    aftermath : Interval or None
        After minus before on days 0 to 9 after a rejection (details only).
    missing : tuple of Shortfall
        What it takes to show the difference; empty when it is shown.
    """

    name: ActivityName
    before: Interval | None
    same: Interval | None
    after: Interval | None
    difference: Interval | None
    low_sentence: float
    high_sentence: float
    active_days: int
    inactive_days: int
    usable_days: int
    aftermath: Interval | None
    missing: tuple[Shortfall, ...]

    @property
    def better_next_day(self) -> bool:
        """Whether the one claim that is ever made may be made."""
        return self.low_sentence > 0


@dataclass(frozen=True, slots=True)
class Checks:
    """Honesty checks, printed under the charts. Shares are 0 to 1; NaN where there is no such day.

    Attributes
    ----------
    missing_after, missing_elsewhere : float
        Share of days without a mood in days 0 to 6 after a rejection, and on all other days;
        rest days are left out of both.
    floor_share : float
        Share of the logged days of lags 0 to 21 that are at the lowest step.
    close_share : float
        Share of rejection days within 7 days of another.
    clean_days, quiet_days : int
        Logged days outside lags 0 to 21, and outside lags 0 to 2, of every rejection.
    """

    missing_after: float
    missing_elsewhere: float
    floor_share: float
    close_share: float
    clean_days: int
    quiet_days: int

    @property
    def logged_less_after(self) -> bool:
        """Whether clearly fewer days were logged in the week after a rejection."""
        return self.missing_after - self.missing_elsewhere > 0.15

    @property
    def near_floor(self) -> bool:
        """Whether many days are at the bottom of the scale."""
        return self.floor_share > 0.10

    @property
    def close_together(self) -> bool:
        """Whether most rejections came close together."""
        return self.close_share > 0.50

    @property
    def usual_uncertain(self) -> bool:
        """Whether the log has no quiet stretch yet."""
        return self.clean_days < 10


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """All that the analysis says about one log.

    Attributes
    ----------
    state : State
    first_day, last_day : date or None
        First and last day with a mood; None in an empty log.
    logged_days : int
        Days with a mood.
    rejection_days : int
        Distinct rejection days from `first_day` to `last_day`.
    outside_before, outside_after : int
        Rejections before the first and after the last day with a mood, not used.
    usual : ndarray of float64, shape (days,)
        The usual level from `first_day` to `last_day`; all NaN when there are too few check-ins.
    mood_line : ndarray of float64, shape (days,)
        The display line, broken at rejections; NaN where nothing was logged nearby. The usual
        level is drawn only where this line exists.
    residual_sd, residual_phi : float
        Spread (points) and day-to-day persistence (0 to 0.8) of mood around the fit; NaN without.
    tolerance : float
        Points below usual that still count as near usual; NaN without a fit.
    stretches : int
        Number of stretches of the log that the ranges were computed from.
    typical : TypicalCurve or None
    typical_missing : tuple of Shortfall
        What it takes to show the typical curve; empty when it is shown.
    rejections : tuple of RejectionFinding
        In order of the days.
    trend : Interval or None
        Points below usual on days 2 to 9, latest minus first; negative is bouncing back better.
    trend_missing : tuple of Shortfall
    activities : tuple of ActivityFinding
        The four, in the order of `ActivityName`.
    checks : Checks
    """

    state: State
    first_day: date | None
    last_day: date | None
    logged_days: int
    rejection_days: int
    outside_before: int
    outside_after: int
    usual: Floats
    mood_line: Floats
    residual_sd: float
    residual_phi: float
    tolerance: float
    stretches: int
    typical: TypicalCurve | None
    typical_missing: tuple[Shortfall, ...]
    rejections: tuple[RejectionFinding, ...]
    trend: Interval | None
    trend_missing: tuple[Shortfall, ...]
    activities: tuple[ActivityFinding, ...]
    checks: Checks

    @property
    def rejections_outside(self) -> int:
        """Rejections outside the mood log, before and after."""
        return self.outside_before + self.outside_after

    def usual_on(self, day: date) -> float:
        """Return the usual level on a day, NaN outside the mood log."""
        index = (day - self.first_day).days if self.first_day else -1
        return float(self.usual[index]) if 0 <= index < len(self.usual) else float("nan")

    def on(self, day: date) -> RejectionFinding | None:
        """Return the finding of a rejection day, None if there is none."""
        return next((each for each in self.rejections if each.day == day), None)

    def day(self, offset: int) -> date:
        """Return the calendar day at an index of `usual` and `mood_line`.

        Raises
        ------
        ValueError
            If the log is empty.
        """
        if self.first_day is None:
            raise ValueError(offset)
        return self.first_day + timedelta(days=offset)


@dataclass(frozen=True, slots=True, eq=False)
class StageFinding:
    """The rejections that reached one stage, side by side.

    Attributes
    ----------
    stage : str
    rejections : tuple of RejectionFinding
        Their lines and dents, from the analysis of the whole log.
    typical : TypicalCurve or None
        Their own curve, where this stage alone meets the minimum.
    typical_missing : tuple of Shortfall
    """

    stage: str
    rejections: tuple[RejectionFinding, ...]
    typical: TypicalCurve | None
    typical_missing: tuple[Shortfall, ...]


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
