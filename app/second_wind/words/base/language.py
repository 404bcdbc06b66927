"""The language in which the program speaks, by gettext, and dates and times as it writes them."""

import gettext
from datetime import date, time
from functools import cache
from pathlib import Path

from second_wind import assets
from second_wind.words.base import numbers

_DOMAIN = "second_wind"
_NOON = 12
_FROM_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_OWN = "en"
"""The language in which the sentences are written; it needs no catalogue."""


class _Manner:
    """How this process speaks: one language, and one way to count hours."""

    def __init__(self) -> None:
        self.language = ""
        self.has_twelve_hours = False


_manner = _Manner()


@cache
def _translations() -> gettext.NullTranslations:
    if _manner.language == _OWN:
        return gettext.NullTranslations()
    wanted = [_manner.language] if _manner.language else None
    return gettext.translation(_DOMAIN, str(_catalogues()), wanted, fallback=True)


def choose(code: str) -> None:
    """Speak a shipped language from now on, or the system's where none is named."""
    _manner.language = code
    _translations.cache_clear()


def count_hours(*, to_twelve: bool) -> None:
    """Say times of day with hours to twelve or to twenty-four from now on."""
    _manner.has_twelve_hours = to_twelve


def shipped() -> tuple[str, ...]:
    """Return the codes of the languages that can be spoken."""
    found = _catalogues().glob(f"*/LC_MESSAGES/{_DOMAIN}.mo")
    return (_OWN, *sorted(each.parent.parent.name for each in found))


def spoken() -> str:
    """Return the code of the language that is spoken."""
    return _translations().info().get("language", _OWN)


def reads_from_right() -> bool:
    """Tell whether the language that is spoken is written from right to left."""
    return spoken().partition("_")[0] in _FROM_RIGHT


def _catalogues() -> Path:
    return assets.path("i18n")


def translate(message: str) -> str:
    """Return a message in the person's language."""
    return _translations().gettext(message)


def translate_plural(singular: str, plural: str, number: int) -> str:
    """Return the form of a message that goes with a number."""
    return _translations().ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """Return a bare word in the person's language; the context tells which word is meant."""
    return _translations().pgettext(context, message)


def npgettext(context: str, singular: str, plural: str, number: int) -> str:
    """Return the form of a bare word that goes with a number; the context tells what is meant."""
    return _translations().npgettext(context, singular, plural, number)


def marked(message: str) -> str:
    """Return a message as it is; it is translated where it is used, once the language is known."""
    return message


_ = translate
N_ = marked


def weekday_name(day: date) -> str:
    """Return the weekday's full name."""
    names = (
        pgettext("weekday", "Monday"),
        pgettext("weekday", "Tuesday"),
        pgettext("weekday", "Wednesday"),
        pgettext("weekday", "Thursday"),
        pgettext("weekday", "Friday"),
        pgettext("weekday", "Saturday"),
        pgettext("weekday", "Sunday"),
    )
    return names[day.weekday()]


def short_weekday_name(day: date) -> str:
    """Return the weekday's short name."""
    names = (
        pgettext("short weekday", "Mon"),
        pgettext("short weekday", "Tue"),
        pgettext("short weekday", "Wed"),
        pgettext("short weekday", "Thu"),
        pgettext("short weekday", "Fri"),
        pgettext("short weekday", "Sat"),
        pgettext("short weekday", "Sun"),
    )
    return names[day.weekday()]


def month_name(day: date) -> str:
    """Return the month's full name."""
    names = (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )
    return names[day.month - 1]


def short_month_name(day: date) -> str:
    """Return the month's short name."""
    names = (
        pgettext("short month", "Jan"),
        pgettext("short month", "Feb"),
        pgettext("short month", "Mar"),
        pgettext("short month", "Apr"),
        pgettext("short month", "May"),
        pgettext("short month", "Jun"),
        pgettext("short month", "Jul"),
        pgettext("short month", "Aug"),
        pgettext("short month", "Sep"),
        pgettext("short month", "Oct"),
        pgettext("short month", "Nov"),
        pgettext("short month", "Dec"),
    )
    return names[day.month - 1]


def long_date(day: date) -> str:
    """Return a date in full, such as "Sunday 22 November 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_name(day), day=day.day, month=month_name(day), year=day.year
    )


def heading_date(day: date, today: date) -> str:
    """Return a date for a heading: the year only where it is not this one."""
    if day.year != today.year:
        return long_date(day)
    return _("{weekday} {day} {month}").format(
        weekday=weekday_name(day), day=day.day, month=month_name(day)
    )


def plain_date(day: date) -> str:
    """Return a date in running text, such as "22 November 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day), year=day.year)


def short_date(day: date) -> str:
    """Return a date for lists, such as "22 Nov 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=short_month_name(day), year=day.year)


def clock_time(at: time) -> str:
    """Return a time of day, such as "14:32", or "2:32 pm" where hours are counted to twelve."""
    if not _manner.has_twelve_hours:
        return f"{at:%H:%M}"
    shown = _("{hour}:{minute} am") if at.hour < _NOON else _("{hour}:{minute} pm")
    return shown.format(hour=at.hour % _NOON or _NOON, minute=f"{at:%M}")


def points(value: float) -> str:
    """Return mood points with at most one decimal, such as "7" or "6.5"."""
    return numbers.short(value)


def hours(minutes: int) -> str:
    """Return minutes as hours, such as "3.5 h"."""
    return _("{hours} h").format(hours=numbers.short(minutes / 60, 2))
