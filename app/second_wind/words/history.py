"""Everything logged as History shows it: a title and what was written. This is what is searched."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from second_wind.core.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    EntryType,
    Exercise,
    FeelingWord,
    GoodNews,
    Outing,
    Person,
    Rejection,
    Rest,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.core.scale import step_of
from second_wind.words import entries, feelings, labels, steps
from second_wind.words.language import (
    _,
    clock_time,
    points,
    short_date,
    short_month_name,
    short_weekday_name,
    translate_plural,
)


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


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words: what it is, what is written in it, and other words to find it by."""

    title: str
    texts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """What is written, side by side."""
        return " · ".join(self.texts)


_NO_NAMES = Names()


def told(each: AnyEntry, names: Names = _NO_NAMES) -> Told:
    """Return an entry in words."""
    title, *texts = _TOLD[type(each)](each, names)
    also = each.feelings if isinstance(each, CheckIn) else ()
    return Told(title, tuple(text for text in (*texts, each.note) if text), also)


def title() -> str:
    """Return the heading of the page."""
    return _("History")


def empty_title() -> str:
    """Return the heading where nothing is logged yet."""
    return _("Nothing logged yet")


def empty_text() -> str:
    """Return what stands below it."""
    return _("Whatever you log will be listed here, the newest first, and can be searched.")


def nothing_found() -> str:
    """Return what is said where a search or a filter leaves nothing."""
    return _("Nothing here holds all of that. Fewer words or more kinds find more.")


def total(number: int, more: bool = False) -> str:
    """Return how many entries are listed; `more` where not all are counted yet."""
    if more:
        return _("more than {n} entries").format(n=f"{number:,}")
    return translate_plural("{n} entry", "{n} entries", number).format(n=f"{number:,}")


def kinds(chosen: Sequence[EntryType]) -> str:
    """Return which kinds are listed."""
    if not chosen:
        return _("All kinds")
    if len(chosen) <= 2:
        return ", ".join(map(kind, chosen))
    return translate_plural("{n} kind", "{n} kinds", len(chosen)).format(n=len(chosen))


def last_days(number: int) -> str:
    """Return a span of days up to today."""
    return translate_plural("The last day", "The last {n} days", number).format(n=number)


def selected(number: int) -> str:
    """Return how many entries are selected."""
    return translate_plural("{n} selected", "{n} selected", number).format(n=number)


def deleted(number: int, only: str = "") -> str:
    """Return what is said once entries were deleted; `only` tells a single one."""
    if number == 1:
        return _("Deleted: {entry}").format(entry=only)
    text = translate_plural("{n} entry deleted.", "{n} entries deleted.", number)
    return text.format(n=number)


def put_back(number: int, only: str = "") -> str:
    """Return what is said once entries came out of the trash."""
    if number == 1:
        return _("Put back: {entry}").format(entry=only)
    text = translate_plural("{n} entry put back.", "{n} entries put back.", number)
    return text.format(n=number)


def day_label(day: date, today: date) -> str:
    """Return a day as it stands beside its entries."""
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    text = _("{weekday} {day} {month}").format(
        weekday=short_weekday_name(day), day=day.day, month=short_month_name(day)
    )
    return text if day.year == today.year else f"{text} {day.year}"


def row(day: str, at: time | None, told_title: str, body: str) -> str:
    """Return a row as it is read aloud."""
    return ", ".join(filter(None, (day, clock_time(at) if at else "", told_title, body)))


def edit_title(of: EntryType) -> str:
    """Return the heading of the dialog in which an entry is mended."""
    return {
        CheckIn: _("Change this check-in"),
        Exercise: _("Change this exercise"),
        Outing: _("Change this outing"),
        Volunteering: _("Change this volunteering"),
        Talk: _("Change this talk"),
        Rest: _("Change this rest day"),
        StepMark: _("Change this step"),
        FeelingWord: _("Change this word"),
    }.get(of, _("Change this entry"))


def edit_hint() -> str:
    """Return what stands below it."""
    return _("Whatever you change here can be taken back with Ctrl+Z.")


def nothing_left() -> str:
    """Return what is said where a check-in would be left without anything in it."""
    return _("That would leave nothing in it; to take it away, delete it.")


