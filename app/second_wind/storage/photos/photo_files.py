"""Looks after the file of photos without opening a picture: checks, copies, and collects."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.file.database import make_private
from second_wind.storage.sqlite.encryption import connect, database_errors, read_only
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.sqlite.soundness import faults_in
from second_wind.storage.tables.fields import stamp

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


def check_photos(
    path: Path,
    wanted: Iterable[str],
    key: Key | None = None,
    goes_on: Callable[[], bool] = lambda: True,
) -> PhotoCheck:
    """Compare every photo with its key, which is its checksum, and look for those wanted.

    Once `goes_on` says no, the check ends early, and what it returns means nothing.
    """
    wanted = set(wanted)
    if not path.exists():
        return PhotoCheck(missing=tuple(sorted(wanted)))
    sound, damaged = set[str](), set[str]()
    try:
        with closing(read_only(path, key)) as database:
            faults = faults_in(database)
            for each in _keys(database):
                if not goes_on():
                    break
                (sound if _matches(database, each) else damaged).add(each)
    except database_errors() as error:
        return PhotoCheck(len(sound), tuple(sorted(damaged)), (), (str(error),))
    missing = wanted - sound - damaged
    return PhotoCheck(len(sound), tuple(sorted(damaged)), tuple(sorted(missing)), tuple(faults))


def bring_photos(
    source: Path,
    target: Path,
    wanted: Iterable[str],
    key: Key | None = None,
    own: Key | None = None,
) -> None:
    """Copy the photos that the target lacks from another file of photos, if they are sound.

    The other file may need a key, and the target its own.
    """
    with closing(read_only(source, key)) as theirs:
        try:
            there = set(wanted) & set(_keys(theirs)) - _kept(target, own)
        except database_errors():  # no file of photos, or a damaged one
            return
        sound = [each for each in sorted(there) if _matches(theirs, each)]
        if sound:
            _add_photos(theirs, target, sound, own)


def save_all(source: Path, target: Path, key: Key | None = None) -> int:
    """Copy every sound photo to another file, which may hold some already; return how many it has.

    Raises
    ------
    KnownError
        If the photos can't be read, there is no room, or the place can't be written.
    """
    wanted = _kept(source, key)
    if not wanted:
        return 0
    with known_faults(target):
        bring_photos(source, target, wanted, key, key)
    return len(wanted & _kept(target, key))


def _kept(path: Path, key: Key | None) -> set[str]:
    if not path.exists():
        return set()
    with known_faults(path), closing(read_only(path, key)) as ours:
        return set(_keys(ours))


def _add_photos(
    theirs: sqlite3.Connection, target: Path, keys: list[str], opening: Key | None
) -> None:
    with known_faults(target):
        make_private(target)
        with closing(connect(target, opening)) as ours, ours:
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


def last_collected(path: Path, key: Key | None = None) -> str:
    """Return when photos were collected last, "" if never."""
    with known_faults(path), closing(read_only(path, key)) as database:
        try:
            return database.execute("SELECT max(at) FROM collected").fetchone()[0] or ""
        except database_errors() as error:
            if str(error).startswith("no such table"):  # never
                return ""
            raise


def collect_photos(
    path: Path, wanted: set[str], before: datetime, now: datetime, key: Key | None = None
) -> int:
    """Remove photos kept before a moment that nothing refers to; return how many."""
    with (
        known_faults(path),
        closing(connect(path, key)) as database,
        database,
    ):
        database.execute("PRAGMA secure_delete = ON")
        database.execute(TABLE)  # it may be that the file was only begun
        database.execute("CREATE TABLE IF NOT EXISTS collected (at TEXT NOT NULL)")
        database.execute("DELETE FROM collected")
        database.execute("INSERT INTO collected VALUES (?)", (stamp(now),))
        old = database.execute("SELECT sha256 FROM photo WHERE created_at < ?", (stamp(before),))
        gone = [(each,) for (each,) in old.fetchall() if each not in wanted]
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
    except database_errors():
        return False
    return row is not None and hashlib.sha256(row[0]).hexdigest() == key
