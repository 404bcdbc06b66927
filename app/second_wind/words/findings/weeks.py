"""What the Weeks chart says."""

import math
from datetime import date, timedelta

from second_wind.words.base.language import (
    _,
    month_name,
    pgettext,
    short_month_name,
    translate_plural,
)
from second_wind.words.findings import charts


def title(by: str) -> str:
    """Return the name of the chart."""
    return (
        pgettext("name of a chart", "Weeks")
        if by == "week"
        else pgettext("name of a chart", "Months")
    )


def nothing_yet() -> str:
    """Return what is said before any activity was logged."""
    return _("Log some movement, an outing or volunteering, and your weeks appear here.")


def this_one(by: str, minutes: float, outings: float, hours: float) -> str:
    """Return what the running week or month holds so far."""
    parts = _parts(minutes, outings, hours)
    when = _("This week so far") if by == "week" else _("This month so far")
    return _("{when}: {parts}").format(when=when, parts=", ".join(parts) or _("not logged yet"))


def _parts(minutes: float, outings: float, hours: float) -> list[str]:
    found = []
    if minutes > 0:
        count = round(minutes)
        said = translate_plural("{n} minute of movement", "{n} minutes of movement", count)
        found.append(said.format(n=count))
    if outings > 0:
        found.append(charts.outings(outings))
    if hours > 0:
        found.append(_("{hours} h of volunteering").format(hours=charts.amount(hours)))
    return found


def sentence(by: str, now: str, reached: int) -> str:
    """Return the reading: the running week, and how many of those shown reached the goal.

    Of how many is not said, and nothing where none did: a week is no exam.
    """
    if not reached:
        return f"{now}."
    if by == "week":
        of = translate_plural("{n} week reached the goal", "{n} weeks reached the goal", reached)
    else:
        of = translate_plural("{n} month reached the goal", "{n} months reached the goal", reached)
    return _("{now}; {of}.").format(now=now, of=of.format(n=reached))


def note(by: str, goal: int) -> str:
    """Return what the bars and the dashed line are."""
    if by == "week":
        return _(
            "Minutes in a week; the dashed line is {goal} a day, days at rest left out."
        ).format(goal=goal)
    return _("Minutes a day, days at rest left out; the dashed line is {goal}.").format(goal=goal)


def method(by: str) -> str:
    """Return how the chart was computed."""
    if by == "week":
        return _(
            "Sums of what was logged in each of the last 12 weeks. Days at rest lower the goal of "
            "their week. A week about which nothing is known has no bar, which is not zero."
        )
    return _(
        "Minutes of movement that were logged in a month, divided by its days that have come and "
        "were not at rest; outings and volunteering are sums. A month about which nothing is "
        "known has no bar, which is not zero."
    )


def columns(by: str) -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        pgettext("column", "Week") if by == "week" else pgettext("column", "Month"),
        pgettext("column", "Exercise (min)"),
        pgettext("column", "Goal (min)"),
        pgettext("column", "Outings"),
        pgettext("column", "Volunteering (h)"),
        pgettext("column", "Talks"),
    )


def period(first: date, by: str) -> str:
    """Return a week such as "16 to 22 Nov 2026", or a month such as "November 2026"."""
    if by == "month":
        return _("{month} {year}").format(month=month_name(first), year=first.year)
    last = first + timedelta(days=6)
    begin = charts.day_tick(first) if first.month != last.month else str(first.day)
    return _("{begin} to {end} {year}").format(
        begin=begin, end=charts.day_tick(last), year=last.year
    )


def tick(first: date, by: str) -> str:
    """Return a week or month as it stands under the chart."""
    return charts.day_tick(first).replace(" ", "\n", 1) if by == "week" else short_month_name(first)


def exercise_row(by: str) -> str:
    """Return the name of the bars of exercise."""
    return _("Exercise\nmin a week") if by == "week" else _("Exercise\nmin a day")


def hours_row() -> str:
    """Return the name of the bars of volunteering."""
    return pgettext("chart", "Volunteering\nhours")


def hover(period: str, minutes: float, goal: float, outings: float, hours: float) -> str:
    """Return what one week or month holds."""
    parts = []
    if not math.isnan(minutes):
        parts.append(_("{n} of {goal} minutes").format(n=round(minutes), goal=round(goal)))
    parts += _parts(math.nan, outings, hours)
    return _("{period}: {parts}").format(
        period=period, parts=", ".join(parts) or pgettext("what a day or week holds", "not logged")
    )
