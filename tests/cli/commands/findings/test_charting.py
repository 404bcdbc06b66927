"""`second-wind chart` and `second-wind analyse`."""

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from second_wind.charts.catalogue import ChartName
from second_wind.cli.outputs import write_whole
from second_wind.cli.parser import understood
from second_wind.cli.session import Session
from second_wind.core.errors.chart_errors import (
    ChartProblem,
    FolderMissing,
    InvalidDpi,
    InvalidPictureSize,
    OnlyForCharts,
    PictureTooDense,
    PictureUnwritable,
    UnknownPicture,
)
from second_wind.core.errors.entry_errors import InvalidChoice, NoSuchRejection
from second_wind.core.errors.journal_errors import DiskFull
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise, Rejection
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.words.errors.sentences import sentence

TODAY = date(2026, 11, 22)
Run = Callable[..., str]


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Leave room beside the program's own folder for what is taken out of it."""
    return AppPaths.under(tmp_path / "home")


@pytest.fixture
def run(paths: AppPaths, clock: FixedClock) -> Run:
    """Return a function that runs a command and returns what it printed."""

    def run(*words: object) -> str:
        more = ["--force"] if words[0] == "chart" else []  # many draw the same file twice
        arguments = understood([*map(str, words), *more])
        assert arguments is not None
        out = io.StringIO()
        session = Session(paths, clock, out)
        try:
            assert arguments.run(arguments, session) == 0
        finally:
            session.close()
        return out.getvalue()

    return run


def _pixels(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as image:
        return image.size


def _entries(days: int, rejections: tuple[int, ...]) -> list[AnyEntry]:
    first = TODAY - timedelta(days=days - 1)
    found: list[AnyEntry] = []
    for i in range(days):
        since = min((i - each for each in rejections if each <= i), default=99)
        mood = 7 - max(0, 4 - since) + (i % 3) * 0.5
        found.append(CheckIn(day=first + timedelta(days=i), mood=mood))
    found += [Rejection(day=first + timedelta(days=i), company=f"Firm {i}") for i in rejections]
    return [*found, Exercise(day=TODAY, minutes=25)]


@pytest.fixture
def logged(journal: Journal) -> Journal:
    """Log 120 days with three rejections; the commands read the same file."""
    journal.store(add=_entries(120, (40, 70, 100)), name=ActName.LOG)
    return journal


@pytest.mark.parametrize("name", list(ChartName))
@pytest.mark.usefixtures("logged")
def test_a_chart_is_written_and_said(run: Run, tmp_path: Path, name: str) -> None:
    """The sentence, and where the picture is."""
    out = tmp_path / "chart.png"
    said = run("chart", name, out).splitlines()
    assert _pixels(out) == (1240, 720)
    assert len(said) == 2
    assert said[0].endswith(".")
    assert said[1] == f"Written to {out}"


@pytest.mark.parametrize(("kind", "begin"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("PNG", b"\x89")])
@pytest.mark.usefixtures("logged")
def test_the_end_of_the_name_says_which_kind(
    run: Run, tmp_path: Path, kind: str, begin: bytes
) -> None:
    """Capital letters too."""
    out = tmp_path / f"chart.{kind}"
    run("chart", "all", out, "--by", "stage", "--theme", "dark")
    assert out.read_bytes().startswith(begin)


@pytest.mark.usefixtures("logged")
def test_size_and_density(run: Run, tmp_path: Path) -> None:
    """Pixels as asked for; more dots per inch let the standard picture grow."""
    out = tmp_path / "chart.png"
    run("chart", "weeks", out, "--size", "640x480", "--by", "month")
    assert _pixels(out) == (640, 480)
    run("chart", "weeks", out, "--dpi", "200")
    assert _pixels(out) == (2480, 1440)


@pytest.mark.usefixtures("logged")
def test_one_rejection_is_chosen_by_its_day(run: Run, tmp_path: Path) -> None:
    """The last one unless given."""
    out = tmp_path / "chart.svg"
    first = TODAY - timedelta(days=119)
    assert "After Firm 100" in run("chart", "recovery", out)
    assert "After Firm 40" in run(
        "chart", "recovery", out, "--rejection", first + timedelta(days=40)
    )
    with pytest.raises(NoSuchRejection):
        run("chart", "recovery", out, "--rejection", first)


@pytest.mark.usefixtures("logged")
def test_days_can_be_left_out(run: Run, tmp_path: Path) -> None:
    """From one day to another, both included."""
    start, end = TODAY - timedelta(days=19), TODAY - timedelta(days=10)
    said = run("chart", "timeline", tmp_path / "t.svg", "--from", start, "--to", end)
    assert "A mood on 10 of 10 days" in said
    found = json.loads(run("analyse", "--from", start, "--to", end, "--json"))
    assert (found["first_day"], found["last_day"]) == (start.isoformat(), end.isoformat())


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("name", list(ChartName))
def test_days_to_come_are_no_part_of_a_chart(run: Run, tmp_path: Path, name: str) -> None:
    """A day far ahead means today."""
    out = tmp_path / "chart.svg"
    assert run("chart", name, out, "--to", "9999-12-31") == run("chart", name, out)


def test_a_year_is_the_last_one_in_the_days_given(
    run: Run, tmp_path: Path, journal: Journal
) -> None:
    """The running one unless days are left out."""
    journal.store(add=_entries(500, (40,)), name=ActName.LOG)
    out = tmp_path / "year.svg"
    assert run("chart", "year", out).startswith("2026: a mood on 326 of 326 days")
    assert run("chart", "year", out, "--to", "2025-12-31").startswith(
        "2025: a mood on 174 of 174 days"
    )


@pytest.mark.parametrize("name", list(ChartName))
def test_an_empty_journal_has_kind_pictures(run: Run, tmp_path: Path, name: str) -> None:
    """A sentence instead of an axis, and status 0."""
    out = tmp_path / "chart.png"
    assert run("chart", name, out).splitlines()[0].endswith(".")
    assert _pixels(out) == (1240, 720)


def test_moods_and_rejections_that_lie_years_apart(
    run: Run, tmp_path: Path, journal: Journal
) -> None:
    """What is missing is said."""
    old = date(2021, 3, 1)
    moods = [CheckIn(day=old + timedelta(days=i), mood=6) for i in range(30)]
    journal.store(add=[*moods, Rejection(day=TODAY, company="Contoso")], name=ActName.LOG)
    out = tmp_path / "chart.png"
    assert "Log 3 days and the days around this no" in run("chart", "recovery", out)
    assert "week before a rejection" in run("chart", "all", out)
    said = run("analyse")
    assert "Your rejections so far lie outside the days with a mood." in said
    assert "draw its line" not in said
    assert "1 rejection counts from your next check-in." in said


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("chart", "everything", "x.png"), InvalidChoice),
        (("chart", "all", "x.gif"), UnknownPicture),
        (("chart", "all", "x"), UnknownPicture),
        (("chart", "all", "x.png", "--size", "big"), InvalidPictureSize),
        (("chart", "all", "x.png", "--size", "10x10"), InvalidPictureSize),
        (("chart", "all", "x.png", "--dpi", "0"), InvalidDpi),
        (("chart", "all", "x.png", "--dpi", "1e3"), InvalidDpi),
        (("chart", "all", "x.png", "--size", "640x360", "--dpi", "600"), PictureTooDense),
        (("chart", "all", "x.png", "--theme", "pink"), InvalidChoice),
        (("chart", "all", "x.png", "--rejection", "today"), OnlyForCharts),
        (("chart", "all", "x.png", "--by", "month"), OnlyForCharts),
        (("chart", "weeks", "x.png", "--by", "stage"), OnlyForCharts),
    ],
)
def test_nonsense_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], problem: type
) -> None:
    """And nothing is written."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(problem) as caught:
        run(*words)
    assert len(sentence(caught.value).splitlines()) == 1
    assert not list(tmp_path.glob("x*"))


def test_an_unknown_chart_names_those_there_are(run: Run) -> None:
    """So that the next try works."""
    with pytest.raises(InvalidChoice) as caught:
        run("chart", "recover", "x.png")
    assert "did you mean recovery?" in sentence(caught.value)
    assert "all, coming-back, timeline, year, together, weeks" in sentence(caught.value)


@pytest.mark.usefixtures("logged")
def test_the_analysis_is_readable(run: Run) -> None:
    """Each rejection by name, and what can't be concluded from it."""
    said = run("analyse")
    assert "120 days with a mood, from 26 July 2026 to 22 November 2026; 3 rejection days." in said
    assert "After Firm 40: " in said
    assert "It cannot show what caused what." in said
    assert "{" not in said
    assert "nan" not in said


