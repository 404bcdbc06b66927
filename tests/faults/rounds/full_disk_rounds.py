"""Works on a disk of a few megabytes that is full again and again, and counts what it confirmed.

python tests/faults/rounds/full_disk_rounds.py tmpfs|ext4|limit ROUNDS

A round leaves a random little room, or none, and does something: logs, imports, keeps a photo,
makes a copy, returns to one, merges, undoes, redoes, opens anew. What was refused must be told as a
known error and change nothing; what was confirmed must stay; with room, everything works again.
A disk is mounted in memory or in a file, which takes root; `limit` needs no rights: there, no file
may grow beyond a size. Status 0 if all is so, 77 if there can be no such disk.
"""

import io
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from PIL import Image

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DiskFull, JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise, Outing
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.exchange.plan.plan import carry_out as import_plan
from second_wind.exchange.plan.plan import prepare as plan_import
from second_wind.exchange.values.options import Options, Scale
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.storage.photos.photos import PhotoStore
from second_wind.words.errors.sentences import sentence

DAY = date(2026, 11, 20)
MEGABYTE = 1024 * 1024
SIZE = 6 * MEGABYTE
ROUNDS_PER_DISK = 100
"""So that the journal itself doesn't become as large as its disk."""
UNSUITED = 77
State = dict[str, AnyEntry]


class Disk:
    """A place with little room."""

    def __init__(self, home: Path) -> None:
        """Begin with room."""
        self.home = home
        self._filler = home / "filler"

    def leave(self, room: int) -> None:
        """Leave so many bytes and no more."""
        self.free()
        with self._filler.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                pass
        os.truncate(self._filler, max(0, self._filler.stat().st_size - room))

    def free(self) -> None:
        """Make room again."""
        self._filler.unlink(missing_ok=True)


