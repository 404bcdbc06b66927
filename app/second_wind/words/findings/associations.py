"""What is said about days around an activity, and about a change over time: never a cause."""

from second_wind.core.analysis.findings import (
    ActivityFinding,
    ActivityName,
    Interval,
    Need,
    Shortfall,
)
from second_wind.words.base import numbers
from second_wind.words.base.language import _, pgettext
from second_wind.words.findings import shortfalls

COUNTED = (Need.ACTIVE_DAYS, Need.INACTIVE_DAYS)
"""What is told side by side, as one is hardly there without the other."""


def name(activity: ActivityName) -> str:
    """Return the name of an activity as the analysis counts it."""
    return {
        ActivityName.EXERCISE_20: _("20 minutes of exercise"),
        ActivityName.OUTING: pgettext("activity", "An outing"),
        ActivityName.VOLUNTEERING: pgettext("activity", "Volunteering"),
        ActivityName.TALK: _("Talking to someone"),
    }[activity]


def name_within(activity: ActivityName) -> str:
    """Return the name of an activity as it stands within a sentence."""
    return {
        ActivityName.EXERCISE_20: pgettext("within a sentence", "20 minutes of exercise"),
        ActivityName.OUTING: pgettext("within a sentence", "an outing"),
        ActivityName.VOLUNTEERING: pgettext("within a sentence", "volunteering"),
        ActivityName.TALK: pgettext("within a sentence", "talking to someone"),
    }[activity]


def sentence(finding: ActivityFinding) -> str:
    """Return what the days before and after an activity were like.

    The range is the wider one that any sentence goes by (98.75 %, because of four activities).
    """
    found = finding.difference
    if found is None:
        return not_yet(finding)
    if finding.better_next_day:
        return _(
            "The day after active days was {points} higher than the day before them"
            " ({low} to {high}; {n} active days)."
        ).format(
            points=numbers.decimal(found.estimate),
            low=numbers.decimal(finding.low_sentence),
            high=numbers.decimal(finding.high_sentence),
            n=finding.active_days,
        )
    if finding.high_sentence < 0:
        return _("No sign of a better next day ({n} active days).").format(n=finding.active_days)
    return _("The days before and after active days look alike so far ({n} active days).").format(
        n=finding.active_days
    )


def not_yet(found: ActivityFinding) -> str:
    """Return what an activity still takes, with the numbers."""
    short = {each.what: each for each in found.missing}
    if not set(COUNTED) & set(short):
        return shortfalls.activity(found.missing)
    return _("Not enough active and inactive days yet: {active}, {inactive}.").format(
        active=_counted(short, found.active_days, Need.ACTIVE_DAYS),
        inactive=_counted(short, found.inactive_days, Need.INACTIVE_DAYS),
    )


def _counted(short: dict[Need, Shortfall], have: int, what: Need) -> str:
    is_active = what is Need.ACTIVE_DAYS
    if what not in short:
        said = _("{have} active") if is_active else _("{have} inactive")
        return said.format(have=have)
    said = _("{have} of {need} active") if is_active else _("{have} of {need} inactive")
    return said.format(have=have, need=short[what].need)


def change_over_time(found: Interval, *, later_closer: bool = False) -> str:
    """Return whether later rejections were followed by other dents than earlier ones.

    `later_closer` says that more of the later ones came close together.
    """
    if found.below_zero:
        return _(
            "Later rejections were followed by smaller dents ({low} to {high} points less on days"
            " 2-9)."
        ).format(low=numbers.decimal(-found.high), high=numbers.decimal(-found.low))
    if found.above_zero:
        larger = _(
            "Later rejections were followed by larger dents ({low} to {high} points more on days"
            " 2-9)"
        ).format(low=numbers.decimal(found.low), high=numbers.decimal(found.high))
        if later_closer:
            larger = _("{larger}; more of them came close together").format(larger=larger)
        return _("{larger}. The Support page lists people to talk to.").format(larger=larger)
    return _too_early(found)


def _too_early(found: Interval) -> str:
    if round(found.estimate, 1) == 0:
        said = _(
            "Too early to tell. So far: as far below usual on days 2-9 (from {more} more to {less}"
            " less)."
        )
    elif found.estimate < 0:
        said = _(
            "Too early to tell. So far: {points} points less below usual on days 2-9 (from {more}"
            " more to {less} less)."
        )
    else:
        said = _(
            "Too early to tell. So far: {points} points more below usual on days 2-9 (from {more}"
            " more to {less} less)."
        )
    return said.format(
        points=numbers.decimal(abs(found.estimate)),
        more=numbers.decimal(found.high),
        less=numbers.decimal(-found.low),
    )
