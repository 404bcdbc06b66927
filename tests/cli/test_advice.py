"""What a refusal advises can be followed, and is true where it stands."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.words.base import numbers
from second_wind.words.files import disputes

Command = Callable[..., Any]


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Leave room beside the program's own folder."""
    return AppPaths.under(tmp_path / "home")


@pytest.fixture
def logged(command: Command, clock: FixedClock, paths: AppPaths) -> Path:
    """Log something; a copy is made on closing."""
    command("log", "--mood", "6", "--note", "second bravo")
    clock.advance(minutes=5)
    return paths.journal


def garble(file: Path) -> None:
    """Let one letter of a note be another."""
    content = file.read_bytes()
    assert b"second bravo" in content
    file.write_bytes(content.replace(b"second bravo", b"second brbvo"))


@pytest.mark.parametrize("words", [("merge",), ("backup", "--restore")])
def test_a_file_that_is_no_journal(
    refused: Callable[..., str], logged: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A table, or nothing at all, is not called a damaged journal."""
    for content in (b"a,b\n1,2\n", b""):
        other = tmp_path / "m.csv"
        other.write_bytes(content)
        said = refused(*words, str(other))
        assert "is no journal of Second Wind" in said
        assert "--recover" not in said
    assert logged.exists()


@pytest.mark.parametrize("words", [("merge",), ("backup", "--restore")])
def test_another_journal_that_is_damaged(
    command: Command,
    refused: Callable[..., str],
    logged: Path,
    tmp_path: Path,
    words: tuple[str, ...],
) -> None:
    """It is named in the advice, which would else look at one's own."""
    other = tmp_path / "other.sqlite3"
    shutil.copy(logged, other)
    garble(other)
    said = refused(*words, str(other))
    assert f'second-wind --journal "{other}" check --recover' in said
    assert "Recovered" in command("check", "--recover", "--journal", str(other)).out


def test_damage_without_a_sound_copy(command: Command, logged: Path) -> None:
    """No copy is advised, since none is made of a damaged journal."""
    shutil.rmtree(logged.parent / "backups")
    garble(logged)
    ran = command("check")
    assert ran.status == 2
    assert "second-wind backup makes one" not in ran.out
    assert "no sound safe copy" in ran.out


@pytest.mark.parametrize("is_there", [True, False])
def test_no_file_to_recover_from(command: Command, logged: Path, is_there: bool) -> None:
    """Nothing is said of what was read from it, or of its end."""
    logged.unlink()
    if is_there:
        logged.touch()
    said = command("check", "--recover").out
    assert "Recovered from the damaged journal" not in said
    assert "end of the file" not in said
    assert "nothing of it is left but its safe copies" in said
    assert "after the newest sound copy may be lost" in said


def test_copies_that_cannot_be_asked(
    command: Command, logged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are waited for, unless the person says to do without them."""
    garble(logged)
    before = logged.read_bytes()

    def unreadable(journal: Path, *_more: object) -> list[Path]:
        raise JournalUnreachable(journal.parent / "backups")

    monkeypatch.setattr(backups, "listed", unreadable)
    said = command("check", "--recover").out
    assert "make them readable first" in said
    assert "no sound safe copy to compare" not in said
    for use in ("both", "backup"):
        ran = command("check", "--recover", "--use", use)
        assert ran.status == 2
        assert "make it readable first" in ran.err
        assert logged.read_bytes() == before


@pytest.mark.usefixtures("logged")
def test_a_file_as_the_second_place(refused: Callable[..., str], tmp_path: Path) -> None:
    """No drive is missing then."""
    (tmp_path / "file").touch()
    assert "is a file" in refused("backup", "--folder", str(tmp_path / "file"))


@pytest.mark.parametrize("place", ["/dev/sda-that-is-not-there", "/proc/x.csv", "/sys/x.csv"])
@pytest.mark.usefixtures("logged")
def test_nothing_new_is_made_among_devices(refused: Callable[..., str], place: str) -> None:
    """A device that was misspelt, or isn't there, is not made as a file."""
    assert "no file that could be written" in refused("export", place, "--format", "json")
    assert not Path(place).exists()


def test_a_nul_is_called_one(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is UTF-8, so that is not blamed."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\x00b")))
    ran = command("log", "--note", "-")
    assert ran.status == 2
    assert "NUL" in ran.err
    assert "UTF-8" not in ran.err


def test_an_entry_stays_on_one_line(command: Command) -> None:
    """A line break in a name breaks none in what is shown of the day."""
    command("reject", "--company", "Ac\nme", "--role", "De\nv")
    assert "  A no from Ac me · De v" in command("day").out


def test_a_disputed_mood_is_a_number_of_the_place() -> None:
    """As it was typed, not as it is stored."""
    assert disputes._text(5.0) == "5"
    numbers.choose("de")
    assert disputes._text(5.5) == "5,5"
