"""Encrypting a journal with all that belongs to it, and the way back."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from second_wind.computer import second_place
from second_wind.core.errors.copy_errors import CopiesFolderGone, JournalOpen
from second_wind.core.errors.encryption_errors import (
    AlreadyEncrypted,
    JournalLocked,
    NotEncrypted,
    SamePassphrase,
    WrongPassphrase,
)
from second_wind.core.errors.entry_errors import NothingToUndo
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Outing, OutingKind
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.encrypting import decrypt, encrypt, is_locked, rekey, unlock
from second_wind.journal.safety.rescue import Use, bring_back, carry_out, report_damage
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.file import recoding
from second_wind.storage.photos.photos import PhotoStore
from second_wind.storage.sqlite import encryption

pytestmark = pytest.mark.usefixtures("sqlcipher")

DAY = date(2026, 11, 22)
WORD = "Zebrafink"


@pytest.fixture
def key() -> Key:
    """Choose a passphrase."""
    return Key("quiet otter lantern")


@pytest.fixture
def filled(paths: AppPaths, clock: FixedClock, tmp_path: Path) -> dict[str, AnyEntry]:
    """Make a plain journal with a history, a photo and copies; return what it holds."""
    picture = tmp_path / "picture.png"
    Image.effect_noise((300, 200), 60).convert("RGB").save(picture)
    with closing(PhotoStore(paths.photos)) as store:
        photo = store.add(picture, clock.now())
    journal = Journal(paths.journal, clock)
    made = [CheckIn(day=DAY - timedelta(days=i), mood=5, note=f"{WORD} {i}") for i in range(80)]
    journal.store(add=made, name=ActName.LOG)
    journal.store(delete=made[:5], name=ActName.DELETE)
    journal.store(change=[replace(made[5], note=f"{WORD} anders")], name=ActName.EDIT)
    journal.back_up("by-hand")
    clock.advance(minutes=2)
    outing = Outing(day=DAY, kind=OutingKind.PHOTO, photos=(photo,))
    journal.store(add=[outing], name=ActName.LOG)
    held = everything(journal)
    assert journal.close() is None
    return held


def everything(journal: Journal) -> dict[str, AnyEntry]:
    """Return all that a journal holds."""
    return {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}


def read(paths: AppPaths, clock: FixedClock, key: Key | None) -> dict[str, AnyEntry]:
    """Open a journal and return all that it holds."""
    journal = Journal(paths.journal, clock, key=key)
    try:
        return everything(journal)
    finally:
        journal.close(copy=False)


def files(paths: AppPaths) -> list[Path]:
    """Return every database in the home."""
    return sorted(each for each in paths.data.rglob("*sqlite3*") if each.is_file())


def test_there_and_back_again(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """Encrypted, with another passphrase, and plain again: every entry and photo is there."""
    other = Key("another one")
    steps = (
        (lambda: encrypt(paths.journal, key, clock.now()), key),
        (lambda: rekey(paths.journal, key, other, clock.now()), other),
        (lambda: decrypt(paths.journal, other, clock.now()), None),
    )
    for number, (change, now) in enumerate(steps):
        clock.advance(minutes=1)
        done = change()
        # The journal, its photos, two copies, and one more of before each step.
        assert (done.files, done.left, done.second_place_problem) == (5 + number, (), None)
        assert is_locked(paths.journal) == (now is not None)
        assert read(paths, clock, now) == filled
        found = examine(paths.journal, paths.photos, key=now)
        assert found.is_sound
        assert found.unsound_copies == ()
        assert (found.is_encrypted, found.photos.count) == (now is not None, 1)
        kinds = {encryption.is_encrypted(each) for each in files(paths)}
        assert kinds == {now is not None}


def test_undo_begins_anew(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """What was deleted before is not kept in the new file; the trash and copies still have it."""
    encrypt(paths.journal, key, clock.now())
    with closing(Journal(paths.journal, clock, key=key)) as journal, pytest.raises(NothingToUndo):
        journal.undo()
    assert filled


def test_what_makes_no_sense_changes_nothing(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """Encrypting twice, decrypting what is plain, the same or a wrong passphrase."""
    with pytest.raises(NotEncrypted):
        decrypt(paths.journal, key, clock.now())
    with pytest.raises(NotEncrypted):
        rekey(paths.journal, key, Key("b"), clock.now())
    encrypt(paths.journal, key, clock.now())
    before = {each: each.read_bytes() for each in files(paths)}
    with pytest.raises(AlreadyEncrypted):
        encrypt(paths.journal, Key("b"), clock.now())
    with pytest.raises(SamePassphrase):
        rekey(paths.journal, key, Key(key.passphrase), clock.now())
    with pytest.raises(WrongPassphrase):
        rekey(paths.journal, Key("b"), Key("c"), clock.now())
    with pytest.raises(WrongPassphrase):
        decrypt(paths.journal, Key("b"), clock.now())
    assert {each: each.read_bytes() for each in files(paths)} == before
    assert filled


def test_nobody_else_may_have_it_open(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """Neither plain nor encrypted; when it is let go, it works, and the journal goes on."""
    journal = Journal(paths.journal, clock)
    with pytest.raises(JournalOpen):
        encrypt(paths.journal, key, clock.now())
    journal.release()
    encrypt(paths.journal, key, clock.now())
    journal.resume_with(key)
    assert everything(journal) == filled
    with pytest.raises(JournalOpen):
        decrypt(paths.journal, key, clock.now())
    journal.store(add=[CheckIn(day=DAY, note=WORD)], name=ActName.LOG)
    assert len(everything(journal)) == len(filled) + 1
    assert journal.close(copy=False) is None


def test_unlocking_tells_the_passphrase_only(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """It leaves nothing open."""
    encrypt(paths.journal, key, clock.now())
    unlock(paths.journal, Key(key.passphrase))
    with pytest.raises(WrongPassphrase):
        unlock(paths.journal, Key("no"))
    with pytest.raises(JournalLocked):
        Journal(paths.journal, clock)
    assert filled


def test_new_photos_and_copies_are_encrypted(
    paths: AppPaths, clock: FixedClock, key: Key, tmp_path: Path
) -> None:
    """Also where there were none when it was encrypted."""
    Journal(paths.journal, clock).close(copy=False)
    encrypt(paths.journal, key, clock.now())
    journal = Journal(paths.journal, clock, key=key)
    Image.new("RGB", (40, 30)).save(tmp_path / "p.png")
    with closing(PhotoStore(paths.photos, journal.key)) as store:
        photo = store.add(tmp_path / "p.png", clock.now())
        assert store.thumbnail(photo)
    copy = journal.back_up("by-hand")
    journal.save_copy(tmp_path / "elsewhere.sqlite3")
    for each in (paths.photos, copy, tmp_path / "elsewhere.sqlite3"):
        assert encryption.is_encrypted(each), each
    journal.close(copy=False)


def test_a_return_to_a_copy_and_a_merge_work_as_before(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key, tmp_path: Path
) -> None:
    """The other journal may be plain, or encrypted with the same passphrase."""
    encrypt(paths.journal, key, clock.now())
    other = AppPaths.under(tmp_path / "other")
    theirs = Journal(other.journal, clock)
    theirs.store(add=[CheckIn(id="theirs", day=DAY, mood=3)], name=ActName.LOG)
    theirs.close(copy=False)
    journal = Journal(paths.journal, clock, key=key)
    journal.merge(journal.plan_merge(other.journal))
    encrypt(other.journal, Key(key.passphrase), clock.now())
    assert not journal.plan_merge(other.journal)
    journal.undo()
    assert everything(journal) == filled
    journal.restore(backups.listed(paths.journal)[0])
    assert len(everything(journal)) == len(filled) - 1
    journal.close(copy=False)


def test_an_encrypted_journal_merged_into_a_plain_one(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key, tmp_path: Path
) -> None:
    """Its photos come along; the plain one stays plain."""
    encrypt(paths.journal, key, clock.now())
    own = AppPaths.under(tmp_path / "own")
    with closing(Journal(own.journal, clock)) as locked, pytest.raises(JournalLocked):
        locked.plan_merge(paths.journal)
    journal = Journal(own.journal, clock, key=Key(key.passphrase))
    journal.merge(journal.plan_merge(paths.journal))
    assert everything(journal) == filled
    journal.close()
    found = examine(own.journal, own.photos)
    assert (found.is_sound, found.photos.count) == (True, 1)
    assert {encryption.is_encrypted(each) for each in files(own)} == {False}


def test_the_second_place_follows(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key, tmp_path: Path
) -> None:
    """Copies there get the key, those that lie there alone included; a missing drive is told."""
    drive = tmp_path / "drive"
    drive.mkdir()
    folder = second_place.choose(paths.config, drive)
    second_place.mirror(paths.journal, folder, clock.now())
    only_there = folder / "journal_20251122T133200.000000-close.backup.sqlite3"
    shutil.copy(backups.listed(paths.journal)[0], only_there)
    folder.rename(drive / "gone")
    done = encrypt(paths.journal, key, clock.now(), folder)
    assert isinstance(done.second_place_problem, CopiesFolderGone)
    (drive / "gone").rename(folder)
    clock.advance(minutes=20)
    with closing(Journal(paths.journal, clock, folder, key)) as journal:
        journal.back_up("by-hand")
        assert journal.second_place_problem is None
    assert {encryption.is_encrypted(each) for each in folder.iterdir()} == {True}
    assert only_there.exists()
    other = Key("another")
    assert rekey(paths.journal, key, other, clock.now(), folder).second_place_problem is None
    for each in folder.iterdir():
        with closing(encryption.read_only(each, other)) as database:
            assert database.execute("SELECT count(*) > 70 FROM check_in").fetchone() == (1,)
    assert decrypt(paths.journal, other, clock.now(), folder).second_place_problem is None
    assert {encryption.is_encrypted(each) for each in folder.iterdir()} == {False}
    assert filled


def test_files_that_still_hold_words_are_named(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """A damaged file that was set aside can't be encrypted; a conflict copy can."""
    aside = paths.data / "journal.damaged-20261001-1200.sqlite3"
    aside.write_bytes(paths.journal.read_bytes()[5000:])
    conflict = paths.data / "journal (1).sqlite3"
    shutil.copy(paths.journal, conflict)
    done = encrypt(paths.journal, key, clock.now())
    assert done.left == (aside,)
    assert encryption.is_encrypted(conflict)
    found = examine(paths.journal, paths.photos, key=key)
    assert found.conflicts == (conflict,)
    assert filled


