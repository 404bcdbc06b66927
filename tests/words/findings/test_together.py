"""What the chart of better days says."""

from dataclasses import replace

import pytest

from second_wind.core.analysis.findings import (
    ActivityFinding,
    ActivityName,
    Interval,
    Need,
    Shortfall,
)
from second_wind.words.findings import together as words


@pytest.fixture
def found() -> ActivityFinding:
    """Return exercise that was followed by better days."""
    return ActivityFinding(
        name=ActivityName.EXERCISE_20,
        before=Interval(-0.1, -0.3, 0.1),
        same=Interval(0.2, 0.0, 0.4),
        after=Interval(0.3, 0.1, 0.5),
        difference=Interval(0.4, 0.15, 0.65),
        low_sentence=0.08,
        high_sentence=0.72,
        active_days=120,
        inactive_days=90,
        usable_days=210,
        aftermath=None,
        missing=(),
    )


def _short(found: ActivityFinding, *missing: Shortfall) -> ActivityFinding:
    return replace(found, difference=None, active_days=7, inactive_days=50, missing=missing)


def test_what_went_together_has_its_wider_range(found: ActivityFinding) -> None:
    """98.75 %, because of four activities; with the number of days."""
    assert words.reading([found]) == (
        "A better next day went together with 20 minutes of exercise"
        " (0.4 higher, 0.1 to 0.7; 120 active days)."
    )
    both = words.reading([found, replace(found, name=ActivityName.TALK)])
    assert both.count("higher") == 2
    assert "talking to someone" in both


def test_nothing_else_is_claimed(found: ActivityFinding) -> None:
    """Neither a range with 0 in it nor one below 0."""
    alike = replace(found, low_sentence=-0.1, high_sentence=0.9)
    below = replace(found, low_sentence=-0.9, high_sentence=-0.1)
    assert words.reading([alike]) == "The days before and after active days look alike so far."
    assert words.reading([alike, below]) == "No sign of a better next day so far."


def test_what_it_takes_has_numbers(found: ActivityFinding) -> None:
    """Of active and of inactive days."""
    active, inactive = Shortfall(Need.ACTIVE_DAYS, 7, 12), Shortfall(Need.INACTIVE_DAYS, 50, 60)
    assert words.not_yet(_short(found, active)) == (
        "Not enough active and inactive days yet: 7 of 12 active, 50 inactive."
    )
    assert words.not_yet(_short(found, active, inactive)).endswith(
        "7 of 12 active, 50 of 60 inactive."
    )
    stretches = _short(found, Shortfall(Need.STRETCHES, 4, 6))
    assert "6 stretches" in words.not_yet(stretches)
    assert "what you do" in words.nothing_yet(stretches)
    assert words.nothing_yet(_short(found, active)).startswith("20 minutes of exercise: Not enough")


def test_nothing_causes_anything(found: ActivityFinding) -> None:
    """No word of the kind, in any sentence."""
    said = " ".join((words.reading([found]), words.method(), words.title())).lower()
    for forbidden in ("helps", "because of you", "improve", "effect", "leads to"):
        assert forbidden not in said


def test_levels_have_signs() -> None:
    """True minus signs; a half has one decimal."""
    assert [words.level(each) for each in (-0.5, 0.0, 1.0, 1.5)] == ["−0.5", "0", "+1", "+1.5"]


def test_cells_without_a_number_are_empty(found: ActivityFinding) -> None:
    """And the others have their range."""
    assert words.cell(None) == ""
    assert words.cell(found.difference) == "0.4 (0.1 to 0.7)"
    assert words.sentence_range(found) == "0.1 to 0.7"
    assert words.sentence_range(_short(found)) == ""
