"""Every reading command on every kind of damage: what was logged, or a sentence, never silence."""

import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from second_wind.cli import run
from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups

Command = Callable[..., Any]
Garble = Callable[[Path, str], None]
READING = {
    "day": ("day", "2026-11-20"),
    "day as JSON": ("day", "2026-11-20", "--json"),
    "analyse": ("analyse",),
    "search": ("search", "sturdy"),
    "export": ("export", "-", "--format", "json"),
    "another export": ("export", "-", "--format", "daylio-csv"),
    "timeline": ("chart", "timeline", "{out}"),
    "weeks": ("chart", "weeks", "{out}"),
    "year": ("chart", "year", "{out}"),
    "recovery": ("chart", "recovery", "{out}"),
    "all": ("chart", "all", "{out}"),
    "together": ("chart", "together", "{out}"),
    "coming back": ("chart", "coming-back", "{out}"),
}
ROWS = {
    "letters of a note": "UPDATE check_in SET note = 'stxrdy b' WHERE day = '2026-11-20'",
    "no text": "UPDATE check_in SET note = CAST(x'ff' AS TEXT) WHERE day = '2026-11-20'",
    "a list that is none": "UPDATE check_in SET feelings = '5' WHERE day = '2026-11-20'",
    "no time": "UPDATE check_in SET at = '99:99' WHERE day = '2026-11-20'",
    "a mood": "UPDATE check_in SET mood = 9 WHERE day = '2026-11-20'",
    "nothing": "UPDATE check_in SET mood = NULL WHERE day = '2026-11-20'",
    "deleted": "UPDATE check_in SET deleted_at = created_at WHERE day = '2026-11-20'",
    "a stage": "UPDATE rejection SET stage = 'moon'",
    "a company": "UPDATE rejection SET company = x'00ff'",
}


@pytest.fixture
def logged(
    command: Command, clock: FixedClock, paths: AppPaths, made_once: Callable[..., None]
) -> Path:
    """Log some days and a rejection, and make a copy."""

    def log() -> None:
        for day, word in (("19", "a"), ("20", "b"), ("21", "c")):
            command("log", "--day", f"2026-11-{day}", "--mood", "6", "--note", f"sturdy {word}")
        command("reject", "--day", "2026-11-20", "--company", "Acme")
        clock.advance(minutes=5)
        command("backup")
        clock.advance(minutes=5)

    made_once(log)
    return paths.journal


@pytest.fixture
def chart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a chart goes: not among the program's own files."""
    return tmp_path_factory.mktemp("charts") / "chart.svg"


def is_right_or_told(ran: Any, right: str) -> bool:
    """Tell whether a command said what was logged, or refused in a sentence with a way back."""
    if ran.status == 0:
        return bool(ran.out == right)
    way = "second-wind check" in ran.err
    return ran.status == 2 and ran.out == "" and way and "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (name, kind)
        for name, (command, *_) in READING.items()
        for kind in (ROWS if command != "chart" else ("a mood", "a company"))
    ],
)
def test_a_garbled_row(
    command: Command, logged: Path, garble: Garble, chart: Path, name: str, kind: str
) -> None:
    """No day looks empty, and no wrong value is shown as if it had been logged."""
    words = [each.format(out=chart) for each in READING[name]]
    right = command(*words)
    garble(logged, ROWS[kind])
    chart.unlink(missing_ok=True)
    again = command(*words)
    assert is_right_or_told(again, right.out), again
    if again.status == 2 and right.status == 0:
        assert not chart.exists()


@pytest.mark.parametrize("index", ["check_in_day", "sqlite_autoindex_check_in_1"])
@pytest.mark.parametrize("name", ["day", "analyse", "search", "export", "timeline"])
def test_a_row_that_is_missing_in_an_index(
    command: Command, logged: Path, chart: Path, name: str, index: str
) -> None:
    """SQLite's quick look passes it, and the day would look empty."""
    words = [each.format(out=chart) for each in READING[name]]
    right = command(*words)
    with closing(sqlite3.connect(logged)) as db:
        (root,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (index,)
        ).fetchone()
    content = bytearray(logged.read_bytes())
    begin = (root - 1) * 4096
    count = int.from_bytes(content[begin + 3 : begin + 5], "big")
    content[begin + 3 : begin + 5] = (count - 1).to_bytes(2, "big")
    logged.write_bytes(content)
    chart.unlink(missing_ok=True)
    again = command(*words)
    assert again.status == 2
    assert is_right_or_told(again, right.out), again


def test_other_days_are_shown_as_ever(command: Command, logged: Path, garble: Garble) -> None:
    """A broken row keeps nobody from the days that are right, nor from logging."""
    right = command("day", "2026-11-19", "--json")
    garble(logged, ROWS["letters of a note"])
    assert command("day", "2026-11-19", "--json") == right
    ran = command("log", "--day", "2026-11-22", "--mood", "4")
    assert ran.status == 0
    assert ran.err.startswith("Stored, but there is no new safe copy")
    assert "second-wind check --recover" in ran.err
    assert "not touched" not in ran.err


