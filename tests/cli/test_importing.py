"""`second-wind import` as a person types it."""

import json
from pathlib import Path

import pytest

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


def test_help_has_an_example(command) -> None:
    """Help is complete, with examples."""
    ran = command("import", "--help")
    assert ran.status == 0
    assert "--map-activity" in ran.out
    assert "second-wind import daylio.csv --dry-run" in ran.out
