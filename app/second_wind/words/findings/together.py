"""What the chart of better days says: what went together, never what caused what."""

from collections.abc import Sequence
from datetime import date

from second_wind.core.analysis.findings import ActivityFinding, ActivityName, Interval
from second_wind.words.base import numbers
from second_wind.words.base.language import _, pgettext, translate_plural
from second_wind.words.findings import associations, charts, recovery, shortfalls, typical

_SENTENCE_RANGE = 98.75
"""In percent, because of four activities."""


def title() -> str:
    """Return the name of the chart."""
    return _("What goes with better days")


def reading(shown: Sequence[ActivityFinding]) -> str:
    """Return what went together with a better next day; only that claim is ever made."""
    better = [each for each in shown if each.better_next_day]
    if not better and any(each.high_sentence < 0 for each in shown):
        return _("No sign of a better next day so far.")
    if not better:
        return _("The days before and after active days look alike so far.")
    return _("A better next day went together with {activities}.").format(
        activities=_("; ").join(_ranged(each) for each in better)
    )


def _ranged(found: ActivityFinding) -> str:
    """Return an activity with its number and range, by which any sentence goes (98.75 %)."""
    if found.difference is None:
        return ""
    return translate_plural(
        "{activity} ({points} higher, {low} to {high}; {n} active day)",
        "{activity} ({points} higher, {low} to {high}; {n} active days)",
        found.active_days,
    ).format(
        activity=associations.name_within(found.name),
        points=recovery.decimal(found.difference.estimate),
        low=recovery.decimal(found.low_sentence),
        high=recovery.decimal(found.high_sentence),
        n=found.active_days,
    )


def nothing_yet(closest: ActivityFinding) -> str:
    """Return the kind sentence while no activity has enough days."""
    if not set(associations.COUNTED) & {each.what for each in closest.missing}:
        return shortfalls.activities(closest.missing)
    return _("{activity}: {sentence}").format(
        activity=associations.name(closest.name), sentence=associations.not_yet(closest)
    )


def note() -> str:
    """Return what the bars are, and what they can't show."""
    bars = _("Bars: points from your usual on the day before, the day itself and the day after.")
    return f"{bars} {charts.no_cause()}"


def method() -> str:
    """Return how the chart was computed."""
    return _(
        "One regression over all days on which it is known whether there was the activity, with "
        "your usual level, the weekend and rejections taken out. Good days also make activity "
        "easier, so the day itself proves nothing; the day after minus the day before does better. "
        "Lines are 95 % ranges; sentences go by {wide} %, as four activities are looked at."
    ).format(wide=_wide())


def _wide() -> str:
    return numbers.short(_SENTENCE_RANGE, 2)


def bars() -> tuple[str, str, str, str]:
    """Return the names under the bars and under their difference."""
    return (
        pgettext("bar of a chart", "day before"),
        pgettext("bar of a chart", "that day"),
        pgettext("bar of a chart", "day after"),
        pgettext("bar of a chart", "after − before"),
    )


def short_bars() -> tuple[str, str, str, str]:
    """Return the names under the bars where there is little room."""
    return (
        pgettext("bar of a chart", "before"),
        pgettext("bar of a chart", "that day"),
        pgettext("bar of a chart", "after"),
        pgettext("bar of a chart", "change"),
    )


def level(value: float) -> str:
    """Return points from usual at the axis, with their sign."""
    return numbers.signed(value, 1)


def hover(found: ActivityFinding, place: int, value: Interval, latest: date) -> str:
    """Return what one bar is, or the difference, which has place 3."""
    name = associations.name(found.name)
    which = (
        _("{name}, the day before"),
        _("{name}, the day itself"),
        _("{name}, the day after"),
        _("{name}, the day after minus the day before"),
    )[place].format(name=name)
    return _("{which}: {points} points ({range}; {n} active days). Latest: {day}").format(
        which=which,
        points=recovery.decimal(value.estimate),
        range=typical.points_range(value),
        n=found.active_days,
        day=charts.day_name(latest),
    )


def columns() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        pgettext("column", "Activity"),
        pgettext("column", "Active days"),
        pgettext("column", "Inactive days"),
        pgettext("column", "Day before (95 %)"),
        pgettext("column", "That day (95 %)"),
        pgettext("column", "Day after (95 %)"),
        pgettext("column", "After minus before (95 %)"),
        _("Range by which sentences go ({wide} %)").format(wide=_wide()),
        pgettext("column", "On days 0 to 9 after a rejection (95 %)"),
    )


def cell(found: Interval | None) -> str:
    """Return a number with its range, empty where there is none."""
    if found is None:
        return ""
    return _("{points} ({range})").format(
        points=recovery.decimal(found.estimate), range=typical.points_range(found)
    )


def sentence_range(found: ActivityFinding) -> str:
    """Return the range by which sentences go, empty where there is none."""
    if found.difference is None:
        return ""
    return typical.points_range(Interval(0.0, found.low_sentence, found.high_sentence))


def names(found: ActivityFinding) -> tuple[str, str, str]:
    """Return what an activity may be called, the longest first: with the number of its days."""
    called = associations.name(found.name)
    with_days = translate_plural(
        "{activity} ({n} active day)", "{activity} ({n} active days)", found.active_days
    ).format(activity=called, n=found.active_days)
    return with_days, called, _short_name(found.name)


def _short_name(activity: ActivityName) -> str:
    return {
        ActivityName.EXERCISE_20: pgettext("activity", "Exercise"),
        ActivityName.OUTING: pgettext("activity", "An outing"),
        ActivityName.VOLUNTEERING: pgettext("activity", "Volunteering"),
        ActivityName.TALK: pgettext("activity", "A talk"),
    }[activity]


not_yet = associations.not_yet
sentence = associations.sentence
name = associations.name
