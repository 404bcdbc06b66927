"""`second-wind check`: tells what is sound, and saves what can be saved."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths

Command = Callable[..., Any]


@pytest.fixture
def logged(command: Command, clock: FixedClock) -> None:
    """Log before and after a copy."""
    command("log", "--mood", "6", "--note", "before", "--day", "2026-11-20")
    clock.advance(minutes=5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "close", lambda self: self._database.close())
        command("log", "--mood", "3", "--note", "after", "--day", "2026-11-21")
    clock.advance(minutes=5)


def damage(path: Path) -> None:
    """Overwrite the first page."""
    with path.open("r+b") as file:
        file.write(b"\xff" * 512)


@pytest.mark.usefixtures("logged")
def test_sound(command: Command) -> None:
    """Status 0, and what there is to fall back on."""
    ran = command("check")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "The journal is sound.\n1 safe copy; the newest sound one is of 22 Nov 2026.\n"
    )
    found = json.loads(command("check", "--json").out)
    assert (found["version"], found["sound"], found["copies"]) == (1, True, 1)


@pytest.mark.usefixtures("logged")
def test_nothing_is_changed_by_looking(command: Command, paths: AppPaths) -> None:
    """No file appears, none changes."""
    before = {each: each.read_bytes() for each in paths.data.rglob("*") if each.is_file()}
    command("check")
    damage(paths.journal)
    before[paths.journal] = paths.journal.read_bytes()
    command("check", "--recover")
    assert {each: each.read_bytes() for each in paths.data.rglob("*") if each.is_file()} == before


def test_no_journal(command: Command, paths: AppPaths) -> None:
    """A look begins none."""
    assert "no journal" in command("check").err
    assert list(paths.data.iterdir()) == []


@pytest.mark.usefixtures("logged")
def test_journal_gone(command: Command, paths: AppPaths) -> None:
    """Where copies tell that there was one, they are named."""
    paths.journal.unlink()
    assert "1 safe copy of it" in command("check").err


@pytest.mark.usefixtures("logged")
def test_damaged(command: Command, paths: AppPaths) -> None:
    """Status 2 with one sentence that says what to do; logging is refused the same way."""
    damage(paths.journal)
    ran = command("check")
    assert ran.status == 2
    assert ran.out.startswith("The journal is damaged: the beginning of its file can't be read.\n")
    assert ran.err.count("\n") == 1
    assert "check --recover" in ran.err
    assert "check --recover" in command("log", "--mood", "5").err
    assert json.loads(command("check", "--json").out)["sound"] is False


@pytest.mark.usefixtures("logged")
def test_the_database_is_heard_by_programs_alone(command: Command, paths: AppPaths) -> None:
    """What SQLite says of pages and trees is for --json; a person hears how much is damaged."""
    size = paths.journal.stat().st_size
    with paths.journal.open("r+b") as file:
        file.seek(4096 * 6)
        file.write(b"\xff" * (size - 4096 * 6))
    faults = json.loads(command("check", "--json").out)["faults"]
    assert faults
    first = command("check").out.splitlines()[0]
    assert first.startswith("The journal is damaged: ")
    assert first.endswith(" of its file can't be read, and how much can't be told.") or (
        "of its file can't be read." in first
    )
    assert not [each for each in faults if each in command("check").out]


@pytest.mark.usefixtures("logged")
def test_damage_that_no_reading_meets(command: Command, paths: AppPaths) -> None:
    """Nothing is written to a file with a broken index, though every entry can still be read."""
    with closing(sqlite3.connect(paths.journal)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'talk_source'"
        ).fetchone()
    with paths.journal.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    ran = command("log", "--mood", "5")
    assert (ran.status, ran.out) == (2, "")
    assert "check --recover" in ran.err
    command("check", "--recover", "--use", "recovered")
    assert command("log", "--mood", "5").status == 0


@pytest.mark.usefixtures("logged")
def test_both_in_view(command: Command, paths: AppPaths) -> None:
    """What was recovered, what the copy has, and what only one of them has, by day."""
    damage(paths.journal)
    ran = command("check", "--recover")
    assert ran.status == 0
    assert "Recovered from the damaged journal: 2 check-ins" in ran.out
    assert "In the safe copy of 22 Nov 2026 (on closing): 1 check-in" in ran.out
    assert "Only the damaged journal has 1 check-in: 21 Nov 2026" in ran.out
    assert "--use both|recovered|backup" in ran.out
    found = json.loads(command("check", "--recover", "--json").out)
    assert found["only_recovered_days"] == ["2026-11-21"]
    assert found["lost_days"] == []


@pytest.mark.parametrize(
    ("use", "notes"),
    [("both", {"before", "after"}), ("recovered", {"before", "after"}), ("backup", {"before"})],
)
@pytest.mark.usefixtures("logged")
def test_choice(command: Command, paths: AppPaths, use: str, notes: set[str]) -> None:
    """Each does what it says; the damaged file is kept by name, and a new copy is made."""
    damage(paths.journal)
    held = paths.journal.read_bytes()
    assert (
        "journal.damaged-20261122-1442.sqlite3" in command("check", "--recover", "--use", use).out
    )
    aside = paths.data / "journal.damaged-20261122-1442.sqlite3"
    assert aside.read_bytes() == held
    with closing(sqlite3.connect(paths.journal)) as db:
        assert {note for (note,) in db.execute("SELECT note FROM check_in")} == notes
    assert "2 safe copies" in command("check").out
    assert command("log", "--mood", "5").status == 0


@pytest.mark.usefixtures("logged")
def test_restore_over_damage(command: Command, paths: AppPaths) -> None:
    """`backup --restore` works on a journal that can't be opened any more."""
    damage(paths.journal)
    (copy,) = (paths.data / "backups").iterdir()
    ran = command("backup", "--restore", copy.name)
    assert "as it was at the safe copy (2026-11-22 14:32)" in ran.out
    assert "damaged-" in ran.out
    assert "Undo can't take this back." in ran.out
    assert "before" in command("day", "2026-11-20").out


