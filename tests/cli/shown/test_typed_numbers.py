"""Numbers on the command line mean what they say, in every locale; the rest changes nothing."""

import json
from collections.abc import Callable
from typing import Any

import pytest

LOCALES = ("en_US", "en_GB", "de_DE", "fr_FR", "de_CH", "pt_BR", "ar_EG", "hi_IN")
_NOTHING = ("1.000", "1,000", "1 000", "1\u202f000", "1'000", "1.000,5", "1,000.5", "1.", "1 5",
            "six", "1e1", "nan", "-1", "½", "1:5", "")  # fmt: skip
_HOURS = {"1.5": 90, "1,5": 90, "1:30": 90, "0.5": 30, ".5": 30, "2.25": 135, "١٫٥": 90, "12": 720}
_MINUTES = {"1:30": 90, "20": 20, "٢٠": 20, "1440": 1440, "20,0": 20}
_NO_MINUTES = ("1.5", "1,5", "0.5", ".5", "2.25", "١٫٥", "0", "1441")
_MOODS = {"1.5": 1.5, "1,5": 1.5, "2.25": 2.25, "١٫٥": 1.5, "7": 7.0, "9,75": 9.75}
_NO_MOODS = ("1:30", "0.5", ".5", "10,5", "0")

_Table = tuple[list[str], str, dict[str, Any], tuple[str, ...]]
_LOGGED: dict[str, _Table] = {
    "mood": (["--mood"], "check_ins", _MOODS, _NO_MOODS),
    "exercise": (["--exercise"], "exercise", _MINUTES, _NO_MINUTES),
    "outing": (["--outing", "nature", "--minutes"], "outings", _MINUTES, _NO_MINUTES),
    "volunteer": (["--volunteer"], "volunteering", _HOURS, ("0", "25", "24:01")),
}
_BEFORE = {"mood": "4", "exercise": "11", "outing": "11", "volunteer": "0:11"}


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Stand in a place where numbers are written in some way."""
    monkeypatch.setenv("LC_ALL", f"{request.param}.UTF-8")
    return str(request.param)


def _held(command: Callable[..., Any], kind: str) -> list[dict[str, Any]]:
    """Return what a day's JSON says of a kind."""
    found: list[dict[str, Any]] = json.loads(command("day", "--json").out)[kind]
    return found


def _value(entry: dict[str, Any]) -> Any:
    return (
        round(entry["hours"] * 60) if "hours" in entry else entry.get("mood", entry.get("minutes"))
    )


@pytest.mark.parametrize("field", _LOGGED)
def test_what_is_logged_is_what_was_typed(
    command: Callable[..., Any], locale: str, field: str
) -> None:
    """A point, a comma, a colon and the digits of any script; JSON has a point."""
    options, kind, table, _refused = _LOGGED[field]
    for text in table:
        assert command("log", *options, text).status == 0
    assert sorted(_value(each) for each in _held(command, kind)) == sorted(table.values())


@pytest.mark.parametrize("field", _LOGGED)
def test_what_cannot_be_read_is_refused(
    command: Callable[..., Any], locale: str, field: str
) -> None:
    """One sentence with what was typed, status 2, and nothing stored; `=` lets it be anything."""
    options, kind, _table, refused = _LOGGED[field]
    command("log", "--note", "here")
    *head, last = options
    for text in (*refused, *_NOTHING):
        ran = command("log", *head, f"{last}={text}")
        assert (ran.status, ran.out) == (2, ""), text
        assert ran.err.count("\n") == 1
        assert text.replace("\u202f", " ") in ran.err
        assert "invalid" not in ran.err
    assert [each for each in _held(command, kind) if "note" not in each or not each["note"]] == []


@pytest.mark.parametrize("field", _LOGGED)
def test_an_entry_is_changed_to_what_was_typed(
    command: Callable[..., Any], locale: str, field: str
) -> None:
    """`edit` reads like `log`, and what it refuses leaves the entry as it was."""
    options, kind, table, (*_others, refused) = _LOGGED[field]
    command("log", *options, _BEFORE[field])
    (entry,) = _held(command, kind)
    for text, value in list(table.items())[:3]:
        assert command("edit", entry["id"], options[-1], text).status == 0
        assert [_value(each) for each in _held(command, kind)] == [value]
    for text in (refused, "1.000", "six"):
        assert command("edit", entry["id"], f"{options[-1]}={text}").status == 2, text
        assert [_value(each) for each in _held(command, kind)] == [value]


@pytest.mark.parametrize("text", ["1.000", "1,000", "1 000"])
def test_both_readings_are_named(command: Callable[..., Any], locale: str, text: str) -> None:
    """Whoever meant thousands or decimals reads both, and how to write either."""
    said = command("log", "--exercise", text).err
    assert said.startswith(f"“{text}” could be 1 or 1000; please write ")


def test_days_are_told_as_the_locale_writes(command: Callable[..., Any], locale: str) -> None:
    """Moods and hours have the locale's mark in sentences, a point in JSON."""
    said = command("log", "--mood", "6.5", "--volunteer", "1.5").out
    mark = "," if locale in {"de_DE", "fr_FR", "pt_BR"} else "."
    assert f"6{mark}5" in said
    assert f"1{mark}5 h" in said
    assert '"mood": 6.5' in command("day", "--json").out
