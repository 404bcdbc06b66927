"""What each command does where there is no journal, by one table that knows every command."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.cli.duty import Duty, Writes
from second_wind.cli.parser import parser
from second_wind.paths import AppPaths

Command = Callable[..., Any]

BEGIN: dict[str, list[str]] = {
    "log": ["log", "--mood", "6"],
    "reject": ["reject", "--company", "Acme"],
    "import": ["import", "{moods}", "--columns", "day=Date,mood=Mood", "--scale", "1:10"],
}
"""Commands that may begin a journal."""
APART = {"demo": ["demo", "--years", "1"]}
"""Commands that have a place of their own."""
NEED: dict[str, list[list[str]]] = {
    "day": [["day"], ["day", "--json"]],
    "edit": [["edit", "some-id", "--mood", "5"], ["edit", "some-id"]],
    "delete": [["delete", "some-id"]],
    "undo": [["undo"]],
    "redo": [["redo"]],
    "search": [["search", "word"]],
    "analyse": [["analyse"], ["analyse", "--json"]],
    "chart": [["chart", "weeks", "{out}/chart.png"]],
    "export": [
        ["export", "{out}/log.json", "--format", "json"],
        ["export", "{out}/csv", "--format", "csv"],
        ["export", "-", "--format", "json"],
    ],
    "backup": [
        ["backup"],
        ["backup", "--list"],
        ["backup", "--verify"],
        ["backup", "--restore", "some-copy"],
        ["backup", "--folder", "{out}"],
        ["backup", "--no-folder"],
    ],
    "check": [["check"], ["check", "--json"], ["check", "--recover"]],
    "merge": [["merge", "{moods}"], ["merge", "{moods}", "--dry-run"]],
    "encrypt": [["encrypt"]],
    "decrypt": [["decrypt"]],
    "rekey": [["rekey"]],
    "smoke": [["smoke"]],
}
"""Commands that need one."""
RESCUE = [
    ["check", "--recover"],
    ["backup", "--list"],
    ["backup", "--verify"],
    ["backup", "--restore", "{copy}"],
]
"""What works where a journal is missing beside its copies."""
NEEDING = [words for several in NEED.values() for words in several]
ASKING = [words for words in NEEDING if words[0] not in {"encrypt", "decrypt", "rekey"}]
"""What opens a journal with the passphrase it has."""
STOPPED = [words for words in NEEDING if words[:2] not in [each[:2] for each in RESCUE]]


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    groups = parser()._subparsers
    assert groups is not None
    (action,) = groups._group_actions
    return dict(action.choices)  # type: ignore[arg-type]


@pytest.fixture
def typed(command: Command, tmp_path: Path) -> Callable[[list[str], str], Any]:
    """Run words of the table, with the places that they name."""
    out = tmp_path / "out"
    out.mkdir()
    moods = out / "moods.csv"
    moods.write_text("Date,Mood\n2026-11-20,6\n", encoding="utf-8")
    return lambda words, copy="": command(
        *(each.format(out=out, moods=moods, copy=copy) for each in words)
    )


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Keep the program's files below the test's directory, in a folder that isn't there yet."""
    return AppPaths.under(tmp_path / "home")


def tree(place: Path) -> dict[str, bytes]:
    """Return every file and folder."""
    return {
        str(each.relative_to(place)): each.read_bytes() if each.is_file() else b""
        for each in place.rglob("*")
    }


def test_every_command_declares_what_it_may_do() -> None:
    """A new command without a declaration, or missing in this table, fails here."""
    for name, each in commands().items():
        duty = each.get_default("duty")
        assert isinstance(duty, Duty), name
        assert duty.begins == (name in BEGIN or name in APART), name
        assert duty.is_apart == (name in APART), name
    assert set(commands()) == set(BEGIN) | set(APART) | set(NEED)


def test_only_those_that_put_something_out_say_so() -> None:
    """The gate for output is theirs."""
    found = {
        name
        for name, each in commands().items()
        if Writes.OUTPUT in each.get_default("duty").writes
    }
    assert found == {"chart", "export"}


@pytest.mark.parametrize("words", NEEDING, ids=" ".join)
@pytest.mark.parametrize("is_empty", [False, True])
def test_without_a_journal_the_others_say_so(
    typed: Any, tmp_path: Path, paths: AppPaths, words: list[str], is_empty: bool
) -> None:
    """Status 2, one sentence, and neither a folder nor a file comes of it."""
    if is_empty:
        paths.data.mkdir()
        paths.journal.touch()
    before = tree(tmp_path)
    ran = typed(words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"There is no journal at “{paths.journal}”")
    assert ran.err.count("\n") == 1
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", BEGIN)
def test_those_that_may_begin_one_do(typed: Any, paths: AppPaths, name: str) -> None:
    """The first entry needs no preparation."""
    assert typed(BEGIN[name]).status == 0
    assert paths.journal.exists()


