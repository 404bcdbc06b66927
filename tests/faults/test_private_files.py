"""Nothing of the log reaches a place where it doesn't belong; what lies there is for one's eyes."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from second_wind.cli import run
from second_wind.computer import second_place
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.rescue import Use, carry_out, report_damage
from second_wind.storage.photos.photos import PhotoStore
from second_wind.ui.program import errors
from second_wind.ui.program.report import report_of

MARK = "zanzibar"
"""In every text that is logged."""
DAY = date(2026, 11, 20)
OWN_FILES = ("journal.sqlite3", "photos.sqlite3", "backups/", ".journal.sqlite3.new")
"""Where what is logged belongs."""
COMMANDS = (
    f"log --mood 6 --note {MARK}1 --feeling {MARK}2 --exercise 20 --outing nature --place {MARK}3",
    f"log --volunteer 2 --organisation {MARK}4 --talk {MARK}5 --person {MARK}9",
    f"reject --company {MARK}6 --role {MARK}7 --stage interview --feedback {MARK}8",
    "day",
    "analyse --json",
    "undo",
    "redo",
    "backup",
    "check",
    "export --format json -",
)
"""All that writes or shows a log."""
WRONG = (
    f"log --mood {MARK}",
    f"edit {MARK} --note x",
    f"reject --company {MARK} --stage {MARK}",
    f"backup --restore {MARK}",
    f"import /nowhere/{MARK}.csv",
)
"""What is refused."""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let everything temporary go to a place of its own."""
    place = tmp_path / "scratch"
    place.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(place))
    return place


def strayed(*places: Path) -> list[str]:
    """Return the files that hold a marked word and are none of the log's own."""
    found = []
    for place in places:
        for each in place.rglob("*"):
            name = str(each.relative_to(place))
            if (
                each.is_file()
                and not name.startswith(OWN_FILES)
                and MARK.encode() in each.read_bytes()
            ):
                found.append(name)
    return found


def test_words_stay_in_the_journal(tmp_path: Path, scratch: Path) -> None:
    """After every command and every refusal no log, setting, cache or temporary file has one."""
    home = tmp_path / "home"
    for words in COMMANDS:
        words_ = [*("--home", str(home)), *words.split()]
        assert run(words_, out=StringIO(), err=StringIO()) == 0, words
    for words in WRONG:
        words_ = [*("--home", str(home)), *words.split()]
        assert run(words_, out=StringIO(), err=StringIO()) == 2, words
    assert MARK.encode() in (home / "journal.sqlite3").read_bytes()
    assert strayed(home, scratch) == []
    assert list(scratch.iterdir()) == []


def test_report_of_a_bug() -> None:
    """It names places in the program; the message, which may quote the log, is left out."""
    try:
        int(MARK)
    except ValueError as error:
        report = report_of(type(error), error.__traceback__)
    assert "ValueError" in report
    assert "test_private_files.py" in report
    assert f"invalid literal for int() with base 10: '{MARK}'" not in report


