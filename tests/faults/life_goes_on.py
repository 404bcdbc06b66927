"""Lives with a journal through its commands, damage included; whatever is read ends well.

python tests/faults/life_goes_on.py RUNS STEPS

A person logs, edits, deletes, takes back, imports, exports and takes in again, merges, makes safe
copies and goes back to them, recovers; meanwhile the file is damaged, and life goes on before
anybody mends it. After each step each command that reads ends with 0, or with 2 and a sentence.
As long as the file is whole, search finds every word that is in the log, and no other.
"""

import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from io import StringIO
from pathlib import Path

from second_wind.cli import run
from second_wind.core.log.clock import FixedClock

TODAY = date(2026, 11, 22)
_NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
CHARTS = ("recovery", "all", "coming-back", "timeline", "year", "together", "weeks")
DONE, KNOWN = 0, 2


class Wrong(AssertionError):
    """A promise that did not hold."""


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    words: tuple[str, ...]
    status: int
    out: str
    err: str


@dataclass
class Life:
    """One person's files, and the words that their log should hold.

    Attributes
    ----------
    states : list of sets of words
        What the log held after each act; None in place of all if that isn't known.
    has_past : bool
        Whether acts may be taken back that were done before the first of them.
    """

    home: Path
    chance: random.Random
    charts: int = len(CHARTS)
    clock: FixedClock = field(default_factory=lambda: FixedClock(_NOON))
    states: list[frozenset[str]] | None = field(default_factory=lambda: [frozenset()])
    now: int = 0
    has_past: bool = False
    made: int = 0
    done: list[str] = field(default_factory=list)

    @property
    def journal(self) -> Path:
        """Where the journal lies."""
        return self.home / "own" / "journal.sqlite3"

    # Steps

    def step(self) -> None:
        """Do something, then read everything."""
        steps: list[tuple[int, Callable[[], None]]] = [
            (6, self.log),
            (2, self.reject),
            (3, self.edit),
            (2, self.delete),
            (3, self.undo),
            (2, self.redo),
            (3, self.take_in),
            (1, self.out_and_in),
            (2, self.merge),
            (2, self.copy),
            (1, self.go_back),
            (1, self.damage),
            (1, self.recover),
        ]
        weights, acts = zip(*steps, strict=True)
        (act,) = self.chance.choices(acts, weights)
        self.done.append(act.__name__)
        act()
        self.clock.advance(minutes=self.chance.choice((1, 7, 90)))
        self.read_everything()

    def log(self) -> None:
        """Log a word."""
        word = self.word()
        mood = str(self.chance.randint(1, 10))
        ran = self.say("log", "--day", self.day(), "--mood", mood, "--note", word)
        if ran.status == DONE:
            self.become(self.held | {word})

    def reject(self) -> None:
        """Log a rejection."""
        word = self.word()
        ran = self.say("reject", "--day", self.day(), "--company", "Acme", "--note", word)
        if ran.status == DONE:
            self.become(self.held | {word})

    def edit(self) -> None:
        """Put another word in the place of one."""
        found = self.one()
        if found:
            (key, old), new = found, self.word()
            gone = self.only(old)
            ran = self.say("edit", key, "--note", new)
            if ran.status == DONE:
                self.become(self.held - gone | {new})

    def delete(self) -> None:
        """Delete one."""
        found = self.one()
        gone = self.only(found[1]) if found else set()
        if found and self.say("delete", found[0]).status == DONE:
            self.become(self.held - gone)

    def undo(self) -> None:
        """Take the last act back."""
        if self.say("undo").status == DONE:
            self.move(-1)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.say("redo").status == DONE:
            self.move(+1)

    def move(self, by: int) -> None:
        """Be at the state before or after, which may be one from before the model began."""
        if self.states is None:
            return
        self.now += by
        if self.has_past and not 0 <= self.now < len(self.states):
            self.states, self.now = [self.found()], 0
        self.require(0 <= self.now < len(self.states), "more was taken back than was done")

    def take_in(self) -> None:
        """Import a table with days that the log may have, some rows twice."""
        words = [self.word() for _ in range(self.chance.randint(1, 4))]
        rows = [f"{self.day()},{self.chance.randint(1, 10)},{word}" for word in words]
        rows += rows[: self.chance.randint(0, 1)]
        table = self.home / f"{words[0]}.csv"
        table.write_text("\n".join(["date,mood,note", *rows]), encoding="utf-8")
        answer = self.chance.choice(("mine", "theirs", "both"))
        options = ("--scale", "1:10", "--on-conflict", answer)
        before = self.held
        for _ in range(self.chance.randint(1, 2)):
            self.say("import", str(table), *options)
        if self.states is not None:
            found = self.found()
            if answer != "theirs":
                self.require(before <= found, f"{before - found} went missing in an import")
            if answer == "both":
                self.require(set(words) <= found, "not both are there")
            self.require(found <= before | set(words), "an import made words up")
            self.become(found)

    def out_and_in(self) -> None:
        """Export all, and take it in again: nothing changes."""
        file = self.home / f"{self.word()}.json"
        if self.say("export", str(file), "--format", "json").status == DONE:
            self.say("import", str(file))

    def merge(self) -> None:
        """Log something on another computer, and bring it over."""
        word, other = self.word(), self.home / "other"
        self.say("log", "--day", self.day(), "--note", word, home=other)
        ran = self.say("merge", str(other / "journal.sqlite3"))
        if ran.status == DONE and self.states is not None:
            found = self.found()
            self.require(self.held | {word} <= found, "a merge lost a word")
            self.become(found)

    def copy(self) -> None:
        """Make a safe copy."""
        self.say("backup")

    def go_back(self) -> None:
        """Return to a copy."""
        copies = sorted((self.home / "own" / "backups").glob("*.sqlite3"))
        if copies:
            self.say("backup", "--restore", self.chance.choice(copies).name)
            self.look_again()

    def damage(self) -> None:
        """Flip a bit, overwrite a block, or cut the end off: of the journal or of a copy."""
        files = [self.journal, *(self.home / "own" / "backups").glob("*.sqlite3")]
        file = self.chance.choice(files)
        if not file.exists() or not file.stat().st_size:
            return
        content = bytearray(file.read_bytes())
        at = self.chance.randrange(len(content))
        match self.chance.choice(("bit", "block", "cut")):
            case "bit":
                content[at] ^= 1 << self.chance.randrange(8)
            case "block":
                content[at - at % 512 : at - at % 512 + 512] = self.chance.randbytes(512)
            case "cut":
                del content[at:]
        file.write_bytes(content)
        self.states = None

    def recover(self) -> None:
        """Recover what can be."""
        if self.say("check").status == KNOWN:
            use = self.chance.choice(("recovered", "backup", "both"))
            self.say("check", "--recover", "--use", use)
        self.look_again()

    # What holds

    def read_everything(self) -> None:
        """Let every command that reads end well."""
        for words in self.readers():
            ran = self.say(*words)
            if ran.status == DONE and "--json" in words:
                self.require(_is_json(ran.out), f"{words} printed no JSON")
            if ran.status == KNOWN and words[0] != "check":
                self.require(bool(ran.err.strip()), f"{words} told nothing")
                self.require(not ran.out or _is_json(ran.out), f"{words} printed half of it")
        if self.states is not None:
            found = self.found()
            self.require(found == self.held, f"found {found ^ self.held} otherwise")

    def readers(self) -> Iterator[tuple[str, ...]]:
        """Yield what reads."""
        day = self.day()
        yield from (("day", day), ("day", day, "--json"), ("analyse",), ("analyse", "--json"))
        yield from (("search", "Acme"), ("search", "w", "--json"))
        yield from (("check",), ("check", "--json"), ("backup", "--list"), ("backup", "--verify"))
        yield ("export", "-", "--format", "json")
        for name in self.chance.sample(CHARTS, self.charts):
            yield "chart", name, str(self.home / f"{self.word()}.svg")

    def say(self, *words: str, home: Path | None = None) -> Ran:
        """Run a command, which is no bug whatever happens."""
        out, err = StringIO(), StringIO()
        place = ("--home", str(home or self.home / "own"))
        status = run([*words, *place], clock=self.clock, out=out, err=err)
        ran = Ran(words, status, out.getvalue(), err.getvalue())
        self.require(status in (DONE, KNOWN), f"status {status}: {ran.err or ran.out}")
        self.require("Traceback" not in ran.err, f"{words}: {ran.err}")
        return ran

    def require(self, holds: bool, otherwise: str) -> None:
        """Tell what was done before, if something does not hold."""
        if not holds:
            raise Wrong(f"{otherwise}\nafter: {', '.join(self.done)}")

    # The model

    @property
    def held(self) -> frozenset[str]:
        """The words that the log holds."""
        return self.states[self.now] if self.states else frozenset()

    def become(self, held: frozenset[str]) -> None:
        """Do something new: what was undone is gone."""
        if self.states is not None and held != self.held:
            self.states = [*self.states[: self.now + 1], held]
            self.now += 1

    def look_again(self) -> None:
        """Take what is there now, if the file is sound, for what should be there from now on."""
        if self.say("check").status == DONE:
            self.states, self.now, self.has_past = [self.found()], 0, True

    def found(self) -> frozenset[str]:
        """Return every word that search finds."""
        return frozenset(self.said())

    def only(self, word: str) -> set[str]:
        """Return a word that goes with its entry: a table may bring one twice."""
        return {word} if self.said().count(word) == 1 else set()

    def said(self) -> list[str]:
        """Return the words of every entry that search finds."""
        ran = self.say("search", "w", "--json")
        if ran.status != DONE:
            return []
        texts = (each["excerpt"] for each in json.loads(ran.out)["hits"])
        return [w for text in texts for w in text.split() if w.startswith("w")]

    def one(self) -> tuple[str, str] | None:
        """Return the id and the word of a check-in of some day."""
        ran = self.say("day", self.day(), "--json")
        if ran.status != DONE:
            return None
        found = [(each["id"], each["note"]) for each in json.loads(ran.out)["check_ins"]]
        return self.chance.choice(found) if found else None

    def word(self) -> str:
        """Return a word that was never there."""
        self.made += 1
        return f"w{self.made}"

    def day(self) -> str:
        """Return one of a few days, so that things meet."""
        return str(TODAY - timedelta(days=self.chance.randint(0, 5)))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def live(seed: int, steps: int, charts: int = len(CHARTS)) -> str:
    """Live one life; return what was wrong, "" if nothing was."""
    with tempfile.TemporaryDirectory() as directory:
        life = Life(Path(directory), random.Random(seed), charts)
        life.log()
        try:
            for _ in range(steps):
                life.step()
        except Wrong as wrong:
            return f"life {seed}: {wrong}"
    return ""


def main(runs: int, steps: int, first: int = 0) -> int:
    """Live so many lives and return the exit status."""
    wrong = 0
    for seed in range(first, first + runs):
        found = live(seed, steps, charts=1)
        if found:
            wrong += 1
            sys.stdout.write(f"{found}\n")
            sys.stdout.flush()
    sys.stdout.write(f"lives {runs} of {steps} steps, wrong {wrong}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