@pytest.fixture
def copy(command: Command, paths: AppPaths, made_once: Callable[..., None]) -> str:
    """Log, and lose the journal; return the name of its newest copy."""

    def make() -> None:
        command("log", "--mood", "6", "--note", "before")
        command("backup")
        paths.journal.unlink()

    made_once(make)
    return max(each.name for each in (paths.data / "backups").iterdir())


@pytest.mark.parametrize("words", [*STOPPED, *BEGIN.values(), *APART.values()], ids=" ".join)
@pytest.mark.parametrize("is_empty", [False, True])
def test_beside_its_copies_none_is_begun(
    typed: Any, copy: str, tmp_path: Path, paths: AppPaths, words: list[str], is_empty: bool
) -> None:
    """Status 2; the copies and the commands are named, and nothing changes."""
    if is_empty:
        paths.journal.touch()
    words = [*words, "--home", "{out}/../home"] if words[0] == "demo" else words
    before = tree(tmp_path)
    ran = typed(words)
    assert (ran.status, ran.out) == (2, "")
    for said in ("safe copies of it", copy, "backup --list", "backup --restore", "check --recover"):
        assert said in ran.err
    assert ("--new" in ran.err) == (words[0] in BEGIN)
    assert ran.err.count("\n") == 1
    assert tree(tmp_path) == before


@pytest.mark.parametrize("words", RESCUE, ids=" ".join)
def test_what_helps_works(typed: Any, copy: str, paths: AppPaths, words: list[str]) -> None:
    """It shows what there is, or brings it back."""
    ran = typed(words, copy)
    assert (ran.status, ran.err) == (0, "")
    assert paths.journal.exists() == ("--restore" in words)


@pytest.mark.parametrize("is_empty", [False, True])
@pytest.mark.parametrize(
    "words", [["backup", "--restore", "{copy}"], ["check", "--recover", "--use", "backup"]]
)
def test_the_copy_comes_back(
    typed: Any, command: Command, copy: str, paths: AppPaths, words: list[str], is_empty: bool
) -> None:
    """By either command; no empty file is set aside."""
    if is_empty:
        paths.journal.touch()
    ran = typed(words, copy)
    assert ran.status == 0, ran
    assert "before" in command("day").out
    assert not list(paths.data.glob("*damaged*"))


def test_nothing_is_not_recovered_into_a_journal(
    command: Command, copy: str, paths: AppPaths
) -> None:
    """Where nothing but copies is left, an empty journal is no recovery."""
    ran = command("check", "--recover", "--use", "recovered")
    assert ran.status == 2
    assert copy in ran.err
    assert not paths.journal.exists()


@pytest.mark.parametrize("name", BEGIN)
@pytest.mark.parametrize("is_empty", [False, True])
def test_begin_all_the_same(
    typed: Any, command: Command, copy: str, paths: AppPaths, name: str, is_empty: bool
) -> None:
    """With --new, and the copies stay."""
    if is_empty:
        paths.journal.touch()
    assert typed([*BEGIN[name], "--new"]).status == 0
    assert "before" not in command("search", "before").out
    assert (paths.data / "backups" / copy).exists()


def test_a_new_one_needs_an_empty_place(refused: Callable[..., str], command: Command) -> None:
    """--new beside a journal would not be what it says."""
    command("log", "--mood", "6")
    assert "There is a journal at" in refused("log", "--mood", "5", "--new")


def test_a_log_alone_counts_and_is_kept(command: Command, paths: AppPaths) -> None:
    """SQLite would delete it beside a new file; it may be all that is left."""
    paths.data.mkdir()
    log = paths.data / "journal.sqlite3-wal"
    log.write_bytes(b"what was logged last")
    ran = command("log", "--mood", "6")
    assert ran.status == 2
    assert "its log still lies there" in ran.err
    assert "--recover" in ran.err
    assert command("log", "--mood", "6", "--new").status == 0
    (kept,) = paths.data.glob("*.damaged-*-wal")
    assert kept.read_bytes() == b"what was logged last"


@pytest.mark.parametrize("words", [*ASKING, *BEGIN.values()], ids=" ".join)
def test_a_passphrase_for_a_plain_journal_is_refused(
    typed: Any, command: Command, tmp_path: Path, words: list[str]
) -> None:
    """Whoever believes it encrypted must not write into it, nor read it as if it were."""
    command("log", "--mood", "6")
    before = tree(tmp_path)
    ran = typed([*words, "--passphrase-fd", "0"])
    assert (ran.status, ran.out) == (2, "")
    assert "is not encrypted, though a passphrase was given" in ran.err
    assert tree(tmp_path) == before


def test_no_passphrase_for_a_sample(refused: Callable[..., str]) -> None:
    """A sample is plain."""
    assert "can't be given together" in refused("demo", "--passphrase-fd", "0")
