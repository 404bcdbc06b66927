"""The places of the window: where a person can be."""

from enum import StrEnum

from second_wind.words.base.language import _


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
