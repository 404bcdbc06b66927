"""What the pages of the window are made from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal
    from second_wind.ui.photos import Photos
    from second_wind.ui.preferences import Preferences
    from second_wind.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Parts:
    """What pages are made from."""

    journal: "Journal"
    photos: "Photos"
    theme: "Theme"
    preferences: "Preferences"
