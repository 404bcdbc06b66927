"""`second-wind search`."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from second_wind.cli import run
from second_wind.cli.commands.entries import search
from second_wind.journal.log import one_search
from second_wind.paths import AppPaths


def log(command: Callable[..., Any]) -> None:
    """Log a few things."""
    command("log", "--mood", "6", "--feeling", "hopeful", "--note", "Kind words from Ana")
    command("log", "--day", "2026-11-20", "--outing", "nature", "--place", "Kindle Lake")
    command("reject", "--day", "2026-10-01", "--company", "Kindred", "--feedback", "more SQL")


def test_finds_newest_first(command: Callable[..., Any]) -> None:
    """A line for each, under its day."""
    log(command)
    assert command("search", "kind").out.splitlines() == [
        "Sunday 22 November",
        "  Mood 6 (okay) · hopeful · Kind words from Ana",
        "Friday 20 November",
        "  An outing in nature · Kindle Lake",
        "Thursday 1 October",
        "  A no from Kindred · more SQL",
        "3 entries found.",
    ]


def test_for_programs(command: Callable[..., Any]) -> None:
    """The keys are those of the other commands; the id leads to the entry."""
    log(command)
    found = json.loads(command("search", "sql", "kindred", "--json").out)
    assert set(found) == {"version", "hits"}
    (hit,) = found["hits"]
    assert set(hit) == {"day", "kind", "excerpt", "id"}
    assert (hit["day"], hit["kind"]) == ("2026-10-01", "rejection")
    assert "more SQL" in hit["excerpt"]
    assert "Kindred" in command("delete", hit["id"]).out
    assert json.loads(command("search", "sql", "--json").out) == {"version": 1, "hits": []}


def test_days_narrow_the_search(command: Callable[..., Any]) -> None:
    """Both days count."""
    log(command)
    found = command("search", "kind", "--from", "2026-11-20", "--to", "2026-11-20").out
    assert "Kindle" in found
    assert found.endswith("1 entry found.\n")


def test_the_first_hits_are_seen_at_once(
    command: Callable[..., Any], paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads them in a pipe need not wait until all of the log is read."""
    for hour in range(6):
        command("log", "--mood", "6", "--note", "zebra", "--at", f"{hour + 10}:00")
    seen: list[int] = []

    class Pipe(io.StringIO):
        def flush(self) -> None:
            seen.append(self.getvalue().count("zebra"))

    read = one_search.entries_at
    monkeypatch.setattr(one_search, "_FIRST", 2)
    monkeypatch.setattr(one_search, "_THEN", 2)
    monkeypatch.setattr(search, "_SHOWN_AT_ONCE", 2)
    monkeypatch.setattr(one_search, "entries_at", lambda *given: (seen.append(-1), read(*given))[1])
    run(["--home", str(paths.data), "search", "zebra"], out=Pipe(), err=io.StringIO())
    assert seen[:3] == [-1, 2, -1]


def test_nothing_found_is_no_error(command: Callable[..., Any]) -> None:
    """Neither is a text without a word."""
    log(command)
    for text in ("zucchini", "", "…", '"'):
        assert command("search", text).out == "Nothing found.\n"
