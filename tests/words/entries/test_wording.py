"""Whatever a person wrote stands in the words of its entry: they are what is searched."""

from dataclasses import fields, replace
from datetime import time
from itertools import count

import pytest
from tests.least_entries import DAY, least

from second_wind.core.log.entries import (
    AnyEntry,
    Channel,
    CheckIn,
    Consultation,
    ConsultationKind,
    EntryType,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.core.log.kinds import ENTRY_TYPES, KINDS, Kind, Noun, types_of
from second_wind.words.base import labels
from second_wind.words.entries.nouns import amount, called
from second_wind.words.entries.wording import Names, line, shorten, told

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


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.noun)
def test_every_kind_has_a_title_and_names(kind: Kind) -> None:
    """Nothing is listed, counted, refused or undone without a word."""
    assert told(least(kind.type)).title
    names = called(kind.noun)
    assert names.listed
    assert names.one
    assert names.act.startswith("the ")
    assert amount(kind.noun, 1).startswith("1 ")
    assert amount(kind.noun, 1) != amount(kind.noun, 2).replace("2", "1")


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.noun)
def test_every_field_has_a_name(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too long, and what witnesses disagree on, is named in the person's language."""
    monkeypatch.setattr(labels, "pgettext", lambda _, text: f"translated {text}")
    of_the_program = {"id", "source", "source_id", "origin", "original", "logged_at", "changed_at"}
    for name in types_of(kind.type).keys() - of_the_program:
        assert labels.field(name).startswith("translated "), name


def test_one_and_several_are_counted() -> None:
    """With the form that goes with the number."""
    assert [amount(Noun.CONSULTATION, n) for n in (1, 2)] == [
        "1 question to an expert",
        "2 questions to experts",
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (CheckIn(day=DAY, mood=1, at=time(7, 5)), "07:05  Mood 1 (very low)"),
        (
            CheckIn(day=DAY, feelings=("calm", "wabi sabi"), note="x"),
            "A check-in · calm, wabi sabi · x",
        ),
        (Exercise(day=DAY, minutes=1, kind="run", note="x"), "1 minute of exercise · run · x"),
        (
            Outing(day=DAY, kind=OutingKind.PHOTO, minutes=45, place="pier", photos=("a",)),
            "A photo walk, 45 minutes · pier · 1 photo",
        ),
        (Outing(day=DAY), "An outing in nature"),
        (
            Volunteering(day=DAY, minutes=135, organisation="Food bank", practised="p", met="m"),
            "2.25 h of volunteering · Food bank · p · m",
        ),
        (Talk(day=DAY, kind=TalkKind.MENTOR), "A talk with a mentor"),
        (
            Talk(day=DAY, kind=TalkKind.FAMILY, person="Dad", note="x"),
            "A talk with Dad (family) · x",
        ),
        (
            Rejection(day=DAY, company="Alderquay", role="Analyst", stage=Stage.TASK),
            "A no from Alderquay · Analyst · technical or task",
        ),
        (Rejection(day=DAY, how=Channel.NO_ANSWER), "A no · no answer at all"),
        (Rest(day=DAY, note="the sea"), "A day of rest · the sea"),
        (StepMark(day=DAY, rejection="x", step=7), "Step marked: Ask for feedback or advice"),
        (Talk(day=DAY, tip="Initech hires"), "A talk with someone · Initech hires"),
        (Person(day=DAY, name="Ana", organisation="Initech"), "Ana · Initech"),
        (
            Consultation(
                day=DAY, kind=ConsultationKind.FEEDBACK, person="Ana", received=DAY, said="slower"
            ),
            "Feedback asked, answered on 22 Nov 2026 · Ana · slower",
        ),
        (GoodNews(day=DAY, kind=GoodNewsKind.OFFER, company="Initech"), "An offer · Initech"),
        (FeelingWord(day=DAY, word="odd", meaning="jelly"), "A word of your own: odd · jelly"),
    ],
)
def test_each_kind_on_a_line(entry: AnyEntry, said: str) -> None:
    """Its time first, then what is known of it."""
    assert line(entry) == said


def test_long_and_broken_text_is_cut_after_a_word() -> None:
    """A diary page stays one line, whatever breaks there are in it."""
    assert line(Exercise(day=DAY, minutes=2, note="a\n\nb")) == "2 minutes of exercise · a b"
    short = shorten("one\n\ntwo  " + "three " * 50)
    assert short.startswith("one two three")
    assert short.endswith("three…")
    assert len(short) <= 61
    assert shorten("y" * 100) == "y" * 60 + "…"


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
