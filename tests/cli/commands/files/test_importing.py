"""`second-wind import` as a person types it."""

import json
import os
from pathlib import Path

import pytest

from second_wind.core.log.clock import FixedClock

KEYS = [
    "version",
    "format",
    "new",
    "same",
    "conflict",
    "rejected",
    "first_day",
    "last_day",
    "check_ins",
    "activities",
    "rejections",
    "unmapped",
    "questions",
    "world_time",
]
DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2020-05-30,30 May,Saturday,6:50 pm,rad,walk | nap,,Awesome\n"
    "2020-05-29,29 May,Friday,9:24 pm,{mood},,,\n"
    "2020-05-28,28 May,Thursday,late,rad,,,\n"
)


@pytest.fixture
def daylio(tmp_path: Path):
    def make(mood: str = "meh") -> str:
        path = tmp_path / "other.csv"
        path.write_text(DAYLIO.format(mood=mood))
        return str(path)

    return make


def test_import_says_what_it_did(command, daylio) -> None:
    """The plan is shown, broken lines are named, and the entries are there."""
    ran = command("import", daylio(), "--map-activity", "walk=exercise:20")
    assert (ran.status, ran.err) == (0, "")
    assert "2 check-ins, 1 activity, 0 rejections" in ran.out
    assert "line 4: “late” is no time of day" in ran.out
    assert "walk → exercise:20" in ran.out
    assert "3 entries written" in ran.out
    day = json.loads(command("day", "2020-05-30", "--json").out)
    assert (day["mood"], day["exercise_minutes"]) == (10, 20)


def test_a_dry_run_writes_nothing(command, daylio, rows) -> None:
    """The same plan, and the journal as before."""
    command("log", "--mood", "5")
    before = rows()
    ran = command("import", daylio(), "--dry-run")
    assert ran.status == 0
    assert "2 new" in ran.out
    assert "nothing was written" in ran.out
    assert rows() == before


def test_the_object_has_its_keys(command, daylio) -> None:
    """Programs get exactly the documented keys, before and after."""
    first = json.loads(command("import", daylio(), "--json").out)
    assert list(first) == KEYS
    assert (first["version"], first["format"]) == (1, "daylio-csv")
    assert (first["new"], first["same"], first["conflict"]) == (2, 0, 0)
    assert first["rejected"] == [{"line": 4, "reason": "“late” is no time of day"}]
    assert (first["first_day"], first["last_day"]) == ("2020-05-29", "2020-05-30")
    assert (first["check_ins"], first["activities"], first["rejections"]) == (2, 0, 0)
    assert first["unmapped"] == ["walk", "nap"]
    again = json.loads(command("import", daylio(), "--json").out)
    assert (again["new"], again["same"]) == (0, 2)


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",)])
def test_questions_name_their_option(command, daylio, rows, more: tuple[str, ...]) -> None:
    """Whatever must be asked: nothing is written, status 2, and the option is named."""
    command("log", "--mood", "5")
    before = rows()
    ran = command("import", daylio("so-so"), *more)
    assert ran.status == 2
    assert '--map "so-so=5"' in ran.err
    assert len(ran.err.splitlines()) == 1
    assert rows() == before
    if "--json" in more:
        assert json.loads(ran.out)["unmapped"] == ["so-so", "walk", "nap"]


def test_questions_are_answered(command, daylio) -> None:
    """With the option that was named, it is done."""
    assert command("import", daylio("so-so"), "--map", "so-so=5").status == 0


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("mine", "1 entry stays as it is here; --on-conflict theirs or both would say otherwise."),
        ("theirs", "1 entry becomes what the file says."),
        ("both", "1 entry differs: what is here and what the file says are both kept, side by"),
    ],
)
def test_what_becomes_of_conflicts_is_said(command, daylio, more, answer: str, said: str) -> None:
    """Just what was asked for, in the preview and when it is done."""
    command("import", daylio())
    ran = command("import", daylio("bad"), "--on-conflict", answer, *more)
    assert said in ran.out
    assert ("would say otherwise" in ran.out) == (answer == "mine")


def test_conflicts_as_told(command, daylio) -> None:
    """Mine stays unless theirs or both is told."""
    command("import", daylio("meh"))
    ran = command("import", daylio("bad"))
    assert "1 different" in ran.out
    assert "Nothing new" in ran.out
    command("import", daylio("bad"), "--on-conflict", "theirs")
    assert json.loads(command("day", "2020-05-29", "--json").out)["mood"] == 3.25
    command("import", daylio("meh"), "--on-conflict", "both")
    assert len(json.loads(command("day", "2020-05-29", "--json").out)["check_ins"]) == 2


