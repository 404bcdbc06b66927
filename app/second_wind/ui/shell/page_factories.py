"""How the page of each place is made when it is first opened."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from second_wind.ui.kit.window.places import Place
from second_wind.ui.parts import Parts

if TYPE_CHECKING:
    from second_wind.ui.kit.window.page import Page

# Each imports its page by itself: the window waits for none that is not open.


def _today(parts: Parts) -> "Page":
    from second_wind.ui.today.page import TodayPage

    return TodayPage(parts.journal, parts.photos, parts.preferences)


def _rejections(parts: Parts) -> "Page":
    from second_wind.ui.rejections.page import RejectionsPage

    return RejectionsPage(parts.journal)


def _charts(parts: Parts) -> "Page":
    from second_wind.ui.charts.page import ChartsPage

    page = ChartsPage(parts.journal, parts.theme)
    parts.theme.changed.connect(page.redraw)
    return page


def _people(parts: Parts) -> "Page":
    from second_wind.ui.people.page import PeoplePage

    return PeoplePage(parts.journal)


def _history(parts: Parts) -> "Page":
    from second_wind.ui.history.page import HistoryPage

    return HistoryPage(parts.journal)


def _support(parts: Parts) -> "Page":
    from second_wind.ui.support.page import SupportPage

    return SupportPage(parts.journal, parts.preferences)


def _settings(parts: Parts) -> "Page":
    from second_wind.ui.settings.page import SettingsPage

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
