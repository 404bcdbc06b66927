"""`second-wind check` names what a recovery stored though nobody could vouch for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.paths import AppPaths

Command = Callable[..., Any]


@pytest.fixture
def key(
    command: Command, paths: AppPaths, clock: FixedClock, garble: Callable[[Path, str], None]
) -> str:
    """Recover an entry that says what was never written, and return its id."""
    command("log", "--mood", "5", "--note", "second bravo", "--day", "2026-11-21")
    for each in (paths.data / "backups").iterdir():
        each.unlink()
    garble(paths.journal, "UPDATE check_in SET note = 'second brbvo'")
    garble(paths.journal, "UPDATE act_change SET after = replace(after, 'bravo', 'brbvo')")
    ran = command("check", "--recover", "--use", "both")
    assert ran.status == 0
    assert "goes on naming what nobody could say for sure" in ran.out
    clock.advance(minutes=1)
    (doubt,) = json.loads(command("check", "--json").out)["in_doubt"]
    return str(doubt["id"])


def test_it_is_never_called_sound(command: Command, key: str) -> None:
    """The check ends with 2, says what reads how, and both ways out."""
    ran = command("check")
    assert ran.status == 2
    assert "The journal is sound" not in ran.out
    assert "nobody could say for sure how 1 entry was:" in ran.out
    assert "second brbvo" in ran.out
    assert f"To change one: second-wind edit {key}" in ran.out
    assert "If they are right as they stand: second-wind check --entries-right" in ran.out
    assert "1 entry" in ran.err
    assert json.loads(command("check", "--json").out)["sound"] is False


def test_a_change_ends_it(command: Command, key: str) -> None:
    """By the command that stands there."""
    assert command("edit", key, "--note", "second bravo").status == 0
    ran = command("check")
    assert (ran.status, ran.err) == (0, "")
    assert "The journal is sound" in ran.out


@pytest.mark.usefixtures("key")
def test_a_word_ends_it(command: Command) -> None:
    """Called right, it is named no more; there is nothing else to call right."""
    ran = command("check", "--entries-right")
    assert (ran.status, ran.out) == (
        0,
        "Good. 1 entry stays as it is, and is not named again.\n",
    )
    assert command("check").status == 0
    assert "no entry in doubt" in command("check", "--entries-right").out
    assert command("check", "--entries-right", "--recover").status == 2
