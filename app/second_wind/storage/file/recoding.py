"""Gives all files of a journal another key, or none: all of them or none of them.

Each file is written anew beside the old one and compared with it. A note says what is under way;
once it says that all are ready, they are renamed into place, by the next start if need be. Renaming
needs no passphrase. Whatever was half-written before that is removed.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import JournalOpen
from second_wind.core.errors.encryption_errors import KeyChangeUnfinished
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies import backups
from second_wind.storage.file import rewriting
from second_wind.storage.file.swap import place_for_new
from second_wind.storage.file.unfinished_notes import recoding_note, recoding_ready_note
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.sqlite.file_locks import held

_STAGED = ".{}.recoded"
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Recoded:
    """What has another key now.

    Attributes
    ----------
    files : how many files there were.
    left : files that could not be read and are as they were.
    unfinished : why not all of them are in their place yet, None if they are.
    """

    files: int
    left: tuple[Path, ...]
    unfinished: KeyChangeUnfinished | None = None


def recode(
    journal: Path, photos: Path, copies: Sequence[Path], old: Key | None, new: Key | None
) -> Recoded:
    """Give a journal, its photos and its copies another key; None stands for a plain file.

    Raises
    ------
    KnownError
        If a program has the journal open, there is no room, or it is damaged; nothing was changed.
    """
    living = [each for each in (journal, photos) if each.exists()]
    try:
        with ExitStack() as stack:
            alone = [stack.enter_context(rewriting.alone(each, old)) for each in living]
            _write_note(journal, [*living, *copies])
            for each in alone:
                rewriting.rewrite(each, staged(each.path), new)
            left = tuple(each for each in copies if not _rewrite_copy(each, old, new))
            prints = [_print(each) for each in living]
        ready = [*living, *(each for each in copies if each not in left)]
        with known_faults(journal), _all_held(living):
            whole = all(staged(each).exists() for each in ready)
            if prints != [_print(each) for each in living] or not whole:
                raise JournalOpen(journal)
            recoding_note(journal).replace(recoding_ready_note(journal))
            unfinished = _begin_to_finish(journal)
    except BaseException:
        if not recoding_ready_note(journal).exists():
            _roll_back(journal)
        raise
    return Recoded(len(ready), left, unfinished)


def finish(journal: Path) -> None:
    """Finish, or take back, what a process has begun that was killed or could not go on.

    Raises
    ------
    KeyChangeUnfinished
        If it is decided, and still can't be finished.
    JournalOpen
        If another process is at it.
    """
    with known_faults(journal):
        if recoding_ready_note(journal).exists():
            with held(journal):
                unfinished = _begin_to_finish(journal)
            if unfinished is not None:
                raise unfinished
        elif recoding_note(journal).exists():
            # Somebody who has it open may be the one who is at it.
            with suppress(JournalOpen), held(journal):
                _roll_back(journal)


def staged(path: Path) -> Path:
    """Return where the new form of a file is written."""
    return path.with_name(_STAGED.format(path.name))


def _sweep(journal: Path) -> None:
    """Delete what killed processes left half-written: it may hold words in plain."""
    backups.sweep_all(journal)
    _remove(place_for_new(journal))


def _rewrite_copy(path: Path, old: Key | None, new: Key | None) -> bool:
    """Tell whether a copy could be read, and so has a new form now."""
    try:
        with rewriting.reading(path, old) as source:
            rewriting.rewrite(source, staged(path), new)
    except KnownError as error:
        if not rewriting.is_fault_of(error, path):
            raise
        _remove(staged(path))
        return False
    return True


def _begin_to_finish(journal: Path) -> KeyChangeUnfinished | None:
    """Put the new files in place; what stands in the way does not undo what was decided."""
    try:
        with known_faults(journal):
            _finish(journal)
    except KnownError as error:
        unfinished = KeyChangeUnfinished(journal)
        unfinished.__cause__ = error
        return unfinished
    return None


def _finish(journal: Path) -> None:
    backups.sync_directory(journal.parent)
    for path in _listed(journal, recoding_ready_note(journal)):
        _put_in_place(path)
    _sweep(journal)
    recoding_ready_note(journal).unlink(missing_ok=True)
    backups.sync_directory(journal.parent)


def _put_in_place(path: Path) -> None:
    new = staged(path)
    if not new.exists():
        return
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    backups.sync_directory(path.parent)
    new.replace(path)
    backups.sync_directory(path.parent)


def _roll_back(journal: Path) -> None:
    # What can't be removed now is for the next start: the note stays until all is gone.
    with suppress(OSError):
        for path in _listed(journal, recoding_note(journal)):
            _remove(staged(path))
        recoding_note(journal).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    for suffix in (*_BESIDE, ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _all_held(paths: Sequence[Path]) -> Iterator[None]:
    with ExitStack() as stack:
        for each in paths:
            stack.enter_context(held(each))
        yield


def _print(path: Path) -> tuple[int, int, int, bool]:
    """Return what tells whether somebody has written, without opening the file."""
    found = path.stat()
    log = path.with_name(f"{path.name}-wal")
    return found.st_ino, found.st_size, found.st_mtime_ns, log.exists()


def _write_note(journal: Path, paths: Sequence[Path]) -> None:
    # Relative, so that a folder that was moved meanwhile is no riddle.
    names = [relpath(each, journal.parent) for each in paths]
    with known_faults(journal):
        with recoding_note(journal).open("w", encoding="utf-8") as file:
            json.dump(names, file)
            file.flush()
            os.fsync(file.fileno())
        backups.sync_directory(journal.parent)


def _listed(journal: Path, note: Path) -> list[Path]:
    """Return the files that a note names; none if a kill tore it, since nothing was begun then."""
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return [journal.parent / each for each in found]
