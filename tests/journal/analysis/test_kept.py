"""One timeline and one analysis: right after every act, and made anew only as far as it changed."""

import random
from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date, timedelta
from threading import Thread
from typing import Any

import numpy as np
import pytest

from second_wind.core.analysis.method.timeline import Timeline
from second_wind.core.analysis.parts import Part
from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    GoodNews,
    GoodNewsKind,
    Outing,
    Person,
    Rejection,
    Rest,
    Talk,
    Volunteering,
)
from second_wind.journal.analysis.kept import KeptAnalysis, Pending, Worked
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    """Return a day before today."""
    return TODAY - timedelta(days=days)


def log(journal: Journal, *entries: AnyEntry) -> None:
    """Store entries as one act."""
    journal.store(add=entries, name=ActName.LOG)


def equal(one: Timeline, other: Timeline) -> bool:
    """Tell whether two timelines are the same to the last bit."""
    pairs = [(getattr(one, each.name), getattr(other, each.name)) for each in fields(one)]
    return all(
        np.array_equal(mine, theirs, equal_nan=mine.dtype != np.bool_)
        if isinstance(mine, np.ndarray)
        else mine == theirs
        for mine, theirs in pairs
    )


def on_a_thread(pending: Pending) -> Worked:
    """Do what is pending away from the thread that has the journal."""
    done: list[Worked] = []
    thread = Thread(target=lambda: done.append(pending.run()))
    thread.start()
    thread.join()
    return done[0]


def any_entry(draws: random.Random) -> AnyEntry:
    """Return something that may be logged, by hand or by an import, within some weeks."""
    day = ago(draws.randrange(40))
    source = draws.choice(["", "", "", "all", "moods"])
    by = {"day": day, "source": source, "source_id": str(draws.random()) if source else ""}
    makers: list[AnyEntry] = [
        CheckIn(mood=draws.choice([None, 3.0, 6.6, 1 + 9 / 7]), note="x", **by),
        Exercise(minutes=draws.randrange(1, 60), **by),
        Outing(minutes=25, as_exercise=draws.random() < 0.5, **by),
        Volunteering(minutes=60, **by),
        Talk(**by),
        Rejection(company="Initech", **by),
        GoodNews(kind=GoodNewsKind.INTERVIEW, **by),
    ]
    return draws.choice(makers)


def act(journal: Journal, draws: random.Random, alive: list[AnyEntry]) -> None:
    """Do one of what people do."""
    kind = draws.random()
    if kind < 0.45 or not alive:
        new = [any_entry(draws) for _ in range(draws.randrange(1, 4))]
        log(journal, *new)
        alive += new
    elif kind < 0.6:
        journal.store(delete=[alive.pop(draws.randrange(len(alive)))], name=ActName.DELETE)
    elif kind < 0.75:
        place = draws.randrange(len(alive))
        alive[place] = replace(alive[place], day=ago(draws.randrange(60)))
        journal.store(change=[alive[place]], name=ActName.EDIT)
    elif kind < 0.85:
        at_rest = {each.day for each in journal.entries(Rest)}
        day = ago(draws.randrange(-10, 50))
        if day not in at_rest:
            log(journal, Rest(day=day))
    else:
        journal.undo()
        if draws.random() < 0.5:
            journal.redo()
        alive[:] = [each for each in alive if is_there(journal, each)]


def is_there(journal: Journal, entry: AnyEntry) -> bool:
    """Tell whether an entry is there as it was."""
    try:
        return journal.find(entry.id) == entry
    except KnownError:
        return False


@pytest.mark.parametrize("seed", range(2))
def test_after_every_act_the_timeline_is_that_of_the_whole_log(journal: Journal, seed: int) -> None:
    """Renewing the days that changed gives what reading all of them gives."""
    draws, alive = random.Random(seed), list[AnyEntry]()
    for _ in range(60):
        act(journal, draws, alive)
        kept, anew = journal.analysis.timeline(), KeptAnalysis(journal).timeline()
        assert equal(kept, anew)


