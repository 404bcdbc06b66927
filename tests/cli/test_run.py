"""The command line as a whole: exit statuses, streams, where files lie."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from second_wind.cli import run
from second_wind.cli.commands.entries import day as day_command

COMMAND = (sys.executable, "-m", "second_wind")


def typed(
    *words: str, env: dict[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    return subprocess.run(
        (*COMMAND, *words),
        env=os.environ | (env or {}),
        check=False,
        timeout=60,
        **({"capture_output": True} | options),
    )


def begun(home: Path) -> None:
    """Begin a journal."""
    assert run(["log", "--mood", "6", "--home", str(home)], out=StringIO(), err=StringIO()) == 0


def test_what_is_done_ends_with_0_and_silence_on_the_error_stream(tmp_path: Path) -> None:
    """Status 0, the answer on standard output, nothing else."""
    ran = typed("log", "--mood", "6", "--home", str(tmp_path))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"mood 6" in ran.stdout


def test_a_known_error_is_one_sentence_and_2(tmp_path: Path) -> None:
    """Status 2 and one line on standard error."""
    ran = typed("log", "--mood", "11", "--home", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode() == "A mood is a number from 1 to 10; “11” is not.\n"


def test_a_bug_shows_its_traceback_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is swallowed."""

    def broken(*_: object) -> int:
        raise ZeroDivisionError("broken")

    begun(tmp_path)
    monkeypatch.setattr(day_command, "_say", broken)
    err = StringIO()
    assert run(["day", "--home", str(tmp_path)], out=StringIO(), err=err) == 1
    assert "ZeroDivisionError: broken" in err.getvalue()