def test_logging_on_tells_of_damage(command: Command, logged: Path, garble: Garble) -> None:
    """Also of another day and in the minute after a copy, when none is due."""
    command("log", "--day", "2026-11-19", "--mood", "5")
    garble(logged, ROWS["letters of a note"])
    ran = command("log", "--mood", "4")
    assert ran.status == 0
    assert ran.err.startswith("Stored, but there is no new safe copy")
    assert "20 Nov 2026" in ran.err
    assert "second-wind check --recover" in ran.err


def test_check_names_every_way_back(command: Command, logged: Path, garble: Garble) -> None:
    """Each with its command, for people and for programs."""
    garble(logged, ROWS["letters of a note"])
    newest = max((logged.parent / "backups").iterdir()).name
    ways = ["second-wind check --recover", f"second-wind backup --restore {newest}"]
    said = command("check")
    assert said.status == 2
    assert all(each in said.out for each in ways)
    told = command("check", "--json")
    assert json.loads(told.out)["ways_back"] == ways
    assert command("check", "--recover", "--use", "both").status == 0
    assert json.loads(command("check", "--json").out)["ways_back"] == []


def test_a_folder_of_copies_that_is_closed(
    command: Command, logged: Path, garble: Garble, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in the way of the copies stands in the way of nothing else."""

    def refuse(journal: Path, _place: Path | None = None) -> list[Path]:
        raise JournalUnreachable(backups.directory(journal))

    garble(logged, ROWS["letters of a note"])
    monkeypatch.setattr(backups, "listed", refuse)
    said = command("check")
    assert said.status == 2
    assert "second-wind check --recover" in said.out
    told = json.loads(command("check", "--json").out)
    assert told["ways_back"] == ["second-wind check --recover"]
    assert not told["copies_readable"]
    shown = command("check", "--recover")
    assert shown.status == 0
    assert "could not be looked at" in shown.out


def test_each_version_is_shown(command: Command, logged: Path, garble: Garble) -> None:
    """With its day and its source, before anything is changed."""
    with closing(sqlite3.connect(logged)) as db, db:
        db.execute("DELETE FROM act_change")
        db.execute("DELETE FROM act")
    garble(
        logged,
        "UPDATE check_in SET note = 'stxrdy bb', updated_at = '2026-11-22T23:00:00.000000+00:00'"
        " WHERE day = '2026-11-20'",
    )
    shown = command("check", "--recover")
    assert (
        "20 Nov 2026, 1 check-in: note “stxrdy bb” in the damaged file;"
        " note “sturdy b” in the safe copy of 22 Nov 2026. The first is used." in shown.out
    )
    (dispute,) = json.loads(command("check", "--recover", "--json").out)["disputes"]
    assert dispute["day"] == "2026-11-20"
    assert [each["copy"] is None for each in dispute["versions"]] == [True, False]


def test_a_return_to_a_copy_over_damage(command: Command, logged: Path, garble: Garble) -> None:
    """The broken row is gone, and the damaged file is kept by name."""
    garble(logged, ROWS["letters of a note"])
    newest = max((logged.parent / "backups").iterdir()).name
    ran = command("backup", "--restore", newest)
    assert ran.status == 0
    assert "set aside as" in ran.out
    assert list(logged.parent.glob("journal.damaged-*"))
    assert command("check").status == 0
    assert "sturdy b" in command("search", "sturdy").out


class Order(io.RawIOBase):
    """A stream that writes to a list what reaches it, as a file that two streams share."""

    def __init__(self, seen: list[str]) -> None:
        """Remember the list."""
        self.seen = seen

    def writable(self) -> bool:
        """Take what is written."""
        return True

    def write(self, data: Any) -> int:
        """Note it."""
        self.seen.append(bytes(data).decode())
        return len(data)


@pytest.mark.parametrize(
    "words",
    [("search", "sturdy"), ("day", "2026-11-20"), ("analyse",), ("backup",)],
    ids=lambda words: words[0],
)
def test_a_garbled_entry_is_named(
    command: Command, logged: Path, garble: Garble, words: tuple[str, ...]
) -> None:
    """The file can be read, so nobody says that it can't: the entry's day is said, and the way."""
    garble(logged, ROWS["letters of a note"])
    ran = command(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "One entry of 20 Nov 2026 is not as it was written; second-wind check --recover" in (
        ran.err
    )
    assert "can't be read" not in ran.err


def test_several_garbled_entries_are_counted(
    command: Command, logged: Path, garble: Garble
) -> None:
    """With their days."""
    garble(logged, "UPDATE check_in SET note = 'rusty' WHERE day > '2026-11-19'")
    ran = command("search", "sturdy")
    assert ran.status == 2
    assert ran.err.startswith("2 entries of 20 Nov 2026, 21 Nov 2026 are not as they were written;")


def test_what_was_stored_is_said_first(
    logged: Path, garble: Garble, paths: AppPaths, clock: FixedClock
) -> None:
    """And then, in one line, what is damaged and the way back."""
    garble(logged, ROWS["letters of a note"])
    seen: list[str] = []
    out, err = (io.TextIOWrapper(io.BufferedWriter(Order(seen))) for _ in range(2))
    words = ["--home", str(paths.data), "log", "--day", "2026-11-22", "--mood", "4"]
    assert run(words, clock=clock, out=out, err=err) == 0
    first, second = "".join(seen).splitlines()
    assert "mood 4" in first
    assert "One entry of 20 Nov 2026 is not as it was written" in second
    assert "second-wind check --recover" in second
