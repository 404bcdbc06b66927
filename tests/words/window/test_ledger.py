"""Lines for a résumé, from what was logged."""

from datetime import date

import pytest

from second_wind.core.people.ledger import Organisation
from second_wind.words.window import ledger as words

NOVEMBER = date(2026, 11, 20)


def given(name: str, minutes: int, first: date, *practised: str) -> Organisation:
    """Return an organisation with its last day in November 2026."""
    return Organisation(name, minutes, 3, first, NOVEMBER, practised, ())


@pytest.mark.parametrize(
    ("organisation", "line"),
    [
        (
            given("Food bank", 2520, date(2026, 3, 1), "sorting", "asking"),
            "Volunteer, Food bank (March to November 2026, 42 hours): sorting, asking",
        ),
        (
            given("", 90, date(2025, 12, 1)),
            "Volunteer (December 2025 to November 2026, 2 hours)",
        ),
        (given("Library", 10, date(2026, 11, 1)), "Volunteer, Library (November 2026, 1 hour)"),
    ],
)
def test_a_line_for_each_organisation(organisation: Organisation, line: str) -> None:
    """Months and whole hours; what was practised follows."""
    assert words.resume_line(organisation) == line
