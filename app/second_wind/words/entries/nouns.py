"""How each kind of thing is called: one function for each, with all its names."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from second_wind.core.log.kinds import Noun
from second_wind.words.base.language import _, pgettext, translate_plural


class Called(NamedTuple):
    """The names of a kind of entry.

    Attributes
    ----------
    listed : above a list of them, and in a filter.
    one : any one of them.
    counted : so many of them, with `{n}`.
    change : above the form in which one is mended, if that is the common one.
    act : what was done when one was logged.
    """

    listed: str
    one: str
    counted: str
    act: str
    change: str = ""


def called(noun: Noun | str, n: int = 1) -> Called:
    """Return the names of a kind of entry."""
    return _CALLED[noun](n)


def amount(noun: Noun | str, n: int) -> str:
    """Return so many entries of a kind, such as "2 check-ins"."""
    return called(noun, n).counted.format(n=n)


def _check_in(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Check-ins"),
        one=pgettext("one of a kind, within a sentence", "a check-in"),
        counted=translate_plural("{n} check-in", "{n} check-ins", n),
        act=pgettext("what is undone", "the mood"),
        change=_("Change this check-in"),
    )


def _exercise(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Exercise"),
        one=_("an entry of exercise"),
        counted=translate_plural("{n} entry of exercise", "{n} entries of exercise", n),
        change=_("Change this exercise"),
        act=pgettext("what is undone", "the exercise"),
    )


def _outing(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Outings"),
        one=pgettext("one of a kind, within a sentence", "an outing"),
        counted=translate_plural("{n} outing", "{n} outings", n),
        change=_("Change this outing"),
        act=pgettext("what is undone", "the outing"),
    )


def _volunteering(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Volunteering"),
        one=_("an entry of volunteering"),
        counted=translate_plural("{n} entry of volunteering", "{n} entries of volunteering", n),
        change=_("Change this volunteering"),
        act=pgettext("what is undone", "the volunteering"),
    )


def _talk(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Talks"),
        one=pgettext("one of a kind, within a sentence", "a talk"),
        counted=translate_plural("{n} talk", "{n} talks", n),
        change=_("Change this talk"),
        act=pgettext("what is undone", "the talk"),
    )


def _rejection(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Rejections"),
        one=pgettext("one of a kind, within a sentence", "a rejection"),
        counted=translate_plural("{n} rejection", "{n} rejections", n),
        act=pgettext("what is undone", "the rejection"),
    )


def _rest(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Rest days"),
        one=_("a day of rest"),
        counted=translate_plural("{n} day of rest", "{n} days of rest", n),
        change=_("Change this rest day"),
        act=pgettext("what is undone", "the rest"),
    )


def _step_mark(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Steps"),
        one=_("a mark of a step"),
        counted=translate_plural("{n} marked step", "{n} marked steps", n),
        change=_("Change this step"),
        act=pgettext("what is undone", "the step"),
    )


def _person(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "People"),
        one=pgettext("one of a kind, within a sentence", "a person"),
        counted=translate_plural("{n} person", "{n} people", n),
        act=pgettext("what is undone", "the person"),
    )


def _consultation(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Experts"),
        one=_("a question to an expert"),
        counted=translate_plural("{n} question to an expert", "{n} questions to experts", n),
        act=_("the question to an expert"),
    )


def _good_news(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Good news"),
        one=pgettext("one of a kind, within a sentence", "good news"),
        counted=translate_plural("{n} piece of good news", "{n} pieces of good news", n),
        act=_("the good news"),
    )


def _feeling_word(n: int) -> Called:
    return Called(
        listed=pgettext("kind of entry", "Own feelings"),
        one=_("an own word for a feeling"),
        counted=translate_plural("{n} own word", "{n} own words", n),
        change=_("Change this word"),
        act=_("the word for a feeling"),
    )


_CALLED: Mapping[str, Callable[[int], Called]] = {
    Noun.CHECK_IN: _check_in,
    Noun.EXERCISE: _exercise,
    Noun.OUTING: _outing,
    Noun.VOLUNTEERING: _volunteering,
    Noun.TALK: _talk,
    Noun.REJECTION: _rejection,
    Noun.REST: _rest,
    Noun.STEP_MARK: _step_mark,
    Noun.PERSON: _person,
    Noun.CONSULTATION: _consultation,
    Noun.GOOD_NEWS: _good_news,
    Noun.FEELING_WORD: _feeling_word,
}