class Limit(Disk):
    """A limit on the size of every file, which needs no rights."""

    def leave(self, room: int) -> None:
        """Let no file become larger than the largest there is, and so many bytes."""
        sizes = (each.stat().st_size for each in self.home.rglob("*") if each.is_file())
        self._limit(max(sizes, default=0) // 2 + room)

    def free(self) -> None:
        """Let files grow."""
        self._limit(resource.RLIM_INFINITY)

    def _limit(self, size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@contextmanager
def disk(kind: str) -> Iterator[Disk | None]:
    """Make a small disk; None where that is not possible."""
    with tempfile.TemporaryDirectory() as directory:
        home = Path(directory) / "home"
        home.mkdir(mode=0o700)
        if kind == "limit":
            yield Limit(home)
            return
        mounted = mount(kind, Path(directory), home)
        try:
            yield Disk(home) if mounted else None
        finally:
            if mounted:
                subprocess.run(["umount", "--lazy", home], check=True)


def mount(kind: str, directory: Path, home: Path) -> bool:
    """Mount a file system of a few megabytes; tell whether that went well."""
    if os.getuid() != 0:
        return False
    if kind == "tmpfs":
        return _runs("mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0700", "tmpfs", str(home))
    image = directory / "image"
    with image.open("wb") as file:
        file.truncate(SIZE)
    # Without a journal of its own or reserved blocks; blocks smaller than SQLite's pages.
    make = ("mkfs.ext4", "-q", "-b", "1024", "-O", "^has_journal", "-m", "0", str(image))
    return _runs(*make) and _runs("mount", "-o", "loop", str(image), str(home))


def _runs(*words: str) -> bool:
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


class Worker:
    """Somebody who goes on working, and remembers what was confirmed."""

    def __init__(self, small: Disk, outside: Path, chance: random.Random) -> None:
        """Begin a journal with a copy to return to, and another one to merge."""
        self.disk, self.chance, self.outside = small, chance, outside
        self.path = small.home / "journal.sqlite3"
        zone = timezone(timedelta(hours=1))
        self.clock = FixedClock(datetime(2026, 11, 22, 14, 32, tzinfo=zone))
        self.confirmed, self.told, self.photos = 0, Counter[str](), set[str]()
        self.state: State = {}
        self.undone: list[State] = []
        self.done: list[State] = []
        self.number = 0
        self.journal = self._opened()
        self.log()
        self.copy = self.journal.back_up("first")
        self.copied = dict(self.state)
        self.other, self.theirs = outside / "other.sqlite3", some("theirs", 5)
        other = Journal(self.other, self.clock)
        other.store(add=self.theirs, name=ActName.LOG)
        other.close(copy=False)

    # What is done; each raises before it remembers anything, if it is refused

    def log(self) -> None:
        """Log some entries."""
        self.number += 1
        added = some(f"entry {self.number}", self.chance.randrange(1, 12))
        self.journal.store(add=added, name=ActName.LOG)
        self._remember(self.state | {each.id: each for each in added})
        self.confirmed += len(added)

    def import_table(self) -> None:
        """Import some days."""
        self.number += 1
        table = self.outside / f"table-{self.number}.csv"
        days = [DAY - timedelta(days=each) for each in range(self.chance.randrange(5, 300))]
        lines = [f"{day},{1 + day.day % 10},imported {self.number} " * 1 for day in days]
        table.write_text("\n".join(["date,mood,note", *lines]), encoding="utf-8")
        columns = {"day": "date", "mood": "mood", "note": "note"}
        plan = plan_import(table, Options(columns=columns, scale=Scale(1, 10)), self.journal)
        import_plan(plan, self.journal)
        if plan.new:
            self._remember(self.state | {each.id: each for each in plan.new})
            self.confirmed += len(plan.new)

    def photograph(self) -> None:
        """Keep a photo, and log the outing it belongs to."""
        store = PhotoStore(self.disk.home / "photos.sqlite3")
        try:
            key = store.add(self._picture(), self.clock.now())
        finally:
            store.close()
        self.photos.add(key)
        outing = Outing(day=DAY, place="wood", photos=(key,))
        self.journal.store(add=[outing], name=ActName.OUTING)
        self._remember(self.state | {outing.id: outing})
        self.confirmed += 1

    def back_up(self) -> None:
        """Make a copy; the last ones are removed as a person would who lacks room."""
        self._remove_copies()
        self.journal.back_up("by-hand")

    def _remove_copies(self) -> None:
        for each in sorted((self.disk.home / "backups").iterdir())[2:]:
            each.unlink()

    def restore(self) -> None:
        """Return to the first copy."""
        act = self.journal.restore(self.copy)
        if act == self.journal.next_undo():
            self._remember(dict(self.copied))
        assert self.state == self.copied

    def merge(self) -> None:
        """Merge the other journal."""
        act = self.journal.merge(self.journal.plan_merge(self.other))
        if act == self.journal.next_undo():
            before = set(self.state)
            self._remember(everything(self.journal))
            assert before <= set(self.state)

    def undo(self) -> None:
        """Undo."""
        if self.done:
            self.journal.undo()
            self.undone.append(self.state)
            self.state = self.done.pop()

    def redo(self) -> None:
        """Redo."""
        if self.undone:
            self.journal.redo()
            self.done.append(self.state)
            self.state = self.undone.pop()

    def reopen(self) -> None:
        """Close and open."""
        self.journal.close()
        self.disk_may_refuse(self._reopened)

    def _reopened(self) -> None:
        self.journal = self._opened()

    def disk_may_refuse(self, do: Callable[[], None]) -> None:
        """Make room and try again if it was refused: without a journal nothing else goes on."""
        try:
            do()
        except KnownError:
            self.disk.free()
            self._remove_copies()
            do()
            raise

    # How it goes

    def work(self, rounds: int) -> None:
        """Do something, again and again, with little room."""
        acts = (self.log, self.log, self.import_table, self.photograph, self.back_up)
        acts = (*acts, self.restore, self.merge, self.undo, self.undo, self.redo, self.reopen)
        for _ in range(rounds):
            self.clock.advance(seconds=37)
            self.disk.leave(self.chance.choice((0, 4096, 20_000, 60_000, 200_000, 600_000)))
            act = self.chance.choice(acts)
            try:
                act()
                self.told["done"] += 1
            except (DiskFull, JournalUnreachable) as error:
                self.told[type(error).__name__ if sentence(error) else "without words"] += 1
            self.check(act.__name__)

    def finish(self) -> None:
        """With room, everything works again, and all that was confirmed is there."""
        self.disk.free()
        self._remove_copies()
        for each in (self.log, self.import_table, self.photograph, self.undo, self.redo):
            each()
            self.check(each.__name__)
        self.back_up()
        self.restore()
        assert self.journal.close() is None
        self._remove_copies()
        self.journal = self._opened()
        self.check("the end")
        self.journal.close(copy=False)
        found = examine(self.path, self.disk.home / "photos.sqlite3")
        assert found.is_sound, found
        assert not found.unsound_copies, found.unsound_copies
        store = PhotoStore(self.disk.home / "photos.sqlite3")
        assert all(store.picture(key) for key in self.photos)
        store.close()

    def check(self, after: str) -> None:
        """Compare the journal with what was confirmed."""
        found = everything(self.journal)
        assert found == self.state, (
            f"after {after}: {len(self.state.keys() - found.keys())} lost,"
            f" {len(found.keys() - self.state.keys())} more"
        )

    def _remember(self, state: State) -> None:
        self.done.append(self.state)
        self.undone.clear()
        self.state = state

    def _opened(self) -> Journal:
        return Journal(self.path, self.clock)

    def _picture(self) -> Path:
        self.number += 1
        file = self.outside / f"{self.number}.png"
        noise = Image.frombytes("RGB", (60, 60), self.chance.randbytes(60 * 60 * 3))
        stream = io.BytesIO()
        noise.resize((240, 240)).save(stream, "PNG")
        file.write_bytes(stream.getvalue())
        return file


def some(mark: str, count: int) -> list[AnyEntry]:
    """Return entries with notes of some length."""
    found: list[AnyEntry] = [Exercise(day=DAY, minutes=20 + each) for each in range(count)]
    return [
        *found,
        *(CheckIn(day=DAY, mood=5, note=f"{mark} {each} " * 200) for each in range(count)),
    ]


def everything(journal: Journal) -> State:
    """Return all that a journal holds."""
    return {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}


def main(kind: str, rounds: int, seed: int) -> int:
    """Work on one small disk after the other, and return the exit status."""
    for begin in range(0, rounds, ROUNDS_PER_DISK):
        status = on_one_disk(kind, min(rounds - begin, ROUNDS_PER_DISK), seed + begin)
        if status:
            return status
    return 0


def on_one_disk(kind: str, rounds: int, seed: int) -> int:
    """Work on a small disk, print the figures, and return the exit status."""
    with disk(kind) as small, tempfile.TemporaryDirectory() as outside:
        if small is None:
            sys.stdout.write(f"there can be no {kind} disk here\n")
            return UNSUITED
        worker = Worker(small, Path(outside), random.Random(seed))
        try:
            worker.work(rounds)
            worker.finish()
        finally:
            small.free()
            worker.journal.close(copy=False)
        sys.stdout.write(
            f"rounds {rounds}, {dict(worker.told)}, confirmed {worker.confirmed}, lost 0\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int((*sys.argv, "1")[3])))
