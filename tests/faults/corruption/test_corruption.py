"""Damage to any block of a journal: each entry comes back, or its day is named.

`python tests/faults/corruption/corruption_rounds.py` is the long form.
"""

import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import date, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

DAYS = 4
NOISE = bytes(range(7, 256, 5)) * 11


@pytest.fixture(scope="module")
def rounds() -> ModuleType:
    """Load the script of the long form."""
    path = Path(__file__).with_name("corruption_rounds.py")
    spec = spec_from_file_location("corruption_rounds", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def cases(rounds: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Make journals with a copy and acts, with one of them, with neither, and with a log."""
    place = tmp_path_factory.mktemp("corruption")
    return {each.name: each for each in rounds.cases(place, DAYS)}


@pytest.mark.parametrize(
    ("name", "step", "possible"),
    [
        ("copy and acts", 19, {"all back", "unharmed"}),
        ("acts", 19, {"all back", "unharmed"}),
        ("neither", 13, {"all back", "unharmed", "named by day"}),
        ("log", 23, {"all back", "unharmed"}),
        ("log itself", 37, {"all back", "unharmed", "torn end"}),
    ],
)
def test_blocks_overwritten_in_turn(
    rounds: ModuleType,
    cases: dict[str, Any],
    tmp_path: Path,
    name: str,
    step: int,
    possible: set[str],
) -> None:
    """Whatever else is there to help, nothing is lost unnoticed and all ends in order."""
    case = cases[name]
    length = (case.home / case.target).stat().st_size
    kinds = set()
    for begin in range(0, length, rounds.BLOCK * step):
        outcome = rounds.strike(case, tmp_path / "struck", begin, NOISE[: rounds.BLOCK])
        shutil.rmtree(tmp_path / "struck")
        assert not outcome.wrong, f"block at {begin}: {outcome.wrong}"
        kinds.add(outcome.kind)
    assert "all back" in kinds
    assert kinds <= possible


@pytest.mark.parametrize("place", [0, 16, 18, 56, 60, 70, 96])
def test_single_bytes_of_the_header(
    rounds: ModuleType, cases: dict[str, Any], tmp_path: Path, place: int
) -> None:
    """Magic, page size, format, encoding, version, mark: one wrong byte loses nothing."""
    outcome = rounds.strike(cases["neither"], tmp_path / "struck", place, b"\xff")
    assert outcome.kind in {"all back", "unharmed"}, outcome


@pytest.mark.parametrize("pages_left", [0, 1, 5, 20])
def test_file_cut_short(
    rounds: ModuleType, cases: dict[str, Any], tmp_path: Path, pages_left: int
) -> None:
    """What the copy holds is offered, however little is left of the file, even nothing."""
    case = cases["copy and acts"]
    home = shutil.copytree(case.home, tmp_path / "cut")
    with (home / "journal.sqlite3").open("r+b") as file:
        file.truncate(pages_left * 4096)
    found = rounds.examine(home / "journal.sqlite3", home / "photos.sqlite3")
    assert found.is_damaged
    report = rounds.report_damage(home / "journal.sqlite3")
    in_copy = sum(report.in_backup.values())
    assert in_copy
    rounds.carry_out(report, rounds.Use.BOTH, rounds.NOW)
    journal = rounds.Journal(home / "journal.sqlite3", rounds.FixedClock(rounds.NOW))
    assert len(rounds.everything(journal)) >= in_copy
    journal.close(copy=False)


@pytest.mark.parametrize(
    ("name", "step"), [("copy and acts", 131), ("neither", 101), ("log itself", 311)]
)
def test_each_way_of_damage(
    rounds: ModuleType, cases: dict[str, Any], tmp_path: Path, name: str, step: int
) -> None:
    """Ones, zeros, noise, a single bit, a file cut short: nothing is lost without a word."""
    seen = set()
    for way, begin, outcome in rounds.rounds(cases[name], tmp_path / "struck", step):
        assert not outcome.wrong, f"{way} at {begin}: {outcome.wrong}"
        seen.add(way)
    assert seen == {*rounds.FILLINGS, "cut"}


def test_bits_of_ids(rounds: ModuleType, cases: dict[str, Any], tmp_path: Path) -> None:
    """A bit of an entry's id, in its row, an index or an act: the entry comes back as itself."""
    case = cases["copy and acts"]
    content = (case.home / case.target).read_bytes()
    key = min(case.held).encode()
    places = [at for at in range(len(content)) if content.startswith(key, at)]
    assert len(places) > 3
    for place in places:
        flipped = bytes([content[place + 3] ^ 1])
        outcome = rounds.strike(case, tmp_path / "struck", place + 3, flipped)
        shutil.rmtree(tmp_path / "struck")
        assert not outcome.wrong, f"bit at {place}: {outcome.wrong}"


def test_log_cut_short_is_noticed(
    rounds: ModuleType, cases: dict[str, Any], tmp_path: Path
) -> None:
    """A log that lost its end leaves a sound journal, but the newest copy knows more."""
    case = cases["log itself"]
    home = shutil.copytree(case.home, tmp_path / "cut")
    (home / "journal.sqlite3-wal").unlink()
    found = rounds.examine(home / "journal.sqlite3", home / "photos.sqlite3")
    assert found.garbled
    report = rounds.report_damage(home / "journal.sqlite3")
    rounds.carry_out(report, rounds.Use.BOTH, rounds.NOW)
    assert rounds.in_backup(report) <= set(rounds._held(home / "journal.sqlite3"))


def test_missing_end_is_said(rounds: ModuleType, cases: dict[str, Any], tmp_path: Path) -> None:
    """What was logged last can't be named, so the report says that there may be more."""
    case = cases["neither"]
    home = shutil.copytree(case.home, tmp_path / "cut")
    path = home / "journal.sqlite3"
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    assert rounds.report_damage(path).is_cut
    whole = shutil.copytree(case.home, tmp_path / "whole") / "journal.sqlite3"
    assert not rounds.report_damage(whole).is_cut


def test_names_within_an_act(rounds: ModuleType, cases: dict[str, Any], tmp_path: Path) -> None:
    """An act whose text no longer names what a row has is damage, and no mistake of the program."""
    case = cases["copy and acts"]
    place = (case.home / case.target).read_bytes().index(b'"updated_at"')
    outcome = rounds.strike(case, tmp_path / "struck", place + 1, b"U")
    assert outcome.kind == "all back", outcome


def test_what_the_copy_has_is_not_called_lost(
    rounds: ModuleType, cases: dict[str, Any], tmp_path: Path
) -> None:
    """Where only the days of rows are left, and the copy knows as many, it is those that it has."""

    def lost(home: Path) -> tuple[date, ...]:
        path = home / "journal.sqlite3"
        with closing(sqlite3.connect(path)) as database:
            roots = database.execute(
                "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'rest' AND name <> 'rest_day'"
                " AND name <> 'rest_source' AND rootpage > 0"
            ).fetchall()
        for (root,) in roots:  # the rows, and the index of their ids
            with path.open("r+b") as file:
                file.seek((root - 1) * 4096)
                file.write(b"\xff" * 4096)
        return rounds.report_damage(path).lost_days

    older, newest = tmp_path / "older", tmp_path / "newest"
    for home in (older, newest):
        shutil.copytree(cases["copy"].home, home)
    later = rounds.FixedClock(rounds.NOW + timedelta(hours=1))
    journal = rounds.Journal(newest / "journal.sqlite3", later)
    journal.back_up("test")
    journal.close(copy=False)
    assert lost(newest) == ()
    assert len(lost(older)) == DAYS
