"""What is said of a number that can't be taken as it was typed."""

from second_wind.core.errors.entry_errors import InvalidAmount, InvalidMood
from second_wind.core.errors.number_errors import AmbiguousNumber, NotWhole
from second_wind.words.base import numbers
from second_wind.words.base.language import _
from second_wind.words.base.quoting import quoted

_DIGITS = 6


def sentence(error: Exception) -> str:
    """Return the sentence for a number, empty where the error is about something else."""
    match error:
        case InvalidMood():
            return _("A mood is a number from 1 to 10; {given} is not.").format(
                given=quoted(error.given)
            )
        case InvalidAmount():
            return _("{what} can be a number from {lowest} to {highest}; {given} is not.").format(
                what=_amount_name(error.what),
                lowest=numbers.short(error.lowest, _DIGITS),
                highest=numbers.short(error.highest, _DIGITS),
                given=quoted(error.given),
            )
        case NotWhole():
            return _("{what} can only be a whole number; {given} is not.").format(
                what=_amount_name(error.what), given=quoted(error.given)
            )
        case AmbiguousNumber():
            return _ambiguous(error)
    return ""


def _ambiguous(error: AmbiguousNumber) -> str:
    less, more = (numbers.short(each, _DIGITS) for each in error.readings)
    return _(
        "{given} could be {less} or {more}; please write it without a mark between the thousands,"
        " and with one or two decimals if it has any."
    ).format(given=quoted(error.given), less=less, more=more)


def _amount_name(what: str) -> str:
    names = {
        "minutes": _("Minutes"),
        "hours": _("Hours of volunteering"),
        "years": _("Years"),
        "seed": _("The seed"),
        "goal": _("The goal in minutes"),
        "keep in touch": _("The days until you want to be in touch"),
        "day start": _("The hour at which the day starts"),
        "descriptor": _("The number of a descriptor"),
    }
    return names.get(what, what)