@pytest.mark.usefixtures("logged")
def test_the_analysis_for_programs(run: Run) -> None:
    """One object with a version."""
    found = json.loads(run("analyse", "--json"))
    assert found["version"] == 1
    assert found["rejection_days"] == 3


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """What was there stays when the new one can't be written; nothing is left over."""
    out = tmp_path / "chart.png"
    write_whole(out, b"old")
    write_whole(out, b"new")
    assert out.read_bytes() == b"new"
    with pytest.raises(FolderMissing):
        write_whole(tmp_path / "nowhere" / "chart.png", b"")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(PictureUnwritable):
        write_whole(tmp_path / "folder.png", b"")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["chart.png", "folder.png"]


def test_a_full_disk_leaves_the_old_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no half of a new one."""
    out = tmp_path / "chart.png"
    write_whole(out, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        write_whole(out, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["chart.png"]
    assert out.read_bytes() == b"old"


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    """The file behind it is replaced."""
    file, link = tmp_path / "file.png", tmp_path / "link.png"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_device_is_never_replaced() -> None:
    """Nor anything else that is no file."""
    with pytest.raises(PictureUnwritable):
        write_whole(Path("/dev/null"), b"")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("problem", ChartProblem.__subclasses__())
def test_every_problem_has_a_sentence(problem: type[ChartProblem]) -> None:
    """That ends in a full stop."""
    samples = {
        "path": Path("x.gif"),
        "folder": Path("nowhere"),
        "possible": ("png",),
        "charts": ("all",),
        "given": "x",
        "option": "--by",
    }
    names = problem.__match_args__
    said = sentence(problem(**{name: samples.get(name, 7) for name in names}))
    assert said.endswith(".")


def test_the_parser_loads_neither_numpy_nor_matplotlib() -> None:
    """They cost a third of a second, which `log` must not wait for."""
    code = (
        "import argparse, sys; from second_wind.cli.commands.findings import charting;"
        "charting.add_parser(argparse.ArgumentParser().add_subparsers());"
        "print({'numpy', 'matplotlib', 'peewee', 'PySide6'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
