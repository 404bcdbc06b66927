"""What acts write that bring another journal's rows: a merge, answers to it, a replaced file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from second_wind.journal.files.merging import MergePlan
from second_wind.journal.log.acts import Write
from second_wind.journal.log.clashes import Answer, Answers, Clash, states
from second_wind.storage.merge import merging, waiting
from second_wind.storage.merge.merging import Place
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows, Values
from second_wind.storage.tables.sql import OpenDatabase, connection


def merge(plan: MergePlan, answers: Answers) -> Write:
    """Return what carries a merge out; what has no answer keeps its later state."""

    def write(database: OpenDatabase, now: datetime) -> None:
        decided: dict[Place, list[Values]] = {}
        for each in plan.clashes:
            now_here = _as_it_is(database, each)
            decided |= states(now_here, answers.get(each.place, Answer.LATER), now)
        merging.write(connection(database), plan.theirs, decided)

    return write


def merge_and_wait(plan: MergePlan) -> Write:
    """Return what leaves things that were changed on both sides, and keeps their other state."""

    def write(database: OpenDatabase, now: datetime) -> None:
        merging.write(connection(database), plan.theirs, {each.place: () for each in plan.clashes})
        for each in plan.clashes:
            waiting.wait(database, each.table, [each.theirs], now)

    return write


def remember(database: OpenDatabase, theirs: Rows) -> None:
    """Bring what another journal remembers: drafts, and what waits for an answer there.

    It is no part of the log, so it comes without an act, also where nothing else does.
    """
    if not theirs[rows.STATE]:
        return
    mine = {rows.STATE: rows.read(connection(database))[rows.STATE]}
    states = merging.merged(mine, {rows.STATE: theirs[rows.STATE]})[rows.STATE]
    rows.put(connection(database), rows.STATE, states)


def answer(answers: Sequence[tuple[Clash, Answer]]) -> Write:
    """Return what carries out the answers to things that waited for them."""

    def write(database: OpenDatabase, now: datetime) -> None:
        for clash, chosen in answers:
            waiting.settle(database, clash.table, clash.theirs, now)
            decided = dict(states(_as_it_is(database, clash), chosen, now))
            merging.decide(connection(database), decided)

    return write


def keep_unseen(given: Write, held: Rows) -> Write:
    """Return what does what somebody did before the file was replaced.

    What that writes over in the new file waits to be seen.
    """

    def write(database: OpenDatabase, now: datetime) -> None:
        given(database, now)
        waiting.keep_unseen(database, held, now)

    return write


def _as_it_is(database: OpenDatabase, clash: Clash) -> Clash:
    """Return a clash with what is here now: it may have changed while somebody chose."""
    mine = waiting.row(database, *clash.place)
    return replace(clash, mine=rows.shown(mine)) if mine else clash
