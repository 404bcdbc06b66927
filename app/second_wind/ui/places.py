"""The places of the window, and how the page of each is made when it is first opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from second_wind.words.language import _

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal
    from second_wind.ui.page import Page
    from second_wind.ui.photos import Photos
    from second_wind.ui.preferences import Preferences
    from second_wind.ui.theme import Theme


class Place(StrEnum):
    """Where a person can be, in the order of the sidebar; the value is stored."""

    TODAY = "today"
    REJECTIONS = "rejections"
    CHARTS = "charts"
    PEOPLE = "people"
    HISTORY = "history"
    SUPPORT = "support"
    SETTINGS = "settings"

    @property
    def label(self) -> str:
        """The name in the sidebar."""
        return {
            Place.TODAY: _("Today"),
            Place.REJECTIONS: _("Rejections"),
            Place.CHARTS: _("Charts"),
            Place.PEOPLE: _("People"),
            Place.HISTORY: _("History"),
            Place.SUPPORT: _("Support"),
            Place.SETTINGS: _("Settings"),
        }[self]

    @property
    def is_at_foot(self) -> bool:
        """Whether it stands at the foot of the sidebar."""
        return self in (Place.SUPPORT, Place.SETTINGS)

    @property
    def key(self) -> str:
        """The keys that open it, empty where there are none."""
        numbered = [each for each in Place if not each.is_at_foot]
        if self in numbered:
            return f"Ctrl+{numbered.index(self) + 1}"
        return "Ctrl+," if self is Place.SETTINGS else ""


@dataclass(frozen=True, slots=True)
class Parts:
    """What pages are made from."""

    journal: "Journal"
    photos: "Photos"
    theme: "Theme"
    preferences: "Preferences"


# Each imports its page by itself: the window waits for none that is not open.


def _today(parts: Parts) -> "Page":
    from PySide6.QtCore import QTimer

    from second_wind.ui.pages.today import TodayPage

    page = TodayPage(parts.journal, parts.photos, parts.preferences)
    QTimer.singleShot(0, page, page.start_charts)
    return page


def _rejections(parts: Parts) -> "Page":
    from second_wind.ui.pages.rejections import RejectionsPage

    return RejectionsPage(parts.journal)


def _charts(parts: Parts) -> "Page":
    from second_wind.ui.pages.charts import ChartsPage

    page = ChartsPage(parts.journal, parts.theme)
    parts.theme.changed.connect(page.redraw)
    return page


def _people(parts: Parts) -> "Page":
    from second_wind.ui.pages.people import PeoplePage

    return PeoplePage(parts.journal)


def _history(parts: Parts) -> "Page":
    from second_wind.ui.pages.history import HistoryPage

    return HistoryPage(parts.journal)


def _support(parts: Parts) -> "Page":
    from second_wind.ui.pages.support import SupportPage

    return SupportPage(parts.journal, parts.preferences)


def _settings(parts: Parts) -> "Page":
    from second_wind.ui.pages.settings import SettingsPage

    return SettingsPage(parts)


PAGES: Mapping[Place, Callable[[Parts], "Page"]] = {
    Place.TODAY: _today,
    Place.REJECTIONS: _rejections,
    Place.CHARTS: _charts,
    Place.PEOPLE: _people,
    Place.HISTORY: _history,
    Place.SUPPORT: _support,
    Place.SETTINGS: _settings,
}
"""The pages that there are; the sidebar shows no others."""

SHOWN = tuple(each for each in Place if each in PAGES)
"""The places of which there is a page, in order."""
