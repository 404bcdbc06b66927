"""The words of the Support page and of the line that offers it."""

from collections.abc import Sequence
from datetime import date

from second_wind.words.base.language import _, pgettext, plain_date


def offer() -> str:
    """Return the line that offers Support."""
    return _("A heavy day. If talking would ease it, Support lists people who listen.")


def opening() -> str:
    """Return the first lines of the page."""
    return _(
        "Nobody has to carry this alone. Here are people to talk to: your own first, then services"
        " that are there for exactly this. Nothing is dialled or opened by itself."
    )


def no_own_people() -> str:
    """Return what is said while nobody is listed."""
    return _(
        "Mark people as somebody to lean on, on the page People, and they stand here with how to"
        " reach them."
    )


def emergency(number: str) -> str:
    """Return the sentence about danger at this moment."""
    return _("In danger right now? Call {number}.").format(number=number)


def call(number: str) -> str:
    """Return how to reach a service by phone."""
    return _("Call {number}").format(number=number)


def text(number: str) -> str:
    """Return how to reach a service by message."""
    return _("Text {number}").format(number=number)


def hours(*, always: bool) -> str:
    """Return when a service is there."""
    return _("day and night") if always else _("at certain hours; see their page")


def in_language(code: str) -> str:
    """Return the language of a service; "" for the usual one of its country."""
    names = {
        "en": pgettext("language of a service", "in English"),
        "fr": pgettext("language of a service", "in French"),
        "nl": pgettext("language of a service", "in Dutch"),
    }
    return names.get(code, "")


def copy_number(name: str) -> str:
    """Return what the button that copies a number is called for a screen reader."""
    return _("Copy the number of {name}").format(name=name)


def open_site(name: str) -> str:
    """Return what the button that opens a page is called for a screen reader."""
    return _("Open the page of {name} in the browser").format(name=name)


def copied(what: str) -> str:
    """Return what is said once a number was copied."""
    return _("Copied: {what}").format(what=what)


def checked(day: date) -> str:
    """Return where the numbers come from."""
    return _(
        "These numbers were compared with public lists on {day}. Numbers change: the service's own"
        " page counts."
    ).format(day=plain_date(day))


def directory() -> str:
    """Return the sentence about the directory of all countries."""
    return _("Your country is not here, or nobody answers? A directory of services worldwide:")


def small_things() -> Sequence[str]:
    """Return small things that need nothing and nobody."""
    return (
        _("Breathe out slowly, longer than you breathe in. Ten times is enough."),
        _("Drink a glass of water. Eat something if the last time is long ago."),
        _("Go to a window or outside, and find five things of one colour."),
        _("Write to somebody: “Hard day. Can you talk?” That is a whole message."),
        _("Nothing about the search has to be decided today."),
    )
