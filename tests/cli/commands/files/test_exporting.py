"""`second-wind export` as a person types it."""

import json
from pathlib import Path

import pytest

from second_wind.paths import AppPaths


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Leave room beside the program's own folder for what is taken out of it."""
    return AppPaths.under(tmp_path / "home")


@pytest.fixture
def logged(command):
    command("log", "--day", "2026-11-20", "--mood", "5", "--exercise", "25")
    command("reject", "--day", "2026-11-21", "--company", "A")
    return command


def test_json_to_a_file_and_back(logged, command, tmp_path: Path) -> None:
    """The file holds all, and importing it here adds nothing."""
    ran = logged("export", str(tmp_path / "log.json"), "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    assert "3 entries written to" in ran.out
    whole = json.loads((tmp_path / "log.json").read_text())
    assert [len(whole[each]) for each in ("check_ins", "exercise", "rejections")] == [1, 1, 1]
    ran = command("import", str(tmp_path / "log.json"), "--json")
    assert (json.loads(ran.out)["new"], json.loads(ran.out)["same"]) == (0, 3)


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("json", "{"), ("daylio-csv", "full_date,"), ("ics", "BEGIN:VCALENDAR")],
)
def test_streams_to_standard_output(logged, name: str, beginning: str) -> None:
    """A dash is standard output, and nothing but the export is there."""
    ran = logged("export", "-", "--format", name)
    assert ran.status == 0
    assert ran.out.startswith(beginning)


def test_several_files_are_no_stream(logged) -> None:
    """CSV is five files: a folder or a zip is asked for."""
    ran = logged("export", "-", "--format", "csv")
    assert (ran.status, ran.out) == (2, "")
    assert "zip" in ran.err


def test_a_period(logged, tmp_path: Path) -> None:
    """Both ends are included; today and yesterday are days too."""
    out = tmp_path / "log.json"
    logged("export", str(out), "--format", "json", "--from", "2026-11-21", "--to", "yesterday")
    whole = json.loads(out.read_text())
    assert (len(whole["check_ins"]), len(whole["rejections"])) == (0, 1)


def test_csv_into_a_folder(logged, tmp_path: Path) -> None:
    """The folder is made, and the files have their names."""
    logged("export", str(tmp_path / "tables"), "--format", "csv")
    assert sorted(each.name for each in (tmp_path / "tables").iterdir()) == [
        "activities.csv",
        "check-ins.csv",
        "days.csv",
        "people.csv",
        "rejections.csv",
    ]


@pytest.mark.parametrize("words", [(), ("--format", "xml"), ("--format", "json", "--from", "soon")])
def test_wrong_words_are_refused(refused, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A plain sentence, and no file."""
    assert refused("export", str(tmp_path / "out"), *words)
    assert not (tmp_path / "out").exists()


def test_help_has_an_example(command) -> None:
    """Help is complete, with examples."""
    assert "second-wind export log.json --format json" in command("export", "--help").out
