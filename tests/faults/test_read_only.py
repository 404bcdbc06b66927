"""A journal where nothing can be written is shown as it is, and says so when asked to store."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from second_wind.cli import run
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Outing, OutingKind
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.photos.photos import PhotoStore
from second_wind.storage.sqlite.encryption import read_only
from second_wind.storage.sqlite.left_log import committed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")

NOBODY = 65534
DAY = date(2026, 11, 20)
SECRET = "quiet otter lantern"
_COMMANDS = f"""
import importlib, io, json, os, pkgutil, sys
import second_wind, encodings.idna, platformdirs.unix
for each in pkgutil.walk_packages(second_wind.__path__, "second_wind."):
    if not each.name.startswith(("second_wind.ui", "second_wind.charts", "second_wind.__main__")):
        importlib.import_module(each.name)
if os.getuid() == 0:  # rights mean nothing to root; now that all is imported, become another
    os.setgid({NOBODY})
    os.setuid({NOBODY})
from second_wind.cli import run
for words in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    status = run(words, out=out, err=err)
    print(json.dumps([status, out.getvalue(), err.getvalue()]))
"""
_WINDOW = """
import sys
from pathlib import Path
from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn
from second_wind.core.errors.base import KnownError
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.program import application
from second_wind.ui.program.start import Start
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

def look(start):
    journal = start.journal
    print(len(journal.entries(CheckIn)), [e.note for e in journal.entries(CheckIn)])
    try:
        journal.store(add=[CheckIn(day=journal.today(), mood=3)], name=ActName.LOG)
    except KnownError as error:
        print(type(error).__name__)
    print(*(each.text() for each in start._window.findChildren(QLabel)), sep="\\n")
    QTimer.singleShot(0, start._window.quit)

filled = Start.serve
def after(self):
    filled(self)
    QTimer.singleShot(500, lambda: look(self))
