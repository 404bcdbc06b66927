"""Looks after the file of photos without opening a picture: checks, copies, and collects."""

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from second_wind.storage.faults import known_faults
from second_wind.storage.soundness import faults_in, read_only


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """How the photos are: those with other content than when they were kept, and those missing."""

    count: int = 0
    damaged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether every photo is there as it was kept."""
        return not (self.damaged or self.missing or self.faults)


def check_photos(path: Path, wanted: Iterable[str]) -> PhotoCheck:
    """Compare every photo with its key, which is its checksum, and look for those wanted."""
    wanted = set(wanted)
    if not path.exists():
        return PhotoCheck(missing=tuple(sorted(wanted)))
    sound, damaged = set[str](), set[str]()
    try:
        with closing(read_only(path)) as database:
            faults = faults_in(database)
            for key in _keys(database):
                (sound if _matches(database, key) else damaged).add(key)
    except sqlite3.DatabaseError as error:
        return PhotoCheck(len(sound), tuple(sorted(damaged)), (), (str(error),))
    missing = wanted - sound - damaged
    return PhotoCheck(len(sound), tuple(sorted(damaged)), tuple(sorted(missing)), tuple(faults))


def bring_photos(source: Path, target: Path, wanted: Iterable[str]) -> None:
    """Copy the photos that the target lacks from another file of photos, if they are sound."""
    if not source.exists() or not target.exists():
        return
    with (
        known_faults(target),
        closing(read_only(source)) as theirs,
        closing(sqlite3.connect(target, timeout=10)) as ours,
        ours,
    ):
        lacking = set(wanted) - set(_keys(ours))
        for key in lacking & set(_keys(theirs)):
            if _matches(theirs, key):
                row = theirs.execute("SELECT * FROM photo WHERE sha256 = ?", (key,)).fetchone()
                ours.execute("INSERT OR IGNORE INTO photo VALUES (?, ?, ?, ?)", row)


def _keys(database: sqlite3.Connection) -> list[str]:
    return [key for (key,) in database.execute("SELECT sha256 FROM photo").fetchall()]


def _matches(database: sqlite3.Connection, key: str) -> bool:
    try:
        row = database.execute("SELECT picture FROM photo WHERE sha256 = ?", (key,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and hashlib.sha256(row[0]).hexdigest() == key
