"""Quiet lines above the page that stay until they are answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.tab_stops import follow

_MARGIN, _NARROW_MARGIN = 28, 14
_ROOMY_FROM = 600


class StandingLines(QWidget):
    """A column of lines, one for each matter; hidden while there are none."""

    acted = Signal(str)
    """Carries the matter whose button was pressed."""
    closed = Signal(str)
    """Carries the matter that was waved away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("standing-lines")
        self._lines: dict[str, StandingLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand above the page's own edges."""
        super().resizeEvent(event)
        side = _MARGIN if self.width() >= _ROOMY_FROM else _NARROW_MARGIN
        self._column.setContentsMargins(side, 10, side, 0)

    def say(self, matter: str, text: str, close: str, act: str = "") -> None:
        """Show a sentence about a matter in place of what was said about it before.

        `close` names the button that takes the line away, `act` one that does something about it.
        """
        known = self._lines.get(matter)
        if known is not None and known.sentence == text:
            return
        self.take_away(matter)
        line = self._lines[matter] = StandingLine(matter, text, close, act)
        line.acted.connect(self.acted)
        line.closed.connect(self._close)
        self._column.addWidget(line)
        line.show()
        self._order()
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # rarely needed

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def take_away(self, matter: str) -> None:
        """Say nothing about a matter any more."""
        line = self._lines.pop(matter, None)
        if line is not None:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def line(self, matter: str) -> "StandingLine | None":
        """Return what is said about a matter."""
        return self._lines.get(matter)

    def matters(self) -> tuple[str, ...]:
        """Return everything about which something is said, the oldest first."""
        return tuple(self._lines)

    def _order(self) -> None:
        """Let Tab come here before it enters the page, one line after the other."""
        buttons = [each for line in self._lines.values() for each in line.buttons()]
        follow(self, *buttons)

    def _close(self, matter: str) -> None:
        self.take_away(matter)
        self.closed.emit(matter)


class StandingLine(QFrame):
    """One sentence with its buttons."""

    acted = Signal(str)
    closed = Signal(str)

    def __init__(self, matter: str, text: str, close: str, act: str) -> None:
        """Make the line."""
        super().__init__()
        self.setObjectName("banner")
        self._matter = matter
        self.sentence = text
        label = QLabel(breakable(text))
        label.setAccessibleName(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.act_button = QPushButton(act)
        if not act:
            self.act_button.hide()
        self.act_button.clicked.connect(self._act)
        self.close_button = QPushButton(close)
        self.close_button.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.addWidget(label, 1)
        row.addWidget(self.act_button)
        row.addWidget(self.close_button)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons that are shown, in order."""
        shown = (self.act_button, self.close_button)
        return tuple(each for each in shown if not each.isHidden())

    def _act(self) -> None:
        self.acted.emit(self._matter)

    def _close(self) -> None:
        self.closed.emit(self._matter)
