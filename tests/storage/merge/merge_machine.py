"""Three journals of one person in memory: logged in, imported into, copied, merged anyhow."""

from collections import defaultdict
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from second_wind.core.log.sources import kept_key
from second_wind.storage.merge.merging import merged
from second_wind.storage.merge.restoring import states_of_return
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows, Values, alive, never_lived
from second_wind.storage.tables.seals import origin

TABLES = ("check_in", "consultation", "feeling_word", "person", "rejection", "rest", "step_mark")
WHICH = st.integers(0, 2)
FILE = st.lists(st.tuples(st.sampled_from("12"), st.sampled_from("abc")), min_size=1, max_size=3)
"""Rows of another program's file: a minute and a text, at times twice or two in a minute."""


def after(mine: Rows, theirs: Rows) -> Rows:
    """Return what a journal holds after a merge."""
    result = {table: dict(found) for table, found in mine.items()}
    for table, states in merged(mine, theirs).items():
        result[table] |= {each["id"]: each for each in states}
    return result


def told(found: Rows) -> list[tuple[str, ...]]:
    """Return what a person reads, in whichever rows."""
    said = (
        (table, e["note"], e.get("meaning", ""))
        for table in found
        for e in alive(found[table]).values()
    )
    return sorted(said)


def text_of(values: Values) -> str:
    """Return the text in a row."""
    return str(values.get("meaning") or values["note"])


