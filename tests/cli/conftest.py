"""Commands as a person types them, and what they leave in the file."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import StringIO

import pytest

from second_wind.cli import parser, run
from second_wind.core.log.clock import FixedClock
from second_wind.paths import AppPaths


@dataclass(frozen=True)
class Ran:
    """What a command left on the terminal."""

    status: int
    out: str
    err: str


Command = Callable[..., Ran]
_parser = cache(parser.parser)


@pytest.fixture(autouse=True)
def _one_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the parser once: thousands of commands are typed."""
    monkeypatch.setattr(parser, "parser", _parser)


@pytest.fixture
def command(paths: AppPaths, clock: FixedClock) -> Command:
    """Run a command on the test's own journal."""

    def type_in(*words: str) -> Ran:
        out, err = StringIO(), StringIO()
        home = ("--home", str(paths.data))
        status = run([*words, *home], clock=clock, out=out, err=err)
        return Ran(status, out.getvalue(), err.getvalue())

    return type_in


@pytest.fixture
def rows(paths: AppPaths) -> Callable[[], str]:
    """Return the whole journal file as SQL, empty while there is none."""

    def dump() -> str:
        if not paths.journal.exists():
            return ""
        connection = sqlite3.connect(paths.journal)
        try:
            return "\n".join(connection.iterdump())
        finally:
            connection.close()

    return dump


@pytest.fixture
def refused(command: Command, rows: Callable[[], str]) -> Callable[..., str]:
    """Run a command that must change nothing, and return its one sentence."""

    def type_in(*words: str) -> str:
        before = rows()
        ran = command(*words)
        assert ran.status == 2, ran
        assert ran.out == ""
        assert ran.err.endswith("\n")
        assert ran.err.count("\n") == 1, "more than one line"
        assert "Traceback" not in ran.err
        assert rows() == before
        return ran.err.rstrip("\n")

    return type_in