@pytest.fixture
def read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> list[Collection[date] | None]:
    """Note which days are read."""
    asked: list[Collection[date] | None] = []
    daily_sums = journal.daily_sums

    def noted(days: Collection[date] | None = None) -> Any:
        asked.append(days)
        return daily_sums(days)

    monkeypatch.setattr(journal, "daily_sums", noted)
    return asked


def test_a_mood_reads_its_day_alone(journal: Journal, read: list[Collection[date] | None]) -> None:
    """However long the log is, and however often it is asked for."""
    log(journal, *(CheckIn(day=ago(each), mood=5) for each in range(30)))
    journal.analysis.timeline()
    assert read == [None]
    log(journal, CheckIn(day=ago(3), mood=8))
    for _ in range(3):
        assert journal.analysis.timeline().mood[-4] == 6.5
    assert read == [None, {ago(3)}]


def test_what_counts_nowhere_keeps_the_analysis(journal: Journal) -> None:
    """Words, a person and settings leave a fit as it is; another mood makes a new one."""
    noted = CheckIn(day=TODAY, mood=5)
    log(journal, noted, *(CheckIn(day=ago(each), mood=5 + each % 3) for each in range(1, 30)))
    found = journal.analysis.found()
    journal.store(change=[replace(noted, note="Went on")], name=ActName.NOTE)
    log(journal, Person(day=TODAY, name="Ana"))
    journal.change_settings(replace(journal.settings, goal=30))
    assert journal.analysis.found() is found
    journal.store(change=[replace(noted, mood=7)], name=ActName.EDIT)
    assert journal.analysis.found() is not found
    journal.undo()
    assert journal.analysis.found().tolerance == found.tolerance


def test_all_can_be_worked_out_on_another_thread(
    journal: Journal, read: list[Collection[date] | None]
) -> None:
    """The first reading, too; afterwards nothing is read or computed where it is shown."""
    log(journal, *(CheckIn(day=ago(each), mood=5 + each % 3) for each in range(60)))
    kept = journal.analysis
    pending = kept.pending(Part.CURVE, Part.STAGES)
    assert pending is not None
    kept.take_over(on_a_thread(pending))
    assert kept.pending(Part.CURVE, Part.STAGES, Part.SINGLE) is None
    assert read == []
    assert equal(kept.timeline(), KeptAnalysis(journal).timeline())


def test_what_was_worked_out_of_an_older_log_is_not_kept(journal: Journal) -> None:
    """An act meanwhile is seen: what is pending is asked for once more."""
    log(journal, *(CheckIn(day=ago(each), mood=5 + each % 3) for each in range(60)))
    kept = journal.analysis
    pending = kept.pending(Part.CURVE)
    assert pending is not None
    worked = on_a_thread(pending)
    log(journal, CheckIn(day=TODAY, mood=10))
    kept.take_over(worked)
    assert kept.pending(Part.CURVE) is not None
    assert equal(kept.timeline(), KeptAnalysis(journal).timeline())


def test_only_the_parts_that_are_shown_are_pending(journal: Journal) -> None:
    """Of a log that is read, each part comes by itself."""
    log(journal, *(CheckIn(day=ago(each), mood=5 + each % 3) for each in range(60)))
    kept = journal.analysis
    kept.timeline()
    assert kept.pending(Part.RAW) is None
    pending = kept.pending(Part.SINGLE)
    assert pending is not None
    assert pending.read is None
    kept.take_over(on_a_thread(pending))
    assert kept.pending(Part.SINGLE) is None
    later = kept.pending(Part.SINGLE, Part.TREND, Part.ACTIVITIES)
    assert later is not None
    assert later.parts == (Part.TREND, Part.ACTIVITIES)


def test_the_same_log_from_another_process_keeps_the_analysis(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """A change elsewhere may be of anything: all is read, and kept where it says the same."""
    log(journal, *(CheckIn(day=ago(each), mood=5 + each % 3) for each in range(60)))
    found = journal.analysis.found()
    other = Journal(paths.journal, clock)
    log(other, Person(day=TODAY, name="Ana"))
    assert journal.notice_foreign_changes()
    assert journal.analysis.found() is found
    log(other, CheckIn(day=ago(70), mood=5))
    other.close(copy=False)
    assert journal.notice_foreign_changes()
    assert len(journal.analysis.timeline()) == 71
