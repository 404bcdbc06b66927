"""Brings into the journal what earlier versions kept of entries among the window's settings."""

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.service.remembered import NAMES


def carry_over(preferences: Preferences, journal: Journal) -> None:
    """Bring it, and take it out of the file; what the journal knows itself counts.

    Where it can't be written now, the next start does it.
    """
    found = preferences.hand_over(NAMES)
    if not found:
        return
    try:
        new = {name: text for name, text in found.items() if text and not journal.remembered(name)}
        journal.remember(new)
    except KnownError:
        return
    preferences.forget(found)