Start.serve = after
sys.exit(application.run_window(AppPaths.under(Path(sys.argv[1])), SystemClock()))
"""


@pytest.fixture(params=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    """Return no key, or one."""
    if request.param == "plain":
        return None
    request.getfixturevalue("sqlcipher")
    return Key(SECRET)


@pytest.fixture
def home(tmp_path: Path, clock: FixedClock, key: Key | None) -> AppPaths:
    """Make a journal with a photo and a copy."""
    paths = AppPaths.under(tmp_path / "home")
    picture = tmp_path / "picture.png"
    Image.new("RGB", (40, 40)).save(picture)
    journal = Journal(paths.journal, clock, key=key)
    with closing(PhotoStore(paths.photos, key)) as store:
        photo = store.add(picture, clock.now())
    entries = [
        CheckIn(day=DAY, mood=6, note="walked"),
        Outing(day=DAY, kind=OutingKind.PHOTO, photos=(photo,)),
    ]
    journal.store(add=entries, name=ActName.LOG)
    journal.close()
    return paths


def leave_log(paths: AppPaths, key: Key | None, clock: FixedClock) -> None:
    """Log something more, and be killed: it lies in the log alone."""
    journal = Journal(paths.journal, clock, key=key)
    journal.store(add=[CheckIn(day=DAY, mood=2, note="in the log")], name=ActName.LOG)
    kept = paths.data / "kept"
    kept.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{paths.journal}{suffix}", kept / f"j{suffix}")
    journal.close(copy=False)
    for suffix in ("", "-wal"):
        shutil.move(kept / f"j{suffix}", f"{paths.journal}{suffix}")
    kept.rmdir()


@pytest.fixture
def shut() -> Iterator[Callable[[AppPaths], None]]:
    """Return what lets nobody write below a home, root included."""
    mounted: list[Path] = []

    def run(paths: AppPaths) -> None:
        if os.getuid() != 0:
            for each in (*paths.data.rglob("*"), paths.data):
                each.chmod(0o500 if each.is_dir() else 0o400)
            return
        place = str(paths.data)
        if subprocess.run(
            ["mount", "--bind", place, place], capture_output=True, check=False
        ).returncode:
            pytest.skip("nothing can be mounted here")
        mounted.append(paths.data)
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)

    yield run
    for each in mounted:
        subprocess.run(["umount", str(each)], check=True)


def typed(paths: AppPaths, *words: str, key: Key | None) -> Any:
    """Run a command."""
    given: list[str] = []
    reading, writing = os.pipe()
    if key is not None:
        os.write(writing, f"{SECRET}\n".encode())
        given = ["--passphrase-fd", str(reading)]
    os.close(writing)
    out, err = StringIO(), StringIO()
    status = run(["--home", str(paths.data), *words, *given], out=out, err=err)
    os.close(reading)
    return subprocess.CompletedProcess(words, status, out.getvalue(), err.getvalue())


def typed_by_another(paths: AppPaths, *commands: list[str], key: Key | None) -> list[Any]:
    """Run commands as a person without special rights; return status, output and errors of each."""
    pipes = [os.pipe() for _ in commands if key is not None]
    given = [["--passphrase-fd", str(reading)] for reading, _ in pipes] or [[]] * len(commands)
    for _, writing in pipes:
        os.write(writing, f"{SECRET}\n".encode())
        os.close(writing)
    words = [
        ["--home", str(paths.data), *command, *more]
        for command, more in zip(commands, given, strict=True)
    ]
    done = subprocess.run(
        (sys.executable, "-c", _COMMANDS, json.dumps(words)),
        pass_fds=[reading for reading, _ in pipes],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    for reading, _ in pipes:
        os.close(reading)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def tree(paths: AppPaths) -> dict[str, bytes]:
    """Return every file."""
    return {str(each): each.read_bytes() for each in paths.data.rglob("*") if each.is_file()}


READ: tuple[tuple[list[str], str], ...] = (
    (["day", "2026-11-20"], "walked"),
    (["day", "2026-11-20", "--json"], "walked"),
    (["search", "walked"], "1 entry found."),
    (["analyse"], "1 day with a mood"),
    (["export", "-", "--format", "json"], "walked"),
    (["chart", "weeks", "{out}/c.png"], "Written to"),
    (["check"], "The journal is sound."),
    (["backup", "--list"], "sound"),
    (["backup", "--verify"], "sound"),
)
STORE = (
    ["log", "--mood", "5"],
    ["log", "--outing", "photo", "--photo", "{out}/../picture.png"],
    ["reject"],
    ["undo"],
    ["backup"],
    ["delete", "x"],
)


@pytest.mark.parametrize("has_log", [False, True], ids=["folded", "log left"])
def test_it_is_shown_as_it_is(
    home: AppPaths,
    key: Key | None,
    clock: FixedClock,
    tmp_path: Path,
    shut: Callable[[AppPaths], None],
    has_log: bool,
) -> None:
    """By every command that reads, a log that was left beside it included; each says so."""
    if has_log:
        leave_log(home, key, clock)
    out = tmp_path / "out"
    out.mkdir()
    shut(home)
    before = tree(home)
    for words, said in READ:
        ran = typed(home, *(each.format(out=out) for each in words), key=key)
        assert ran.returncode == 0, (words, ran.stderr)
        assert said in ran.stdout
        assert "lies where nothing can be written" in ran.stderr
        assert ran.stderr.count("\n") == 1
    found = typed(home, "day", "2026-11-20", "--json", key=key).stdout
    notes = [each["note"] for each in json.loads(found)["check_ins"]]
    assert sorted(notes) == (["in the log", "walked"] if has_log else ["walked"])
    assert tree(home) == before


def test_nothing_can_be_stored(
    home: AppPaths, key: Key | None, tmp_path: Path, shut: Callable[[AppPaths], None]
) -> None:
    """One sentence that says why, and what to do."""
    out = tmp_path / "out"
    out.mkdir()
    shut(home)
    before = tree(home)
    for words in STORE:
        ran = typed(home, *(each.format(out=out) for each in words), key=key)
        assert (ran.returncode, ran.stdout) == (2, ""), (words, ran.stderr)
        assert "can be read, but nothing can be written there, so nothing was stored" in ran.stderr
        assert ran.stderr.count("\n") == 1
    assert tree(home) == before


def test_a_merge_from_there(
    home: AppPaths, key: Key | None, clock: FixedClock, shut: Callable[[AppPaths], None]
) -> None:
    """Another journal on a snapshot, with the log it was left with, comes over whole."""
    leave_log(home, key, clock)
    mine = AppPaths.under(home.data.parent / "mine")
    Journal(mine.journal, clock, key=key).close(copy=False)
    shut(home)
    ran = typed(mine, "merge", str(home.journal), key=key)
    assert ran.returncode == 0, ran.stderr
    assert "2 check-ins" in ran.stdout


@pytest.fixture
def passable(home: AppPaths) -> Iterator[AppPaths]:
    """Copy the home to where another user comes as far as its folder, which is theirs."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        copy = AppPaths.under(Path(name) / "home")
        shutil.copytree(home.data, copy.data)
        for each in (*copy.data.rglob("*"), copy.data):
            if os.getuid() == 0:
                os.chown(each, NOBODY, NOBODY)
        yield copy
        copy.data.chmod(0o700)


