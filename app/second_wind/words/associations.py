"""What is said about days around an activity, and about a change over time: never a cause."""

from second_wind.core.findings import ActivityFinding, ActivityName, Interval
from second_wind.words import shortfalls
from second_wind.words.language import _


def name(activity: ActivityName) -> str:
    """Return the name of an activity as the analysis counts it."""
    return {
        ActivityName.EXERCISE_20: _("20 minutes of exercise"),
        ActivityName.OUTING: _("An outing"),
        ActivityName.VOLUNTEERING: _("Volunteering"),
        ActivityName.TALK: _("Talking to someone"),
    }[activity]


def sentence(finding: ActivityFinding) -> str:
    """Return what the days before and after an activity were like.

    The range is the wider one that any sentence goes by (98.75 %, because of four activities).
    """
    found = finding.difference
    if found is None:
        return shortfalls.activity(finding.missing)
    if finding.better_next_day:
        return _(
            "The day after active days was {points} higher than the day before them"
            " ({low} to {high}; {n} active days)."
        ).format(
            points=_decimal(found.estimate),
            low=_decimal(finding.low_sentence),
            high=_decimal(finding.high_sentence),
            n=finding.active_days,
        )
    if finding.high_sentence < 0:
        return _("No sign of a better next day ({n} active days).").format(n=finding.active_days)
    return _("The days before and after active days look alike so far ({n} active days).").format(
        n=finding.active_days
    )


def change_over_time(found: Interval) -> str:
    """Return whether later rejections were followed by other dents than earlier ones."""
    if found.below_zero:
        return _(
            "Later rejections were followed by smaller dents ({low} to {high} points less on days"
            " 2-9)."
        ).format(low=_decimal(-found.high), high=_decimal(-found.low))
    if found.above_zero:
        return _(
            "Later rejections were followed by larger dents ({low} to {high} points more on days"
            " 2-9). The Support page lists people to talk to."
        ).format(low=_decimal(found.low), high=_decimal(found.high))
    less = _("{points} points less") if found.estimate <= 0 else _("{points} points more")
    return _(
        "Too early to tell. So far: {change} below usual on days 2-9 (from {more} more to {less}"
        " less)."
    ).format(
        change=less.format(points=_decimal(abs(found.estimate))),
        more=_decimal(found.high),
        less=_decimal(-found.low),
    )


def _decimal(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}".replace("-", "−")
