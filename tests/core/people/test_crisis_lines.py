"""The data file of crisis lines is whole, and says when and with what it was compared."""

from datetime import date

from second_wind.core.people.crisis_lines import CrisisLine, crisis_lines
from second_wind.words.base.countries import country

LINES = crisis_lines()


def test_sources_and_date_are_told() -> None:
    """Numbers age: their date, their sources and a directory of all countries stand with them."""
    assert date(2026, 11, 1) <= LINES.checked
    assert LINES.sources
    assert LINES.directory.startswith("https://")


def test_every_country_has_a_way_to_reach_somebody() -> None:
    """A name, a service, and a number for danger; each service a page of its own."""
    assert len(LINES.countries) >= 30
    for code, found in LINES.countries.items():
        assert country(code) != code
        assert found.emergency.isdecimal()
        assert found.lines
        for each in found.lines:
            assert _is_reachable(each), each


def _is_reachable(each: CrisisLine) -> bool:
    digits = "".join(sign for sign in each.number + each.text if sign.isdecimal())
    return bool(each.name) and len(digits) >= 3 and each.site.startswith("https://")
