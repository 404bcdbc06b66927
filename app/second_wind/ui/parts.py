"""What the pages of the window are made from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal
    from second_wind.ui.kit.look.theme import Theme
    from second_wind.ui.kit.service.preferences import Preferences
    from second_wind.ui.photos.photos import Photos


@dataclass(frozen=True, slots=True)
class Parts:
    """What pages are made from."""

    journal: "Journal"
    photos: "Photos"
    theme: "Theme"
    preferences: "Preferences"
