"""With encryption on, no word lies on the disk in plain, whatever happens; and nothing is lost."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from PIL import Image

from second_wind.cli import run
from second_wind.core.errors.encryption_errors import WrongPassphrase
from second_wind.core.errors.journal_errors import DiskFull
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Outing, OutingKind, Rejection
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.encrypting import encrypt
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.photos.photos import PhotoStore

pytestmark = pytest.mark.usefixtures("sqlcipher")

DAY = date(2026, 11, 20)
WORD = "Zebrafinkenschwarm"
SECRET = "quiet otter lantern"
HERE = Path(__file__).parent
UNSUITED = 77


def spoken(*homes: Path) -> list[str]:
    """Return every file below these folders that holds the word, in any usual encoding."""
    words = [WORD.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be")]
    words += [SECRET.encode(), b"\xff\xd8\xff\xe0\x00\x10JFIF"]
    return [
        f"{each}: {word!r}"
        for home in homes
        for each in home.rglob("*")
        if each.is_file()
        for word in words
        if word.lower() in each.read_bytes().lower()
    ]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let temporary files lie where they can be looked at."""
    place = tmp_path / "scratch"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield place
    assert spoken(place) == []


@pytest.fixture
def home(tmp_path: Path) -> AppPaths:
    """Keep every file in a folder of its own."""
    return AppPaths.under(tmp_path / "home")


def live(journal: Journal, home: AppPaths, clock: FixedClock, number: int) -> None:
    """Log, change, delete, undo, search for the word, add a photo, and make a copy."""
    picture = home.data.parent / f"{number}.png"
    Image.effect_noise((300, 200), 60).convert("RGB").save(picture)
    with closing(PhotoStore(home.photos, journal.key)) as store:
        photo = store.add(picture, clock.now())
    picture.unlink()
    made = [CheckIn(day=DAY, note=f"{WORD} {i} " * 30, feelings=(WORD,)) for i in range(40)]
    journal.store(add=made, name=ActName.LOG)
    journal.store(add=[Rejection(day=DAY, company=WORD, feedback=WORD)], name=ActName.REJECTION)
    journal.store(
        add=[Outing(day=DAY, kind=OutingKind.PHOTO, photos=(photo,), place=WORD)], name=ActName.LOG
    )
    journal.store(delete=made[:10], name=ActName.DELETE)
    journal.store(change=[replace(made[20], note="gone")], name=ActName.EDIT)
    journal.undo()
    clock.advance(minutes=20)
    journal.back_up("by-hand")


def test_no_word_lies_there_while_it_is_open_and_after(
    home: AppPaths, clock: FixedClock, scratch: Path
) -> None:
    """The journal, its log, photos and copies; also after deleting and emptying the trash."""
    Journal(home.journal, clock).close(copy=False)
    encrypt(home.journal, Key(SECRET), clock.now())
    for number in range(2):
        journal = Journal(home.journal, clock, key=Key(SECRET))
        live(journal, home, clock, number)
        assert (home.data / "journal.sqlite3-wal").stat().st_size > 0
        assert spoken(home.data) == []
        journal.store(delete=journal.entries(CheckIn), name=ActName.DELETE)
        clock.advance(days=40)
        journal.close()
        assert spoken(home.data) == []


def test_a_plain_history_is_gone_after_encrypting(
    home: AppPaths, clock: FixedClock, scratch: Path
) -> None:
    """Logs that a killed process left, half-written copies and all earlier ones included."""
    journal = Journal(home.journal, clock)
    live(journal, home, clock, 0)
    half = backups.directory(home.journal) / "journal_x-by-hand.backup.sqlite3.partial"
    half.write_bytes(home.journal.read_bytes())
    half.with_name(f"{half.name}-journal").write_bytes(WORD.encode())
    (home.data / ".journal.sqlite3.new").write_bytes(WORD.encode())
    journal.close()
    assert spoken(home.data)
    encrypt(home.journal, Key(SECRET), clock.now())
    assert spoken(home.data) == []


def test_the_command_line_leaves_none(home: AppPaths, clock: FixedClock, scratch: Path) -> None:
    """Nor does the window's own tour: settings, cache and log hold no content."""

    def typed(*words: str) -> int:
        reading, writing = os.pipe()
        os.write(writing, f"{SECRET}\n".encode())
        os.close(writing)
        given = ["--home", str(home.data), "--passphrase-fd", str(reading)]
        try:
            return run([*words, *given], clock=clock, out=StringIO(), err=StringIO())
        finally:
            os.close(reading)

    Journal(home.journal, clock).close(copy=False)
    assert typed("encrypt") == 0
    said = ["log", "--mood", "5", "--note", WORD, "--feeling", WORD, "--outing", "nature"]
    for words in (
        said,
        ["reject", "--company", WORD],
        ["undo"],
        ["day"],
        ["check"],
        ["smoke"],
        ["chart", "timeline", str(scratch / "chart.png")],
        ["backup"],
    ):
        assert typed(*words) == 0, words
        assert spoken(home.data) == [], words


