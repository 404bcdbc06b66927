"""A calm line inside a dialog: hidden until there is something to say."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from second_wind.ui.kit.look.breakable import breakable


class Notice(QFrame):
    """Says one sentence where the person is looking, and lets a screen reader speak it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self.setObjectName("banner")
        self._said = ""
        self._label = QLabel()
        self._label.setWordWrap(True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 8, 8, 8)
        self.row.addWidget(self._label, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self._said = text
        self._label.setText(breakable(text))  # a path has no blanks
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # rarely needed

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._said if not self.isHidden() else ""