class MergeMachine(RuleBasedStateMachine):
    """What a person typed is in all three once they met, unless that row was changed or deleted."""

    def __init__(self) -> None:
        super().__init__()
        self.journals: list[Rows] = [{table: {} for table in TABLES} for _ in range(3)]
        self.copies: list[list[Rows]] = [[], [], []]
        self.ticks = 0
        # A short text stands in several rows that are one thing: a word, a day of rest.
        self.given_up: set[str] = set()
        self.typed: dict[str, tuple[int, str | None]] = {}
        self.imported: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.most: dict[tuple[str, str], int] = defaultdict(int)

    def now(self) -> str:
        """Return a moment that nobody had before."""
        self.ticks += 1
        return f"2026-11-22T00:{self.ticks // 60:02}:{self.ticks % 60:02}.000000+00:00"

    def put(self, which: int, table: str, **more: Any) -> Values:
        """Write a new row."""
        moment = self.now()
        values = {
            "id": f"{table}-{self.ticks:04}",
            "created_at": moment,
            "updated_at": moment,
            "deleted_at": None,
            "day": "2026-11-20",
            "note": "",
            "source": "",
            "source_id": "",
            "origin": "",
        } | more
        self.journals[which][table][values["id"]] = values
        return values

    def choose(self, data: Any, which: int, *tables: str) -> Values | None:
        """Choose a row that is shown."""
        found = [e for t in tables for e in alive(self.journals[which][t]).values()]
        return data.draw(st.sampled_from(found)) if found else None

    def change(self, which: int, values: Values, **more: Any) -> Values:
        """Write a row anew."""
        table = values["id"].split("-")[0]
        new = values | {"updated_at": self.now()} | more
        self.journals[which][table][values["id"]] = new
        return new

    @rule(which=WHICH, table=st.sampled_from(("check_in", "person", "rejection")))
    def log(self, which: int, table: str) -> None:
        """Type something new."""
        more = {"people": "[]"} if table == "rejection" else {}
        values = self.put(which, table, note=f"typed {self.ticks}", **more)
        self.typed[values["id"]] = self.ticks, values["note"]

    @rule(which=WHICH, note=st.sampled_from(["", "ill", "tired"]))
    def rest(self, which: int, note: str) -> None:
        """Rest, unless the day rests already."""
        if not alive(self.journals[which]["rest"]):
            values = self.put(which, "rest", note=note)
            self.typed[values["id"]] = self.ticks, note

    @rule(
        which=WHICH, word=st.sampled_from(["Blue", "blue"]), meaning=st.sampled_from(["", "x", "y"])
    )
    def word(self, which: int, word: str, meaning: str) -> None:
        """Add an own word, unless there is one."""
        if not alive(self.journals[which]["feeling_word"]):
            values = self.put(which, "feeling_word", word=word, meaning=meaning)
            self.typed[values["id"]] = self.ticks, meaning

    @rule(which=WHICH, data=st.data())
    def ask(self, which: int, data: Any) -> None:
        """Ask about a rejection, and mark a step after it."""
        about = self.choose(data, which, "rejection")
        if about:
            key = about["id"]
            asked = self.put(which, "consultation", rejection=key, person_id="", note="")
            self.change(which, asked, note=f"typed {self.ticks}")
            self.typed[asked["id"]] = (
                self.ticks,
                self.journals[which]["consultation"][asked["id"]]["note"],
            )
            marks = alive(self.journals[which]["step_mark"]).values()
            if not any(each["rejection"] == key for each in marks):
                self.put(which, "step_mark", rejection=key, step=6)

    @rule(which=WHICH, table=st.sampled_from(("check_in", "rejection")), file=FILE)
    def bring(self, which: int, table: str, file: list[tuple[str, str]]) -> None:
        """Import a file: what came before, or was deleted by hand, does not come again."""
        more = {"people": "[]"} if table == "rejection" else {}
        known: dict[tuple[str, str], int] = defaultdict(int)
        for each in self.journals[which][table].values():
            if each["source"] and (each["deleted_at"] is None or rows.was_deleted(each)):
                known[each["source_id"], each["origin"]] += 1
        for key, text in file:
            brought = {"day": "2026-11-20", "note": text} | more
            made = origin(table, brought)
            self.most[table, made] = max(self.most[table, made], file.count((key, text)))
            if known[key, made]:
                known[key, made] -= 1
                continue
            values = self.put(which, table, **brought, source="csv", source_id=key, origin=made)
            self.imported[table, values["source_id"] + made].add(values["id"])

    @rule(which=WHICH, data=st.data())
    def edit(self, which: int, data: Any) -> None:
        """Type another text into a row."""
        values = self.choose(data, which, "check_in", "rejection", "person", "rest", "feeling_word")
        if values:
            field = "meaning" if "meaning" in values else "note"
            new = self.change(which, values, **{field: f"typed {self.ticks}"})
            self.given_up.add(text_of(values))
            self.typed[values["id"]] = self.ticks, new[field]

    @rule(which=WHICH, data=st.data())
    def meet(self, which: int, data: Any) -> None:
        """Note down who was met in a process."""
        process, person = self.choose(data, which, "rejection"), self.choose(data, which, "person")
        if process and person:
            self.change(which, process, people=f'["{person["id"]}"]')
            self.typed[process["id"]] = self.ticks, process["note"]

    @rule(which=WHICH, data=st.data(), by_hand=st.booleans())
    def remove(self, which: int, data: Any, by_hand: bool) -> None:
        """Delete a row by hand, or take it back."""
        values = self.choose(data, which, *TABLES)
        if values:
            moment = self.now()
            gone = values | {"deleted_at": moment} if by_hand else never_lived(values)
            self.change(which, gone, updated_at=moment)
            self.typed[values["id"]] = self.ticks, None
            if by_hand:
                self.given_up.add(text_of(values))

    @rule(which=WHICH)
    def wipe(self, which: int) -> None:
        """Empty the trash: only keys and times stay, of doubles too."""
        for found in self.journals[which].values():
            for key, each in found.items():
                if each["deleted_at"] is not None:
                    emptied = {name: "" for name in ("note", "meaning", "word") if name in each}
                    key_there = kept_key(each["source_id"])
                    found[key] = each | emptied | {"source_id": key_there}

    @rule(which=WHICH)
    def copy(self, which: int) -> None:
        """Make a safe copy."""
        self.copies[which].append({t: dict(found) for t, found in self.journals[which].items()})

    def copy_of(self, which: int, data: Any) -> Rows | None:
        """Choose a copy."""
        return data.draw(st.sampled_from(self.copies[which])) if self.copies[which] else None

    @rule(which=WHICH, data=st.data())
    def return_to_a_copy(self, which: int, data: Any) -> None:
        """Return to a copy: what was logged or changed since is given up."""
        copy = self.copy_of(which, data)
        if copy is None:
            return
        mine, moment = self.journals[which], self.now()
        for table, found in mine.items():
            for each in states_of_return(found, copy[table], moment):
                if each["id"] in alive(found):
                    self.given_up.add(text_of(found[each["id"]]))
                kept = None if each["deleted_at"] else text_of(each)
                self.typed[each["id"]] = self.ticks, kept
                found[each["id"]] = each
        assert told(mine) == told(copy)

    @rule(into=WHICH, other=WHICH, data=st.data())
    def merge_a_copy(self, into: int, other: int, data: Any) -> None:
        """Merge a copy as one merges any journal."""
        copy = self.copy_of(other, data)
        if copy is not None:
            self.journals[into] = after(self.journals[into], copy)

    @rule(into=WHICH, other=WHICH)
    @precondition(lambda self: self.ticks)
    def merge(self, into: int, other: int) -> None:
        """Merge; it comes out the same either way, and a second time brings nothing."""
        mine, theirs = self.journals[into], self.journals[other]
        both = after(mine, theirs)
        assert both == after(theirs, mine)
        assert after(both, theirs) == after(both, mine) == both
        assert all(
            both[table].keys() == mine[table].keys() | theirs[table].keys() for table in both
        )
        self.journals[into] = both

    def teardown(self) -> None:
        """Let all meet, in any order, and look for what was typed."""
        one, two, three = self.journals
        for way in (
            after(after(one, two), three),
            after(one, after(two, three)),
            after(after(three, one), two),
        ):
            said = {text for _, *texts in told(way) for text in texts} | self.given_up
            texts = {key: text for key, (_, text) in self.typed.items() if text}
            lost = {key: text for key, text in texts.items() if text not in said}
            assert not lost, lost
