"""Chooses people; a name that is not noted down yet becomes a new person."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import Person, new_id
from second_wind.core.people.people import Directory
from second_wind.ui.kit.names.person_field import completions
from second_wind.ui.kit.names.tag_field import TagField
from second_wind.words.base.language import _


class PeoplePicker(TagField):
    """Chips for those who are chosen, and a line that completes all others."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a field that knows nobody."""
        super().__init__(name, _("A name, then Enter"), parent)
        self._directory = Directory(())
        self._kept: tuple[str, ...] = ()

    def show_people(self, people: Sequence[Person], chosen: Sequence[str]) -> None:
        """Know these people; those with these identities are chosen."""
        self._directory = Directory(people)
        self.offer(completions(people))
        found = self._directory.several(chosen)
        self.show_chips([(each.id, each.name) for each in found], chosen)
        # Links to those who were deleted stay, for they may come back.
        self._kept = tuple(key for key in chosen if self._directory.with_id(key) is None)

    def people(self) -> tuple[str, ...]:
        """Return the identities of those who are chosen."""
        return (*self._kept, *self.chosen())

    def new_names(self) -> tuple[tuple[str, str], ...]:
        """Return the chosen names that are nobody's yet, each with its new identity."""
        return tuple(
            (key, self.text_of(key))
            for key in self.chosen()
            if self._directory.with_id(key) is None
        )

    def key_of(self, text: str, picked: str) -> tuple[str, str]:
        """Return whose name it is; a new identity for a new name."""
        person = self._directory.with_id(picked) or self._directory.named(text)
        if person is not None:
            return person.id, person.name
        key, shown = super().key_of(text, "")
        return (new_id(), shown) if key == text else (key, shown)
