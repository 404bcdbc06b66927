"""How the window is opened: on which files, and whether in sight."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.cli.files import Opening, for_the_window
from second_wind.paths import AppPaths


@pytest.mark.parametrize(
    ("words", "is_hidden"),
    [
        (["--home", "{home}"], False),
        (["--home={home}"], False),
        (["--hidden", "--home", "{home}"], True),
        (["--home", "{home}", "--hidden"], True),
    ],
)
def test_words_that_want_the_window(words: list[str], is_hidden: bool, tmp_path: Path) -> None:
    """Places, and out of sight if it is said, before or after them."""
    given = [each.format(home=tmp_path) for each in words]
    assert for_the_window(given) == Opening(AppPaths.under(tmp_path), is_hidden)


@pytest.mark.parametrize("words", [["log", "--hidden"], ["--hidden", "--home"], ["--home", "-x"]])
def test_words_that_want_something_else(words: list[str]) -> None:
    """A command, or a word that is missing, is left to the parser."""
    assert for_the_window(words) is None


def test_hidden_is_for_the_window_alone(refused: Callable[..., str]) -> None:
    """With a command it makes no sense, and nothing is done."""
    assert refused("--hidden", "day") == "day and --hidden can't be given together."
    assert "no use for “--hidden”" in refused("day", "--hidden")


def test_help_explains_it(command: Callable[..., Any]) -> None:
    """`second-wind --help` says what it does."""
    assert "--hidden" in command("--help").out
