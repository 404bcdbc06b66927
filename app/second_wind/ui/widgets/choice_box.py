"""A list to choose from that keeps typed letters and arrows for itself."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceBox(QComboBox):
    """A combo box of values with their names."""

    def __init__(self, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer (value, name) pairs."""
        super().__init__(parent)
        for value, name in choices:
            self.addItem(name, value)

    def value(self) -> str:
        """Return what is chosen."""
        return str(self.currentData())

    def choose(self, value: str) -> None:
        """Choose a value."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def event(self, event: QEvent) -> bool:
        """Take letters before the page's single keys do: they pick an item."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~event.modifiers().ShiftModifier
            if plain and event.text().isprintable():
                event.accept()
                return True
        return super().event(event)
