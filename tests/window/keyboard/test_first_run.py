"""The first run in the real window: cards, the sample in a window of its own, then Today."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("window")


@pytest.fixture
def new(bus: None, resting: Any, tmp_path: Path) -> Iterator[Any]:
    """Run the program where there is no journal yet, until its first card is seen."""
    resting.home = tmp_path / "new"
    resting.open()
    resting.wait_for(lambda: _shows(resting, "How you come back"))
    yield resting
    _end(resting.home / "sample")


def _shows(program: Any, name: str) -> bool:
    return name in program.read("names")


def _moods(program: Any) -> list[float]:
    day = json.loads(program.command("day", "--json").stdout)
    return [each["mood"] for each in day["check_ins"]]


def _end(home: Path) -> None:
    """End the program that runs on a home, and no other."""
    words = [sys.executable, "-m", "second_wind", "--home", str(home)]
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            told = each.read_bytes().decode().split("\0")[:-1]
        except OSError:
            continue
        if told == words:
            os.kill(int(each.parent.name), signal.SIGTERM)


def test_the_cards_by_keyboard(new: Any) -> None:
    """Enter four times and a mood on Today; the next start has no cards."""
    new.keys("Return", "Return", "Return", "Return")
    new.wait_for(lambda: _shows(new, "How are you right now?"))
    new.keys("7")
    new.wait_for(lambda: _moods(new) == [7.0])
    assert new.close() == 0
    new.open()
    new.wait_for(lambda: _shows(new, "How are you right now?"))
    assert not _shows(new, "How you come back")


def test_look_around_with_sample_data(new: Any) -> None:
    """A second window opens on a sample that says so, and the own journal stays empty.

    Whoever knows what they want then presses a number on the card, and has begun.
    """
    new.act("Look around with sample data")
    new.wait_for(lambda: new._visible_windows("^Sample journal$"))
    assert (new.home / "sample" / "sample-journal.txt").is_file()
    assert new._visible_windows("^Second Wind$")
    assert _moods(new) == []
    new.focus("^Second Wind$")
    new.keys("6")
    new.wait_for(lambda: _moods(new) == [6.0])
    _end(new.home / "sample")
    new.wait_for(lambda: _shows(new, "How are you right now?"))
