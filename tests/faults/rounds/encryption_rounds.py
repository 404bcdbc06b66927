"""Kills a program while it encrypts, decrypts or changes a passphrase, and looks what is left.

python tests/faults/rounds/encryption_rounds.py [--rounds N] [--every K]

With --rounds it is killed with SIGKILL at N random moments; else at each K-th (1) time that it
opens, renames or removes a file. After each kill the next start finds the journal, its photos and
copies under one key, the old or the new one; every entry is there; and where it is encrypted, no
word in plain.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

from kill_operations import forked
from PIL import Image

from second_wind.computer import second_place
from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn, Outing, OutingKind
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.encrypting import decrypt, encrypt, is_locked, rekey
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.photos.photos import PhotoStore

WORD = "Zebrafink"
ENTRIES = 60
OLD, NEW = "old otter", "new otter"
OPERATIONS = {"encrypt": (None, NEW), "rekey": (OLD, NEW), "decrypt": (OLD, None)}
_EVENTS = {"open", "os.rename", "os.remove"}


def prepare(home: Path) -> None:
    """Make a plain journal with a history, copies here and in a second place, a photo, a log."""
    paths, clock = AppPaths.under(home), SystemClock()
    paths.data.mkdir(parents=True)
    (home / "drive").mkdir()
    folder = second_place.choose(paths.config, home / "drive")
    picture = home / "picture.png"
    Image.effect_noise((400, 300), 60).convert("RGB").save(picture)
    with closing(PhotoStore(paths.photos)) as store:
        photo = store.add(picture, clock.now())
    picture.unlink()
    journal = Journal(paths.journal, clock, folder)
    made = [CheckIn(day=date(2020, 1, 1), note=f"{WORD} {i}") for i in range(ENTRIES)]
    journal.store(add=made[: ENTRIES // 2], name=ActName.LOG)
    journal.back_up("by-hand")
    journal.store(add=made[ENTRIES // 2 :], name=ActName.LOG)
    outing = Outing(day=date(2020, 1, 1), kind=OutingKind.PHOTO, photos=(photo,))
    journal.store(add=[outing], name=ActName.LOG)
    journal.back_up("by-hand")
    journal.close(copy=False)
    # What an earlier kill left half-written.
    left = backups.directory(paths.journal) / "journal_x.partial"
    left.write_bytes(paths.journal.read_bytes())


def change(name: str, home: Path) -> None:
    """Do one of the operations."""
    paths, now = AppPaths.under(home), SystemClock().now()
    folder = second_place.chosen(paths.config)
    old, new = (Key(each) if each else None for each in OPERATIONS[name])
    if old is None and new is not None:
        encrypt(paths.journal, new, now, folder)
    elif old is not None and new is not None:
        rekey(paths.journal, old, new, now, folder)
    elif old is not None:
        decrypt(paths.journal, old, now, folder)


def child(name: str, home: Path, last: int) -> None:
    """Do it, and die at the `last`-th event, unless that is 0; else say how many there were."""
    count = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in _EVENTS and str(home) in os.fsdecode(_path(arguments[0])):
            count += 1
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    change(name, home)
    sys.stdout.write(f"{count}\n")


def _path(given: Any) -> str | bytes:
    return given if isinstance(given, str | bytes) else ""


def kill(name: str, home: Path, last: int, moment: float | None) -> int:
    """Begin an operation and kill it; return how many events there were if it came to its end."""
    process, said = forked(lambda: child(name, home, last))
    with said:
        said.readline()
        if moment is not None:
            time.sleep(moment)
            os.kill(process, signal.SIGKILL)
        told = said.read()
    os.waitpid(process, 0)
    return int(told) if told.strip() else 0


def faults(name: str, home: Path) -> str:
    """Open the journal like the program does, and return what is wrong with what it holds."""
    paths, clock = AppPaths.under(home), SystemClock()
    locked = is_locked(paths.journal)
    passphrase = _fitting(paths, name) if locked else None
    if locked and passphrase is None:
        return "no passphrase opens it"
    if (passphrase or None) not in OPERATIONS[name]:
        return f"it is {'locked' if locked else 'plain'}"
    key = Key(passphrase) if passphrase else None
    journal = Journal(paths.journal, clock, second_place.chosen(paths.config), key)
    notes = [each.note for each in journal.entries(CheckIn)]
    journal.back_up("by-hand")  # which brings the second place up to date
    problem = journal.second_place_problem
    journal.close(copy=False)
    found = examine(paths.journal, paths.photos, key=key)
    checks = {
        "entries": sorted(notes) == sorted(f"{WORD} {i}" for i in range(ENTRIES)),
        "sound": found.is_sound and found.photos.count == 1,
        "copies": not found.unsound_copies and found.copies >= 2,
        "second place": problem is None,
        "left over": not [each for each in _files(home) if ".recod" in each.name],
        f"plain words in {[each.name for each in plain(home)]}": not (locked and plain(home)),
    }
    return ", ".join(each for each, passed in checks.items() if not passed)


def _fitting(paths: AppPaths, name: str) -> str | None:
    for each in OPERATIONS[name]:
        with suppress(KnownError):
            if each:
                Journal(paths.journal, SystemClock(), key=Key(each)).close(copy=False)
                return each
    return None


def plain(home: Path) -> list[Path]:
    """Return the files that hold a logged word, in any usual encoding."""
    words = [WORD.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be")]
    return [each for each in _files(home) if any(word in each.read_bytes() for word in words)]


def _files(home: Path) -> list[Path]:
    return [each for each in home.rglob("*") if each.is_file()]


def templates(place: Path) -> dict[str, Path]:
    """Make a home for each operation to begin from, and count the events of each."""
    plain_home, locked_home = place / "plain", place / "locked"
    prepare(plain_home)
    shutil.copytree(plain_home, locked_home)
    (locked_home / "config/backup-folder.txt").unlink()
    second_place.choose(locked_home / "config", locked_home / "drive")
    paths = AppPaths.under(locked_home)
    folder = second_place.chosen(paths.config)
    encrypt(paths.journal, Key(OLD), SystemClock().now(), folder)
    return {"encrypt": plain_home, "rekey": locked_home, "decrypt": locked_home}


def round_of(name: str, template: Path, place: Path, last: int, moment: float | None) -> str:
    """Kill once, and return what is wrong."""
    home = place / "home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(template, home)
    second_place.choose(home / "config", home / "drive")
    kill(name, home, last, moment)
    return faults(name, home)


def main(rounds: int, every: int, chance: random.Random) -> int:
    """Kill so often, and return the exit status."""
    kills = 0
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        homes = templates(place)
        for name, template in homes.items():
            shutil.copytree(template, place / "count")
            second_place.choose(place / "count/config", place / "count/drive")
            begun = time.monotonic()
            steps = kill(name, place / "count", 0, None)
            longest = time.monotonic() - begun
            shutil.rmtree(place / "count")
            moments: list[tuple[int, float | None]] = [
                (0, chance.random() * longest) for _ in range(rounds)
            ]
            moments = moments or [(last, None) for last in range(1, steps + 1, every)]
            for last, moment in moments:
                wrong = round_of(name, template, place, last, moment)
                kills += 1
                if wrong:
                    sys.stdout.write(f"{name}, step {last} of {steps}, {moment}: {wrong}\n")
                    return 1
            sys.stdout.write(f"{name}: {len(moments)} kills over {steps} steps\n")
            sys.stdout.flush()
    sys.stdout.write(f"kills {kills}, lost 0\n")
    return 0


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=0)
    options.add_argument("--every", type=int, default=1)
    asked = options.parse_args()
    sys.exit(main(asked.rounds, asked.every, random.Random()))