@pytest.mark.parametrize("mode", [0o000, 0o300, 0o600])
def test_a_folder_that_can_not_be_entered_or_read(
    passable: AppPaths, key: Key | None, mode: int
) -> None:
    """It is told as such, by every command alike."""
    passable.data.chmod(mode)
    commands = (["day"], ["log", "--mood", "5"], ["check"], ["backup", "--list"])
    told = typed_by_another(passable, *commands, key=key)
    assert len(told) == len(commands)
    for status, out, err in told:
        assert (status, out) == (2, ""), err
        assert f"The folder “{passable.data}” can't be entered and read" in err
        assert err.count("\n") == 1


def test_what_a_log_holds_is_what_sqlite_sees(
    home: AppPaths, key: Key | None, clock: FixedClock, tmp_path: Path
) -> None:
    """Of a log that is cut anywhere, the whole transactions count, and no others."""
    if key is not None:
        pytest.skip("SQLCipher reads the log of an encrypted journal itself")
    leave_log(home, key, clock)
    log = Path(f"{home.journal}-wal").read_bytes()
    lengths = {0, 31, 32, 100, *range(32, len(log) + 1, 4120), len(log) - 1, len(log)}
    logs = [log[:length] for length in sorted(lengths)]
    for at in range(33, len(log), 4120):  # one byte of a frame is not as it was written
        logs += [log[: at + ahead] + b"\xfe" + log[at + ahead + 1 :] for ahead in (3, 30, 2000)]
    seen_alike = set()
    for number, each in enumerate(logs):
        copy, alone = tmp_path / f"{number}.sqlite3", tmp_path / f"{number}-alone.sqlite3"
        shutil.copy(home.journal, copy)
        Path(f"{copy}-wal").write_bytes(each)
        content = bytearray(committed(copy))
        content[18:20] = b"\x01\x01"
        alone.write_bytes(content)
        with closing(read_only(copy)) as theirs, closing(read_only(alone)) as ours:
            statement = "SELECT id, note, seal FROM check_in ORDER BY id"
            found = ours.execute(statement).fetchall()
            assert theirs.execute(statement).fetchall() == found
            assert ours.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            seen_alike.add(len(found))
    assert len(seen_alike) > 1


def test_the_window_shows_it_and_says_so(
    tmp_path: Path, clock: FixedClock, shut: Callable[[AppPaths], None]
) -> None:
    """With a line that stays; storing is refused, and closing says nothing more."""
    home = AppPaths.under(tmp_path / "home")
    journal = Journal(home.journal, clock)
    journal.store(add=[CheckIn(day=DAY, mood=6, note="walked")], name=ActName.LOG)
    journal.close()
    shut(home)
    before = tree(home)
    place = tmp_path / "scratch"
    place.mkdir()
    env = os.environ | {"TMPDIR": str(place), "HOME": str(place), "XDG_RUNTIME_DIR": str(place)}
    for name in [each for each in env if each.startswith("XDG_") and each != "XDG_RUNTIME_DIR"]:
        env.pop(name)
    ran = subprocess.run(
        (sys.executable, "-c", _WINDOW, str(home.data)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=env,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout.startswith("1 ['walked']\nJournalReadOnly\n")
    assert "lies where nothing can be written" in ran.stdout
    assert tree(home) == before