def test_ctrl_c_ends_quietly_with_130(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No traceback for a person who changed their mind."""

    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    begun(tmp_path)
    monkeypatch.setattr(day_command, "_say", interrupted)
    out, err = StringIO(), StringIO()
    assert run(["day", "--home", str(tmp_path)], out=out, err=err) == 130
    assert out.getvalue() + err.getvalue() == ""


def is_begun(journal: Path) -> bool:
    """Tell whether there is a journal, and not only an empty file."""
    return journal.exists() and journal.stat().st_size > 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    """A real signal in the middle of a long act: no row of it is there."""
    words = ("demo", "--years", "20", "--home", str(tmp_path))
    process = subprocess.Popen((*COMMAND, *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    journal = tmp_path / "journal.sqlite3"
    until = time.monotonic() + 30
    while not is_begun(journal) and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    found = typed("export", "-", "--format", "json", "--home", str(tmp_path)).stdout
    assert b'"check_ins": []' in found


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """`second-wind day | head -0` says nothing on standard error."""
    begun(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    ran = typed(
        "day", "--home", str(tmp_path), capture_output=False, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_known_error_that_nobody_hears_is_still_2(tmp_path: Path) -> None:
    """Scripts that close the error stream go by the status."""
    reading, writing = os.pipe()
    os.close(reading)
    words = ("log", "--mood", "11", "--home", str(tmp_path))
    ran = typed(*words, capture_output=False, stdout=subprocess.PIPE, stderr=writing)
    os.close(writing)
    assert (ran.returncode, ran.stdout) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk as Linux has it")
@pytest.mark.parametrize("words", [["day"], ["export", "-", "--format", "json"]])
def test_output_that_finds_no_room_is_a_known_error(tmp_path: Path, words: list[str]) -> None:
    """One sentence, as for a file on a full disk."""
    begun(tmp_path)
    with Path("/dev/full").open("wb") as full:
        home = ("--home", str(tmp_path))
        ran = typed(*words, *home, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("There is no room left where the output goes")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    ],
)
def test_every_letter_passes_under_any_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    """Text goes in and comes out as UTF-8 whatever the locale says."""
    note = "Grüße, 你好, “ʻokina” 🌱"
    home = str(tmp_path / "Ordnér")
    assert typed("log", "--note", note, "--home", home, env=locale).returncode == 0
    assert note in typed("day", "--home", home, env=locale).stdout.decode()
    assert note in typed("day", "--json", "--home", home, env=locale).stdout.decode()


def test_bytes_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    """A text that can't be stored is a known error."""
    ran = typed(
        "log", "--note", b"caf\xe9".decode(errors="surrogateescape"), "--home", f"{tmp_path}"
    )
    assert ran.returncode == 2
    assert "no letters" in ran.stderr.decode()


def test_home_may_stand_before_or_after_the_command_and_wins_over_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--home, before or after; else SECOND_WIND_HOME; else the person's own directory."""
    monkeypatch.setenv("SECOND_WIND_HOME", str(tmp_path / "variable"))
    for words, home in (
        (["--home", str(tmp_path / "before"), "log", "--mood", "6"], "before"),
        (["log", "--home", str(tmp_path / "after"), "--mood", "6"], "after"),
        (["log", "--mood", "6"], "variable"),
    ):
        assert run(words, out=StringIO(), err=StringIO()) == 0
        assert (tmp_path / home / "journal.sqlite3").is_file()
    assert len(list(tmp_path.iterdir())) == 3


def test_an_empty_variable_means_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SECOND_WIND_HOME= is as if it weren't there."""
    monkeypatch.setenv("SECOND_WIND_HOME", "")
    monkeypatch.chdir(tmp_path)
    assert run(["log", "--mood", "6"], out=StringIO(), err=StringIO()) == 0
    assert not list(tmp_path.iterdir())


def test_an_empty_home_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`--home "$NOTHING"` must not fall back on one's own journal."""
    monkeypatch.chdir(tmp_path)
    assert run(["log", "--mood", "6", "--home", ""], out=StringIO(), err=StringIO()) == 2
    assert not list(tmp_path.iterdir())


def test_another_journal(tmp_path: Path) -> None:
    """--journal names the file, before or after the command."""
    file = tmp_path / "mine" / "work.sqlite3"
    for words in (["--journal", str(file), "log", "--mood", "6"], ["day", "--journal", str(file)]):
        out = StringIO()
        assert run(words, out=out, err=StringIO()) == 0
        assert "ood 6 (okay)" in out.getvalue()


def test_a_file_of_another_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    """One sentence, and the file has the same bytes."""
    file = tmp_path / "notes.txt"
    file.write_text("not a journal, but dear to someone\n" * 9, encoding="utf-8")
    before = file.read_bytes()
    err = StringIO()
    assert run(["log", "--mood", "6", "--journal", str(file)], out=StringIO(), err=err) == 2
    assert str(file) in err.getvalue()
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_is_a_known_error(tmp_path: Path) -> None:
    """A file where a folder should be: one sentence."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    err = StringIO()
    home = str(tmp_path / "file" / "below")
    assert run(["log", "--mood", "6", "--home", home], out=StringIO(), err=err) == 2
    assert err.getvalue().count("\n") == 1


def test_the_version() -> None:
    """--version prints name and number."""
    out = StringIO()
    assert run(["--version"], out=out, err=StringIO()) == 0
    assert out.getvalue().startswith("second-wind 0.")


def test_without_a_command_the_window_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The window gets the places that were asked for, and its status is the command's."""
    asked: list[Any] = []

    def run_window(*given: Any, is_hidden: bool) -> int:
        asked.extend((*given, is_hidden))
        return 7

    application: Callable[..., Any] = pytest.importorskip("second_wind.ui.program.application")
    monkeypatch.setattr(application, "run_window", run_window)
    assert run(["--home", str(tmp_path)], out=StringIO(), err=StringIO()) == 7
    assert asked[0].journal == tmp_path / "journal.sqlite3"
    assert asked[-1] is False
    assert run(["--home", str(tmp_path), "--hidden"], out=StringIO(), err=StringIO()) == 7
    assert asked[-1] is True
