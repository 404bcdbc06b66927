"""Whatever a person does and takes back, the journal holds what a plain model holds."""

import tempfile
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from second_wind.core.errors.entry_errors import NothingToRedo, NothingToUndo
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    Outing,
    Rejection,
    Talk,
)
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act, ActName
from second_wind.journal.log.settings import LogSettings, WeekStart

TODAY = date(2026, 11, 22)
DAYS = st.integers(0, 40).map(lambda ago: TODAY - timedelta(days=ago))
TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
ENTRIES = st.one_of(
    st.builds(CheckIn, day=DAYS, mood=st.none() | st.floats(1, 10), note=TEXT),
    st.builds(Exercise, day=DAYS, minutes=st.integers(1, 1440), kind=TEXT),
    st.builds(Outing, day=DAYS, place=TEXT, as_exercise=st.booleans()),
    st.builds(Talk, day=DAYS, person=TEXT),
    st.builds(Rejection, day=DAYS, company=TEXT),
)
SETTINGS = st.builds(
    LogSettings,
    day_start=st.integers(0, 6),
    goal=st.integers(1, 240),
    mood_names=st.sampled_from([("",) * 10, ("down", *[""] * 8, "up")]),
    week_start=st.sampled_from(WeekStart),
    exclude_lowest_days=st.booleans(),
)


@dataclass(frozen=True)
class State:
    """All that a journal holds."""

    entries: dict[str, AnyEntry]
    settings: LogSettings


class Machine(RuleBasedStateMachine):
    """Two windows on one journal, and a model: a list of states and a place in it."""

    known = Bundle("known")

    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        clock = FixedClock(datetime(2026, 11, 22, 14, tzinfo=timezone(timedelta(hours=1))))
        path = Path(self.directory.name) / "journal.sqlite3"
        self.journals = [Journal(path, clock) for _ in range(2)]
        self.states = [State({}, LogSettings())]
        self.now = 0
        self.last: Act | None = None

    @property
    def state(self) -> State:
        """What the journal should hold."""
        return self.states[self.now]

    def become(self, state: State) -> None:
        """Do something new: what was undone is gone."""
        self.states = [*self.states[: self.now + 1], state]
        self.now += 1

    def store(self, which: int, entries: dict[str, AnyEntry], **what: list[AnyEntry]) -> None:
        """Store in one of the windows and in the model."""
        self.last = self.journals[which].store(name=ActName.LOG, **what)  # type: ignore[arg-type]
        self.become(replace(self.state, entries=entries))

    @rule(target=known, which=st.integers(0, 1), given=st.lists(ENTRIES, min_size=1, max_size=3))
    def add(self, which: int, given: list[AnyEntry]) -> object:
        """Log some entries."""
        self.store(which, self.state.entries | {each.id: each for each in given}, add=given)
        return multiple(*(each.id for each in given))

    @rule(which=st.integers(0, 1), key=known, note=TEXT, day=DAYS)
    def change(self, which: int, key: str, note: str, day: date) -> None:
        """Change an entry, if it is there."""
        if key in self.state.entries:
            new = replace(self.state.entries[key], note=note, day=day)
            self.store(which, self.state.entries | {key: new}, change=[new])

    @rule(which=st.integers(0, 1), key=known, notes=st.lists(TEXT, min_size=2, max_size=4))
    def write(self, which: int, key: str, notes: list[str]) -> None:
        """Write a note with pauses: one act."""
        if key in self.state.entries:
            act, new = None, self.state.entries[key]
            for note in notes:
                new = replace(new, note=note)
                act = self.journals[which].store(change=[new], name=ActName.NOTE, extend=act)
            self.become(replace(self.state, entries=self.state.entries | {key: new}))

    @rule(which=st.integers(0, 1), key=consumes(known))
    def delete(self, which: int, key: str) -> None:
        """Delete an entry, if it is there."""
        if key in self.state.entries:
            entries = {name: each for name, each in self.state.entries.items() if name != key}
            self.store(which, entries, delete=[self.state.entries[key]])

    @rule(which=st.integers(0, 1), new=SETTINGS)
    def change_settings(self, which: int, new: LogSettings) -> None:
        """Change settings; the same ones again are no act."""
        self.journals[which].change_settings(new)
        if new != self.state.settings:
            self.become(replace(self.state, settings=new))

    @rule(which=st.integers(0, 1))
    def undo(self, which: int) -> None:
        """Take back the last act, whoever did it."""
        try:
            self.journals[which].undo()
        except NothingToUndo:
            assert self.now == 0
        else:
            self.now -= 1

    @rule(which=st.integers(0, 1))
    def redo(self, which: int) -> None:
        """Do it again."""
        try:
            self.journals[which].redo()
        except NothingToRedo:
            assert self.now == len(self.states) - 1
        else:
            self.now += 1

    @invariant()
    def both_hold_what_the_model_holds(self) -> None:
        """Each window, once it has noticed, shows exactly the model."""
        for journal in self.journals:
            journal.notice_foreign_changes()
            found = [each for kind in ENTRY_TYPES for each in journal.entries(kind)]
            assert {each.id: each for each in found} == self.state.entries
            assert len(found) == len(self.state.entries)
            assert journal.settings == self.state.settings
            assert (journal.next_undo() is None) == (self.now == 0)
            assert (journal.next_redo() is None) == (self.now == len(self.states) - 1)

    def teardown(self) -> None:
        """Close and clean up."""
        for journal in self.journals:
            journal.close(copy=False)
        self.directory.cleanup()


TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=12,
    stateful_step_count=25,
)
