"""One of several ways, each with a word on what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from second_wind.ui.kit.look.card import muted


class Choices(QWidget):
    """Radio buttons under each other; the first one is chosen until another is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def add(self, value: str, name: str, hint: str = "") -> QRadioButton:
        """Offer one more way."""
        button = QRadioButton(name)
        button.setObjectName(f"choose-{value}")
        button.setAccessibleDescription(hint)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        self._column.addWidget(button)
        if hint:
            about = muted(hint, wraps=True)
            indent = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(name)
            about.setIndent(max(0, indent))
            self._column.addWidget(about)
        if len(self._values) == 1:
            button.setChecked(True)
            self.setFocusProxy(button)
        return button

    def value(self) -> str:
        """Return what is chosen."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else ""

    def choose(self, value: str) -> None:
        """Choose one way."""
        self._group.button(self._values.index(value)).setChecked(True)

    def values(self) -> tuple[str, ...]:
        """Return all that is offered."""
        return tuple(self._values)

    def begin(self) -> None:
        """Let the keyboard begin at what is chosen."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