def test_bug_in_the_window(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What desktops keep of a program's output has the report too, and no more."""
    shown: list[str] = []
    monkeypatch.setattr(
        "second_wind.ui.program.report.ReportDialog",
        lambda report: shown.append(report) or type("Dialog", (), {"exec": lambda _: 0})(),
    )
    text = f"{MARK} of today"
    try:
        raise LookupError(text)
    except LookupError as error:
        errors._show(lambda: None, type(error), error, error.__traceback__)
    written = capfd.readouterr()
    assert "LookupError" in written.err
    assert text not in written.err + written.out
    assert text not in shown[0]


# Who may read


def modes(place: Path) -> dict[str, int]:
    """Return the rights of every file and folder."""
    return {str(e.relative_to(place)): e.stat().st_mode & 0o777 for e in place.rglob("*")}


@pytest.fixture(autouse=True)
def _usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def entries() -> list[AnyEntry]:
    """Return some entries."""
    return [CheckIn(day=DAY, mood=5, note=f"{MARK} {each} " * 50) for each in range(50)]


def test_own_files_are_private(tmp_path: Path, clock: FixedClock) -> None:
    """Journal, log, copies, photos, what is set aside, settings: 0600 in folders of 0700."""
    home = tmp_path / "home"
    (tmp_path / "drive").mkdir()
    picture = tmp_path / "picture.png"
    Image.new("RGB", (40, 40)).save(picture)
    second = second_place.choose(home / "config", tmp_path / "drive")
    journal = Journal(home / "journal.sqlite3", clock, second)
    journal.store(add=entries(), name=ActName.LOG)
    journal.back_up("test")
    store = PhotoStore(home / "photos.sqlite3")
    store.add(picture, clock.now())
    open_files = modes(home)
    store.close()
    journal.close()
    with (home / "journal.sqlite3").open("r+b") as file:
        file.write(b"\xff" * 512)
    carry_out(report_damage(home / "journal.sqlite3"), Use.BOTH, clock.now())
    found = open_files | modes(home) | modes(second)
    for name, mode in found.items():
        assert mode == (0o700 if "." not in name.rpartition("/")[2] else 0o600), name
    assert {"journal.sqlite3-wal", "photos.sqlite3-wal"} <= set(open_files)
    assert any("damaged" in name for name in found)
    assert not any("partial" in name or ".new" in name for name in found)


def test_private_from_the_first_byte(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is never readable by others, not even while it is written."""
    home, seen = tmp_path / "home", set[int]()
    sync = os.fsync

    def look(handle: int) -> None:
        seen.update(mode for name, mode in modes(home).items() if "sqlite3" in name)
        sync(handle)

    monkeypatch.setattr(os, "fsync", look)
    journal = Journal(home / "journal.sqlite3", clock)
    journal.store(add=entries(), name=ActName.LOG)
    journal.back_up("test")
    journal.close()
    with (home / "journal.sqlite3").open("r+b") as file:
        file.write(b"\xff" * 512)
    carry_out(report_damage(home / "journal.sqlite3"), Use.BACKUP, clock.now())
    assert seen == {0o600}


OUTSIDE: dict[str, Callable[[Path], str]] = {
    "json": lambda out: f"export --format json {out}/all.json",
    "csv": lambda out: f"export --format csv {out}/csv",
    "zip": lambda out: f"export --format csv {out}/all.zip",
    "chart": lambda out: f"chart weeks {out}/chart.png",
}


@pytest.mark.parametrize("kind", OUTSIDE)
def test_what_is_saved_elsewhere(kind: str, tmp_path: Path) -> None:
    """It has the rights of any new file, or of the file it replaces; nothing else is left."""
    home, out = tmp_path / "home", tmp_path / "out"
    out.mkdir()
    words = ["--home", str(home), "log", "--mood", "5", "--day", "yesterday"]
    assert run(words, out=StringIO(), err=StringIO()) == 0
    command = ["--home", str(home), *OUTSIDE[kind](out).split()]
    assert run(command, out=StringIO(), err=StringIO()) == 0
    files = [each for each in out.rglob("*") if each.is_file()]
    assert files
    assert {each.stat().st_mode & 0o777 for each in files} == {0o644}
    for each in files:
        each.chmod(0o600)
    assert run([*command, "--force"], out=StringIO(), err=StringIO()) == 0
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}
    assert not [each for each in out.rglob("*") if "partial" in each.name]


def test_half_done_statements_stay_in_memory(journal: Journal) -> None:
    """SQLite would put rows that an import changes into a file under /var/tmp."""
    with journal._database.reading() as database:
        assert database.connection.execute("PRAGMA temp_store").fetchone() == (2,)


def test_a_copy_saved_elsewhere_is_for_the_person_alone(tmp_path: Path, clock: FixedClock) -> None:
    """Whatever the folder allows: it holds the whole journal."""
    out = tmp_path / "out"
    out.mkdir(mode=0o755)
    with closing(Journal(tmp_path / "home/journal.sqlite3", clock)) as journal:
        journal.save_copy(out / "copy.sqlite3")
    assert modes(out) == {"copy.sqlite3": 0o600}


def typed(*words: str, umask: int = 0o022, env: dict[str, str] | None = None) -> Any:
    """Run the real program in a process of its own, with a usual mask."""
    return subprocess.run(
        (sys.executable, "-m", "second_wind", *words),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        umask=umask,
        env=os.environ | (env or {}),
    )


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_whatever_is_made_is_private(tmp_path: Path) -> None:
    """Also by Qt and others; what is put out has the mode of any new file or folder."""
    home, out = tmp_path / "home", tmp_path / "out"
    assert typed("--home", str(home), "log", "--mood", "5", umask=0).returncode == 0
    assert typed("--home", str(home), "smoke", umask=0).returncode == 0
    words = ("export", str(out / "new" / "csv"), "--format", "csv")
    assert typed("--home", str(home), *words).returncode == 0
    found = {
        name: mode for name, mode in modes(home).items() if not name.startswith("cache/matplotlib/")
    }
    assert home.stat().st_mode & 0o777 == 0o700
    for name, mode in found.items():
        assert mode == (0o700 if (home / name).is_dir() else 0o600), name
    put_out = modes(out) | {".": out.stat().st_mode & 0o777}
    for name, mode in put_out.items():
        assert mode == (0o755 if (out / name).is_dir() else 0o644), name


_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from second_wind.__main__ import main
from second_wind.ui.program.start import Start
filled = Start.serve
def after(self):
    filled(self)
    QTimer.singleShot(300, self._window.quit)
Start.serve = after
sys.argv[:] = ["second-wind", "--home", sys.argv[1]]
sys.exit(main())
"""


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_what_the_window_makes_is_private(tmp_path: Path) -> None:
    """Settings, locks and all else, by the program as it is started, under the loosest mask."""
    home = tmp_path / "home"
    command = (sys.executable, "-c", _WINDOW, str(home))
    env = os.environ | {"TMPDIR": str(tmp_path)}
    env.pop("MPLCONFIGDIR", None)
    ran = subprocess.run(command, capture_output=True, check=False, timeout=120, umask=0, env=env)
    assert ran.returncode == 0, ran.stderr
    found = modes(home)
    for name, mode in found.items():
        if not name.startswith("cache/matplotlib/"):
            assert mode == (0o700 if (home / name).is_dir() else 0o600), name
    assert "config/window.ini" in found


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_folder_that_others_can_look_into_is_told_once(tmp_path: Path) -> None:
    """It keeps its mode; the next command, and the window, are silent."""
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    home.chmod(0o755)
    first = typed("--home", str(home), "log", "--mood", "5")
    assert first.returncode == 0
    assert "Others who use this computer can see the names of the files" in first.stderr
    assert first.stderr.count("\n") == 1
    assert home.stat().st_mode & 0o777 == 0o755
    assert typed("--home", str(home), "day").stderr == ""
    assert modes(home)["config/told-folders.txt"] == 0o600
    fresh = tmp_path / "fresh"
    assert typed("--home", str(fresh), "log", "--mood", "5").stderr == ""
    assert not (fresh / "config").exists()
