"""A second place for safe copies, such as a folder that the person syncs or a drive."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import CopiesFolderGone, NoFolder
from second_wind.core.errors.encryption_errors import WrongPassphrase
from second_wind.core.errors.journal_errors import DamagedJournal, DiskFull
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies import backups
from second_wind.storage.sqlite.encryption import MAGIC, begin_of
from second_wind.storage.sqlite.faults import known_faults

_NOTE = "backup-folder.txt"
_PREFIX = "second-wind-copies"


def chosen(config: Path) -> Path | None:
    """Return the folder that copies also go to, None if none was chosen."""
    note = config / _NOTE
    with known_faults(note):
        text = note.read_text(encoding="utf-8").strip() if note.is_file() else ""
    return Path(text) if text else None


def choose(config: Path, parent: Path) -> Path:
    """Let copies also go to a folder of their own inside `parent`, and return that folder.

    It bears the name of this computer, since others may share the place. It is only made here: if
    it is missing later, the drive is gone, and nothing must be written in its stead.
    """
    if parent.exists() and not parent.is_dir():
        raise NoFolder(parent)
    if not parent.is_dir():
        raise CopiesFolderGone(parent)
    folder = parent.absolute() / f"{_PREFIX}-{_computer()}"
    with known_faults(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    note = config / _NOTE
    with known_faults(note):
        config.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_whole(note, f"{folder}\n".encode())
    return folder


def forget(config: Path) -> None:
    """Let copies only lie beside the journal; those in the second place stay there."""
    with known_faults(config / _NOTE):
        (config / _NOTE).unlink(missing_ok=True)


def mirror(journal: Path, folder: Path, now: datetime, key: Key | None = None) -> None:
    """Bring every copy that the folder lacks or has with another key, and thin what lies there.

    What lies there alone, and in plain though the journal is encrypted, is encrypted, too.

    Raises
    ------
    CopiesFolderGone, DiskFull
        If the folder can't be found or written, or has no room.
    """
    if not folder.is_dir():
        raise CopiesFolderGone(folder)
    try:
        with known_faults(folder):
            _bring_all(journal, folder)
            backups.thin(journal, now, folder, key)
            if key is not None:
                _rewrite_all(journal, folder, None, key)
    except DiskFull:
        raise
    except KnownError as error:
        raise CopiesFolderGone(folder) from error


def renew(journal: Path, folder: Path, old: Key | None, new: Key | None) -> None:
    """Give every copy in the folder the key that those beside the journal have now.

    Raises
    ------
    CopiesFolderGone, DiskFull
        If the folder can't be found or written, or has no room.
    """
    if not folder.is_dir():
        raise CopiesFolderGone(folder)
    with known_faults(folder):
        _bring_all(journal, folder)
    _rewrite_all(journal, folder, old, new)


def _bring_all(journal: Path, folder: Path) -> None:
    for each in folder.glob(".*.partial*"):  # what a killed process left half-written
        each.unlink(missing_ok=True)
    for each in backups.listed(journal):
        if begin_of(folder / each.name) != begin_of(each):
            _bring(each, folder)


def _rewrite_all(journal: Path, folder: Path, old: Key | None, new: Key | None) -> None:
    """Rewrite the copies that lie here alone; one that can't be read stays as it is."""
    from second_wind.storage.file import rewriting

    here = {each.name for each in backups.listed(journal)}
    for each in backups.listed(journal, folder):
        if each.name not in here and (begin_of(each) == MAGIC) == (old is None):
            with suppress(DamagedJournal, WrongPassphrase):
                rewriting.renew(each, old, new)


def _bring(copy: Path, folder: Path) -> None:
    """Write a copy and read it back; a copy never changes, so its bytes may be taken."""
    content = copy.read_bytes()
    _write_whole(folder / copy.name, content)
    if _digest((folder / copy.name).read_bytes()) != _digest(content):
        (folder / copy.name).unlink()
        raise OSError(f"{copy.name} was not written as it is")


def _write_whole(path: Path, content: bytes) -> None:
    partial = path.with_name(f".{path.name}.partial")
    try:
        with os.fdopen(
            os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb"
        ) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _digest(content: bytes) -> str:
    from hashlib import sha256

    return sha256(content).hexdigest()


def _computer() -> str:
    import socket  # only where a place is chosen

    name = "".join(each for each in socket.gethostname() if each.isalnum() or each in "-_")
    return name or "computer"
