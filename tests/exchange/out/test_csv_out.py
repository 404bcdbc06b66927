"""Our CSV files."""

import csv
import io
import zipfile
from datetime import date, time
from pathlib import Path

import pytest

from second_wind.core.errors.import_errors import OwnTable, UnwritableOutput
from second_wind.core.log.entries import (
    CheckIn,
    Exercise,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    Stage,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.exchange.out import csv_out
from second_wind.exchange.plan.plan import carry_out, prepare
from second_wind.exchange.values.options import Options
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.words.errors.sentences import sentence

FIRST, THIRD = date(2026, 1, 1), date(2026, 1, 3)
ENTRIES = (
    CheckIn(
        day=FIRST, at=time(8), mood=7.75, feelings=("calm", "tired"), note="=1+1", original="4"
    ),
    CheckIn(day=FIRST, at=time(20), mood=7.0, note='two\nlines, "quoted"'),
    Exercise(day=FIRST, minutes=25, kind="walk"),
    Outing(day=FIRST, kind=OutingKind.PHOTO, place="@lake", as_exercise=True, minutes=15),
    Volunteering(day=THIRD, minutes=90, organisation="Shelter"),
    Talk(day=THIRD, kind=TalkKind.MENTOR, person="Ada", note="-5 points", tip="=HYPERLINK(0)"),
    Rejection(
        day=THIRD,
        company="+Corp",
        stage=Stage.TASK,
        feedback="Grüße",
        themes=("pace", "examples"),
        people=("ada",),
    ),
    Person(
        id="ada",
        day=date(2020, 5, 1),
        name="Ada",
        kind=TalkKind.MENTOR,
        contact="+49 30 1234",
        keep_in_touch=30,
    ),
    Person(day=FIRST, name="@Bo", how_met="\t=1+1", lean_on=True, note="-1"),
    Rest(day=THIRD),
)


@pytest.fixture
def full(journal: Journal) -> Journal:
    journal.store(add=ENTRIES, name=ActName.LOG)
    return journal


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


def test_a_row_for_every_day(full, tmp_path: Path) -> None:
    """Days run without a gap; what was not logged is empty, and not zero."""
    assert csv_out.write(full, tmp_path / "out", None, None) == 9
    first, second, third = rows_of(tmp_path / "out" / "days.csv")
    assert (first["day"], first["mood"], first["check_ins"]) == ("2026-01-01", "7.375", "2")
    assert (first["exercise_minutes"], first["outings"], first["rest"]) == ("40", "1", "")
    assert set(second.values()) == {"2026-01-02", ""}
    assert (third["volunteering_hours"], third["talks"], third["rejections"]) == ("1.5", "1", "1")
    assert (third["mood"], third["rest"]) == ("", "yes")


def test_entries_keep_all_they_hold(full, tmp_path: Path) -> None:
    """Every row carries its id, its text in UTF-8 and its mood with all digits."""
    csv_out.write(full, tmp_path, None, None)
    first, second = rows_of(tmp_path / "check-ins.csv")
    assert (first["mood"], second["mood"]) == ("7.75", "7")
    assert first["feelings"] == "calm; tired"
    assert second["note"] == 'two\nlines, "quoted"'
    assert first["id"] == ENTRIES[0].id
    activities = rows_of(tmp_path / "activities.csv")
    assert [each["activity"] for each in activities] == [
        "exercise",
        "outing",
        "volunteering",
        "talk",
    ]
    (rejection,) = rows_of(tmp_path / "rejections.csv")
    assert (rejection["stage"], rejection["feedback"]) == ("task", "Grüße")
    assert (rejection["themes"], rejection["people"]) == ("pace; examples", "Ada")


def test_people_are_written_with_their_last_talk(full, tmp_path: Path) -> None:
    """Whenever they were noted down: a day long ago makes no rows of empty days."""
    csv_out.write(full, tmp_path, None, None)
    ada, bo = rows_of(tmp_path / "people.csv")
    assert (ada["name"], ada["kind"], ada["noted_on"]) == ("Ada", "mentor", "2020-05-01")
    assert (ada["last_talk"], ada["keep_in_touch_days"]) == ("2026-01-03", "30")
    assert (ada["to_lean_on"], bo["to_lean_on"], bo["last_talk"]) == ("", "yes", "")
    assert len(rows_of(tmp_path / "days.csv")) == 3


def test_no_cell_runs_as_a_formula(full, tmp_path: Path) -> None:
    """What a spreadsheet would run is made safe in every file."""
    csv_out.write(full, tmp_path, None, None)
    cells = [
        cell for path in tmp_path.glob("*.csv") for row in rows_of(path) for cell in row.values()
    ]
    assert not [each for each in cells if each.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {
        "'=1+1",
        "'@lake",
        "'+Corp",
        "'-5 points",
        "'+49 30 1234",
        "'@Bo",
        "'-1",
        "'\t=1+1",
    } <= set(cells)
    assert "'=HYPERLINK(0)" in cells


def test_a_zip_by_its_name(full, tmp_path: Path) -> None:
    """The same five files in one, and the same bytes each time."""
    one, other = tmp_path / "one.zip", tmp_path / "other.ZIP"
    csv_out.write(full, one, None, None)
    csv_out.write(full, other, None, None)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as packed:
        assert sorted(packed.namelist()) == [
            "activities.csv",
            "check-ins.csv",
            "days.csv",
            "people.csv",
            "rejections.csv",
        ]
    assert sorted(each.name for each in tmp_path.glob("o*")) == ["one.zip", "other.ZIP"]


def test_a_period(full, tmp_path: Path) -> None:
    """Only days from the first to the last told are written."""
    csv_out.write(full, tmp_path, date(2026, 1, 2), THIRD)
    assert [each["day"] for each in rows_of(tmp_path / "days.csv")] == ["2026-01-03"]
    assert rows_of(tmp_path / "check-ins.csv") == []


def test_what_was_written_can_be_read(full, paths, clock, tmp_path: Path, told) -> None:
    """Check-ins come back from our own CSV as they were, formulas and all."""
    csv_out.write(full, tmp_path / "out", None, None)
    other = Journal(tmp_path / "other.sqlite3", clock)
    try:
        plan = prepare(tmp_path / "out" / "check-ins.csv", told(scale="1:10"), other)
        carry_out(plan, other)
        found = sorted(other.entries(CheckIn), key=lambda each: each.at)
        assert [(e.day, e.at, e.mood, e.feelings, e.note) for e in found] == [
            (e.day, e.at, e.mood, e.feelings, e.note) for e in ENTRIES[:2]
        ]
        carry_out(prepare(tmp_path / "out" / "rejections.csv", Options(), other), other)
        (rejection,) = other.entries(Rejection)
        assert (rejection.day, rejection.company) == (THIRD, "+Corp")
        assert (rejection.stage, rejection.feedback) == (Stage.TASK, "Grüße")
    finally:
        other.close()


@pytest.mark.parametrize("name", ["days.csv", "activities.csv", "people.csv"])
def test_tables_that_sum_up_are_not_read_back(full, tmp_path: Path, name: str) -> None:
    """Two outings on a day are no outing of two minutes: the sentence names the way back."""
    csv_out.write(full, tmp_path, None, None)
    with pytest.raises(OwnTable) as refused:
        prepare(tmp_path / name, Options(), full)
    assert "JSON" in sentence(refused.value)


def test_an_empty_journal_gives_headers(journal, tmp_path: Path) -> None:
    """Nothing logged is five tables without a row."""
    assert csv_out.write(journal, tmp_path, None, None) == 0
    assert [rows_of(each) for each in tmp_path.glob("*.csv")] == [[]] * 5


def test_a_place_that_can_not_be_written(full, tmp_path: Path) -> None:
    """A file where a folder should be, or a folder that isn't there, is named."""
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "file", tmp_path / "none" / "out.zip"):
        with pytest.raises(UnwritableOutput):
            csv_out.write(full, place, None, None)
    assert (tmp_path / "file").read_text() == "mine"