@pytest.mark.parametrize("with_copy", [True, False])
@pytest.mark.parametrize("begin", [0, 0.5])
def test_a_damaged_encrypted_journal_is_recovered(
    paths: AppPaths,
    clock: FixedClock,
    filled: dict[str, AnyEntry],
    key: Key,
    with_copy: bool,
    begin: float,
) -> None:
    """From its own pages, decrypted one by one, and its newest copy; what comes is encrypted."""
    encrypt(paths.journal, key, clock.now())
    if not with_copy:
        for each in backups.listed(paths.journal):
            each.unlink()
    with paths.journal.open("r+b") as file:
        # Behind the salt: without it and without a copy nothing can be read.
        file.seek(16 + int(paths.journal.stat().st_size * begin) // 4096 * 4096)
        file.write(b"\xff" * 300)
    with pytest.raises(DamagedJournal):
        Journal(paths.journal, clock, key=Key(key.passphrase)).close()
    report = report_damage(paths.journal, Key(key.passphrase))
    carry_out(report, Use.BOTH, clock.now())
    found = read(paths, clock, Key(key.passphrase))
    missing = {each.day for key, each in filled.items() if found.get(key) != each}
    assert missing <= set(report.lost_days)
    assert not (missing and with_copy)
    assert encryption.is_encrypted(paths.journal)


def test_a_log_that_a_killed_process_left_is_recovered(
    paths: AppPaths, clock: FixedClock, key: Key, tmp_path: Path
) -> None:
    """Its pages are encrypted like the file's."""
    Journal(paths.journal, clock).close(copy=False)
    encrypt(paths.journal, key, clock.now())
    for each in backups.listed(paths.journal):
        each.unlink()
    journal = Journal(paths.journal, clock, key=key)
    journal.store(add=[CheckIn(day=DAY, note=WORD)], name=ActName.LOG)
    kept = AppPaths.under(tmp_path / "kept")
    kept.data.mkdir()
    for suffix in ("", "-wal"):
        name = paths.journal.name + suffix
        shutil.copy(paths.data / name, kept.data / name)
    journal.close(copy=False)
    with kept.journal.open("r+b") as file:
        file.seek(16)
        file.write(b"\xff" * 300)
    report = report_damage(kept.journal, key)
    assert dict(report.recovered) == {"check_in": 1}
    assert report.found.rows["check_in"].popitem()[1]["note"] == WORD


def test_a_missing_journal_is_brought_back(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """From an encrypted copy; that a passphrase is needed shows in the copy."""
    encrypt(paths.journal, key, clock.now())
    newest = backups.listed(paths.journal)[-1]
    paths.journal.unlink()
    assert is_locked(paths.journal)
    bring_back(paths.journal, newest, clock.now(), key)
    assert read(paths, clock, key) == filled


def test_a_change_that_was_killed_is_taken_back_before_it_asks(
    paths: AppPaths, clock: FixedClock, filled: dict[str, AnyEntry], key: Key
) -> None:
    """A decryption that was cut short leaves nothing in plain."""
    encrypt(paths.journal, key, clock.now())
    recoding.staged(paths.journal).write_bytes(b"SQLite format 3\0" + WORD.encode())
    recoding._write_note(paths.journal, [paths.journal])
    assert is_locked(paths.journal)
    assert not recoding.staged(paths.journal).exists()
    assert filled


TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=3_000), min_size=1, max_size=8)


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(texts=TEXTS, passphrase=st.text(st.characters(codec="utf-8"), min_size=1, max_size=100))
def test_any_text_and_any_passphrase(
    tmp_path: Path, clock: FixedClock, texts: list[str], passphrase: str
) -> None:
    """What was written comes back byte for byte, whatever letters it is made of."""
    paths = AppPaths.under(tmp_path / f"{hash((tuple(texts), passphrase))}")
    journal = Journal(paths.journal, clock)
    for each in texts:
        journal.store(add=[CheckIn(day=DAY, note=each, mood=5)], name=ActName.LOG)
    held = everything(journal)
    journal.close(copy=False)
    encrypt(paths.journal, Key(passphrase), clock.now())
    assert read(paths, clock, Key(passphrase)) == held
    decrypt(paths.journal, Key(passphrase), clock.now())
    assert read(paths, clock, None) == held
    shutil.rmtree(paths.data)
