"""One service to talk to: its name, its number to read or copy, its page one click away."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from second_wind.core.people.crisis_lines import CrisisLine
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.words.base.language import pgettext
from second_wind.words.window import support as words


class ServiceRow(QWidget):
    """Shows a service; nothing is dialled, and its page opens only by its button."""

    copied = Signal(str)
    """Carries the number that is on the clipboard now."""

    def __init__(self, line: CrisisLine, parent: QWidget | None = None) -> None:
        """Show one service."""
        super().__init__(parent)
        self._line = line
        self.copy = QPushButton(pgettext("button", "Copy"))
        self.copy.setAccessibleName(words.copy_number(line.name))
        self.copy.clicked.connect(self._copy)
        self.site = QPushButton(pgettext("button", "Their page"))
        self.site.setAccessibleName(words.open_site(line.name))
        self.site.setToolTip(line.site)
        self.site.clicked.connect(self._open_site)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.site)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setVerticalSpacing(2)
        name = QLabel(line.name)
        name.setWordWrap(True)
        grid.addWidget(name, 0, 0)
        grid.addWidget(_selectable(_ways(line)), 1, 0)
        grid.addWidget(muted(_conditions(line), wraps=True), 2, 0)
        grid.addLayout(buttons, 0, 1, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)

    def _copy(self) -> None:
        number = self._line.number or self._line.text
        QGuiApplication.clipboard().setText(number)
        self.copied.emit(number)

    def _open_site(self) -> None:
        QDesktopServices.openUrl(QUrl(self._line.site))


def _selectable(text: str) -> QLabel:
    label = heading(text, 1.25)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def _ways(line: CrisisLine) -> str:
    ways = [words.call(line.number)] if line.number else []
    ways += [words.text(line.text)] if line.text else []
    return "   ".join(ways)


def _conditions(line: CrisisLine) -> str:
    said = (words.hours(always=line.always), words.in_language(line.language))
    return ", ".join(each for each in said if each)
