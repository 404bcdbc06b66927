"""Options as they are typed."""

import pytest

from second_wind.core.errors.import_errors import InvalidOption
from second_wind.exchange.values.options import (
    Scale,
    parsed_activities,
    parsed_columns,
    parsed_map,
    parsed_scale,
)
from second_wind.exchange.values.ticks import Tick, TickKind


def test_names_may_hold_signs() -> None:
    """The last sign of equality parts a name from its value; names are compared without case."""
    assert parsed_map(["So-so=5", "a=b=7"]) == {"so-so": "5", "a=b": "7"}


def test_columns_may_hold_commas() -> None:
    """A comma parts columns only before another meaning."""
    told = parsed_columns(["day=Date, local,mood=How, 1 to 5?", "note=Words"])
    assert told == {"day": "Date, local", "mood": "How, 1 to 5?", "note": "Words"}


def test_a_date_is_a_day() -> None:
    """Usual other words for a meaning are understood."""
    assert parsed_columns(["date=When,notes=Words"]) == {"day": "When", "note": "Words"}


@pytest.mark.parametrize("text", ["1", "1:", "a:b", "5:5", "1:2:3", ""])
def test_a_scale_has_two_ends(text: str) -> None:
    """Anything else is refused with an example."""
    with pytest.raises(InvalidOption) as caught:
        parsed_scale(text)
    assert caught.value.example == "--scale 0:100"


def test_scales_of_all_kinds() -> None:
    """Ends may be negative, fractional and turned round."""
    assert parsed_scale("-2:2") == Scale(-2, 2)
    assert parsed_scale("100:0,5") == Scale(100, 0.5)


@pytest.mark.parametrize("text", ["walk", "walk=", "=exercise:20", "walk=exercise", "walk=sleep"])
def test_an_activity_needs_a_kind(text: str) -> None:
    """A tick stands for nothing unless a kind, and minutes of exercise, are told."""
    with pytest.raises(InvalidOption):
        parsed_activities([text])


@pytest.mark.parametrize("amount", ["0", "1441", "x", ""])
def test_minutes_are_those_of_a_day(amount: str) -> None:
    """Minutes out of range are refused."""
    with pytest.raises(InvalidOption):
        parsed_activities([f"walk=exercise:{amount}"])


def test_kinds_of_ticks() -> None:
    """Minutes may be told for each kind; volunteering without any counts an hour."""
    assert parsed_activities(["Run=exercise:30", "b=nature", "c=volunteering", "d=talk"]) == {
        "run": Tick(TickKind.EXERCISE, 30),
        "b": Tick(TickKind.NATURE),
        "c": Tick(TickKind.VOLUNTEERING, 60),
        "d": Tick(TickKind.TALK),
    }


@pytest.mark.parametrize("text", ["mood", "weather=x", "mood="])
def test_columns_have_known_meanings(text: str) -> None:
    """A meaning that no column can have is refused."""
    with pytest.raises(InvalidOption):
        parsed_columns([text])


def test_a_map_needs_both_sides() -> None:
    """A name without a value is refused."""
    with pytest.raises(InvalidOption):
        parsed_map(["so-so"])
