"""The table of kinds says all that there is, and fits what entries are."""

from dataclasses import fields
from datetime import date
from typing import get_args

import pytest

from second_wind.core.log.entries import AnyEntry, Day, FeelingWord, Rest, StepMark
from second_wind.core.log.kinds import (
    ENTRY_TYPES,
    KINDS,
    LINK_FIELDS,
    Kind,
    Noun,
    Role,
    only_one,
    types_of,
)

DAY = date(2026, 11, 22)


def test_the_table_holds_every_kind_of_entry() -> None:
    """What may be stored is listed, and nothing twice; settings alone are no entries."""
    assert set(ENTRY_TYPES) == set(get_args(AnyEntry))
    assert {each.noun for each in KINDS} == set(Noun) - {Noun.SETTING}
    assert len({each.plural for each in KINDS}) == len(KINDS) == len(ENTRY_TYPES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.noun)
def test_a_kind_names_fields_that_it_has(kind: Kind) -> None:
    """A link is a text, or several; what is there once and what names it is read from a field."""
    types = types_of(kind.type)
    assert {types[each.field] for each in kind.links if each.many} <= {tuple[str, ...]}
    assert {types[each.field] for each in kind.links if not each.many} <= {str}
    assert types.keys() >= set(kind.one_of) | ({kind.named_by} if kind.named_by else set())


def test_links_lead_to_what_has_a_name() -> None:
    """An entry that links to another is told with its name."""
    named = {each.type for each in KINDS if each.named_by}
    assert {link.to for each in KINDS for link in each.links} == named
    assert {"person_id", "people", "rejection"} == LINK_FIELDS


def test_a_day_holds_the_kinds_that_are_part_of_one() -> None:
    """None is forgotten where the entries of a day are put together."""
    parts = {each.plural for each in KINDS if each.role is not Role.BESIDE}
    assert {each.name for each in fields(Day)} - {"day"} == parts - {"rests"} | {"rest"}


def test_of_some_things_there_is_one() -> None:
    """One rest on a day, one mark of a step for a rejection, one meaning of a word in any case."""
    mark = StepMark(day=DAY, rejection="x", step=6)
    assert only_one(Rest(day=DAY)) == only_one(Rest(day=DAY, note="a holiday")) != ()
    assert only_one(mark) != only_one(StepMark(day=DAY, rejection="x", step=7))
    assert only_one(FeelingWord(day=DAY, word="Wobbly")) == only_one(
        FeelingWord(day=DAY, word="wobbly")
    )
