"""What a person gave, as a sentence shows it."""

from pathlib import Path, PureWindowsPath

import pytest

from second_wind.words.base.quoting import quoted

LONG = "x" * 100


def test_signs_of_control_do_nothing() -> None:
    """A line break or a colour can't tear a sentence apart."""
    assert quoted("a\nb\x1b[31m") == "“a�b�[31m”"


def test_a_long_text_is_cut() -> None:
    """Its beginning is enough to know it again."""
    assert quoted("x" * 60) == f"“{'x' * 60}”"
    assert quoted(LONG) == f"“{'x' * 60}…”"


@pytest.mark.parametrize("path", [Path(LONG), PureWindowsPath("C:\\", LONG), f"./{LONG}"])
def test_a_path_is_whole(path: object) -> None:
    """On every system, and as it was typed."""
    assert quoted(path) == f"“{path}”"
