"""What the Coming back chart says."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.findings import Interval, Reading, TypicalCurve, TypicalDays
from second_wind.core.analysis.method.timeline import Floats, moods_only
from second_wind.words.findings import coming_back as words

FIRST = date(2026, 1, 5)


@pytest.fixture
def curve() -> TypicalCurve:
    """Return a typical course of nine rejections with a clear dip."""
    flat: Floats = np.zeros(22)
    return TypicalCurve(
        lags=np.arange(22),
        change=flat,
        low=flat,
        high=flat,
        before=np.zeros(7),
        rejection_days=9,
        known_first_weeks=9,
        early=False,
        clear_dip=True,
        depth=Interval(2.0, 1.2, 2.8),
        first_week=Interval(1.4, 0.8, 2.0),
        days=TypicalDays(7.2, 4.1, 12.6, 3.4, 15.2, False, False),
        days_withheld=False,
    )


def test_typical_days_come_with_range_and_number(curve: TypicalCurve) -> None:
    """In round words, of how many."""
    assert words.sentence(curve) == (
        "Back near your usual in about a week (8 in 10: 4 to 13 days), typical of 9 rejection days."
    )


def test_without_a_number_it_says_why(curve: TypicalCurve) -> None:
    """Withheld, too early, no clear dip, an early sketch."""
    withheld = words.sentence(replace(curve, days_withheld=True))
    assert withheld.startswith("Still below your usual after a week or more, typical of 9")
    assert words.sentence(replace(curve, days=None, known_first_weeks=4, early=True)) == (
        "Early sketch. Too early to give a number of days: it takes 5 rejections whose first week"
        " was logged (so far: 4)."
    )
    assert "stayed near your usual" in words.sentence(replace(curve, clear_dip=False))


def test_no_days_are_printed_when_they_are_withheld(curve: TypicalCurve) -> None:
    """Not in the table either."""
    assert "about a week (95 %: 3 to 15 days)" in words.typical_row(curve)[-1]
    withheld = words.typical_row(replace(curve, days_withheld=True))[-1]
    assert withheld == "still below usual after a week or more"


def test_what_is_not_drawn_is_counted() -> None:
    """Few check-ins and too early apart, singular and plural."""
    found = analyse(moods_only(FIRST, [5.0, 6.0] * 20, [10]))
    assert "1 more has few check-ins that week." in words.note(found, 1, 0)
    both = words.note(found, 2, 1)
    assert "2 more have few check-ins that week. For 1 more it is too early to say." in both
    assert "Is it changing? Needs about 12 rejections; you have 1." in both


def test_honesty_is_printed_beside_it() -> None:
    """Rejections outside the mood log are counted."""
    found = replace(analyse(moods_only(FIRST, [5.0, 6.0] * 20, [10])), outside_after=2)
    assert "2 rejections count from your next check-in." in words.note(found, 0, 0)


def test_every_ending_that_is_drawn_has_words() -> None:
    """Kind ones."""
    endings = words.endings()
    assert set(endings) == set(Reading) - {Reading.TOO_FEW, Reading.TOO_EARLY}
    assert endings[Reading.CUT_SHORT] == "the next one came first"
    assert words.counted(endings[Reading.ONGOING], 1) == "still on the way (1)"


def test_months_carry_their_year_where_it_changes() -> None:
    """And under the first."""
    assert words.month(date(2026, 3, 1), None) == "Mar\n2026"
    assert words.month(date(2026, 4, 1), date(2026, 3, 1)) == "Apr"
    assert words.month(date(2027, 1, 9), date(2026, 3, 1)) == "Jan\n2027"
