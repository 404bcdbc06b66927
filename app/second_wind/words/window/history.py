"""The page of History: its filters, its list, and what was deleted lately."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from second_wind.core.log.entries import EntryType
from second_wind.core.log.kinds import noun_of
from second_wind.words.base import numbers
from second_wind.words.base.language import (
    _,
    clock_time,
    pgettext,
    short_month_name,
    short_weekday_name,
    translate_plural,
)
from second_wind.words.base.quoting import isolated
from second_wind.words.entries.nouns import called


def title() -> str:
    """Return the heading of the page."""
    return pgettext("heading", "History")


def empty_text() -> str:
    """Return what stands below it."""
    return _("Whatever you log will be listed here, the newest first, and can be searched.")


def nothing_found() -> str:
    """Return what is said where a search or a filter leaves nothing."""
    return _("Nothing here holds all of that. Fewer words or more kinds find more.")


def total(number: int, more: bool = False) -> str:
    """Return how many entries are listed; `more` where not all are counted yet."""
    if more:
        return _("more than {n} entries").format(n=numbers.whole(number))
    return translate_plural("{n} entry", "{n} entries", number).format(n=numbers.whole(number))


def kinds(chosen: Sequence[EntryType]) -> str:
    """Return which kinds are listed."""
    if not chosen:
        return pgettext("choice", "All kinds")
    if len(chosen) <= 2:
        return ", ".join(map(kind, chosen))
    return translate_plural("{n} kind", "{n} kinds", len(chosen)).format(n=len(chosen))


def last_days(number: int) -> str:
    """Return a span of days up to today."""
    return translate_plural("The last day", "The last {n} days", number).format(n=number)


def selected(number: int) -> str:
    """Return how many entries are selected."""
    return translate_plural("{n} selected", "{n} selected", number).format(n=number)


def deleted(number: int, only: str = "") -> str:
    """Return what is said once entries were deleted; `only` tells a single one."""
    if number == 1:
        return _("Deleted: {entry}").format(entry=isolated(only))
    text = translate_plural("{n} entry deleted.", "{n} entries deleted.", number)
    return text.format(n=number)


def put_back(number: int, only: str = "") -> str:
    """Return what is said once entries came out of the trash."""
    if number == 1:
        return _("Put back: {entry}").format(entry=isolated(only))
    text = translate_plural("{n} entry put back.", "{n} entries put back.", number)
    return text.format(n=number)


def day_label(day: date, today: date) -> str:
    """Return a day as it stands beside its entries."""
    if day == today:
        return pgettext("day", "Today")
    if day == today - timedelta(days=1):
        return pgettext("day", "Yesterday")
    text = _("{weekday} {day} {month}").format(
        weekday=short_weekday_name(day), day=day.day, month=short_month_name(day)
    )
    return text if day.year == today.year else f"{text} {day.year}"


def row(day: str, at: time | None, told_title: str, body: str) -> str:
    """Return a row as it is read aloud."""
    return ", ".join(
        filter(None, (day, clock_time(at) if at else "", isolated(told_title), isolated(body)))
    )


def edit_title(of: EntryType) -> str:
    """Return the heading of the dialog in which an entry is mended."""
    return called(noun_of(of)).change


def trash_title() -> str:
    """Return the heading of what was deleted."""
    return pgettext("heading", "Recently deleted")


def trash_text() -> str:
    """Return what stands below it."""
    return _("What you delete is kept here for 30 days. Then its content is wiped for good.")


def left_in_trash(deleted_on: date, days: int, today: date) -> str:
    """Return when something was deleted, and for how long it can still be put back."""
    when = _("deleted: {day}").format(day=day_label(deleted_on, today))
    if not days:
        return _("{deleted} · kept until tonight").format(deleted=when)
    left = translate_plural("{n} day left", "{n} days left", days).format(n=days)
    return f"{when} · {left}"


def empty_question(number: int) -> str:
    """Return what is asked before the trash is emptied."""
    text = translate_plural(
        "Wipe {n} deleted entry for good? It can't be put back, nor can older acts be undone.",
        "Wipe {n} deleted entries for good? They can't be put back, nor can older acts be undone.",
        number,
    )
    return text.format(n=number)


def count(number: int) -> str:
    """Return how many entries were found."""
    if not number:
        return _("Nothing found.")
    return translate_plural("{n} entry found.", "{n} entries found.", number).format(n=number)


def kind(of: EntryType) -> str:
    """Return the name of a kind of entry, for a filter."""
    return called(noun_of(of)).listed
