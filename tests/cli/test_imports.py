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
own = sorted({".".join(each.split(".")[:2]) for each in names if each.startswith("second_wind.")})
others = sorted({each.split(".")[0] for each in names} - sys.stdlib_module_names - {"second_wind"})
print(json.dumps([status, others, own]), file=sys.stderr)
"""

_LIGHT = {"second_wind.cli", "second_wind.core", "second_wind.paths", "second_wind.words",
          "second_wind.assets", "second_wind.charts"}  # fmt: skip
_STORING = _LIGHT | {"second_wind.computer", "second_wind.journal", "second_wind.storage"}


def loaded(*words: str) -> tuple[set[str], set[str]]:
    """Return the packages of others and our own layers that a command loads."""
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


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["log", "--help"], ["demo", "-h"]])
def test_help_loads_no_database(words: list[str]) -> None:
    """Only what names places: no peewee, Qt, matplotlib or numpy."""
    others, own = loaded(*words)
    assert others <= {"platformdirs"}
    assert own <= _LIGHT


@pytest.mark.parametrize(
    "words",
    [
        ["log", "--mood", "6", "--feeling", "calm", "--note", "x", "--exercise", "20",
         "--outing", "nature", "--volunteer", "2", "--talk", "x", "--rest"],
        ["reject", "--company", "Acme"],
        ["day", "--json"],
    ],
)  # fmt: skip
def test_a_log_loads_the_database_and_nothing_heavy(tmp_path: Path, words: list[str]) -> None:
    """Peewee and platformdirs, and none of Qt, matplotlib, numpy or Pillow."""
    home = ("--home", str(tmp_path))
    loaded("log", "--mood", "6", *home)
    others, own = loaded(*words, *home)
    assert others <= {"peewee", "platformdirs"}
    assert own <= _STORING
