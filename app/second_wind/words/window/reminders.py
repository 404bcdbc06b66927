"""What reminders, the tray and the quick entry say; nothing of what was logged is in it."""

from datetime import date, datetime, timedelta

from second_wind.words.base.language import _, clock_time, pgettext, weekday_name
from second_wind.words.base.quoting import isolated


def question(day: date, today: date) -> str:
    """Return the question about a day."""
    if day == today:
        return _("How was today?")
    if day == today - timedelta(days=1):
        return _("How was yesterday?")
    return _("How was {weekday}?").format(weekday=weekday_name(day))


def now() -> str:
    """Return the question of the tray and the quick entry."""
    return _("How is it now?")


def open_day() -> str:
    """Return the answer that shows the day in the window."""
    return pgettext("button", "Open")


def not_today() -> str:
    """Return the answer that wants to hear no more."""
    return pgettext("button", "Not today")


def mood(step: int, name: str) -> str:
    """Return a step of the scale as a line of a menu."""
    return _("{number} · {name}").format(number=step, name=isolated(name))


def saved(moment: datetime) -> str:
    """Return that something was stored, and nothing of what."""
    return _("Saved {time}").format(time=clock_time(moment.timetz()))


def goes_on() -> tuple[str, str]:
    """Return a title and a text for when the window is closed and the program goes on."""
    return (
        _("Second Wind goes on in the tray"),
        _("A click on its icon is for a quick entry; its menu opens the window, or quits."),
    )


def no_notices() -> str:
    """Return what is said once on a desktop that shows no notifications."""
    return _("This desktop shows no notifications, so the question is asked here.")
