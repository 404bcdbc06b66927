"""The mood scale, and how others map onto it."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from second_wind.core.errors.entry_errors import InvalidMood
from second_wind.core.log.scale import HIGHEST, LOWEST, from_other_scale, step_of, valid_mood

ENDS = st.floats(-1e6, 1e6)


@pytest.mark.parametrize("value", [1, 1.0, 5.5, 9.999999, 10])
def test_moods_from_1_to_10_pass(value: float) -> None:
    """Whole and fractional moods pass unchanged, the ends included."""
    assert valid_mood(value) == value


@pytest.mark.parametrize(
    ("value", "given"),
    [
        (0, "0"),
        (0.999, "0.999"),
        (10.001, "10.001"),
        (-3, "-3"),
        (math.nan, "nan"),
        (math.inf, "inf"),
    ],
)
def test_other_moods_are_refused_with_the_value(value: float, given: str) -> None:
    """A mood outside of the scale, or none at all, is refused and named."""
    with pytest.raises(InvalidMood) as refused:
        valid_mood(value)
    assert refused.value.given == given


@pytest.mark.parametrize(("value", "mood"), [(5, 10.0), (4, 7.75), (3, 5.5), (2, 3.25), (1, 1.0)])
def test_five_steps_map_by_their_ends(value: float, mood: float) -> None:
    """Five steps, as many trackers have them, reach both ends of the scale."""
    assert from_other_scale(value, 1, 5) == mood


def test_scale_where_less_is_better_is_turned_round() -> None:
    """An upside-down scale is given by its ends in the other order."""
    assert [from_other_scale(each, 4, 0) for each in (4, 2, 0)] == [1.0, 5.5, 10.0]


@pytest.mark.parametrize(
    ("value", "lowest", "highest"),
    [(6, 1, 5), (0, 1, 5), (3, 3, 3), (math.nan, 1, 5), (3, math.nan, 5)],
)
def test_value_off_its_own_scale_is_refused(value: float, lowest: float, highest: float) -> None:
    """A value that its own scale doesn't have is never bent into ours."""
    with pytest.raises(InvalidMood):
        from_other_scale(value, lowest, highest)


@given(ENDS, ENDS, st.floats(0, 1), st.floats(0, 1))
def test_mapping_stays_inside_and_keeps_the_order(
    low: float, high: float, one: float, other: float
) -> None:
    """Whatever the other scale, moods stay from 1 to 10 and better stays better."""
    assume(high - low > 1e-3)
    values = sorted(min(high, low + share * (high - low)) for share in (one, other))
    moods = [from_other_scale(each, low, high) for each in values]
    assert LOWEST <= moods[0] <= moods[1] <= HIGHEST


@pytest.mark.parametrize(
    ("mood", "step"), [(1.0, 1), (1.49, 1), (1.5, 2), (5.5, 6), (9.5, 10), (10.0, 10)]
)
def test_nearest_step_with_halves_up(mood: float, step: int) -> None:
    """A fractional mood is shown at its nearest step."""
    assert step_of(mood) == step
