"""`second-wind search`."""

import json
from collections.abc import Callable
from typing import Any


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
        "  A no from Kindred · applied · more SQL",
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


def test_nothing_found_is_no_error(command: Callable[..., Any]) -> None:
    """Neither is a text without a word."""
    log(command)
    for text in ("zucchini", "", "…", '"'):
        assert command("search", text).out == "Nothing found.\n"
