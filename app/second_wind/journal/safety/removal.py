"""The end of a log: every file that the program keeps for it, and their removal."""

from collections.abc import Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path

from second_wind.computer import system_keyring
from second_wind.computer.conflicts import conflict_copies
from second_wind.paths import AppPaths
from second_wind.storage.copies.backups import directory, listed
from second_wind.storage.sqlite.faults import known_faults

_DATABASE = ".sqlite3"
_LOGS = ("-wal", "-shm")
_SETTINGS = ("window.ini*", "backup-folder.txt*", "told-folders.txt")
_REMEMBERED = "remembered-passphrases.txt"
"""Names other journals, too; it goes when it names none."""


def kept_files(paths: AppPaths) -> tuple[Path, ...]:
    """Return every file of this journal and of its window: named one by one, no folder whole.

    Folders may hold what is not ours. Copies in a second place are not among them.
    """
    notes = (each for each in _in(paths.config, _REMEMBERED) if not each.stat().st_size)
    settings = (*_in(paths.config, *_SETTINGS), *notes)
    # Of the cache, the lock of the running window goes when the window does.
    found = (*_of_journal(paths), *settings, *_in(paths.font_cache, "*"))
    return tuple(dict.fromkeys(each for each in found if each.is_file()))


def remove(paths: AppPaths) -> None:
    """Delete every file that is kept, the journal last, and the folders that are empty then.

    A passphrase that the system remembers for this journal goes, too.

    Raises
    ------
    KnownError
        If one can't be deleted; then those before it are gone, and the journal is still there.
    """
    system_keyring.forget(paths.config, paths.journal)
    for file in reversed(kept_files(paths)):
        with known_faults(file):
            file.unlink(missing_ok=True)
    places = (paths.font_cache, paths.cache, paths.config, directory(paths.journal))
    for place in (*places, paths.data):
        with suppress(OSError):  # it holds something else, or was never made
            place.rmdir()


def _of_journal(paths: AppPaths) -> Iterator[Path]:
    journal, copies = paths.journal, directory(paths.journal)
    for base in (journal, paths.photos):
        stem, name = escape(base.name.removesuffix(_DATABASE)), escape(base.name)
        yield base
        yield from _in(base.parent, f"{name}-*", f"{name}.*", f".{name}*", f"{stem}.damaged-*")
    for copy in conflict_copies(journal):
        yield from (copy, *(copy.with_name(copy.name + each) for each in _LOGS))
    stem = escape(journal.name.removesuffix(_DATABASE))
    yield from listed(journal)
    yield from _in(
        copies,
        f"{stem}_*.partial",
        f"{stem}_*.unproved.sqlite3",
        f"merged-{stem}*",
        f"merged-[0-9]*-{stem}*",
    )
    if paths.is_sample:
        yield paths.sample_marker


def _in(place: Path, *patterns: str) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted(place.glob(pattern)) if place.is_dir() else ()
