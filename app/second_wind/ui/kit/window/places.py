"""The places of the window: where a person can be."""

from enum import StrEnum

from second_wind.words.base.language import pgettext


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
            Place.TODAY: pgettext("page", "Today"),
            Place.REJECTIONS: pgettext("page", "Rejections"),
            Place.CHARTS: pgettext("page", "Charts"),
            Place.PEOPLE: pgettext("page", "People"),
            Place.HISTORY: pgettext("page", "History"),
            Place.SUPPORT: pgettext("page", "Support"),
            Place.SETTINGS: pgettext("page", "Settings"),
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