@pytest.mark.usefixtures("logged")
def test_what_a_restore_over_damage_drops_is_told_and_comes_along(
    command: Command, paths: AppPaths, garble: Callable[[Path, str], None]
) -> None:
    """By day, with the command; a merge of the file set aside brings what is proved, with Undo."""
    (copy,) = (paths.data / "backups").iterdir()
    garble(paths.journal, "UPDATE check_in SET mood = 9 WHERE note = 'before'")
    said = command("backup", "--restore", copy.name).out
    (aside,) = paths.data.glob("*damaged-*.sqlite3")
    assert "lacks, or has in an older state, 1 check-in: 21 Nov 2026" in said
    assert f'second-wind merge "{aside}"' in said
    held = aside.read_bytes()
    ran = command("merge", str(aside))
    assert (ran.status, ran.err) == (0, "")
    assert "only what can be proved" in ran.out
    assert "after" in command("day", "2026-11-21").out
    assert "Mood 6" in command("day", "2026-11-20").out
    assert aside.read_bytes() == held
    command("undo")
    assert "after" not in command("day", "2026-11-21").out


@pytest.mark.usefixtures("logged")
def test_a_newer_copy_than_the_one_returned_to_is_named(command: Command, paths: AppPaths) -> None:
    """Where it alone has what was logged later, as nothing of the file can be read."""
    (oldest,) = (paths.data / "backups").iterdir()
    command("backup")
    (newest,) = set((paths.data / "backups").iterdir()) - {oldest}
    paths.journal.write_bytes(b"\xff" * paths.journal.stat().st_size)
    said = command("backup", "--restore", oldest.name).out
    assert f'1 check-in: 21 Nov 2026\n  second-wind merge "{newest}"' in said
    command("merge", str(newest))
    assert "after" in command("day", "2026-11-21").out


@pytest.mark.usefixtures("logged")
def test_a_merge_of_the_file_set_aside_leaves_out_what_is_in_doubt(
    command: Command, paths: AppPaths, garble: Callable[[Path, str], None]
) -> None:
    """Its day is named; a damaged file from elsewhere is refused as ever."""
    (copy,) = (paths.data / "backups").iterdir()
    with closing(sqlite3.connect(paths.journal)) as db, db:
        db.execute("DELETE FROM act_change")
        db.execute("DELETE FROM act")
    garble(paths.journal, "UPDATE check_in SET mood = 9, note = 'axxer' WHERE note = 'after'")
    command("backup", "--restore", copy.name)
    (aside,) = paths.data.glob("*damaged-*.sqlite3")
    ran = command("merge", str(aside))
    assert "nobody can say for sure how it was: 21 Nov 2026" in ran.out
    assert "axxer" not in command("day", "2026-11-21").out
    elsewhere = shutil.copy(aside, paths.data / "elsewhere.sqlite3")
    assert command("merge", str(elsewhere)).status == 2


@pytest.mark.usefixtures("logged")
def test_emptied_file(command: Command, paths: AppPaths) -> None:
    """A journal cut to nothing is not begun anew while there are copies of it."""
    paths.journal.write_bytes(b"")
    assert "check --recover" in command("log", "--mood", "5").err
    assert "nothing" in command("check", "--recover", "--use", "both").out
    assert "before" in command("day", "2026-11-20").out


