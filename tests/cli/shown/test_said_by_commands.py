"""What commands print, in a language whose letters nothing else is written in."""

import re

import pytest
from tests.cli.conftest import Command
from tests.strange_language import StrangeLanguage

from second_wind.words.base import language
from second_wind.words.entries import feelings

TYPED = "כתוב"
LOGGED = (
    ("reject", "--day", "2026-11-10", "--company", TYPED, "--stage", "interview"),
    ("log", "--mood", "6", "--feeling", TYPED, "--feeling", "tired", "--note", TYPED),
    ("log", "--talk", TYPED, "--person", TYPED, "--exercise", "25", "--volunteer", "2"),
    ("log", "--outing", "nature", "--place", TYPED, "--rest"),
    ("day",),
    ("day", "2026-11-10"),
    ("search", TYPED),
    ("analyse",),
    ("backup",),
    ("backup", "--list"),
    ("check",),
    ("undo",),
    ("redo",),
    ("delete", TYPED),
    ("log",),
    ("log", "--mood", "11"),
)
NO_WORDS = re.compile(r"/\S+|[\w.-]+\.sqlite3\S*|journal-\S+|second-wind|--?[a-z-]+")
"""Paths, names of files, what is typed."""


def test_every_line_of_a_command_can_be_translated(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No answer and no refusal holds a word that gettext never saw."""
    monkeypatch.setattr(language, "_translations", StrangeLanguage)
    # The words of feelings are kept for each language by its code, which stays "en" here.
    monkeypatch.setattr(feelings, "_words_in", feelings._words_in.__wrapped__)
    ran = [command(*each) for each in LOGGED]
    said = "".join(f"{each.out}{each.err}" for each in ran)
    assert len(said) > 1000
    assert re.findall(r"[A-Za-z]{2,}", NO_WORDS.sub("", said)) == []
