"""Deleting everything: all that is ours goes, and nothing else."""

from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.removal import kept_files, remove
from second_wind.paths import AppPaths
from second_wind.storage.photos.photos import PhotoStore

_OURS = (
    "journal.sqlite3-wal",
    ".journal.sqlite3.new",
    ".journal.sqlite3.swap",
    "journal.damaged-20261122-1432.sqlite3",
    "photos.sqlite3-shm",
    "backups/journal_20261122T143200.000000-regular.backup.sqlite3.partial",
    "backups/merged-journal (1).sqlite3",
    "config/window.ini",
    "config/backup-folder.txt",
    "cache/matplotlib/fontlist.json",
)
_FOREIGN = ("letter.txt", "journals.sqlite3", "backups/mine.zip", "config/other.ini", "cache/x")


@pytest.fixture
def home(paths: AppPaths, clock: FixedClock) -> Path:
    """Fill the places with all that the program leaves there, and with files of others."""
    journal = Journal(paths.journal, clock)
    journal.store(add=[CheckIn(day=journal.today(), mood=3, note="secret")], name=ActName.LOG)
    journal.back_up("regular")
    journal.close(copy=False)
    PhotoStore(paths.photos).close()
    for name in (*_OURS, *_FOREIGN):
        file = paths.data / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("secret" if name in _OURS else "foreign", encoding="utf-8")
    return paths.data


def _texts(home: Path) -> list[str]:
    return sorted(str(each.relative_to(home)) for each in home.rglob("*") if each.is_file())


def test_all_that_is_ours_goes_and_nothing_else(home: Path, paths: AppPaths) -> None:
    """Not one file of the journal is left, and no file of another program is touched."""
    assert len(kept_files(paths)) == len(_OURS) + 3  # the journal, a copy, the photos
    remove(paths)
    assert _texts(home) == sorted(_FOREIGN)


def test_empty_folders_go(home: Path, paths: AppPaths) -> None:
    """Where nothing of others lies, no folder stays."""
    for name in _FOREIGN:
        (home / name).unlink()
    remove(paths)
    assert not home.exists()


def test_the_journal_goes_last(
    home: Path, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be deleted is told, and the journal is still there."""
    unlink = Path.unlink

    def refuse(this: Path, missing_ok: bool = False) -> None:
        if this.name == "photos.sqlite3":
            raise PermissionError(13, "no", str(this))
        unlink(this, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(JournalUnreachable):
        remove(paths)
    assert paths.journal.exists()


def test_another_journal_keeps_its_own(home: Path, paths: AppPaths, clock: FixedClock) -> None:
    """A journal beside another one goes alone."""
    other = paths.with_journal(home / "work.sqlite3")
    Journal(other.journal, clock).close(copy=False)
    assert not {paths.journal, paths.photos} & set(kept_files(other))


def test_a_remembered_passphrase_is_forgotten(home: Path, paths: AppPaths) -> None:
    """The note names the journals of others only; an empty one goes."""
    note = paths.config / "remembered-passphrases.txt"
    for others in ("", "/elsewhere/journal.sqlite3\n"):
        note.parent.mkdir(exist_ok=True)
        note.write_text(f"{paths.journal.resolve()}\n{others}", encoding="utf-8")
        remove(paths)
        assert note.exists() == bool(others)
    assert note.read_text(encoding="utf-8") == others
