"""Texts on standard input, so that they need not stand in the list of processes."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def piped(command: Command, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run a command with something on standard input."""

    def run(content: bytes | str, *words: str) -> Any:
        raw = content.encode() if isinstance(content, str) else content
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return command(*words)

    return run


def held(command: Command) -> Any:
    """Return what today holds."""
    return json.loads(command("day", "--json").out)


@pytest.mark.parametrize(
    ("option", "more", "where"),
    [
        ("--note", ["log", "--mood", "5"], ("check_ins", "note")),
        ("--kind", ["log", "--exercise", "20"], ("exercise", "kind")),
        ("--place", ["log", "--outing", "nature"], ("outings", "place")),
        ("--organisation", ["log", "--volunteer", "1"], ("volunteering", "organisation")),
        ("--talk", ["log"], ("talks", "note")),
        ("--person", ["log", "--talk", "x"], ("talks", "person")),
        ("--company", ["reject"], ("rejections", "company")),
        ("--role", ["reject"], ("rejections", "role")),
        ("--feedback", ["reject"], ("rejections", "feedback")),
        ("--lesson", ["reject"], ("rejections", "lesson")),
        ("--note", ["reject"], ("rejections", "note")),
    ],
)
def test_every_text(
    piped: Any, command: Command, option: str, more: list[str], where: tuple[str, str]
) -> None:
    """- behind any option for a text stands for it, the ends of lines as they are here."""
    ran = piped("Grüße 你好\r\nsecond line\n", *more, option, "-")
    assert ran.status == 0, ran.err
    kind, field = where
    assert held(command)[kind][0][field] == "Grüße 你好\nsecond line"


def test_a_feeling_an_edit_and_a_search(piped: Any, command: Command) -> None:
    """One of several, a change, and what is looked for."""
    piped("wistful", "log", "--feeling", "calm", "--feeling", "-")
    (first,) = held(command)["check_ins"]
    assert first["feelings"] == ["calm", "wistful"]
    piped("changed", "edit", first["id"], "--note", "-")
    assert held(command)["check_ins"][0]["note"] == "changed"
    assert "changed" in piped("changed", "search", "-").out


@pytest.mark.parametrize(
    ("content", "words", "said"),
    [
        ("x", ["--note", "-", "--place", "-", "--outing", "nature"], "can't be given together"),
        ("x", ["--feeling", "-", "--feeling", "-"], "can't be given together"),
        (b"\xff\xfe\x00", ["--note", "-"], "no letters"),
        (b"a\0b", ["--note", "-"], "NUL"),
        ("x" * 100_001, ["--note", "-"], "at most 100"),
        ("x" * (2**20 + 1), ["--note", "-"], "longer than any text"),
        ("", ["--note", "-"], "Nothing was given"),
    ],
)
def test_what_is_no_text_stores_nothing(
    piped: Any, command: Command, content: bytes | str, words: list[str], said: str
) -> None:
    """One sentence, and the day is as it was."""
    command("log", "--mood", "6")
    before = held(command)
    ran = piped(content, "log", *words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert held(command) == before


def test_it_is_not_in_the_list_of_processes(tmp_path: Path) -> None:
    """A real process gets the text from a pipe."""
    words = (sys.executable, "-m", "second_wind", "--home", str(tmp_path), "log", "--note", "-")
    ran = subprocess.run(words, input=b"for my eyes", capture_output=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert b"for my eyes" in (tmp_path / "journal.sqlite3").read_bytes()


def test_not_together_with_a_passphrase(piped: Any) -> None:
    """One would be read as a part of the other."""
    ran = piped("secret\ntext", "log", "--note", "-", "--passphrase-fd", "0")
    assert (ran.status, "can't be given together" in ran.err) == (2, True)
