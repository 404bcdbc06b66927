"""Kind sentences for figures that can't be shown yet: always what it takes and what is there."""

from collections.abc import Sequence

from second_wind.core.findings import Need, Shortfall
from second_wind.words.language import _, translate_plural


def usual(missing: Sequence[Shortfall]) -> str:
    """Return what the usual level still takes; empty if it is there."""
    return _first(_("your usual level appears"), missing)


def curve(missing: Sequence[Shortfall]) -> str:
    """Return what the typical curve still takes; empty if it is there."""
    return _first(_("a typical curve appears"), missing)


def trend(missing: Sequence[Shortfall]) -> str:
    """Return what it takes to say whether later rejections went otherwise."""
    rejections = next((each for each in missing if each.what is Need.REJECTION_DAYS), None)
    if rejections:
        return _("Needs about {need} rejections; you have {have}.").format(
            need=rejections.need, have=rejections.have
        )
    return _first(_("a change over time can be looked at"), missing)


def activity(missing: Sequence[Shortfall]) -> str:
    """Return what it takes to compare days around an activity."""
    return _first(_("the days around it can be compared"), missing)


def activities(missing: Sequence[Shortfall]) -> str:
    """Return what it takes to compare days around any activity."""
    return _first(_("the days around what you do can be compared"), missing)


def _first(then: str, missing: Sequence[Shortfall]) -> str:
    """Return one sentence for the first thing that is missing; the others come later."""
    if not missing:
        return ""
    return _sentence(missing[0]).format(
        n=missing[0].more, have=missing[0].have, need=missing[0].need, then=then
    )


def _sentence(short: Shortfall) -> str:
    wanted = _more(short) or _in_all(short)
    return wanted or _("Not enough yet: {have} of {need}; then {then}.")


def _more(short: Shortfall) -> str:
    match short.what:
        case Need.LOGGED_DAYS:
            return translate_plural(
                "{n} more day with a check-in, and {then}.",
                "{n} more days with a check-in, and {then}.",
                short.more,
            )
        case Need.SPAN_DAYS:
            return translate_plural(
                "{n} more day of logging, and {then}.",
                "{n} more days of logging, and {then}.",
                short.more,
            )
        case Need.ACTIVE_DAYS:
            return translate_plural(
                "Not enough active days yet: {n} more, and {then}.",
                "Not enough active days yet: {n} more, and {then}.",
                short.more,
            )
        case Need.INACTIVE_DAYS:
            return translate_plural(
                "Not enough days without it yet: {n} more, and {then}.",
                "Not enough days without it yet: {n} more, and {then}.",
                short.more,
            )
        case Need.QUIET_DAYS:
            return translate_plural(
                "{n} more check-in away from rejections, and {then}.",
                "{n} more check-ins away from rejections, and {then}.",
                short.more,
            )
    return ""


def _in_all(short: Shortfall) -> str:
    match short.what:
        case Need.KNOWN_FIRST_WEEKS:
            return _("With {need} rejections whose first week was logged, {then}; so far: {have}.")
        case Need.REJECTION_DAYS:
            return _("With {need} rejections, {then}; so far: {have}.")
        case Need.STRETCHES:
            return _("With a longer log, {then}: it takes {need} stretches of it; so far: {have}.")
        case Need.USABLE_DAYS:
            return _("With {need} days that can be compared, {then}; so far: {have}.")
        case Need.CHANGING_MOOD:
            return _("Every mood in this log is the same so far; when it changes, {then}.")
        case Need.CLEAR_DIP:
            return _("No clear dip on average.")
    return ""
