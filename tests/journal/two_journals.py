"""Two computers of one person: logged on, imported into, copied, exported, merged, synced.

python tests/journal/two_journals.py 2000 30    # runs, and steps in each
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Rejection
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.exchange.formats import own_json
from second_wind.exchange.plan.plan import carry_out, prepare
from second_wind.exchange.values.options import OnConflict, Options, Scale
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.clashes import Answer
from second_wind.journal.log.history import wanted

DAY = date(2026, 11, 20)
WHICH = st.integers(0, 1)
TEXTS = st.lists(st.sampled_from(["alder", "birch", "cedar"]), min_size=1, max_size=3)
_BROUGHT = (ActName.MERGE, ActName.IMPORT_OWN)


class TwoJournals(RuleBasedStateMachine):
    """Once both met, a search finds every text, unless that row was changed or deleted later."""

    def __init__(self) -> None:
        super().__init__()
        # The same steps make the same identities, and so the same order of what is logged at once.
        self.chance = patch.object(os, "urandom", Random(7).randbytes)
        self.chance.start()
        self.place = Path(tempfile.mkdtemp(prefix="two-journals-"))
        self.clock = FixedClock(datetime(2026, 11, 22, 14, tzinfo=timezone(timedelta(hours=1))))
        self.journals = [self.open(self.place / f"{i}/journal.sqlite3") for i in range(2)]
        self.copies: list[list[Path]] = [[], []]
        self.files = 0
        self.typed: dict[str, str] = {}
        self.number = 0
        self.given_up: set[str] = set()

    def open(self, path: Path) -> Journal:
        """Open a journal."""
        path.parent.mkdir(parents=True, exist_ok=True)
        return Journal(path, self.clock)

    def text(self) -> str:
        """Return a text that nobody typed before."""
        self.number += 1
        return f"word{self.number:04}"

    def file(self, ending: str) -> Path:
        """Return a place for a file."""
        self.files += 1
        return self.place / f"{self.files}.{ending}"

    def living(self, which: int) -> dict[str, AnyEntry]:
        """Return all that a journal shows."""
        journal = self.journals[which]
        return {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}

    def choose(self, which: int, data: Any) -> AnyEntry | None:
        """Choose something that is shown."""
        found = list(self.living(which).values())
        return data.draw(st.sampled_from(found)) if found else None

    def act(self, which: int, do: Callable[[], object]) -> None:
        """Do something here, and learn from what is shown what was typed, changed and deleted."""
        self.clock.advance(seconds=1)
        before = self.living(which)
        do()
        after = self.living(which)
        for key in before.keys() | after.keys():
            if key not in after:
                self.typed[key] = ""
            elif key not in before or before[key].note != after[key].note:
                self.typed[key] = after[key].note

    def take_back(self, which: int, do: Callable[[], object]) -> None:
        """Take back what came, or let it come again; what the other journal has is not lost."""
        before = self.living(which)
        do()
        after, there = self.living(which), self.living(1 - which)
        for key in before.keys() | after.keys():
            text, was = (each[key].note if key in each else "" for each in (after, before))
            if text != was and self.typed.get(key) == was and not _says(there, key, was):
                # It comes back as of its own time, before which the other may have deleted it.
                self.typed[key] = text if key in there else ""

    @rule(which=WHICH, kind=st.sampled_from([CheckIn, Rejection]))
    def log(self, which: int, kind: type[CheckIn | Rejection]) -> None:
        """Type something new."""
        entry = kind(day=DAY, note=self.text())
        self.act(which, lambda: self.journals[which].store(add=[entry], name=ActName.LOG))

    @rule(which=WHICH, data=st.data())
    def edit(self, which: int, data: Any) -> None:
        """Type another text."""
        entry = self.choose(which, data)
        if entry:
            new = replace(entry, note=self.text())
            if entry.source:  # the same import elsewhere may be one with this row
                self.given_up.add(entry.note)
            self.act(which, lambda: self.journals[which].store(change=[new], name=ActName.EDIT))

    @rule(which=WHICH, data=st.data())
    def delete(self, which: int, data: Any) -> None:
        """Delete something by hand."""
        entry = self.choose(which, data)
        if entry:
            gone = [entry]
            self.given_up.add(entry.note)  # and the same import elsewhere with it
            self.act(which, lambda: self.journals[which].store(delete=gone, name=ActName.DELETE))

    @rule(which=WHICH)
    def undo(self, which: int) -> None:
        """Take back the last act."""
        journal, act = self.journals[which], self.journals[which].next_undo()
        if act and act.name in _BROUGHT:
            self.take_back(which, journal.undo)
        elif act:
            self.act(which, journal.undo)

    @rule(which=WHICH)
    def redo(self, which: int) -> None:
        """Do again what was undone."""
        journal, act = self.journals[which], self.journals[which].next_redo()
        if act and act.name in _BROUGHT:
            self.take_back(which, journal.redo)
        elif act:
            self.act(which, journal.redo)

    @rule(which=WHICH, texts=TEXTS, answer=st.sampled_from(OnConflict))
    def bring(self, which: int, texts: list[str], answer: OnConflict) -> None:
        """Import a file: two days of another program, at times a row twice."""
        path, journal = self.file("csv"), self.journals[which]
        lines = [f"2026-11-{10 + len(each) % 2},5,{each}" for each in texts]
        path.write_text("\n".join(["date,mood,note", *lines]), encoding="utf-8")
        options = Options(scale=Scale(1, 10))

        def bringing() -> None:
            carry_out(prepare(path, options, journal), journal, answer)
            assert carry_out(prepare(path, options, journal), journal, answer) == 0 or (
                answer is OnConflict.THEIRS
            )

        self.act(which, bringing)

    @rule(which=WHICH)
    def copy(self, which: int) -> None:
        """Make a safe copy."""
        self.clock.advance(seconds=1)
        self.copies[which].append(self.journals[which].back_up("test"))

    @rule(which=WHICH, data=st.data())
    def restore(self, which: int, data: Any) -> None:
        """Return to a safe copy."""
        kept = [each for each in self.copies[which] if each.exists()]
        if kept:
            copy = data.draw(st.sampled_from(kept))
            self.act(which, lambda: self.journals[which].restore(copy))

    @rule(into=WHICH, answer=st.sampled_from([OnConflict.MINE, OnConflict.BOTH]))
    def export_and_import(self, into: int, answer: OnConflict) -> None:
        """Bring over our own JSON; the rows that come are those of the other journal."""
        self.clock.advance(seconds=1)
        path = self.file("json")
        with path.open("w", encoding="utf-8") as out:
            own_json.write(self.journals[1 - into], out, None, None)
        journal = self.journals[into]
        carry_out(prepare(path, Options(), journal), journal, answer)
        assert carry_out(prepare(path, Options(), journal), journal, answer) == 0

    @rule(into=WHICH, answer=st.sampled_from([Answer.LATER, Answer.BOTH]))
    def merge(self, into: int, answer: Answer) -> None:
        """Merge; a second time brings nothing."""
        self.clock.advance(seconds=1)
        self.meet(into, answer)
        assert not self.journals[into].plan_merge(self.journals[1 - into].path)

    def meet(self, into: int, answer: Answer) -> None:
        """Merge; what was typed by hand stays before a later import."""
        plan = self.journals[into].plan_merge(self.journals[1 - into].path)
        for each in plan.clashes if answer is Answer.LATER else ():
            kept = each.here if each.is_mine_first else each.there
            if each.is_by_hand and kept:
                self.typed[kept.id] = kept.note
        self.journals[into].merge(plan, {each.place: answer for each in plan.clashes})

    @rule(which=WHICH)
    def sync(self, which: int) -> None:
        """Put the other journal's file in the place of this one, while it is open."""
        self.clock.advance(seconds=1)
        coming = self.file("sqlite3")
        self.journals[1 - which].save_copy(coming)
        coming.replace(self.journals[which].path)
        assert self.journals[which].rejoin_if_replaced()

    def teardown(self) -> None:
        """Let both meet, and search for every text that was typed."""
        try:
            self.clock.advance(seconds=1)
            for into in (0, 1):
                self.meet(into, Answer.LATER)
            assert self.living(0) == self.living(1)
            for journal in self.journals:
                self.look_for_texts(journal)
        finally:
            for journal in self.journals:
                journal.close(copy=False)
            self.chance.stop()
            shutil.rmtree(self.place)

    def look_for_texts(self, journal: Journal) -> None:
        """Find each text, or what waits for an answer and holds it."""
        waiting = {
            each.theirs.get("note") for one in self.journals for each in one.waiting_clashes()
        }
        for key, text in self.typed.items():
            if text and text not in waiting | self.given_up:
                assert journal.history.search(wanted(text)), (key, text)


def _says(living: dict[str, AnyEntry], key: str, text: str) -> bool:
    return key in living and living[key].note == text


def main() -> None:
    """Run as often, and as long, as told."""
    runs, steps = (int(each) for each in sys.argv[1:3])
    chosen = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(TwoJournals, settings=chosen)
    print(f"{runs} runs of {steps} steps: every text was found")  # noqa: T201


if __name__ == "__main__":
    main()
