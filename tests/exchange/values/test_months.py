"""Months by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.exchange.values.months import month_of


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("January Jan Januar janvier janv enero ene janeiro gennaio gen", 1),
        ("März Mrz mars marzo março", 3),
        ("Mai mayo maio maggio May", 5),
        ("juin junio junho giugno Jun", 6),
        ("juillet juil julio julho luglio Jul", 7),
        ("août agosto ago Aug", 8),
        ("Sept septiembre setembro settembre set", 9),
        ("Oktober Okt octobre outubro out ottobre ott", 10),
        ("Dezember Dez décembre déc diciembre dic dezembro dicembre", 12),
    ],
)
def test_whole_or_cut_in_six_languages(names: str, month: int) -> None:
    """In capitals or not, and whichever way an accent is written."""
    for each in names.split():
        assert month_of(each) == month_of(each.upper()) == month
    assert month_of("de\u0301c") == 12


@pytest.mark.parametrize("name", ["janu", "marchember", "juli-", "decimal", "mayday", "avrily", ""])
def test_a_beginning_is_no_month(name: str) -> None:
    """A word that only begins like one is none."""
    assert month_of(name) is None


@given(st.text())
def test_any_other_word_is_none(text: str) -> None:
    """Never a mistake, never another number."""
    assert month_of(text) in {None, *range(1, 13)}
