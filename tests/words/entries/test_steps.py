"""The seven steps in words."""

from datetime import date

from second_wind.core.people.steps import STEPS, StepState
from second_wind.words.entries import steps as words


def test_each_step_has_a_name_of_its_own_and_a_hint() -> None:
    """All seven are named, and what touches them is said."""
    assert len({words.name(step) for step in STEPS}) == 7
    assert len({words.hint(step) for step in STEPS}) == 7


def test_a_touched_step_is_told_with_its_day() -> None:
    """A screen reader hears the step and when it was first touched, and never a count."""
    state = StepState(4, date(2026, 11, 16), 3)
    assert words.description(state) == "Get outside, take the camera: Mon 16 Nov"
    assert words.description(StepState(4, None, 0)) == "Get outside, take the camera: open"
