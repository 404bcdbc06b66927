"""Kind sentences for figures that can't be shown yet: always what it takes and what is there."""

from collections.abc import Sequence

from second_wind.core.analysis.findings import Need, Shortfall
from second_wind.words.base.language import _, translate_plural


def usual(missing: Sequence[Shortfall]) -> str:
    """Return what the usual level still takes; empty if it is there."""
    short = {each.what: each for each in missing}
    days, span = short.get(Need.LOGGED_DAYS), short.get(Need.SPAN_DAYS)
    if days and span:
        return translate_plural(
            "{n} more day with a check-in, over three weeks in all, and your usual level appears.",
            "{n} more days with a check-in, over three weeks in all, and your usual level appears.",
            days.more,
        ).format(n=days.more)
    said = [_what(each) for each in (days, span) if each]
    return _("{what}, and your usual level appears.").format(what=said[0]) if said else ""


def curve(missing: Sequence[Shortfall]) -> str:
    """Return what the typical curve still takes; empty if it is there."""
    return _before(_("a typical curve appears"), missing)


def trend(missing: Sequence[Shortfall]) -> str:
    """Return what it takes to say whether later rejections went otherwise."""
    rejections = next((each for each in missing if each.what is Need.REJECTION_DAYS), None)
    if rejections:
        return _("Needs about {need} rejections; you have {have}.").format(
            need=rejections.need, have=rejections.have
        )
    return _before(_("a change over time can be looked at"), missing)


def activity(missing: Sequence[Shortfall]) -> str:
    """Return what it takes to compare days around an activity."""
    return _before(_("the days around it can be compared"), missing)


def activities(missing: Sequence[Shortfall]) -> str:
    """Return what it takes to compare days around any activity."""
    return _before(_("the days around what you do can be compared"), missing)


def _before(then: str, missing: Sequence[Shortfall]) -> str:
    """Return one sentence for the first thing that is missing, which promises nothing of others."""
    if not missing:
        return ""
    if missing[0].what is Need.CHANGING_MOOD:
        return _(
            "Every mood in this log is the same so far; it takes a change before {then}."
        ).format(then=then)
    takes = _("It takes {what} before {then}.")
    if len(missing) > 1:
        takes = _("It takes at least {what} before {then}.")
    return takes.format(what=_what(missing[0]), then=then)


def _what(short: Shortfall) -> str:
    """Return what is missing, with the numbers."""
    wanted = _more(short) or _in_all(short)
    return wanted.format(n=short.more, have=short.have, need=short.need)


def _more(short: Shortfall) -> str:
    match short.what:
        case Need.LOGGED_DAYS:
            return translate_plural(
                "{n} more day with a check-in", "{n} more days with a check-in", short.more
            )
        case Need.SPAN_DAYS:
            return translate_plural(
                "{n} more day of logging", "{n} more days of logging", short.more
            )
        case Need.ACTIVE_DAYS:
            return translate_plural("{n} more active day", "{n} more active days", short.more)
        case Need.INACTIVE_DAYS:
            return translate_plural(
                "{n} more day without it", "{n} more days without it", short.more
            )
        case Need.QUIET_DAYS:
            return translate_plural(
                "{n} more check-in away from rejections",
                "{n} more check-ins away from rejections",
                short.more,
            )
    return ""


def _in_all(short: Shortfall) -> str:
    match short.what:
        case Need.KNOWN_FIRST_WEEKS:
            return _("{need} rejections whose first week was logged (so far: {have})")
        case Need.FOLLOWED_REJECTIONS:
            return _("{need} rejections with a check-in on days 2-9 (so far: {have})")
        case Need.REJECTION_DAYS:
            return _("{need} rejections (so far: {have})")
        case Need.STRETCHES:
            return _("a longer log ({need} stretches; so far: {have})")
        case Need.USABLE_DAYS:
            return _("{need} days with a mood and logged days around them (so far: {have})")
    return _("{need} (so far: {have})")