def test_none_after_a_kill(home: AppPaths, clock: FixedClock, scratch: Path) -> None:
    """Killed while it wrote: neither in the log that it left nor in what the next start makes."""
    Journal(home.journal, clock).close(copy=False)
    encrypt(home.journal, Key(SECRET), clock.now())
    script = HERE / "encryption_secrets.py"
    for moment in (0.0, 0.15, 0.4):
        words = [sys.executable, script, home.data, SECRET, WORD]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            confirmed = len(process.stdout.read().splitlines())
        assert (home.data / "journal.sqlite3-wal").exists()
        assert spoken(home.data) == []
        journal = Journal(home.journal, clock, key=Key(SECRET))
        assert len(journal.entries(Rejection)) >= confirmed // 2
        journal.close()
        assert spoken(home.data) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of five megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=5M", "tmpfs", str(place)]
    mount = shutil.which("mount")
    if os.getuid() != 0 or not mount or subprocess.run([mount, *options], check=False).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.parametrize("pages", range(60, 200, 40))
def test_a_disk_that_fills_while_the_key_changes(
    small_disk: Path, clock: FixedClock, pages: int
) -> None:
    """Wherever that happens it is told, nothing has changed, and later it works."""
    home = AppPaths.under(small_disk)
    journal = Journal(home.journal, clock)
    journal.store(add=[CheckIn(day=DAY, note=f"{WORD} {i}") for i in range(100)], name=ActName.LOG)
    journal.back_up("by-hand")
    journal.close(copy=False)
    names = sorted(each.name for each in small_disk.rglob("*"))
    room = os.statvfs(small_disk)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - pages * 4096)))
    try:
        encrypt(home.journal, Key(SECRET), clock.now())
    except DiskFull:
        left = sorted(each.name for each in small_disk.rglob("*") if each != filler)
        # The copy of before may have fitted.
        assert [each for each in left if "before-encryption" not in each] == names
        Journal(home.journal, clock).close(copy=False)
        filler.unlink()
        clock.advance(seconds=1)
        encrypt(home.journal, Key(SECRET), clock.now())
    journal = Journal(home.journal, clock, key=Key(SECRET))
    assert len(journal.entries(CheckIn)) == 100
    journal.close(copy=False)
    assert spoken(small_disk) == []


def test_killed_while_the_key_changes() -> None:
    """Everything opens with the old passphrase or the new one, or is plain; nothing in between.

    `python tests/faults/rounds/encryption_rounds.py` is the long form.
    """
    script = HERE / "encryption_rounds.py"
    for words in (["--every", "80"], ["--rounds", "1"]):
        done = subprocess.run(
            [sys.executable, script, *words], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.endswith("lost 0\n")


def test_calls_that_fail_while_the_key_changes() -> None:
    """Whichever call fails, it is told, and all files have one key, the old or the new one.

    `python tests/faults/rounds/encryption_failing_calls.py` is the long form, over every call.
    """
    script = HERE / "encryption_failing_calls.py"
    words = [sys.executable, script, "--sample", "4", "--seed", "3"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode == UNSUITED:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("wrong 0\n")


def test_the_passphrase_is_told_to_nobody(
    home: AppPaths,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Not to a log, not in a report of a bug, and SQLCipher says nothing by itself."""
    import logging

    records: list[str] = []
    logger = logging.getLogger()
    monkeypatch.setattr(logger, "level", logging.DEBUG)
    handler = logging.Handler()
    handler.emit = lambda record: records.append(record.getMessage())  # type: ignore[method-assign]
    monkeypatch.setattr(logger, "handlers", [handler])
    key = Key(SECRET)
    Journal(home.journal, clock).close(copy=False)
    encrypt(home.journal, key, clock.now())
    journal = Journal(home.journal, clock, key=key)
    live(journal, home, clock, 0)
    journal.close()
    with pytest.raises(WrongPassphrase) as caught:
        Journal(home.journal, clock, key=Key("wrong"))
    said = "\n".join([*records, repr(caught.value), *capfd.readouterr()])
    derived = key.for_salt(home.journal.read_bytes()[:16]).hex()
    assert SECRET not in said
    assert derived not in said
    assert "sqlcipher" not in said.lower()
