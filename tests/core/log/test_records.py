"""Records are frozen dataclasses, whatever was compiled when."""

import copy
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from second_wind.core.log.records import record


@record(frozen=True, slots=True, kw_only=True)
class Base:
    """What two kinds have in common."""

    day: int
    words: list[str] = field(default_factory=list)
    seen: int | None = field(default=None, compare=False)


@record(frozen=True, slots=True, kw_only=True)
class Kind(Base):
    """One of them."""

    mood: float


@record(frozen=True, slots=True)
class Plain:
    """Given in order."""

    first: int
    second: str = "b"


@dataclass(frozen=True, slots=True)
class Usual:
    """What Python makes of the same."""

    first: int
    second: str = "b"


def test_it_is_given_and_told_like_a_dataclass() -> None:
    """Fields in their order, defaults, words for people who look for a fault."""
    assert [each.name for each in fields(Kind)] == ["day", "words", "seen", "mood"]
    assert repr(Kind(day=1, mood=2)) == "Kind(day=1, words=[], seen=None, mood=2)"
    assert repr(Plain(1)) == repr(Usual(1)).replace("Usual", "Plain")
    assert Kind(day=1, mood=2).words is not Kind(day=1, mood=2).words
    match Plain(1, "c"):
        case Plain(first, second):
            assert (first, second) == (1, "c")


def test_it_is_compared_by_what_counts() -> None:
    """By class and by every field but those left out."""
    assert Kind(day=1, mood=2, seen=3) == Kind(day=1, mood=2)
    assert Kind(day=1, mood=2) != Kind(day=1, mood=3)
    assert Plain(1) != Usual(1)
    assert hash(Plain(1)) == hash(Plain(1, "b"))
    assert {Plain(1), Plain(1)} == {Plain(1)}


def test_it_stays_as_it_is() -> None:
    """A change is a new one; a copy is the same."""
    made = Plain(1)
    for change in (lambda: setattr(made, "first", 2), lambda: delattr(made, "first")):
        with pytest.raises(FrozenInstanceError):
            change()
    with pytest.raises(AttributeError):
        object.__setattr__(made, "third", 3)
    assert replace(made, second="c") == Plain(1, "c")
    assert copy.copy(made) == copy.deepcopy(made) == made


@pytest.mark.parametrize("given", [{}, {"day": 1}, {"day": 1, "mood": 2, "more": 3}])
def test_what_is_given_wrongly_is_a_bug(given: dict[str, int]) -> None:
    """Also for the first of a kind."""

    @record(frozen=True, slots=True, kw_only=True)
    class Fresh(Base):
        mood: float

    with pytest.raises(TypeError):
        Fresh(**given)  # type: ignore[arg-type]
