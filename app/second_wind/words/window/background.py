"""What Settings says about the reminder, the tray and the start with the session."""

from second_wind.words.base.language import _


def about(is_sample: bool) -> str:
    """Return what holds for a sample; a person's own needs no word."""
    return _("A sample reminds of nothing and has no icon in the tray.") if is_sample else ""


def reminder_explanation() -> str:
    """Return when the reminder comes and what it does."""
    return _(
        "A notification that says “How was today?” and nothing else. It stays away on days with a "
        "mood, on days of rest, and once work is found. It comes only while Second Wind is open, "
        "or goes on in the tray."
    )


def icon_explanation(*, is_there: bool) -> str:
    """Return what the icon is for, and whether it can be seen now."""
    use = _("A click opens a quick entry; the menu logs a mood, and opens the window.")
    return use if is_there else _("{use} This desktop shows no tray now.").format(use=use)


def stays_explanation() -> str:
    """Return what going on means."""
    return _("Only where a tray shows the icon; else closing the window ends the program.")


def starts_explanation() -> str:
    """Return what is written for it."""
    return _("This puts a small file, or an entry, where your system looks when you log in.")
