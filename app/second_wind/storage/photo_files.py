"""Looks after the file of photos without opening a picture: checks, copies, and collects."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from second_wind.core.errors import DamagedJournal
from second_wind.storage.database import make_private
from second_wind.storage.faults import known_faults
from second_wind.storage.fields import stamp
from second_wind.storage.soundness import faults_in, read_only

_PATIENCE = 10.0
TABLE = """CREATE TABLE IF NOT EXISTS photo (
    sha256 TEXT PRIMARY KEY NOT NULL,
    created_at TEXT NOT NULL,
    picture BLOB NOT NULL,
    thumbnail BLOB NOT NULL)"""


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
    with closing(read_only(source)) as theirs:
        try:
            there = set(wanted) & set(_keys(theirs)) - _kept(target)
        except sqlite3.DatabaseError:  # no file of photos, or a damaged one
            return
        sound = [key for key in sorted(there) if _matches(theirs, key)]
        if sound:
            _add_photos(theirs, target, sound)


def save_to(path: Path, target: Path) -> None:
    """Write a proved copy of a file of photos to another file, over whatever it held.

    Raises
    ------
    KnownError
        If the photos can't be read, there is no room, or the place can't be written.
    """
    partial = target.with_name(f".{target.name}.partial")
    with known_faults(target):
        try:
            os.close(os.open(partial, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
            with closing(read_only(path)) as photos, closing(sqlite3.connect(partial)) as copy:
                photos.backup(copy)
                copy.execute("PRAGMA journal_mode = delete")
                if faults_in(copy):
                    raise DamagedJournal(path)
            with partial.open("rb") as file:
                os.fsync(file.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


def _kept(path: Path) -> set[str]:
    if not path.exists():
        return set()
    with known_faults(path), closing(read_only(path)) as ours:
        return set(_keys(ours))


def _add_photos(theirs: sqlite3.Connection, target: Path, keys: list[str]) -> None:
    with known_faults(target):
        make_private(target)
        with closing(sqlite3.connect(target, timeout=_PATIENCE)) as ours, ours:
            ours.execute(TABLE)
            for key in set(keys) - set(_keys(ours)):
                row = theirs.execute("SELECT * FROM photo WHERE sha256 = ?", (key,)).fetchone()
                ours.execute("INSERT OR IGNORE INTO photo VALUES (?, ?, ?, ?)", row)


def keys_in(database: sqlite3.Connection) -> set[str]:
    """Return every photo that a journal's entries, its trash or its acts refer to."""
    texts = [text for (text,) in database.execute("SELECT photos FROM outing").fetchall()]
    changes = database.execute("SELECT before, after FROM act_change WHERE noun = 'outing'")
    states = (each for both in changes.fetchall() for each in both if each)
    texts += [json.loads(each)["photos"] for each in states]
    return {key for text in texts for key in json.loads(text)}


def last_collected(path: Path) -> str:
    """Return when photos were collected last, "" if never."""
    with known_faults(path), closing(read_only(path)) as database:
        try:
            return database.execute("SELECT max(at) FROM collected").fetchone()[0] or ""
        except sqlite3.OperationalError:  # never: there is no such table yet
            return ""


def collect_photos(path: Path, wanted: set[str], before: datetime, now: datetime) -> int:
    """Remove photos kept before a moment that nothing refers to; return how many."""
    with (
        known_faults(path),
        closing(sqlite3.connect(path, timeout=_PATIENCE)) as database,
        database,
    ):
        database.execute("PRAGMA secure_delete = ON")
        database.execute("CREATE TABLE IF NOT EXISTS collected (at TEXT NOT NULL)")
        database.execute("DELETE FROM collected")
        database.execute("INSERT INTO collected VALUES (?)", (stamp(now),))
        old = database.execute("SELECT sha256 FROM photo WHERE created_at < ?", (stamp(before),))
        gone = [(key,) for (key,) in old.fetchall() if key not in wanted]
        database.executemany("DELETE FROM photo WHERE sha256 = ?", gone)
    return len(gone)


def _keys(database: sqlite3.Connection) -> list[str]:
    """Return what is kept; nothing, if the file was begun and the disk was full just then."""
    if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'photo'").fetchall():
        return []
    return [key for (key,) in database.execute("SELECT sha256 FROM photo").fetchall()]


def _matches(database: sqlite3.Connection, key: str) -> bool:
    try:
        row = database.execute("SELECT picture FROM photo WHERE sha256 = ?", (key,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and hashlib.sha256(row[0]).hexdigest() == key
