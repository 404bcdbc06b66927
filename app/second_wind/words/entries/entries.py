"""Entries in words, each on one line."""

from collections.abc import Callable, Iterator, Sequence
from datetime import time
from typing import Any

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    Exercise,
    FeelingWord,
    GoodNews,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.words.base import labels
from second_wind.words.base.language import (
    _,
    clock_time,
    hours,
    points,
    short_date,
    translate_plural,
)
from second_wind.words.entries import feelings

_LONGEST_NOTE = 60


def entry(each: AnyEntry, mood_names: Sequence[str] = ()) -> str:
    """Return one entry on one line, its time first where it has one.

    `mood_names` are the person's own names of the mood steps.
    """
    at = getattr(each, "at", None)
    parts = " ".join(", ".join(_parts(each, mood_names)).split())  # a name may hold a line break
    return f"{clock_time(at)}  {parts}" if isinstance(at, time) else parts


def exercise(minutes: int) -> str:
    """Return minutes of movement."""
    text = translate_plural("{n} minute of exercise", "{n} minutes of exercise", minutes)
    return text.format(n=minutes)


def volunteering(minutes: int) -> str:
    """Return minutes of volunteering as hours."""
    return _("{hours} of volunteering").format(hours=hours(minutes))


def _parts(each: AnyEntry, mood_names: Sequence[str]) -> Iterator[str]:
    if isinstance(each, CheckIn):
        return _of_check_in(each, mood_names)
    return _PARTS[type(each)](each)


def _of_exercise(each: Exercise) -> Iterator[str]:
    yield exercise(each.minutes)
    yield from _given(each.kind, shorten(each.note))


def _of_volunteering(each: Volunteering) -> Iterator[str]:
    yield volunteering(each.minutes)
    yield from _given(each.organisation, each.practised, each.met, shorten(each.note))


def _of_rest(_each: Rest) -> Iterator[str]:
    yield _("A day of rest")


def _of_step_mark(each: StepMark) -> Iterator[str]:
    yield _("Step {number} marked").format(number=each.step)


def _of_person(each: Person) -> Iterator[str]:
    yield each.name
    yield from _given(each.organisation, each.role, shorten(each.note))


def _of_good_news(each: GoodNews) -> Iterator[str]:
    yield labels.good_news(each.kind)
    yield from _given(each.company, each.role, shorten(each.note))


def _of_feeling_word(each: FeelingWord) -> Iterator[str]:
    yield each.word
    yield from _given(shorten(each.meaning))


def _of_check_in(each: CheckIn, mood_names: Sequence[str]) -> Iterator[str]:
    if each.mood is not None:
        name = labels.mood_name(each.mood, mood_names)
        yield _("mood {mood} ({name})").format(mood=points(each.mood), name=name)
    yield from map(feelings.label, each.feelings)
    yield from _given(shorten(each.note))


def _of_outing(each: Outing) -> Iterator[str]:
    nature = each.kind is OutingKind.NATURE
    yield _("an outing in nature") if nature else _("a photo walk")
    if each.minutes:
        yield translate_plural("{n} minute", "{n} minutes", each.minutes).format(n=each.minutes)
    yield from _given(each.place)
    if count := len(each.photos):
        yield translate_plural("{n} photo", "{n} photos", count).format(n=count)
    yield from _given(shorten(each.note))


def _of_talk(each: Talk) -> Iterator[str]:
    whom = labels.talk_kind(each.kind)
    if each.person:
        yield _("a talk with {person} ({kind})").format(person=each.person, kind=whom)
    else:
        yield _("a talk with {person}").format(person=whom)
    yield from _given(shorten(each.note), shorten(each.tip))


def _of_rejection(each: Rejection) -> Iterator[str]:
    yield _("a no from {company}").format(company=each.company) if each.company else _("a no")
    yield from _given(each.role)
    yield labels.stage(each.stage)
    if each.how:
        yield labels.channel(each.how)
    yield from _given(shorten(each.feedback), shorten(each.lesson), shorten(each.note))


def _of_consultation(each: Consultation) -> Iterator[str]:
    yield labels.consultation(each.kind)
    yield from _given(each.person)
    if each.received:
        yield _("answered on {day}").format(day=short_date(each.received))
    yield from _given(shorten(each.said), shorten(each.note))


def shorten(text: str, most: int = _LONGEST_NOTE) -> str:
    """Return a text on one line, cut after some words if it is long."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    head = plain[:most]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head}…"


def _given(*texts: str) -> Iterator[str]:
    yield from (each for each in texts if each)


_PARTS: dict[type[AnyEntry], Callable[[Any], Iterator[str]]] = {
    Exercise: _of_exercise,
    Outing: _of_outing,
    Volunteering: _of_volunteering,
    Talk: _of_talk,
    Rejection: _of_rejection,
    Rest: _of_rest,
    StepMark: _of_step_mark,
    Person: _of_person,
    Consultation: _of_consultation,
    GoodNews: _of_good_news,
    FeelingWord: _of_feeling_word,
}
