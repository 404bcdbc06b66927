"""Names that are read from right to left, in what commands print."""

import json
import re

import pytest
from tests.cli.conftest import Command

TYPED = "שלום"
LOGGED = (
    ("reject", "--day", "2026-11-10", "--company", TYPED, "--role", TYPED, "--lesson", TYPED),
    ("log", "--mood", "6", "--feeling", TYPED, "--feeling", "tired", "--note", TYPED),
    ("log", "--talk", TYPED, "--person", TYPED),
    ("log", "--volunteer", "2", "--organisation", TYPED),
    ("log", "--outing", "nature", "--place", TYPED),
)
COMMANDS = (
    ("day",),
    ("day", "2026-11-10"),
    ("search", TYPED),
    ("analyse",),
    ("chart", "recovery", "after.svg", "--rejection", "2026-11-10"),
    ("search", "nothing", "--kind", TYPED),
    (TYPED,),
    ("import", f"{TYPED}.csv"),
    ("undo",),
)


@pytest.mark.usefixtures("_beside")
def test_a_name_from_right_to_left_turns_no_line_around(command: Command) -> None:
    """In each line it stands apart from the direction of what is around it."""
    for each in LOGGED:
        assert command(*each).status == 0, each
    ran = [command(*each) for each in COMMANDS]
    lines = [line for each in ran for line in f"{each.out}{each.err}".splitlines() if TYPED in line]
    assert len(lines) > 10
    assert [each for each in lines if TYPED in re.sub("\u2068[^\u2069]*\u2069", "", each)] == []


def test_json_holds_the_letters_alone(command: Command) -> None:
    """A program that reads a title gets no sign that was put in for eyes."""
    command("reject", "--day", "2026-11-10", "--company", TYPED, "--stage", "interview")
    hits = json.loads(command("search", TYPED, "--json").out)["hits"]
    assert [each["excerpt"] for each in hits] == [f"A no from {TYPED} · interview"]


@pytest.fixture
def _beside(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be written beside."""
    monkeypatch.chdir(tmp_path_factory.mktemp("beside"))
