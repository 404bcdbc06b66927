"""Takes back what a run has begun and stored nothing in: a refusal leaves nothing behind."""

from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from second_wind.core.errors.base import KnownError
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.sqlite.encryption import read_only
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.sqlite.file_locks import held


class Beginning(NamedTuple):
    """What was not there yet when a run began a journal.

    Attributes
    ----------
    journal : the file.
    photos : the file of photos, None if one lay there.
    folders : folders that were missing, the innermost first.
    was_empty : whether an empty file lay in the journal's place.
    """

    journal: Path
    photos: Path | None
    folders: tuple[Path, ...]
    was_empty: bool = False


def beginning(journal: Path, photos: Path) -> Beginning | None:
    """Return what is about to be begun, None where a file with content lies in its place."""
    was_empty = journal.exists()
    if was_empty and journal.stat().st_size:
        return None
    missing = tuple(each for each in journal.parents if not each.exists())
    return Beginning(journal, None if photos.exists() else photos, missing, was_empty)


def take_back(begun: Beginning, key: Key | None = None) -> None:
    """Remove what was begun, unless something was stored in it or another process has it open."""
    with suppress(KnownError, FileNotFoundError), known_faults(begun.journal):
        _take_back_files(begun, key)
    with suppress(OSError):  # what another process has put there stays
        for each in begun.folders:
            each.rmdir()


def _take_back_files(begun: Beginning, key: Key | None) -> None:
    # The file stays open until it is gone: to close it would let go of the lock.
    with begun.journal.open("r+b") as file:
        content = file.read()
        if not _is_blank(begun.journal, key):
            return
        with held(begun.journal):
            file.seek(0)
            if file.read() != content or _log(begun.journal).exists():
                return  # another process came in between
            if begun.photos is not None:
                _take_back_photos(begun.photos)
            if begun.was_empty:
                file.truncate(0)
            else:
                begun.journal.unlink()


def _take_back_photos(photos: Path) -> None:
    """Remove photos that were kept for what was refused then: no journal knows them."""
    if photos.exists():
        with held(photos):
            photos.unlink()


def _is_blank(journal: Path, key: Key | None) -> bool:
    with closing(read_only(journal, key)) as database:
        names = database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return not any(
            database.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() for (name,) in names
        )


def _log(journal: Path) -> Path:
    return journal.with_name(f"{journal.name}-wal")
