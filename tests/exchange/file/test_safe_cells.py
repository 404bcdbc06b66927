"""Cells and formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.exchange.file.safe_cells import closed, opened

DANGEROUS = st.builds(
    "{}{}{}".format, st.sampled_from(["", "'", " ", "''"]), st.sampled_from("=+-@\t"), st.text()
)


@given(st.text() | DANGEROUS)
def test_every_text_comes_back(text: str) -> None:
    """What was made safe is read as it was."""
    assert opened(closed(text)) == text


@given(DANGEROUS)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    """A spreadsheet shows the cell and never runs it."""
    assert not closed(text).lstrip().startswith(("=", "+", "-", "@"))
    assert not closed(text).startswith(("\t", "\r"))


@pytest.mark.parametrize("text", ["", "plain", "2026-01-01", "7.5", "it's", "'quoted'"])
def test_plain_text_stays(text: str) -> None:
    """A text that is no formula is left alone, in and out."""
    assert closed(text) == text == opened(text)
