"""Whatever a person wrote stands in the words of its entry: they are what is searched."""

from dataclasses import fields, replace
from datetime import date
from itertools import count
from typing import Any

import pytest

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    EntryType,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Person,
    Rejection,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.words.entries.wording import Names, told
from second_wind.words.window.history import kind

DAY = date(2026, 11, 22)
LEAST: dict[EntryType, dict[str, Any]] = {
    Exercise: {"minutes": 20},
    Volunteering: {"minutes": 60},
    StepMark: {"rejection": "", "step": 6},
    Person: {"name": "Ana"},
    Consultation: {"kind": ConsultationKind.FEEDBACK},
    GoodNews: {"kind": GoodNewsKind.OFFER},
    FeelingWord: {"word": "wobbly"},
}
NOT_WRITTEN = {
    "id",
    "source",
    "source_id",
    "origin",
    "person_id",
    "rejection",
    "photos",
    "group_id",
}


def least(of: EntryType) -> AnyEntry:
    """Return an entry with nothing but what it needs."""
    return of(day=DAY, **LEAST.get(of, {}))


@pytest.mark.parametrize("of", ENTRY_TYPES)
def test_everything_written_is_told(of: EntryType) -> None:
    """No field in which a person writes is left out, those to come included."""
    numbers, given = count(), {}
    for each in fields(of):
        if each.name not in NOT_WRITTEN:
            word = f"word{next(numbers)}"
            if each.type in (str, "str"):
                given[each.name] = word
            elif "tuple[str" in str(each.type):
                given[each.name] = (word,)
    names = Names(linked={part[0]: part[0] for part in given.values() if isinstance(part, tuple)})
    said = told(replace(least(of), **given), names)
    everything = " ".join((said.title, *said.texts, *said.also))
    for name, value in given.items():
        assert (value if isinstance(value, str) else value[0]) in everything, name


@pytest.mark.parametrize("of", ENTRY_TYPES)
def test_every_kind_has_a_title_and_a_name(of: EntryType) -> None:
    """Nothing is listed without a word."""
    assert told(least(of)).title
    assert kind(of)


def test_feelings_are_found_by_name_and_identifier() -> None:
    """What is stored and what is seen both lead there."""
    said = told(CheckIn(day=DAY, feelings=("hopeful", "müde")))
    assert said.texts == ("hopeful, müde",)
    assert said.also == ("hopeful", "müde")


def test_linked_names_are_told() -> None:
    """A person is named in whom they are linked to, and so is a rejection's company."""
    names = Names(linked={"p": "Ana", "r": "Acme"})
    assert "Ana" in told(Rejection(day=DAY, people=("p", "gone")), names).body
    assert "Ana" in told(Talk(day=DAY, person_id="p"), names).title
    assert "Acme" in told(StepMark(day=DAY, rejection="r", step=7), names).body


@pytest.mark.parametrize(
    ("original", "texts"),
    [
        ("5", ()),
        ("5,0", ()),
        ("5.0", ()),
        ("", ()),
        ("50", ("imported from “50”",)),
        ("so-so", ("imported from “so-so”",)),
    ],
)
def test_an_imported_value_is_told_unless_it_is_the_mood(
    original: str, texts: tuple[str, ...]
) -> None:
    """A number without a word says nothing; the other program's own name stays to be found."""
    assert told(CheckIn(day=DAY, mood=5.0, original=original)).texts == texts


def test_own_names_of_the_moods_are_told() -> None:
    """A mood has the name that the person gave it."""
    names = Names(mood_steps=tuple(f"step {number}" for number in range(1, 11)))
    assert told(CheckIn(day=DAY, mood=7.0), names).title == "Mood 7 (step 7)"
    assert told(CheckIn(day=DAY, mood=7.0)).title == "Mood 7 (good)"
