"""One timeline and one analysis of a log, made anew only as far as it changes."""

from collections.abc import Callable, Collection
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.stages import by_stage
from second_wind.core.analysis.findings import Analysis, Later, StageFinding
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.core.analysis.parts import Part
from second_wind.core.log.kinds import Noun, Role, with_role
from second_wind.journal.analysis.day_arrays import NOTHING, DayArrays, whole_log
from second_wind.journal.log.changes import Changes
from second_wind.journal.own_thread import OwnThread
from second_wind.storage.queries.daily import Carried, DailyMarks, DailySums

_UNSEEN = {Noun.SETTING, *(each.noun for each in with_role(Role.BESIDE))}
"""Kinds of things that no day of a timeline shows."""
_MOST_DAYS = 400
"""More changed days than these are not read one by one."""

Whole = tuple[DailySums, DailyMarks]


class Log(Protocol):
    """What is asked of a log to analyse it."""

    @property
    def own_thread(self) -> OwnThread:
        """Where it is worked out."""

    def today(self) -> date:
        """Return the day that it is now."""

    def daily_sums(self, days: Collection[date] | None = None) -> DailySums:
        """Return some days, or the whole log, summed by day."""

    def daily_marks(self, carried: Carried | None = None) -> DailyMarks:
        """Return what is marked on days, and what sources brought unless it is known."""

    def reading_beside(self) -> Callable[[], Whole] | None:
        """Return what reads the whole log on any thread, None where that can't be done."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a timeline says; parts of it are worked out when they are asked for, and kept."""

    timeline: Timeline
    analysis: Later[Analysis]
    stages: Later[tuple[StageFinding, ...]]

    @classmethod
    def of(cls, timeline: Timeline) -> "Found":
        """Return what a timeline says, with nothing worked out yet."""
        return cls(timeline, Later(lambda: analyse(timeline)), Later(lambda: by_stage(timeline)))

    def has(self, part: Part) -> bool:
        """Tell whether a part was worked out."""
        if part is Part.RAW:
            return True
        if part is Part.STAGES:
            return self.stages.is_there
        later = self._later(part) if self.analysis.is_there else self.analysis
        return later.is_there

    def work_out(self, part: Part) -> None:
        """Work a part out, on any thread."""
        if part is Part.STAGES:
            self.stages.get()
        elif part is not Part.RAW:
            self.analysis.get()
            self._later(part).get()

    def _later(self, part: Part) -> Later[object]:
        analysis = self.analysis.get()
        laters = {Part.CURVE: analysis.curve, Part.TREND: analysis.change}
        return laters.get(part) or (analysis.around if part is Part.ACTIVITIES else self.analysis)


@dataclass(frozen=True, slots=True, eq=False)
class Pending:
    """What is still to be worked out, by any thread; what comes of it is handed back."""

    version: int
    parts: tuple[Part, ...]
    today: date
    found: Found | None
    read: Callable[[], Whole] | None

    def run(self) -> "Worked":
        """Do it.

        Raises
        ------
        KnownError
            If the journal can't be read.
        """
        if self.found is not None or self.read is None:
            read, found = None, self.found
        else:
            sums, marks = self.read()
            read = whole_log(sums), marks
            found = Found.of(read[0].timeline(marks, self.today))
        if found is not None:
            for each in self.parts:
                found.work_out(each)
        return Worked(self.version, read, found)


@dataclass(frozen=True, slots=True, eq=False)
class Worked:
    """What was worked out, and of which version of the log."""

    version: int
    read: tuple[DayArrays, DailyMarks] | None
    found: Found | None


class KeptAnalysis:
    """The log as arrays and what they say: a part of the journal.

    A change of other things, or of nothing that is counted, keeps all of it; a change of some days
    reads these days alone.
    """

    def __init__(self, log: Log) -> None:
        """Read nothing yet."""
        self._log = log
        self._days: DayArrays = NOTHING
        self._marks: DailyMarks | None = None
        self._found: Found | None = None
        self._stale: set[date] | None = None
        self._version = 0

    def take(self, changes: Changes) -> None:
        """Remember which days are to be read anew."""
        if not changes.nouns - _UNSEEN:
            return
        self._version += 1
        if self._stale is not None:
            self._stale = None if changes.days is None else self._stale | changes.days
            if self._stale is not None and len(self._stale) > _MOST_DAYS:
                self._stale = None

    def timeline(self) -> Timeline:
        """Return the whole log as arrays."""
        return self._now().timeline

    def found(self) -> Analysis:
        """Return what the log says."""
        return self._now().analysis.get()

    def stages(self) -> tuple[StageFinding, ...]:
        """Return what it says of the rejections of each stage."""
        return self._now().stages.get()

    def begin(self, *parts: Part) -> "Future[Worked] | None":
        """Have what is pending of some parts worked out on a thread, None if nothing is.

        What comes of it is given to `take_over` by whoever waits for it.
        """
        pending = self.pending(*parts)
        if pending is None:
            return None
        return self._log.own_thread.do(pending.run)

    def pending(self, *parts: Part) -> Pending | None:
        """Return what is still to be worked out of some parts, None if nothing is.

        Only what takes a moment is read here.
        """
        read = self._log.reading_beside() if self._stale is None else None
        if read is not None:
            return Pending(self._version, parts, self._log.today(), None, read)
        found = self._now()
        left = tuple(each for each in parts if not found.has(each))
        return Pending(self._version, left, self._log.today(), found, None) if left else None

    def take_over(self, worked: Worked) -> None:
        """Keep what was worked out, as far as the log is still the same."""
        if worked.read is None or worked.found is None or worked.version != self._version:
            return  # parts are kept by what they are parts of
        self._keep(*worked.read, worked.found)

    def _now(self) -> Found:
        if self._stale is None:
            self._keep(whole_log(self._log.daily_sums()), self._log.daily_marks())
        elif self._stale:
            days = self._days.with_gap(self._stale)
            if len(days) > _MOST_DAYS:
                self._stale = None
                return self._now()
            self._renew(days)
        assert self._found is not None
        return self._found

    def _renew(self, days: Collection[date]) -> None:
        """Read some days anew, and what sources brought if they hold anything of one."""
        renewed = self._days.renewed(days, self._log.daily_sums(days))
        touched = self._days.sources_on(days) | renewed.sources_on(days)
        is_own = self._marks is not None and touched <= {""}
        carried = self._marks.carried if self._marks is not None and is_own else None
        self._keep(renewed, self._log.daily_marks(carried))

    def _keep(self, days: DayArrays, marks: DailyMarks, found: Found | None = None) -> None:
        """Keep a log, and what was found in it as long as it says the same."""
        is_same = self._found is not None and marks == self._marks and days.is_same(self._days)
        if not is_same:
            self._days, self._marks = days, marks
            self._found = found or Found.of(days.timeline(marks, self._log.today()))
        self._stale = set()