@pytest.mark.usefixtures("logged")
def test_lost_day_is_named(command: Command, paths: AppPaths) -> None:
    """Without copy and acts, what can't be read is named by its day."""
    shutil.rmtree(paths.data / "backups")
    with closing(sqlite3.connect(paths.journal)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM act")
        db.commit()
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'check_in'"
        ).fetchone()
    with paths.journal.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    ran = command("check", "--recover")
    assert "There is no sound safe copy" in ran.out
    assert "could not be saved: 20 Nov 2026, 21 Nov 2026" in ran.out
    ran = command("check", "--recover", "--use", "backup")
    assert ran.status == 2
    assert "no sound copy" in ran.err


@pytest.mark.usefixtures("logged")
def test_garbled_entry(
    command: Command, paths: AppPaths, garble: Callable[[Path, str], None]
) -> None:
    """An entry that reads well but is not what was written is found, and mended."""
    garble(paths.journal, "UPDATE check_in SET mood = 9 WHERE note = 'before'")
    ran = command("check")
    assert ran.status == 2
    assert "not as they were written: 20 Nov 2026" in ran.out
    command("check", "--recover", "--use", "both")
    assert "Mood 6" in command("day", "2026-11-20").out


@pytest.mark.usefixtures("logged")
def test_doubt_and_certainty_never_stand_together(
    command: Command, paths: AppPaths, garble: Callable[[Path, str], None]
) -> None:
    """Where nobody knows how an entry was, nothing says that all else is surely there."""
    shutil.rmtree(paths.data / "backups")
    with closing(sqlite3.connect(paths.journal)) as db, db:
        db.execute("DELETE FROM act_change")
        db.execute("DELETE FROM act")
    garble(paths.journal, "UPDATE check_in SET mood = 9, note = 'bxfxre' WHERE note = 'before'")
    said = command("check", "--recover").out
    assert "nobody can say for sure how an entry was: 20 Nov 2026" in said
    assert "nothing else was lost" not in said


@pytest.mark.usefixtures("logged")
def test_a_copy_used_in_part_is_named(
    command: Command, paths: AppPaths, garble: Callable[[Path, str], None]
) -> None:
    """In words and for programs; what it proves is used."""
    shutil.rmtree(paths.data / "backups")
    command("backup")
    (copy,) = (paths.data / "backups").iterdir()
    garble(copy, "UPDATE check_in SET mood = 9 WHERE note = 'after'")
    garble(paths.journal, "UPDATE check_in SET mood = 9 WHERE note = 'before'")
    said = command("check", "--recover").out
    assert f"only what is proved was used: {copy.name}" in said
    found = json.loads(command("check", "--recover", "--json").out)
    assert (found["used_in_part"], found["passed_over"]) == ([copy.name], [])
    command("check", "--recover", "--use", "both")
    assert "Mood 6" in command("day", "2026-11-20").out


@pytest.mark.usefixtures("logged")
def test_nothing_to_recover(refused: Command) -> None:
    """A sound journal is left alone; a choice without the question makes no sense."""
    assert "sound" in str(refused("check", "--recover", "--use", "both"))
    assert "--recover" in str(refused("check", "--use", "both"))
    assert "backup" in str(refused("check", "--recover", "--use", "all"))


@pytest.mark.usefixtures("logged")
def test_conflict_copy_is_named(command: Command, paths: AppPaths) -> None:
    """With the command that brings what it has."""
    copy = paths.data / "journal (conflicted copy 2026-11-22).sqlite3"
    shutil.copy(paths.journal, copy)
    ran = command("check")
    assert ran.status == 0
    assert f'second-wind merge "{copy}"' in ran.out


def test_photos(command: Command, paths: AppPaths, tmp_path: Path) -> None:
    """Each is compared with its checksum; a damaged or missing one is named by its day."""
    for name, colour in (("one", "red"), ("two", "blue")):
        Image.new("RGB", (80, 60), colour).save(tmp_path / f"{name}.png")
        command("log", "--outing", "photo", "--photo", str(tmp_path / f"{name}.png"))
    assert "2 photos are sound." in command("check").out
    with closing(sqlite3.connect(paths.photos)) as db:
        keys = [key for (key,) in db.execute("SELECT sha256 FROM photo ORDER BY created_at")]
        db.execute("UPDATE photo SET picture = x'00' WHERE sha256 = ?", (keys[0],))
        db.execute("DELETE FROM photo WHERE sha256 = ?", (keys[1],))
        db.commit()
    ran = command("check")
    assert ran.status == 2
    assert "The journal is sound." in ran.out
    assert "1 photo is damaged, 1 is missing: 22 Nov 2026" in ran.out
    assert "If you still have the original pictures, edit the outings" in ran.out
    assert "entries they belong to are not" in ran.err
