"""What is asked about hours that an earlier version may have read wrongly."""

from collections.abc import Sequence

from second_wind.core.people.doubtful_hours import DoubtfulHours
from second_wind.words.base import numbers
from second_wind.words.base.language import _, hours, plain_date, translate_plural
from second_wind.words.base.quoting import isolated


def line(number: int) -> str:
    """Return the quiet line that asks."""
    return translate_plural(
        "{n} entry of volunteering may hold more hours than you gave: earlier versions could take"
        " {half} for {dropped}.",
        "{n} entries of volunteering may hold more hours than you gave: earlier versions could"
        " take {half} for {dropped}.",
        number,
    ).format(n=numbers.whole(number), half="1.5", dropped="15")


def all_right() -> str:
    """Return the name of the button by which they stay as they are."""
    return _("They are right")


def intro() -> str:
    """Return what the sheet says first."""
    return _(
        "Earlier versions dropped the point of {point} where {comma} is written, and the comma of"
        " {comma} where {point} is: both became {dropped}. These entries were typed by hand and are"
        " of such a size. Change those that are wrong and call the others right; then you are not"
        " asked again."
    ).format(point="1.5", comma="1,5", dropped="15")


def told(entry: DoubtfulHours) -> str:
    """Return an entry on one line."""
    return " · ".join(filter(None, (heading(entry), isolated(entry.organisation))))


def heading(entry: DoubtfulHours) -> str:
    """Return the day and the hours of an entry."""
    return f"{plain_date(entry.day)} · {hours(entry.minutes)}"


def lines(found: Sequence[DoubtfulHours]) -> list[str]:
    """Return what the command line says, with the command that mends each."""
    return [
        line(len(found)),
        *(_line(each) for each in found),
        _("To leave them as they are, and not be asked again: second-wind check --hours-right"),
    ]


def settled() -> str:
    """Return what is said once they were called right."""
    return _("Good. These hours stay as they are, and you are not asked about them again.")


def nothing_asked() -> str:
    """Return what is said where none is asked about."""
    return _("There are no hours to ask about.")


def _line(entry: DoubtfulHours) -> str:
    return _("  {entry}\n    if that is wrong: second-wind edit {id} --volunteer HOURS").format(
        entry=told(entry), id=entry.id
    )
