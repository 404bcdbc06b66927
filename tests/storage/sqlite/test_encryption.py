"""Files that are opened with a key, and what keeps one shut."""

import importlib
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.encryption_errors import (
    EncryptionMissing,
    JournalLocked,
    TruncatedJournal,
    WrongPassphrase,
)
from second_wind.core.errors.journal_errors import DamagedJournal, NotAJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies import backups
from second_wind.storage.damage.recognition import recognise
from second_wind.storage.damage.snapshots import snapshot
from second_wind.storage.file.database import Database
from second_wind.storage.pages.proof import is_sound
from second_wind.storage.sqlite import encryption
from second_wind.storage.tables import entries
from second_wind.storage.tables.sql import execute

pytestmark = pytest.mark.usefixtures("sqlcipher")

PAGE = 4096
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def key() -> Key:
    """Make the key once: that takes long on purpose."""
    return Key("quiet otter lantern")


@pytest.fixture
def locked(tmp_path: Path, clock: FixedClock, key: Key) -> Path:
    """Make an encrypted journal with a hundred entries and one copy."""
    path = tmp_path / "journal.sqlite3"
    with closing(Database(path, clock.now(), key)) as database:
        with database.writing() as writer:
            made = [CheckIn(day=DAY, note=f"{i} " + "zebra " * 50) for i in range(100)]
            entries.add(writer, made, clock.now())
        with database.reading() as reader:
            backups.make(reader, path, clock.now(), "by-hand")
    return path


@pytest.fixture
def alone(locked: Path) -> Path:
    """Take its copy away: nothing else can tell what the key is."""
    for each in backups.listed(locked):
        each.unlink()
    return locked


def reason(path: Path, key: Key | None) -> KnownError:
    """Return what keeps a file shut."""
    with pytest.raises(KnownError) as caught:
        recognise(path, key)
    return caught.value


def overwrite(path: Path, begin: int, length: int, value: int = 0xFF) -> None:
    """Damage a file."""
    with path.open("r+b") as file:
        file.seek(begin)
        file.write(bytes([value]) * length)


def test_an_encrypted_journal_opens_with_its_key(locked: Path, clock: FixedClock, key: Key) -> None:
    """All is there, and the file says nothing to anybody else."""
    with closing(Database(locked, clock.now(), Key(key.passphrase))) as database:
        with database.reading() as reader:
            assert len(entries.between(reader, CheckIn, None, None)) == 100
        assert database.key is not None
    content = locked.read_bytes()
    assert b"zebra" not in content
    assert b"SQLite" not in content
    assert encryption.is_encrypted(locked)


def test_other_programs_open_it_with_the_passphrase_alone(locked: Path, key: Key) -> None:
    """Nobody is tied to Second Wind: SQLCipher's own derivation is ours."""
    driver = importlib.import_module("sqlcipher3.dbapi2")
    for path in (locked, *backups.listed(locked)):
        with closing(driver.connect(path)) as database:
            database.execute(f"PRAGMA key = '{key.passphrase}'")
            assert database.execute("SELECT count(*) FROM check_in").fetchone() == (100,)


def test_copies_share_the_salt_and_are_sound(locked: Path, key: Key) -> None:
    """One derivation opens them all; without the key, or with another, they can't be used."""
    (copy,) = backups.listed(locked)
    assert encryption.begin_of(copy) == encryption.begin_of(locked)
    assert is_sound(copy, key)
    assert not is_sound(copy)
    assert not is_sound(copy, Key("another"))
    with snapshot(copy, key) as database:
        assert database.execute("SELECT count(*) FROM check_in").fetchone() == (100,)


def test_a_key_is_not_needed_for_a_plain_journal(tmp_path: Path, clock: FixedClock) -> None:
    """One that was given for another file changes nothing: it stays plain, its copies too."""
    path = tmp_path / "journal.sqlite3"
    Database(path, clock.now()).close()
    with closing(Database(path, clock.now(), Key("a"))) as database:
        assert database.key is None
        with database.reading() as reader:
            copy = backups.make(reader, path, clock.now(), "by-hand")
    assert path.read_bytes()[:6] == copy.read_bytes()[:6] == b"SQLite"


def test_without_a_key_it_is_locked(locked: Path, clock: FixedClock) -> None:
    """Neither damaged nor somebody else's; nothing is written to it."""
    before = locked.read_bytes()
    with pytest.raises(JournalLocked):
        Database(locked, clock.now())
    assert locked.read_bytes() == before


def test_another_passphrase_and_a_lost_beginning_are_told_as_one(alone: Path, key: Key) -> None:
    """Without its salt nobody can tell the two apart, so both are said."""
    assert isinstance(reason(alone, Key("another")), WrongPassphrase)
    overwrite(alone, 0, 16, 0x5A)
    assert isinstance(reason(alone, Key(key.passphrase)), WrongPassphrase)


