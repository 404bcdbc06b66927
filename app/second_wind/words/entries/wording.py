"""Everything logged in words: a title and what was written. This is what is shown and searched."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    TalkKind,
    Volunteering,
)
from second_wind.core.log.records import record
from second_wind.core.log.scale import step_of
from second_wind.words.base import labels
from second_wind.words.base.language import (
    _,
    clock_time,
    hours,
    pgettext,
    points,
    short_date,
    translate_plural,
)
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import feelings, steps

_LONGEST_TEXT = 60


@dataclass(frozen=True, slots=True)
class Names:
    """What entries are told with that they don't hold themselves.

    Attributes
    ----------
    mood_steps : the ten names of the mood steps; the usual ones if it is empty.
    linked : the names of people and the companies of rejections, by id.
    """

    mood_steps: Sequence[str] = ()
    linked: Mapping[str, str] = field(default_factory=dict)

    def of(self, keys: Sequence[str]) -> Iterator[str]:
        """Yield the names that some ids have."""
        yield from (self.linked[key] for key in keys if self.linked.get(key))


@record(frozen=True, slots=True)
class Told:
    """An entry in words: what it is, what is written in it, and other words to find it by."""

    title: str
    texts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """What is written, side by side."""
        return " · ".join(map(isolated, self.texts))

    @property
    def whole(self) -> str:
        """All of it on one line; a text may hold line breaks."""
        return " · ".join(isolated(" ".join(each.split())) for each in (self.title, *self.texts))


_NO_NAMES = Names()


def told(each: AnyEntry, names: Names = _NO_NAMES) -> Told:
    """Return an entry in words."""
    title, *texts = _TOLD[type(each)](each, names)
    also = each.feelings if isinstance(each, CheckIn) else ()
    return Told(title, tuple(text for text in (*texts, each.note) if text), also)


def line(each: AnyEntry, names: Names = _NO_NAMES) -> str:
    """Return an entry on one line: its time if it has one, its title, and its texts shortened."""
    said, at = told(each, names), getattr(each, "at", None)
    whole = Told(said.title, tuple(map(shorten, said.texts))).whole
    return f"{clock_time(at)}  {whole}" if isinstance(at, time) else whole


def shorten(text: str, most: int = _LONGEST_TEXT) -> str:
    """Return a text on one line, cut after some words if it is long."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    head = plain[:most]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head}…"


def exercise(minutes: int) -> str:
    """Return minutes of movement."""
    text = translate_plural("{n} minute of exercise", "{n} minutes of exercise", minutes)
    return text.format(n=minutes)


def volunteering(minutes: int) -> str:
    """Return minutes of volunteering as hours."""
    return _("{hours} of volunteering").format(hours=hours(minutes))


def _check_in(each: CheckIn, names: Names) -> Iterator[str]:
    if each.mood is None:
        yield pgettext("a check-in without a mood", "A check-in")
    else:
        steps_now = names.mood_steps or labels.mood_steps()
        name = steps_now[step_of(each.mood) - 1]
        yield _("Mood {mood} ({name})").format(mood=points(each.mood), name=isolated(name))
    yield feelings.listed(each.feelings)
    if each.original and not _says(each.original, each.mood):
        yield _("imported from “{given}”").format(given=isolated(each.original))


def _says(original: str, mood: float | None) -> bool:
    """Tell whether an imported value is just the mood that it became."""
    try:
        return float(original.replace(",", ".")) == mood
    except ValueError:
        return False


def _exercise(each: Exercise, _names: Names) -> Iterator[str]:
    yield exercise(each.minutes)
    yield each.kind


def _outing(each: Outing, _names: Names) -> Iterator[str]:
    title = _("An outing in nature") if each.kind is OutingKind.NATURE else _("A photo walk")
    if each.minutes:
        title = _("{what}, {minutes}").format(what=title, minutes=_minutes(each.minutes))
    yield title
    yield each.place
    if count := len(each.photos):
        yield translate_plural("{n} photo", "{n} photos", count).format(n=count)


def _volunteering(each: Volunteering, _names: Names) -> Iterator[str]:
    yield volunteering(each.minutes)
    yield each.organisation
    yield each.practised
    yield each.met


def _talk(each: Talk, names: Names) -> Iterator[str]:
    whom = labels.talk_kind(each.kind)
    person = each.person or names.linked.get(each.person_id, "")
    if person:
        yield _("A talk with {person} ({kind})").format(person=isolated(person), kind=whom)
    else:
        yield _("A talk with {person}").format(person=whom)
    yield each.tip


def _rejection(each: Rejection, names: Names) -> Iterator[str]:
    yield (
        _("A no from {company}").format(company=isolated(each.company))
        if each.company
        else pgettext("a rejection without a company", "A no")
    )
    yield each.role
    yield labels.stage(each.stage) if each.stage else ""
    yield labels.channel(each.how) if each.how else ""
    yield each.feedback
    yield each.lesson
    yield each.met
    yield ", ".join(map(isolated, names.of(each.people)))
    yield ", ".join(map(isolated, each.themes))


def _rest(_each: Rest, _names: Names) -> Iterator[str]:
    yield _("A day of rest")


def _step_mark(each: StepMark, names: Names) -> Iterator[str]:
    yield _("Step marked: {step}").format(step=steps.name(each.step))
    yield from names.of([each.rejection])


def _person(each: Person, _names: Names) -> Iterator[str]:
    yield each.name
    yield labels.talk_kind(each.kind) if each.kind is not TalkKind.OTHER else ""
    yield each.role
    yield each.organisation
    yield each.how_met
    yield each.contact


def _consultation(each: Consultation, names: Names) -> Iterator[str]:
    title = labels.consultation(each.kind)
    if each.received:
        day = short_date(each.received)
        title = _("{what}, answered on {day}").format(what=title, day=day)
    yield title
    yield each.person or names.linked.get(each.person_id, "")
    yield from names.of([each.rejection])
    yield each.said


def _good_news(each: GoodNews, _names: Names) -> Iterator[str]:
    yield labels.good_news(each.kind)
    yield each.company
    yield each.role


def _feeling_word(each: FeelingWord, _names: Names) -> Iterator[str]:
    yield _("A word of your own: {word}").format(word=isolated(each.word))
    yield each.meaning


def _minutes(count: int) -> str:
    return translate_plural("{n} minute", "{n} minutes", count).format(n=count)


_TOLD: dict[type[AnyEntry], Callable[[Any, Names], Iterator[str]]] = {
    CheckIn: _check_in,
    Exercise: _exercise,
    Outing: _outing,
    Volunteering: _volunteering,
    Talk: _talk,
    Rejection: _rejection,
    Rest: _rest,
    StepMark: _step_mark,
    Person: _person,
    Consultation: _consultation,
    GoodNews: _good_news,
    FeelingWord: _feeling_word,
}
