"""`second-wind backup`: makes, lists, proves, returns, and fills a second place."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths

Command = Callable[..., Any]


def copies(paths: AppPaths) -> list[Path]:
    """Return the copies, oldest first."""
    return sorted((paths.data / "backups").glob("*.backup.sqlite3"))


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Leave room beside the program's own folder for what is taken out of it."""
    return AppPaths.under(tmp_path / "home")


@pytest.fixture
def logged(command: Command, clock: FixedClock) -> None:
    """Log something; a copy is made on closing."""
    command("log", "--mood", "6", "--note", "then")
    clock.advance(minutes=5)


@pytest.mark.usefixtures("logged")
def test_makes_a_copy(command: Command, paths: AppPaths) -> None:
    """It says where, and the copy is there."""
    ran = command("backup")
    assert ran.status == 0
    assert str(copies(paths)[-1]) in ran.out
    assert "by-hand" in copies(paths)[-1].name


@pytest.mark.usefixtures("logged")
def test_list(command: Command, paths: AppPaths) -> None:
    """Newest first: when, how large, whether sound, why, and the name to return to."""
    command("backup")
    with copies(paths)[0].open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)
    newest, name, oldest, _ = command("backup", "--list").out.splitlines()
    assert newest.startswith("22 Nov 2026, 14:37 · ")
    assert newest.endswith(" KB · sound · asked for")
    assert name == f"  {copies(paths)[1].name}"
    assert oldest.endswith("· damaged · on closing")


@pytest.mark.usefixtures("logged")
def test_list_with_a_copy_from_the_future(command: Command, paths: AppPaths) -> None:
    """What a wrong clock called the newest stands where it belongs, and is told as such."""
    (oldest,) = copies(paths)
    wrong = oldest.rename(oldest.with_name(oldest.name.replace("_2026", "_2036")))
    command("log", "--mood", "7")
    command("backup")
    lines = command("backup", "--list").out.splitlines()
    assert lines[-2] == f"  {wrong.name}"
    assert lines[-1].startswith("  A clock was wrong")
    assert sum("clock was wrong" in each for each in lines) == 1


@pytest.mark.usefixtures("logged")
def test_recovery_from_copies_of_which_one_is_from_the_future(
    command: Command, paths: AppPaths
) -> None:
    """Nothing is left of the journal: what the copies hold comes back, the later entries, too."""
    (oldest,) = copies(paths)
    oldest.rename(oldest.with_name(oldest.name.replace("_2026", "_2036")))
    command("log", "--mood", "7", "--note", "later")
    command("backup")
    paths.journal.write_bytes(b"")
    assert command("check", "--recover", "--use", "both").status == 0
    assert "later" in command("search", "later").out


@pytest.mark.usefixtures("logged")
def test_verify(command: Command, paths: AppPaths) -> None:
    """Status 0 if every copy is sound, else 2 with the names."""
    assert command("backup", "--verify").out == "Checked 1: each safe copy is sound.\n"
    copies(paths)[0].write_bytes(b"x")
    ran = command("backup", "--verify")
    assert ran.status == 2
    assert copies(paths)[0].name in ran.err


@pytest.mark.usefixtures("logged")
def test_restore_and_undo(command: Command, paths: AppPaths) -> None:
    """Back to the copy, and forward again."""
    command("log", "--mood", "2", "--note", "since")
    ran = command("backup", "--restore", copies(paths)[0].name)
    assert ran.status == 0
    assert "2026-11-22 14:32" in ran.out
    assert "since" not in command("day").out
    assert command("undo").out == "Undone: the return to a safe copy (2026-11-22 14:32)\n"
    assert "since" in command("day").out


@pytest.mark.usefixtures("logged")
def test_restore_of_the_same(command: Command, paths: AppPaths) -> None:
    """Where nothing differs, nothing is changed, and it says so."""
    assert "nothing was changed" in command("backup", "--restore", copies(paths)[0].name).out


@pytest.mark.usefixtures("logged")
def test_restore_on_a_new_computer(command: Command, paths: AppPaths, tmp_path: Path) -> None:
    """A copy from elsewhere, by its path, becomes the journal where there is none."""
    copy = copies(paths)[0].rename(tmp_path / "from-a-drive.sqlite3")
    paths.journal.unlink()
    assert "from-a-drive" in command("backup", "--restore", str(copy)).out
    assert "then" in command("day").out


@pytest.mark.usefixtures("logged")
def test_restore_where_there_is_no_folder_yet(
    command: Command, paths: AppPaths, tmp_path: Path
) -> None:
    """It is made for the person alone; nothing is said to have been missing."""
    copy = copies(paths)[0].rename(tmp_path / "from-a-drive.sqlite3")
    paths.data.rename(tmp_path / "old")
    ran = command("backup", "--restore", str(copy))
    assert (ran.status, ran.err) == (0, "")
    assert "missing" not in ran.out
    assert "then" in command("day").out
    assert paths.data.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("logged")
def test_restore_where_the_journal_is_missing(command: Command, paths: AppPaths) -> None:
    """Where one was, it is said to be back."""
    paths.journal.unlink()
    ran = command("backup", "--restore", copies(paths)[0].name)
    assert "The journal was missing; it is back" in ran.out


@pytest.mark.parametrize("name", ["nothing", ""])
@pytest.mark.usefixtures("logged")
def test_restore_of_nothing(refused: Command, name: str) -> None:
    """A name that no copy has is told."""
    assert "backup --list" in str(refused("backup", "--restore", name))


@pytest.mark.usefixtures("logged")
def test_second_place(command: Command, tmp_path: Path, clock: FixedClock) -> None:
    """Copies go there too; a gone drive is told once, and everything else goes on."""
    drive = tmp_path / "drive"
    drive.mkdir()
    assert str(drive) in command("backup", "--folder", str(drive)).out
    assert str(drive) in command("backup").out
    (folder,) = drive.iterdir()
    assert len(list(folder.iterdir())) == 2
    drive.rename(tmp_path / "unplugged")
    ran = command("backup")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "drive" in ran.err
    clock.advance(minutes=5)
    ran = command("log", "--mood", "3")
    assert ran.status == 0
    assert "drive" in ran.err
    assert command("backup", "--no-folder").status == 0
    assert command("backup").err == ""


@pytest.mark.usefixtures("logged")
def test_one_thing_at_a_time(refused: Command) -> None:
    """Two of the options together make no sense."""
    said = str(refused("backup", "--list", "--verify"))
    assert said == "--verify and --list can't be given together."


def test_a_refusal_never_says_stored(command: Command, paths: AppPaths, clock: FixedClock) -> None:
    """Nor does a look; what was stored says so, though there is no room for a copy of it."""
    command("log", "--mood", "6")
    clock.advance(minutes=5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "close", lambda self: self._database.close())
        command("log", "--mood", "3")
    shutil.rmtree(paths.data / "backups")
    (paths.data / "backups").write_text("no folder", encoding="utf-8")
    clock.advance(minutes=5)
    for words in (["edit", "nothing", "--mood", "4"], ["day"], ["redo"]):
        ran = command(*words)
        assert "There is no new safe copy of the journal" in ran.err, words
        assert "tored" not in ran.err
    ran = command("log", "--mood", "5")
    assert ran.status == 0
    assert ran.err.startswith("Stored, but there is no new safe copy of the journal: ")
