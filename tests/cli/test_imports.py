"""What commands load: a log from the command line is quick because it loads little."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import json, sys
before = set(sys.modules)
from second_wind.cli import run
status = run(sys.argv[1:])
names = {each for each in set(sys.modules) - before}
own = sorted(each for each in names if each.startswith("second_wind."))
others = sorted({each.split(".")[0] for each in names} - sys.stdlib_module_names - {"second_wind"})
print(json.dumps([status, others, own]), file=sys.stderr)
"""

_LIGHT = {"second_wind.cli", "second_wind.core", "second_wind.paths", "second_wind.words",
          "second_wind.assets", "second_wind.charts"}  # fmt: skip
_STORING = _LIGHT | {"second_wind.computer", "second_wind.journal", "second_wind.storage"}


_RARE = (
    "second_wind.journal.files.merging",
    "second_wind.journal.log.history",
    "second_wind.storage.damage.rescue",
    "second_wind.storage.damage.snapshots",
    "second_wind.storage.file.rewriting",
    "second_wind.storage.pages.",
    "second_wind.storage.photos.",
    "second_wind.storage.queries.",
    "second_wind.words.errors.",
    "second_wind.words.files.",
)


def loaded(*words: str) -> tuple[set[str], set[str]]:
    """Return the packages of others and our own modules that a command loads."""
    ran = subprocess.run(
        (sys.executable, "-c", _PROGRAM, *words),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    status, others, own = json.loads(ran.stderr.splitlines()[-1])
    assert status == 0, ran.stderr
    return set(others), set(own)


def layers(modules: set[str]) -> set[str]:
    """Return the layers that modules belong to."""
    return {".".join(each.split(".")[:2]) for each in modules}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["log", "--help"], ["demo", "-h"]])
def test_help_loads_no_database(words: list[str]) -> None:
    """Only what names places: no peewee, Qt, matplotlib or numpy."""
    others, own = loaded(*words)
    assert others <= {"platformdirs"}
    assert layers(own) <= _LIGHT


@pytest.mark.parametrize(
    "words",
    [
        ["log", "--mood", "6", "--feeling", "calm", "--note", "x", "--exercise", "20",
         "--outing", "nature", "--volunteer", "2", "--talk", "x", "--rest"],
        ["reject", "--company", "Acme"],
        ["day", "--json"],
    ],
)  # fmt: skip
def test_a_log_loads_nothing_heavy(tmp_path: Path, words: list[str]) -> None:
    """None of Qt, matplotlib, numpy, Pillow, Babel or peewee; only what names places."""
    home = ("--home", str(tmp_path))
    loaded("log", "--mood", "6", *home)
    others, own = loaded(*words, *home)
    assert others <= {"platformdirs"}
    assert layers(own) <= _STORING


@pytest.mark.parametrize(("words", "most"), [(["log", "--mood", "6"], 105), (["day"], 100)])
def test_a_quick_command_loads_no_other_and_mends_nothing(
    tmp_path: Path, words: list[str], most: int
) -> None:
    """What other commands need, or damage and merges, is loaded where it is used."""
    home = ("--home", str(tmp_path))
    loaded("log", "--mood", "6", *home)
    _others, own = loaded(*words, *home)
    assert len(own) <= most, sorted(own)
    commands = {each for each in own if each.startswith("second_wind.cli.commands.")}
    names = {each.split(".")[-1] for each in commands}
    assert names - {"entries"} <= {words[0], "log_options", "feelings"}
    assert not {each for each in own if each.startswith(_RARE)}
