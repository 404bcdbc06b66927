"""What docs/method.md says was measured is what docs/simulation.md has."""

import re
from pathlib import Path

import pytest
from quoted import numbers

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text("utf-8")
NUMBERS = numbers()


@pytest.mark.parametrize("name", NUMBERS)
def test_number_is_quoted(name: str) -> None:
    """Each number is on the page as it was measured."""
    words = r"\s+".join(re.escape(each) for each in NUMBERS[name].split(" "))
    assert re.search(rf"(?<![\d.]){words}(?![\d]|\.\d)", PAGE), (name, NUMBERS[name])
