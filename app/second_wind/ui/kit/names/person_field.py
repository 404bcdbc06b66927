"""A line for a name that knows the people who are noted down."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import Person
from second_wind.core.people.people import Directory, folded
from second_wind.ui.kit.names.completing_line import CompletingLine
from second_wind.ui.kit.names.completions import Completion
from second_wind.words.entries import people as words


def completions(people: Sequence[Person]) -> list[Completion]:
    """Return people as a field offers them, by name."""
    ordered = sorted(people, key=lambda each: folded(each.name))
    return [Completion(each.id, each.name, words.called(each)) for each in ordered]


class PersonField(CompletingLine):
    """Takes any name, and tells whose it is where that is known."""

    recognised = Signal(object)
    """Carries the `Person` whose name was typed or chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field that knows nobody."""
        super().__init__(parent)
        self._directory = Directory(())
        self.picked.connect(self._recognise)
        self.textEdited.connect(self._recognise)

    def set_people(self, people: Sequence[Person]) -> None:
        """Know these people from now on."""
        self._directory = Directory(people)
        self.offer(completions(people))

    def show_person(self, name: str, key: str = "") -> None:
        """Show a name, and whose it is if that is known."""
        self.pick(key, name)

    def name(self) -> str:
        """Return the name, trimmed."""
        return self.text().strip()

    def person(self) -> Person | None:
        """Return whose name it is: the one that was chosen, else the only one with that name."""
        return self._directory.with_id(self.picked_key()) or self._directory.named(self.name())

    def person_id(self) -> str:
        """Return that person's identity; a link that leads nowhere now is kept."""
        found = self.person()
        return found.id if found is not None else self.picked_key()

    def _recognise(self) -> None:
        if (found := self.person()) is not None:
            self.recognised.emit(found)