def test_a_wrong_passphrase_offers_the_newest_copy(locked: Path) -> None:
    """With its day; the passphrase is not in the error."""
    wrong = reason(locked, Key("another"))
    assert isinstance(wrong, WrongPassphrase)
    assert (wrong.copies, wrong.newest_copy) == (1, date(2026, 11, 22))


@pytest.mark.parametrize(("begin", "length"), [(0, 16), (0, 512), (16, 4), (0, PAGE), (4000, 90)])
def test_a_damaged_first_page_is_told_from_a_wrong_passphrase(
    locked: Path, key: Key, begin: int, length: int
) -> None:
    """Other pages, or the salt of a copy, prove that the passphrase is right."""
    overwrite(locked, begin, length)
    assert type(reason(locked, Key(key.passphrase))) is DamagedJournal
    assert isinstance(reason(locked, Key("another")), WrongPassphrase)


def test_damage_further_in(locked: Path, clock: FixedClock, key: Key) -> None:
    """The passphrase opens it, and the check finds the page."""
    overwrite(locked, locked.stat().st_size // 2, 200)
    recognise(locked, key)
    with closing(Database(locked, clock.now(), key)) as database, pytest.raises(DamagedJournal):
        database.refuse_damage()
    assert not is_sound(locked, key)


def test_damage_in_a_page_that_holds_nothing(locked: Path, clock: FixedClock, key: Key) -> None:
    """One bit of it would keep a later entry from being stored, so it is told before."""
    with closing(Database(locked, clock.now(), key)) as database:
        with database.writing() as writer:
            execute(writer, "DELETE FROM check_in")
        with database.reading() as reader:
            assert execute(reader, "PRAGMA freelist_count").fetchone()[0] > 5
    whole = locked.read_bytes()
    assert is_sound(locked, key)
    for begin in range(0, len(whole), PAGE):
        place = begin + 1000
        locked.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not is_sound(locked, key)
    with closing(Database(locked, clock.now(), key)) as database, pytest.raises(DamagedJournal):
        database.refuse_damage()


@pytest.mark.parametrize("cut", [PAGE, 10 * PAGE + 7, 1])
def test_a_truncated_file_says_how_much_is_there(locked: Path, key: Key, cut: int) -> None:
    """It is told from damage and from a wrong passphrase."""
    whole = locked.stat().st_size
    with locked.open("r+b") as file:
        file.truncate(whole - cut)
    short = reason(locked, Key(key.passphrase))
    assert isinstance(short, TruncatedJournal)
    assert (short.pages, short.expected) == ((whole - cut) // PAGE, whole // PAGE)
    assert isinstance(reason(locked, Key("another")), WrongPassphrase)


def test_another_programs_file_with_the_same_passphrase(tmp_path: Path, key: Key) -> None:
    """It is not ours and is not touched."""
    path = tmp_path / "other.sqlite3"
    with closing(encryption.connect(path, key)) as database:
        database.execute("CREATE TABLE music (title TEXT)")
    assert isinstance(reason(path, key), NotAJournal)


def test_a_plain_journal_that_is_damaged_needs_no_passphrase(
    tmp_path: Path, clock: FixedClock
) -> None:
    """Nobody is asked for one that there never was."""
    path = tmp_path / "journal.sqlite3"
    Database(path, clock.now()).close()
    overwrite(path, 0, 512)
    assert type(reason(path, None)) is DamagedJournal
    assert not encryption.is_encrypted(path)


def test_a_file_that_a_key_has_open_is_not_looked_into(
    locked: Path, clock: FixedClock, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To open and close it beside SQLite would give up SQLite's locks on it."""
    with closing(Database(locked, clock.now(), key)):
        monkeypatch.setattr(encryption, "begin_of", pytest.fail)
        with closing(encryption.read_only(locked, key)) as database:
            assert database.execute("SELECT count(*) FROM check_in").fetchone() == (100,)
    assert key.salts == {}


def test_without_the_extra_it_says_what_is_missing(
    locked: Path, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An encrypted journal stays shut and untouched; plain ones open as always."""
    for name in ("sqlcipher3", "sqlcipher3.dbapi2"):
        monkeypatch.setitem(sys.modules, name, None)
    before = locked.read_bytes()
    assert isinstance(reason(locked, None), JournalLocked)
    assert isinstance(reason(locked, Key("a")), EncryptionMissing)
    assert locked.read_bytes() == before
    Database(tmp_path / "plain.sqlite3", clock.now()).close()
    assert (tmp_path / "plain.sqlite3").read_bytes()[:6] == b"SQLite"