def trash_title() -> str:
    """Return the heading of what was deleted."""
    return _("Recently deleted")


def trash_text() -> str:
    """Return what stands below it."""
    return _("What you delete is kept here for 30 days. Then its content is wiped for good.")


def trash_empty() -> str:
    """Return what is said where nothing was deleted."""
    return _("Nothing was deleted in the last 30 days.")


def left_in_trash(deleted_on: date, days: int, today: date) -> str:
    """Return when something was deleted, and for how long it can still be put back."""
    when = _("deleted: {day}").format(day=day_label(deleted_on, today))
    if not days:
        return _("{deleted} · kept until tonight").format(deleted=when)
    left = translate_plural("{n} day left", "{n} days left", days).format(n=days)
    return f"{when} · {left}"


def empty_question(number: int) -> str:
    """Return what is asked before the trash is emptied."""
    text = translate_plural(
        "Wipe {n} deleted entry for good? It can't be put back, nor can older acts be undone.",
        "Wipe {n} deleted entries for good? They can't be put back, nor can older acts be undone.",
        number,
    )
    return text.format(n=number)


def count(number: int) -> str:
    """Return how many entries were found."""
    if not number:
        return _("Nothing found.")
    return translate_plural("{n} entry found.", "{n} entries found.", number).format(n=number)


def kind(of: EntryType) -> str:
    """Return the name of a kind of entry, for a filter."""
    return {
        CheckIn: _("Check-ins"),
        Exercise: _("Exercise"),
        Outing: _("Outings"),
        Volunteering: _("Volunteering"),
        Talk: _("Talks"),
        Rejection: _("Rejections"),
        Rest: _("Rest days"),
        StepMark: _("Steps"),
        Person: _("People"),
        Consultation: _("Experts"),
        GoodNews: _("Good news"),
        FeelingWord: _("Own feelings"),
    }[of]


def _check_in(each: CheckIn, names: Names) -> Iterator[str]:
    if each.mood is None:
        yield _("A check-in")
    else:
        steps_now = names.mood_steps or labels.mood_steps()
        name = steps_now[step_of(each.mood) - 1]
        yield _("Mood {mood} ({name})").format(mood=points(each.mood), name=name)
    yield feelings.listed(each.feelings)
    yield each.original


def _exercise(each: Exercise, _names: Names) -> Iterator[str]:
    yield entries.exercise(each.minutes)
    yield each.kind


def _outing(each: Outing, _names: Names) -> Iterator[str]:
    title = labels.outing_kind(each.kind)
    if each.minutes:
        title = _("{what}, {minutes}").format(what=title, minutes=_minutes(each.minutes))
    yield title
    yield each.place


def _volunteering(each: Volunteering, _names: Names) -> Iterator[str]:
    yield entries.volunteering(each.minutes)
    yield each.organisation
    yield each.practised
    yield each.met


def _talk(each: Talk, names: Names) -> Iterator[str]:
    whom = labels.talk_kind(each.kind)
    person = each.person or names.linked.get(each.person_id, "")
    if person:
        yield _("A talk with {person} ({kind})").format(person=person, kind=whom)
    else:
        yield _("A talk with {person}").format(person=whom)
    yield each.tip


def _rejection(each: Rejection, names: Names) -> Iterator[str]:
    yield _("A no from {company}").format(company=each.company) if each.company else _("A no")
    yield each.role
    yield labels.stage(each.stage)
    yield labels.channel(each.how) if each.how else ""
    yield each.feedback
    yield each.lesson
    yield each.met
    yield ", ".join(names.of(each.people))
    yield ", ".join(each.themes)


def _rest(_each: Rest, _names: Names) -> Iterator[str]:
    yield _("A day of rest")


def _step_mark(each: StepMark, names: Names) -> Iterator[str]:
    yield _("Step marked: {step}").format(step=steps.name(each.step))
    yield from names.of([each.rejection])


def _person(each: Person, _names: Names) -> Iterator[str]:
    yield each.name
    yield labels.talk_kind(each.kind)
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
    yield _("A word of your own: {word}").format(word=each.word)
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
