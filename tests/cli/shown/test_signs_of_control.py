"""Signs of control in what is stored, named or quoted never reach a terminal or a pipe as such."""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise, Outing, OutingKind, Person, Talk
from second_wind.core.log.entries import Rejection as Rejected
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.words.base.printable import escaped, on_one_line, shown

Command = Callable[..., Any]
SIGNS = "\x1b[31m\x07\x08\x0b\x7f\x9b2J\u202e\u2066\u2028"
TEXT = f"before{SIGNS}after"
DAY = "2026-11-20"
COMMANDS = (
    ["day", DAY],
    ["day", DAY, "--json"],
    ["search", "before"],
    ["search", "before", "--json"],
    ["analyse"],
    ["analyse", "--json"],
    ["export", "-", "--format", "json"],
    ["export", "-", "--format", "daylio-csv"],
    ["export", "-", "--format", "ics"],
    ["check"],
    ["check", "--json"],
    ["undo"],
    ["backup", "--list"],
    ["delete", "{id}"],
    ["edit", "{id}", "--mood", "3"],
    ["reject", "--day", DAY, "--company", "\x1b]0;title\x07Acme"],
    ["log", "--day", DAY, "--note", "\x1b[2J"],
)
WRONG = (
    ["edit", TEXT, "--mood", "5"],
    ["log", "--mood", "\x1b[31m7"],
    ["log", "--day", "\u202e2026"],
    ["backup", "--restore", "\x1b[31m"],
    ["import", "{csv}"],
    ["import", "{csv}", "--columns", "day=Day,mood=\x1b[2J"],
    ["merge", "/nowhere/\x1b[2J\udc9b"],
    ["log", "\x1b[2J"],
    ["\x1b[2J"],
    ["log", "--mood", "5", "--\x1b[2J"],
    ["export", "/nowhere/\x1b[2J/x", "--format", "json"],
    ["chart", "\x1b[2J", "x.png"],
    ["chart", "weeks", "/nowhere/\x1b[2J/x.png"],
    ["day", "--journal", "/nowhere/\x1b[2J\u202e"],
)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Leave room beside the program's own folder."""
    return AppPaths.under(tmp_path / "home")


@pytest.fixture
def stored(paths: AppPaths, clock: FixedClock) -> str:
    """Store signs of control in every text, as a merge or an import of old might bring them."""
    journal = Journal(paths.journal, clock)
    day = journal.today().replace(day=20)
    first = CheckIn(day=day, mood=5, note=TEXT, feelings=(TEXT,))
    journal.store(
        add=[
            first,
            Exercise(day=day, minutes=20, kind=TEXT),
            Outing(day=day, kind=OutingKind.NATURE, place=TEXT),
            Talk(day=day, note=TEXT, person=TEXT),
            Rejected(day=day, company=TEXT, role=TEXT, feedback=TEXT, lesson=TEXT),
            Person(day=day, name=TEXT),
        ],
        name=ActName.LOG,
    )
    journal.close()
    return first.id


def raw(text: str) -> list[str]:
    """Return the signs in a text that steer something."""
    rest = re.sub("\r\n", "\n", text)
    bad = {"Cc", "Cs", "Zl", "Zp"}
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return [
        each
        for each in rest
        if (unicodedata.category(each) in bad and each not in "\n\t") or each in turning
    ]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words)[:30])
def test_what_is_stored(command: Command, stored: str, words: list[str]) -> None:
    """Whichever command shows it; for programs it is there, as numbers."""
    ran = command(*(each.format(id=stored) for each in words))
    assert ran.status == 0, ran.err
    assert raw(ran.out) == raw(ran.err) == []
    if "--json" in words and words[0] == "day":
        assert json.loads(ran.out)["check_ins"][0]["note"] == TEXT


@pytest.mark.parametrize("words", WRONG, ids=repr)
def test_what_is_refused(command: Command, tmp_path: Path, stored: str, words: list[str]) -> None:
    """Texts, names of files, commands and what a file holds, quoted in a sentence."""
    csv = tmp_path / "a.csv"
    csv.write_text("Day,Mood\n2026-11-20,\u202e\x9b\n", encoding="utf-8")
    ran = command(*(each.format(csv=csv) for each in words))
    assert ran.status == 2, ran
    assert raw(ran.out) == raw(ran.err) == []
    assert "Traceback" not in ran.err


def test_a_bug_quotes_none(command: Command, stored: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of one may quote what is stored."""
    from second_wind.cli.commands.entries import day

    def broken(*_: object) -> int:
        raise ZeroDivisionError(TEXT)

    monkeypatch.setattr(day, "_say", broken)
    ran = command("day")
    assert ran.status == 1
    assert raw(ran.err) == []


def test_an_export_to_a_file(command: Command, stored: str, tmp_path: Path) -> None:
    """JSON has none as such in a file either, whoever shows it."""
    out = tmp_path / "out.json"
    assert command("export", str(out), "--format", "json").status == 0
    content = out.read_text(encoding="utf-8")
    note = json.loads(content)["check_ins"][0]["note"]
    assert (note.startswith("before"), note.endswith("after"), "\u202e" in note) == (True,) * 3
    assert raw(content) == []


def test_letters_that_are_joined_stay() -> None:
    """Joiners belong to Persian, to scripts of India and to pictures; marks of direction stay."""
    for text in ("می‌خواهم", "👩‍👩‍👧", "क्‍ष", "a\u200fb", "tab\tand\nline"):
        assert shown(text) == text
    assert on_one_line("a\nb\x1b[31m\tc") == "a�b�[31m�c"
    assert json.loads(escaped(json.dumps({"a": TEXT}, ensure_ascii=False))) == {"a": TEXT}
