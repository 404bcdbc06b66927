"""What the cards of the first run say."""

from second_wind.words.base.language import _, pgettext


def what_it_does() -> tuple[str, str]:
    """Return title and text of the first card."""
    return (
        _("How you come back"),
        _(
            "Looking for work means hearing no. Here you note how you are, in seconds a day, and "
            "what you do for yourself. When a no comes, you can see how you came back from it. "
            "Nothing is counted against you."
        ),
    )


def where_it_stays() -> tuple[str, str]:
    """Return title and text of the second card."""
    return (
        _("It stays on this computer"),
        _(
            "All of it lies in this one folder, safe copies included. Nothing is sent anywhere, "
            "and no link opens without your click."
        ),
    )


def the_keys() -> tuple[str, str]:
    """Return title and text of the third card."""
    return (
        _("One key is enough"),
        _("There is nothing to save, and Ctrl+Z takes back. Press a number now, and you begin."),
    )


def keys() -> tuple[tuple[str, str], ...]:
    """Return the keys to know, and what each does."""
    return (
        ("1 … 9, 0", _("how you are; 0 is 10")),
        ("F", _("what you feel")),
        ("N", pgettext("what a key does", "a note")),
        ("E", pgettext("what a key does", "exercise")),
        ("R", pgettext("what a key does", "a rejection")),
        ("F1", _("all other keys")),
    )


def the_reminder() -> tuple[str, str]:
    """Return title and text of the fourth card."""
    return (
        _("A reminder, or none"),
        _(
            "Once a day Second Wind can ask “How was today?”, and nothing else. It stays silent "
            "on days with a mood and on days of rest. You can change this in Settings."
        ),
    )


def place(number: int, count: int) -> str:
    """Return which of the cards this is."""
    return _("{number} of {count}").format(number=number, count=count)
