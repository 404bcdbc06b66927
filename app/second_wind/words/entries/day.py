"""What a day holds, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from second_wind.core.log.entries import Day, Exercise, Volunteering
from second_wind.core.log.kinds import Noun, Role, with_role
from second_wind.words.base import labels
from second_wind.words.base.language import _, heading_date, pgettext, points, translate_plural
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import feelings
from second_wind.words.entries.nouns import amount
from second_wind.words.entries.wording import Names, exercise, line, volunteering


def sentence(day: Day, today: date, mood_names: Sequence[str] = ()) -> str:
    """Return all that a day holds on one line; `mood_names` are the person's own."""
    held = ", ".join(_summary(day, mood_names)) or pgettext(
        "what a day or week holds", "nothing logged"
    )
    return _("{day}: {held}").format(day=heading_date(day.day, today), held=held)


def lines(day: Day, mood_names: Sequence[str] = ()) -> list[str]:
    """Return a line for each thing that a day holds; `mood_names` are the person's own."""
    names = Names(labels.mood_steps(mood_names))
    rest = (day.rest,) if day.rest else ()
    others = (*day.activities, *day.consultations, *day.rejections, *day.good_news)
    return [line(each, names) for each in (*rest, *day.check_ins, *others)]


def _summary(day: Day, mood_names: Sequence[str]) -> Iterator[str]:
    if day.rest:
        yield _("a day of rest")
    if day.mood is not None:
        yield _mood(day, mood_names)
    chosen = dict.fromkeys(word for each in day.check_ins for word in each.feelings)
    yield from map(isolated, map(feelings.label, chosen))
    if day.exercise_minutes:
        yield exercise(day.exercise_minutes)
    yield from _counted(day)


def _counted(day: Day) -> Iterator[str]:
    for kind in with_role(Role.ACTIVITY):
        count = len(getattr(day, kind.plural))
        if kind.type is Volunteering and count:
            yield volunteering(sum(each.minutes for each in day.volunteering))
        elif kind.type is not Exercise and count:  # its minutes are said before
            yield amount(kind.noun, count)
    yield from (labels.good_news(each.kind) for each in day.good_news)
    if count := len(day.consultations):
        yield amount(Noun.CONSULTATION, count)
    if count := len(day.rejections):
        yield amount(Noun.REJECTION, count)
    if count := sum(1 for each in (*day.check_ins, *day.activities) if each.note):
        yield translate_plural("{n} note", "{n} notes", count).format(n=count)


def _mood(day: Day, mood_names: Sequence[str]) -> str:
    mood = day.mood or 0.0
    moods = sum(1 for each in day.check_ins if each.mood is not None)
    if moods == 1:
        name = labels.mood_name(mood, mood_names)
        return _("mood {mood} ({name})").format(mood=points(mood), name=isolated(name))
    text = translate_plural(
        "mood {mood}, the mean of {n} check-in", "mood {mood}, the mean of {n} check-ins", moods
    )
    return text.format(mood=points(mood), n=moods)
