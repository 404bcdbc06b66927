"""What a day holds, in words."""

from collections.abc import Iterator
from datetime import date, time

from second_wind.core.entries import (
    AnyEntry,
    CheckIn,
    Day,
    Exercise,
    Outing,
    OutingKind,
    Rejection,
    Rest,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.words import feelings, labels
from second_wind.words.language import (
    _,
    clock_time,
    heading_date,
    hours,
    points,
    translate_plural,
)

_LONGEST_NOTE = 60


def sentence(day: Day, today: date) -> str:
    """Return all that a day holds on one line."""
    held = ", ".join(_summary(day)) or _("nothing logged")
    return _("{day}: {held}").format(day=heading_date(day.day, today), held=held)


def lines(day: Day) -> list[str]:
    """Return a line for each thing that a day holds."""
    rest = (day.rest,) if day.rest else ()
    return [entry(each) for each in (*rest, *day.check_ins, *day.activities, *day.rejections)]


def entry(each: AnyEntry) -> str:
    """Return one entry on one line, its time first where it has one."""
    at = getattr(each, "at", None)
    parts = ", ".join(_parts(each))
    return f"{clock_time(at)}  {parts}" if isinstance(at, time) else parts


def _summary(day: Day) -> Iterator[str]:
    if day.rest:
        yield _("a day of rest")
    if day.mood is not None:
        yield _mood(day)
    chosen = dict.fromkeys(word for each in day.check_ins for word in each.feelings)
    yield from map(feelings.label, chosen)
    if day.exercise_minutes:
        yield _exercise(day.exercise_minutes)
    yield from _counted(day)


def _counted(day: Day) -> Iterator[str]:
    if count := len(day.outings):
        yield translate_plural("{n} outing", "{n} outings", count).format(n=count)
    if minutes := sum(each.minutes for each in day.volunteering):
        yield _volunteering(minutes)
    if count := len(day.talks):
        yield translate_plural("{n} talk", "{n} talks", count).format(n=count)
    if count := len(day.rejections):
        yield translate_plural("{n} rejection", "{n} rejections", count).format(n=count)
    if count := sum(1 for each in (*day.check_ins, *day.activities) if each.note):
        yield translate_plural("{n} note", "{n} notes", count).format(n=count)


def _mood(day: Day) -> str:
    mood = day.mood or 0.0
    moods = sum(1 for each in day.check_ins if each.mood is not None)
    if moods == 1:
        return _("mood {mood} ({name})").format(mood=points(mood), name=labels.mood_name(mood))
    text = translate_plural(
        "mood {mood}, the mean of {n} check-in", "mood {mood}, the mean of {n} check-ins", moods
    )
    return text.format(mood=points(mood), n=moods)


def _exercise(minutes: int) -> str:
    text = translate_plural("{n} minute of exercise", "{n} minutes of exercise", minutes)
    return text.format(n=minutes)


def _volunteering(minutes: int) -> str:
    return _("{hours} of volunteering").format(hours=hours(minutes))


def _parts(each: AnyEntry) -> Iterator[str]:
    match each:
        case CheckIn():
            yield from _of_check_in(each)
        case Exercise():
            yield _exercise(each.minutes)
            yield from _given(each.kind, shorten(each.note))
        case Outing():
            yield from _of_outing(each)
        case Volunteering():
            yield _volunteering(each.minutes)
            yield from _given(each.organisation, each.practised, each.met, shorten(each.note))
        case Talk():
            yield _of_talk(each)
            yield from _given(shorten(each.note))
        case Rejection():
            yield from _of_rejection(each)
        case Rest():
            yield _("A day of rest")
        case StepMark():
            yield _("Step {number} marked").format(number=each.step)


def _of_check_in(each: CheckIn) -> Iterator[str]:
    if each.mood is not None:
        name = labels.mood_name(each.mood)
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


def _of_talk(each: Talk) -> str:
    whom = labels.talk_kind(each.kind)
    if each.person:
        return _("a talk with {person} ({kind})").format(person=each.person, kind=whom)
    return _("a talk with {person}").format(person=whom)


def _of_rejection(each: Rejection) -> Iterator[str]:
    yield _("a no from {company}").format(company=each.company) if each.company else _("a no")
    yield from _given(each.role)
    yield labels.stage(each.stage)
    if each.how:
        yield labels.channel(each.how)
    yield from _given(shorten(each.feedback), shorten(each.lesson), shorten(each.note))


def shorten(text: str) -> str:
    """Return a text on one line, cut after some words if it is long."""
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST_NOTE:
        return plain
    head = plain[:_LONGEST_NOTE]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head}…"


def _given(*texts: str) -> Iterator[str]:
    yield from (each for each in texts if each)