def test_one_undo_takes_it_back(command, daylio) -> None:
    """An import is one act."""
    command("import", daylio())
    assert command("undo").status == 0
    assert not json.loads(command("day", "2020-05-30", "--json").out)["logged"]


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "excel"),
        ("--date-order", "ydm"),
        ("--scale", "5"),
        ("--columns", "weather=x"),
        ("--columns", "mood=Moood"),
        ("--map", "meh"),
        ("--map", "meh=11"),
        ("--map-activity", "walk=20"),
        ("--on-conflict", "ours"),
        ("--mood-pattern", "x"),
    ],
)
def test_wrong_options_are_refused(refused, daylio, words: tuple[str, ...]) -> None:
    """A plain sentence, and nothing is written."""
    assert refused("import", daylio(), *words)


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n", b"a,b\n\0", b"\xff\xfe\x00", b"Dear all\n"]
)
def test_wrong_files_are_refused(refused, tmp_path: Path, content: bytes) -> None:
    """A plain sentence with the file's name, and nothing is written."""
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    assert "wrong.csv" in refused("import", str(path))
    path.unlink()
    assert "wrong.csv" in refused("import", str(path))


def test_left_out_is_said(command, tmp_path: Path) -> None:
    """Unanswered rows, other outcomes and columns without a place are all reported."""
    moods = tmp_path / "moods.csv"
    moods.write_text("date,mood (1-10),weather\n2026-01-01,,fair\n2026-01-02,7,fair\n")
    out = command("import", str(moods)).out
    assert "1 row without an answer is left out" in out
    assert "Columns not brought along: weather." in out
    log = tmp_path / "log.csv"
    log.write_text("company,outcome,rejected on\nA,Ghosted,\nB,Rejected,2026-01-05\n")
    out = command("import", str(log)).out
    assert "1 application is left out, since its outcome is “Ghosted”." in out
    assert "1 entry written" in out
    log.write_text("company,rejected on\nA,\nB,2026-01-06\n")
    assert "1 application is left out, since nothing says" in command("import", str(log)).out


def test_help_has_an_example(command) -> None:
    """Help is complete, with examples."""
    ran = command("import", "--help")
    assert ran.status == 0
    assert "--map-activity" in ran.out
    assert "second-wind import daylio.csv --dry-run" in ran.out


MOODS = "date,mood\n2026-01-01,7\n2026-01-02,5\n"


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",), ("--dry-run", "--json")])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("date,mood\n", "no row"),
        ("date,mood\nsoon,7\n", "line 2: “soon” is no day"),
        ("date,mood\n2026-01-01,\n", "no row"),
        ("company,outcome,rejected on\nA,Ghosted,\n", "1 application has an outcome"),
    ],
)
def test_nothing_read_is_no_success(
    command, rows, tmp_path: Path, text: str, reason: str, more: tuple[str, ...]
) -> None:
    """Where no row was an entry, the status is 2 and says why, in a look beforehand as well."""
    path = tmp_path / "empty.csv"
    path.write_text(text)
    command("log", "--mood", "5")
    before = rows()
    ran = command("import", str(path), "--scale", "1:10", *more)
    assert ran.status == 2
    assert reason in ran.err
    assert "saved" not in ran.out + ran.err
    if "--json" in more:
        assert json.loads(ran.out)["new"] == 0
    assert rows() == before


def test_outcomes_of_another_language_are_named(command, tmp_path: Path) -> None:
    """Where none is known as a rejection, they are listed, and the way to count one is said."""
    path = tmp_path / "liste.csv"
    path.write_text("Firma,Position,Status,Datum\nA,X,Absage,2026-01-13\nB,Y,Zusage,2026-01-14\n")
    ran = command("import", str(path))
    assert ran.status == 2
    assert "its outcome is “Absage”" in ran.out
    assert '--map "NAME=rejected"' in ran.err
    told = ("--map", "Absage=rejected")
    assert "“Datum” the day of the outcome?" in command("import", str(path), *told).err
    assert command("import", str(path), *told, "--columns", "day=Datum").status == 0


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",)])
def test_all_here_already_is_a_success(command, tmp_path: Path, more: tuple[str, ...]) -> None:
    """The same file again adds nothing, says so, and ends well; so does what was deleted here."""
    path = tmp_path / "moods.csv"
    path.write_text(MOODS)
    assert command("import", str(path), "--scale", "1:10").status == 0
    again = command("import", str(path), "--scale", "1:10", *more)
    assert (again.status, again.err) == (0, "")
    if not more:
        assert "All of it is here already" in again.out
    if "--json" in more:
        assert json.loads(again.out)["same"] == 2


