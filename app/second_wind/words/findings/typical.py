"""What is said about the typical course after a rejection."""

from second_wind.core.analysis.findings import Interval, TypicalCurve, TypicalDays
from second_wind.words.base import numbers
from second_wind.words.base.language import _, translate_plural


def of(curve: TypicalCurve) -> str:
    """Return what the curve is typical of, such as "typical of 9 rejection days"."""
    return rejection_days(_("typical of {days}"), curve.rejection_days)


def row(curve: TypicalCurve) -> str:
    """Return the name of its row in a table, such as "Typical of 9 rejection days"."""
    return rejection_days(_("Typical of {days}"), curve.rejection_days)


def rejection_days(sentence: str, number: int) -> str:
    """Return a sentence with a number of rejection days in the place of {days}."""
    counted = translate_plural("{n} rejection day", "{n} rejection days", number)
    return sentence.format(days=counted.format(n=number))


def days(found: TypicalDays) -> str:
    """Return the typical days with their 80 % range: "about a week (8 in 10: 4 to 13 days)"."""
    return _("{about} (8 in 10: {range})").format(about=about(found.estimate), range=likely(found))


def likely(found: TypicalDays) -> str:
    """Return the 80 % range of the typical days: "4 to 13 days"."""
    return day_range(found.low80, found.high80, found.open_ended80)


def days_in_detail(found: TypicalDays) -> str:
    """Return the typical days with their 95 % range."""
    return _("{about} (95 %: {range})").format(
        about=about(found.estimate), range=day_range(found.low95, found.high95, found.open_ended95)
    )


def about(estimate: float) -> str:
    """Return a number of days in round words."""
    whole = round(estimate)
    if whole <= 1:
        return _("about a day")
    weeks = {7: _("about a week"), 14: _("about two weeks"), 21: _("about three weeks")}
    near = next((words for days, words in weeks.items() if abs(whole - days) <= 1), "")
    return near or _("about {n} days").format(n=whole)


def day_range(low: float, high: float, open_ended: bool) -> str:
    """Return a range of days, rounded to whole ones."""
    if open_ended:
        return translate_plural(
            "{n} day to three weeks or more", "{n} days to three weeks or more", round(low)
        ).format(n=round(low))
    if round(low) == round(high):
        return translate_plural("{n} day", "{n} days", round(low)).format(n=round(low))
    return _("{low} to {high} days").format(low=round(low), high=round(high))


def points_range(found: Interval) -> str:
    """Return the range of a dip, such as "2.1 to 3.7"; parts above usual have a minus sign."""
    return _("{low} to {high}").format(
        low=numbers.decimal(found.low), high=numbers.decimal(found.high)
    )


def sentence(curve: TypicalCurve) -> str:
    """Return the reading of the typical curve."""
    said = _clear(curve) if curve.clear_dip else _no_clear(curve)
    return _("Early sketch. {sentence}").format(sentence=said) if curve.early else said


def _no_clear(curve: TypicalCurve) -> str:
    """Return that no dip is clear, with the range: it may hold a dip all the same."""
    return _(
        "On average your mood stayed near your usual after rejections"
        " (first three days: {low} to {high}; {days})."
    ).format(
        low=_side(curve.depth.low),
        high=_side(curve.depth.high),
        days=rejection_days("{days}", curve.rejection_days),
    )


def _side(below: float) -> str:
    """Return one end of a dip's range, such as "0.4 above"."""
    points = numbers.decimal(abs(below))
    return (_("{points} below") if below > 0 else _("{points} above")).format(points=points)


def _clear(curve: TypicalCurve) -> str:
    depth = _("{points} below your usual in the first three days ({range})").format(
        points=numbers.decimal(curve.depth.estimate), range=points_range(curve.depth)
    )
    return _("On average {depth}; {back}; {of}.").format(
        depth=depth, back=coming_back(curve), of=of(curve)
    )


def coming_back(curve: TypicalCurve) -> str:
    """Return what is said of the days to come back, or why no number is given."""
    if not curve.clear_dip:
        return _("no clear dip on average")
    if curve.days_withheld:
        return _("still below usual after a week or more")
    if curve.days is None:
        return _("too early to give a number of days")
    return _("back near it in {days}").format(days=days(curve.days))
