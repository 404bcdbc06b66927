"""A week seen again, in words: good things first."""

from collections.abc import Iterator
from datetime import date

from second_wind.core.log.kinds import Noun
from second_wind.core.people.look_back import LookBack
from second_wind.words.base.language import (
    _,
    hours,
    pgettext,
    points,
    short_date,
    translate_plural,
    weekday_name,
)
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import feelings, nouns
from second_wind.words.entries import good_news as news_words

_MOST_NAMED = 3


def span(first: date, last: date, today: date) -> str:
    """Return which week it is."""
    if first <= today <= last:
        return _("This week so far")
    if 0 < (today - last).days <= 7:
        return pgettext("week", "Last week")
    return _("{first} to {last}").format(first=short_date(first), last=short_date(last))


def lines(week: LookBack) -> list[str]:
    """Return what a week held, good things first, each on a line."""
    return [*_good(week), *_rest(week)] or [_("Nothing logged in these days.")]


def _good(week: LookBack) -> Iterator[str]:
    yield from map(news_words.line, week.good_news)
    if week.brightest is not None:
        yield _("Brightest day: {day}, mood {mood}").format(
            day=weekday_name(week.brightest.day), mood=points(week.brightest.mood or 0)
        )
    if week.feelings:
        yield _("You felt: {feelings}").format(
            feelings=feelings.listed(week.feelings[:_MOST_NAMED])
        )
    if week.people:
        yield _("You talked with: {people}").format(people=_listed(week.people))
    elif week.talks:
        yield nouns.amount(Noun.TALK, week.talks)
    if week.moved:
        text = translate_plural(
            "20 minutes of movement on {n} day", "20 minutes of movement on {n} days", week.moved
        )
        yield text.format(n=week.moved)
    if week.outings:
        yield nouns.amount(Noun.OUTING, week.outings)
    if week.volunteering:
        yield _("{hours} of volunteering").format(hours=hours(week.volunteering))


def _rest(week: LookBack) -> Iterator[str]:
    if week.rests:
        yield translate_plural("{n} day of rest", "{n} days of rest", week.rests).format(
            n=week.rests
        )
    if week.rejections:
        text = translate_plural("{n} rejection came", "{n} rejections came", week.rejections)
        yield text.format(n=week.rejections)
    if week.left_out:
        text = translate_plural(
            "{n} low day is left out here, as you set it",
            "{n} low days are left out here, as you set it",
            week.left_out,
        )
        yield text.format(n=week.left_out)


def _listed(names: tuple[str, ...]) -> str:
    shown, others = names[:_MOST_NAMED], len(names) - _MOST_NAMED
    listed = ", ".join(map(isolated, shown))
    if others <= 0:
        return listed
    text = translate_plural("{names} and {n} other", "{names} and {n} others", others)
    return text.format(names=listed, n=others)
