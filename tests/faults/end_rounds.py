"""Ends the real window by a signal in the midst of typing, again and again, and counts letters.

python tests/faults/end_rounds.py ROUNDS [SIGNAL] [SEED]

Each round starts the program on a screen of its own (Xvfb), opens a field or a form by its keys and
types into it (xdotool). At a random moment what a screen reader is told of the field (AT-SPI) is
noted and the signal sent at once. Every letter that was read has to be in the log, or in a draft
that the line of the next start names. Status 0 if none is lost. With KILL, of which no program
hears, the letters that were lost are counted and are no fault.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path

from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths

_READER = Path(__file__).parent.parent / "window" / "screen_reader.py"
_SYSTEM_PYTHON = "/usr/bin/python3"
_PATIENCE, _PATIENCE_FOR_WINDOW = 60.0, 20.0
_MAIN, _REJECTION = "^Second Wind$", "^Log a rejection$"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_RECOGNISED = 20
"""Letters by which a draft is known again in the line that offers it."""


@dataclass(frozen=True)
class Way:
    """How a field is reached: keys on Today, the window that opens, and keys in it."""

    name: str
    key: str
    window: str = _MAIN
    tabs: int = 0


WAYS = (
    Way("the note", "n"),
    Way("kind of exercise", "e", tabs=1),
    Way("place of an outing", "o", tabs=2),
    Way("where hours were given", "v", tabs=1),
    Way("who was talked to", "p"),
    Way("what came of a talk", "p", tabs=3),
    Way("company of a rejection", "r", _REJECTION),
    Way("role of a rejection", "r", _REJECTION, 1),
)


@dataclass(frozen=True)
class Outcome:
    """What came of a round.

    Attributes
    ----------
    read : what the screen reader was told just before the signal.
    seconds : how long the program took to end.
    was_draft : whether it was found in a draft.
    fault : what is wrong, "" if nothing.
    lost : letters that were read and are nowhere.
    """

    way: str
    read: str
    seconds: float
    was_draft: bool
    fault: str = ""
    lost: int = 0


class NothingTyped(Exception):
    """The field was not reached."""


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start a screen and a bus on which screen readers meet; return the environment for both."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    bus = ["dbus-run-session", "--", "sh", "-c", "echo $DBUS_SESSION_BUS_ADDRESS; exec cat"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen([*command, "-noreset"], **pipes) as server:  # type: ignore[call-overload]
        environment = os.environ | {
            "DISPLAY": f":{server.stdout.readline().strip()}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
        }
        with subprocess.Popen(  # type: ignore[call-overload]
            bus, stdin=subprocess.PIPE, env=environment, **pipes
        ) as session:
            address = session.stdout.readline().strip()
            try:
                yield environment | {"DBUS_SESSION_BUS_ADDRESS": address}
            finally:
                session.stdin.close()
                server.terminate()


class Program:
    """The real window on one journal."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        """Start it and wait until its window is there."""
        self._environment = environment
        command = [sys.executable, "-m", "second_wind", "--home", str(home)]
        if not AppPaths.under(home).journal.exists():  # else there are the cards of a first run
            begin = [*command, "log", "--day", "yesterday", "--mood", "5"]
            subprocess.run(begin, check=True, capture_output=True)
        self.process = subprocess.Popen(command, env=environment)
        self.focus(_MAIN)
        self.said = self._wait_for_today()

    def focus(self, title: str) -> None:
        """Wait for a window and give it the keyboard."""
        end = time.monotonic() + _PATIENCE_FOR_WINDOW
        while time.monotonic() < end and self.process.poll() is None:
            found = self._xdotool("search", "--onlyvisible", "--name", title)
            if found:
                self._xdotool("windowfocus", "--sync", found.splitlines()[-1])
                return
            time.sleep(0.1)
        raise NothingTyped(f"no window {title}")

    def reach(self, way: Way) -> None:
        """Go to a field by its keys."""
        self.keys(way.key)
        if way.window != _MAIN:
            self.focus(way.window)
        self.keys(*["Tab"] * way.tabs, "ctrl+End")

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            time.sleep(0.15)

    def end_while_typing(self, text: str, number: int, chance: random.Random) -> str:
        """Type, read the field at a random moment, send the signal; return what was read."""
        delay = chance.randint(12, 40)
        moment = chance.uniform(0.1, len(text) * delay / 1000)
        words = ("last", str(self.process.pid), str(number), f"{moment:.3f}")
        with self._reader(*words) as reader:
            assert reader.stdout is not None
            if not reader.stdout.readline():
                raise NothingTyped("no field has the keyboard")
            with subprocess.Popen(
                ["xdotool", "type", "--delay", str(delay), text], env=self._environment
            ) as typing:
                read = str(json.loads(reader.stdout.readline()))
                typing.wait(_PATIENCE)  # a key that is held down would go on in the next round
        return read

    def _wait_for_today(self) -> list[str]:
        """Return all that the window says once it shows Today."""
        names: list[str] = []
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            names = self._names()
            if "How are you right now?" in names:
                return self._names()  # the window may have been filled while it was read
            time.sleep(0.3)
        self.process.kill()
        raise NothingTyped(f"Today is not told; names: {names[:20]}")

    def _names(self) -> list[str]:
        with self._reader("names") as reader:
            said, _ = reader.communicate()
        return [str(each) for each in json.loads(said)] if reader.returncode == 0 else []

    def wait(self) -> float:
        """Wait until it has ended, and return how long that took."""
        begun = time.monotonic()
        self.process.wait(_PATIENCE)
        return time.monotonic() - begun

    def _reader(self, *words: str) -> "subprocess.Popen[str]":
        command = [_SYSTEM_PYTHON, "-W", "ignore", str(_READER), *words]
        return subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE, text=True)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()


def texts_of(entry: AnyEntry) -> Iterator[str]:
    """Return every text of an entry."""
    values = (getattr(entry, each.name) for each in fields(entry))
    return (each for each in values if isinstance(each, str))


def found_in(home: Path) -> tuple[list[str], list[str]]:
    """Return the texts of the log, and those of the drafts."""
    journal = Journal(AppPaths.under(home).journal, SystemClock())
    entries = [each for kind in ENTRY_TYPES for each in journal.entries(kind)]
    logged = [text for each in entries for text in texts_of(each)]
    drafts = [text for each in journal.drafts() for text in each.fields.values()]
    journal.close(copy=False)
    return logged, drafts


def lost_of(read: str, found: Sequence[str]) -> int:
    """Return how many letters at the end of what was read are nowhere."""
    return next(cut for cut in range(len(read) + 1) if _is_in(read[: len(read) - cut], found))


def _is_in(text: str, found: Sequence[str]) -> bool:
    return not text or any(text in each for each in found)


class Rounds:
    """Rounds on one journal: what one leaves as a draft, the start of the next has to offer."""

    def __init__(
        self, home: Path, environment: dict[str, str], number: int, chance: random.Random
    ) -> None:
        """End the program by this signal."""
        self._home, self._environment = home, environment
        self._number, self._chance = number, chance
        self._draft = ""

    def run(self) -> Outcome:
        """Run the program, type, end it, and look for what was typed."""
        way, chance = self._chance.choice(WAYS), self._chance
        text = "".join(chance.choice(_LETTERS + "  ") for _ in range(chance.randint(20, 90)))
        program = Program(self._home, self._environment)
        try:
            fault = self._offer_fault(program.said)
            program.reach(way)
            read = program.end_while_typing(text.strip(), self._number, chance)
            seconds = program.wait()
        finally:
            program.process.kill()
            program.process.wait(_PATIENCE)
        outcome = self._outcome(way, read, seconds, program.process.returncode)
        return replace(outcome, fault=" ".join(filter(None, (fault, outcome.fault))))

    def finish(self) -> str:
        """Start once more for the draft of the last round; return what is wrong."""
        program = Program(self._home, self._environment)
        program.process.terminate()
        program.process.wait(_PATIENCE)
        return self._offer_fault(program.said)

    def _offer_fault(self, said: Sequence[str]) -> str:
        wanted, self._draft = self._draft, ""
        if not wanted or any("kept" in each and wanted in each for each in said):
            return ""
        return f"the next start doesn't offer {wanted!r}"

    def _outcome(self, way: Way, read: str, seconds: float, status: int) -> Outcome:
        logged, drafts = found_in(self._home)
        lost = lost_of(read, [*logged, *drafts])
        was_draft = bool(read) and not _is_in(read, logged) and not lost
        self._draft = " ".join(read.split())[:_RECOGNISED] if was_draft else ""
        fault = ""
        if self._number != signal.SIGKILL and (lost or status):
            fault = f"{lost} letters of {read!r} are lost, status {status}"
        return Outcome(way.name, read, seconds, was_draft, fault, lost)


def main(words: Sequence[str]) -> int:
    """Run the rounds and tell what came of them."""
    rounds = int(words[0])
    number = signal.Signals[f"SIG{words[1] if len(words) > 1 else 'TERM'}"]
    seed = int(words[2]) if len(words) > 2 else random.randrange(10**6)
    chance = random.Random(seed)
    outcomes: list[Outcome] = []
    with screen() as environment, tempfile.TemporaryDirectory() as folder:
        series = Rounds(Path(folder), environment, number, chance)
        while len(outcomes) < rounds:
            try:
                outcome = series.run()
            except NothingTyped as nothing:  # the machine is busy, or the key went elsewhere
                _say(f"not counted: {nothing}")
                continue
            outcomes.append(outcome)
            said = outcome.fault or f"{len(outcome.read)} letters, lost {outcome.lost}"
            _say(f"{len(outcomes)}: {outcome.way}: {said}, {outcome.seconds:.1f} s")
        outcomes[-1] = replace(outcomes[-1], fault=outcomes[-1].fault + series.finish())
    return _sum_up(outcomes, number, seed)


def _sum_up(outcomes: Sequence[Outcome], number: signal.Signals, seed: int) -> int:
    faults = [each.fault for each in outcomes if each.fault]
    letters, lost = sum(len(each.read) for each in outcomes), sum(each.lost for each in outcomes)
    drafts = sum(each.was_draft for each in outcomes)
    longest = max(each.seconds for each in outcomes)
    _say(
        f"{len(outcomes)} rounds with {number.name}, seed {seed}: {letters} letters read, {lost}"
        f" lost (at most {max(each.lost for each in outcomes)} in a round); {drafts} times in a"
        f" draft; the slowest end took {longest:.1f} s; {len(faults)} faults"
    )
    for each in faults:
        _say(each)
    return 1 if faults else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
