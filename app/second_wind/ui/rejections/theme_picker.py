"""Chooses what feedback was about, in the person's own words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from second_wind.core.people.themes import tidied
from second_wind.ui.kit.names.completions import Completion
from second_wind.ui.kit.names.tag_field import TagField
from second_wind.words.base.language import _

_MOST_OFFERED = 8
"""Chips for the most frequent themes; the line completes them all."""


class ThemePicker(TagField):
    """Chips for the themes used before, and a line for new ones."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a field that offers nothing."""
        super().__init__(name, _("A theme in your own word, then Enter"), parent)

    def show_themes(self, used: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer the themes used so far, the most frequent first, and show what is chosen."""
        self.offer([Completion(each, each, each) for each in used])
        chips = (*chosen, *(each for each in used[:_MOST_OFFERED] if not _is_in(each, chosen)))
        self.show_chips([(each, each) for each in chips], chosen)

    def themes(self) -> tuple[str, ...]:
        """Return the chosen themes."""
        return tidied(self.chosen())


def _is_in(theme: str, themes: Sequence[str]) -> bool:
    return any(theme.casefold() == each.casefold() for each in themes)
