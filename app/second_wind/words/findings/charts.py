"""What the charts say: names, the sentence above each, how it was computed, words inside it."""

from datetime import date

import numpy as np

from second_wind.core.analysis.method.display import BANDWIDTH
from second_wind.core.analysis.method.timeline import GoodNewsMark, Timeline
from second_wind.words.base import labels, numbers
from second_wind.words.base.language import (
    _,
    hours,
    pgettext,
    points,
    short_date,
    short_month_name,
    short_weekday_name,
    translate_plural,
)
from second_wind.words.base.quoting import isolated


def day_tick(day: date) -> str:
    """Return a day as it stands under a chart, such as "22 Nov"."""
    return _("{day} {month}").format(day=day.day, month=short_month_name(day))


def month_tick(day: date) -> str:
    """Return a month as it stands under a chart, such as "Nov"."""
    return short_month_name(day)


def signed(value: float) -> str:
    """Return a whole number with a true minus sign."""
    return numbers.short(value, 0)


def day_name(day: date) -> str:
    """Return a day with its weekday, such as "Tue 17 Nov 2026"."""
    return _("{weekday} {date}").format(weekday=short_weekday_name(day), date=short_date(day))


def short_day(day: date) -> str:
    """Return a day as it stands in lists and in the names of rejections without a company."""
    return short_date(day)


def minutes(value: float) -> str:
    """Return minutes of movement."""
    return _("{minutes} min").format(minutes=round(value))


def outings(number: float) -> str:
    """Return a number of outings."""
    count = round(number)
    return translate_plural("{n} outing", "{n} outings", count).format(n=count)


def talks(number: float) -> str:
    """Return a number of talks."""
    count = round(number)
    return translate_plural("{n} talk", "{n} talks", count).format(n=count)


def day_sentence(timeline: Timeline, offset: int) -> str:
    """Return what one day of the log holds, such as "Tue 17 Nov 2026: mood 4, 25 min exercise"."""
    said = ", ".join(held(timeline, offset)) or pgettext("what a day or week holds", "not logged")
    return _("{day}: {held}").format(day=day_name(timeline.day(offset)), held=said)


def held(timeline: Timeline, offset: int, *, with_mood: bool = True) -> list[str]:
    """Return what a day of the log holds, part by part; empty if nothing or outside the log."""
    if not 0 <= offset < len(timeline):
        return []
    parts = [pgettext("a day of rest", "at rest")] if timeline.rest[offset] else []
    if with_mood and not np.isnan(timeline.mood[offset]):
        parts.append(_("mood {mood}").format(mood=points(float(timeline.mood[offset]))))
    parts += _activities(timeline, offset)
    parts += [_said_no(each.company) for each in timeline.rejections if each.offset == offset]
    return parts + [_news(each) for each in timeline.good_news if each.offset == offset]


def _activities(timeline: Timeline, offset: int) -> list[str]:
    found = (
        (timeline.exercise, lambda value: _("{minutes} exercise").format(minutes=minutes(value))),
        (timeline.outings, outings),
        (timeline.volunteering, lambda value: _("{hours} volunteering").format(hours=hours(value))),
        (timeline.talks, talks),
    )
    return [say(float(values[offset])) for values, say in found if values[offset] > 0]


def _said_no(company: str) -> str:
    return (
        _("a no from {company}").format(company=isolated(company))
        if company
        else pgettext("a rejection without a company", "a no")
    )


def _news(mark: GoodNewsMark) -> str:
    kind = labels.good_news(mark.kind)
    return (
        _("{news} ({company})").format(news=kind, company=isolated(mark.company))
        if mark.company
        else kind
    )


def mood_axis() -> str:
    """Return the name of the mood axis."""
    return pgettext("chart", "Mood")


def rejections_row() -> str:
    """Return the name of the row of rejections."""
    return pgettext("chart", "Rejections")


def good_news_row() -> str:
    """Return the name of the row of good news."""
    return pgettext("chart", "Good news")


def exercise_row() -> str:
    """Return the name of the row of exercise, with its unit."""
    return pgettext("chart", "Exercise\nmin")


def outings_row() -> str:
    """Return the name of the row of outings."""
    return pgettext("chart", "Outings")


def volunteering_row() -> str:
    """Return the name of the row of volunteering."""
    return pgettext("chart", "Volunteering")


def people_row() -> str:
    """Return the name of the row of talks."""
    return pgettext("chart", "People")


def no_cause() -> str:
    """Return what is said once on each screen that shows an analysis."""
    return _("This describes your log. It cannot show what caused what.")


def rest_label() -> str:
    """Return the word on days at rest."""
    return pgettext("a day of rest", "rest")


def mood_cell(mood: float) -> str:
    """Return a mood in a table, empty where none was logged."""
    return "" if np.isnan(mood) else points(mood)


def amount(value: float) -> str:
    """Return an amount in a table, empty where it is unknown."""
    return "" if np.isnan(value) else numbers.short(value)


def names(companies: list[str]) -> str:
    """Return the companies of a day; those without a name are called "a no"."""
    return ", ".join(
        isolated(each) or pgettext("a rejection without a company", "a no") for each in companies
    )


def timeline_title() -> str:
    """Return the name of the chart."""
    return pgettext("heading", "Timeline")


def timeline_reading(timeline: Timeline) -> str:
    """Return what the Timeline shows."""
    logged = int(np.isfinite(timeline.mood).sum())
    if not len(timeline):
        return _("Log a mood, and your timeline begins here.")
    if not logged:
        return _("No mood logged in these days yet; one check-in is enough to begin the line.")
    said = translate_plural(
        "A mood on {logged} of {days} day, {mood} on average.",
        "A mood on {logged} of {days} days, {mood} on average.",
        len(timeline),
    )
    mood = points(float(np.nanmean(timeline.mood)))
    return said.format(logged=logged, days=len(timeline), mood=mood)


def timeline_note(grain: str, *, usual: bool) -> str:
    """Return what a dot and the lines stand for."""
    dots = _timeline_dots(grain)
    return f"{dots} {_('The grey line is your usual level.')}" if usual else dots


def _timeline_dots(grain: str) -> str:
    if grain == "week":
        return _("Dots are means of a week; a week without a check-in has none.")
    if grain == "month":
        return _("Dots are means of a month; a month without a check-in has none.")
    return _("Dots are days; the line is their running mean, broken at each rejection.")


def timeline_method() -> str:
    """Return how the Timeline was computed."""
    return _(
        "A day's mood is the mean of its check-ins. The line is a running mean of the days "
        "nearby (Gaussian, {days} days), it never looks across a rejection, and nothing is drawn "
        "where nothing was logged. Long logs show means of weeks or months instead."
    ).format(days=numbers.short(BANDWIDTH))


def timeline_columns(grain: str) -> tuple[str, ...]:
    """Return the heads of the table."""
    when = {
        "day": pgettext("column", "Day"),
        "week": pgettext("column", "Week from"),
        "month": pgettext("column", "Month from"),
    }[grain]
    logged = () if grain == "day" else (pgettext("column", "Days with a mood"),)
    return (
        when,
        pgettext("column", "Mood"),
        *logged,
        pgettext("column", "Exercise (min)"),
        pgettext("column", "Outings"),
        pgettext("column", "Volunteering (h)"),
        pgettext("column", "Talks"),
        pgettext("column", "Rejections"),
    )
