"""A list to choose from that keeps typed letters and arrows for itself."""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_TEXT_MARGIN = 2


class ChoiceBox(QComboBox):
    """A combo box of values with their names; what is typed finds a name by any of its words."""

    def __init__(self, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer (value, name) pairs."""
        super().__init__(parent)
        self._typed = ""
        self._since = QElapsedTimer()
        self._since.start()
        for value, name in choices:
            self.addItem(name, value)

    def value(self) -> str:
        """Return what is chosen."""
        return str(self.currentData())

    def choose(self, value: str) -> None:
        """Choose a value."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def shown_text(self) -> str:
        """Return what is chosen as it fits, shortened where Qt would cut a letter in two."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._shortened(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with what fits of its text."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._shortened(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _shortened(self, option: QStyleOptionComboBox) -> str:
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - _TEXT_MARGIN
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        """Take letters before the page's single keys do: they pick an item."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~event.modifiers().ShiftModifier
            if plain and event.text().isprintable():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for what is typed; "mentor" finds "a mentor", which Qt's own search does not."""
        text = event.text()
        if self._since.restart() > QApplication.keyboardInputInterval():
            self._typed = ""
        shift = event.modifiers().ShiftModifier
        plain = text.isprintable() and not event.modifiers() & ~shift
        if plain and (text.strip() or (text and self._typed)):
            self._typed += text.casefold()
            self._pick_typed()
        else:
            super().keyPressEvent(event)

    def _pick_typed(self) -> None:
        """Choose the next name that begins with what was typed, else one with such a word."""
        is_repeated = len(set(self._typed)) == 1
        typed = self._typed[0] if is_repeated else self._typed
        first, count = self.currentIndex() + is_repeated, self.count()
        names = [((first + n) % count, self.itemText((first + n) % count)) for n in range(count)]
        begins = (row for row, name in names if name.casefold().startswith(typed))
        has_word = (row for row, name in names if f" {typed}" in name.casefold())
        found = next(begins, next(has_word, None))
        if found is not None:
            self.setCurrentIndex(found)
            self.activated.emit(found)
