"""The words of the volunteering ledger, with lines ready for a résumé."""

from collections.abc import Iterable
from datetime import date

from second_wind.core.people.ledger import Organisation
from second_wind.words.base.language import (
    _,
    hours,
    month_name,
    pgettext,
    plain_date,
    short_date,
    translate_plural,
)
from second_wind.words.base.quoting import isolated

_MINUTES_PER_HOUR = 60


def title() -> str:
    """Return the title of the ledger."""
    return _("Volunteering so far")


def nothing_yet() -> str:
    """Return what is said while nothing was logged."""
    return _("Hours that you log on Today add up here, with lines ready for a résumé.")


def in_all(minutes: int, organisations: int) -> str:
    """Return the sum of all."""
    text = translate_plural(
        "{hours} for {n} organisation", "{hours} for {n} organisations", organisations
    )
    return text.format(hours=hours(minutes), n=organisations)


def name(each: Organisation) -> str:
    """Return an organisation's name, or what stands for one that was not named."""
    return each.name or _("No organisation named")


def amount(each: Organisation) -> str:
    """Return how much was given when, such as "12 h, 5 times, 3 Mar 2026 to 20 Nov 2026"."""
    times = translate_plural("{n} time", "{n} times", each.times).format(n=each.times)
    if each.first == each.last:
        days = plain_date(each.first)
    else:
        days = _("{first} to {last}").format(
            first=short_date(each.first), last=short_date(each.last)
        )
    return _("{hours}, {times}, {days}").format(hours=hours(each.minutes), times=times, days=days)


def practised(each: Organisation) -> str:
    """Return what was practised, "" if nothing was noted."""
    return _("Practised: {things}").format(things=_listed(each.practised)) if each.practised else ""


def met(each: Organisation) -> str:
    """Return who was met, "" if nobody was noted."""
    return _("Met: {people}").format(people=_listed(each.met)) if each.met else ""


def week(first: date) -> str:
    """Return a week by its first day."""
    return _("Week from {day}").format(day=short_date(first))


def month(first: date) -> str:
    """Return a month with its year."""
    return _("{month} {year}").format(month=month_name(first), year=first.year)


def resume_title() -> str:
    """Return the title above the lines for a résumé."""
    return _("Lines for a résumé")


def resume_hint() -> str:
    """Return what to do with them."""
    return _("Made from what you logged. Change them as you like; copying takes them all.")


def resume_line(each: Organisation) -> str:
    """Return one organisation as a line of a résumé."""
    role = (
        _("Volunteer, {organisation}").format(organisation=isolated(each.name)) if each.name else ""
    )
    line = _("{role} ({months}, {amount})").format(
        role=role or pgettext("role in a résumé", "Volunteer"),
        months=_months(each),
        amount=_amount(each.minutes),
    )
    if not each.practised:
        return line
    return _("{line}: {things}").format(line=line, things=_listed(each.practised))


def leave() -> str:
    """Return what is asked before lines that were changed go."""
    return _("What you changed in these lines is not kept here; copying takes it with you. Leave?")


def _months(each: Organisation) -> str:
    first, last = month(each.first), month(each.last)
    if first == last:
        return first
    if each.first.year == each.last.year:
        first = month_name(each.first)
    return _("{first} to {last}").format(first=first, last=last)


def _amount(minutes: int) -> str:
    """Return whole hours; a résumé needs no minutes."""
    whole = max(1, round(minutes / _MINUTES_PER_HOUR))
    return translate_plural("{n} hour", "{n} hours", whole).format(n=whole)


def _listed(things: Iterable[str]) -> str:
    return ", ".join(map(isolated, things))