def test_what_was_deleted_here_is_a_success_too(command, clock: FixedClock, tmp_path: Path) -> None:
    """It was read and stays away, which is said."""
    path = tmp_path / "moods.csv"
    path.write_text("date,mood\n2026-01-01,7\n")
    command("import", str(path), "--scale", "1:10")
    (entry,) = json.loads(command("day", "2026-01-01", "--json").out)["check_ins"]
    clock.advance(minutes=1)
    command("delete", entry["id"])
    ran = command("import", str(path), "--scale", "1:10")
    assert ran.status == 0
    assert "stays away" in ran.out


def test_one_line_too_long_keeps_no_other_back(command, tmp_path: Path) -> None:
    """It is named with the limit, and the rest comes."""
    path = tmp_path / "moods.csv"
    path.write_text(f'date,mood,note\n2026-01-01,7,"{"long " * 30_000}"\n2026-01-02,5,ok\n')
    ran = command("import", str(path), "--scale", "1:10", "--json")
    found = json.loads(ran.out)
    assert (ran.status, found["new"], found["check_ins"]) == (0, 1, 1)
    ((line, reason),) = ((each["line"], each["reason"]) for each in found["rejected"])
    assert line == 2
    assert "100,000" in reason


def test_a_quotation_mark_astray_is_told_by_its_line(command, tmp_path: Path) -> None:
    """The days below it come, and are in no note."""
    path = tmp_path / "moods.csv"
    path.write_text('date,mood,note\n2026-01-01,7,"never\n2026-01-02,5,a\n2026-01-03,6,b\n')
    ran = command("import", str(path), "--scale", "1:10")
    assert ran.status == 0
    assert "line 2: a quotation mark opens here" in ran.out
    assert "2 new" in ran.out


@pytest.mark.parametrize("more", [(), ("--columns", "day=none at all")])
def test_a_thousand_columns_make_no_endless_sentence(
    refused, tmp_path: Path, more: tuple[str, ...]
) -> None:
    """A few are named, and how many more there are."""
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"column {i}" for i in range(5_000)) + "\n")
    said = refused("import", str(path), *more)
    assert "column 3" in said
    assert "4988 more" in said or "4,988 more" in said
    assert len(said) < 1_000


def test_signs_of_control_in_names_are_not_shown(command, tmp_path: Path) -> None:
    """A column or an outcome can't write to the terminal."""
    path = tmp_path / "log.csv"
    path.write_text(
        "company,outcome,rejected on,a\u009b2Jb\nA,Gho\u009b2Jsted,,\nB,Rejected,2026-01-05,\n"
    )
    ran = command("import", str(path))
    assert "\u009b" not in ran.out + ran.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_no_file(refused, tmp_path: Path) -> None:
    """Nobody waits for what may never come."""
    os.mkfifo(tmp_path / "pipe.csv")
    assert "pipe.csv" in refused("import", str(tmp_path / "pipe.csv"))


def test_the_questions_are_in_the_object(command, daylio) -> None:
    """What is asked, about what, and the option that answers."""
    ran = command("import", daylio("so-so"), "--dry-run", "--json")
    (question,) = json.loads(ran.out)["questions"]
    assert (question["about"], question["values"]) == ("moods", ["so-so"])
    assert question["option"] == '--map "so-so=5"'


@pytest.mark.parametrize("is_large", [False, True])
def test_a_journal_is_for_a_merge(command, refused, paths, tmp_path: Path, is_large: bool) -> None:
    """It is no database of another program, however large; what brings it along is named."""
    command("log", "--mood", "6")
    other = tmp_path / "other.sqlite3"
    other.write_bytes(paths.journal.read_bytes() + is_large * bytes(21 * 1024 * 1024))
    said = refused("import", str(other))
    assert "other.sqlite3” is a journal of Second Wind; second-wind merge FILE brings it" in said
