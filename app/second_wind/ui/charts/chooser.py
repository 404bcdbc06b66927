"""Chooses one of several, the newest first: a list, and the ones before and after it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from second_wind.ui.kit.fields.choice_box import ChoiceBox


class Chooser(QWidget):
    """The base of what offers things of a log in the order of their days."""

    chosen = Signal()
    """The person chose another one."""

    def __init__(self, name: str, earlier: str, later: str, parent: QWidget | None = None) -> None:
        """Make a chooser without anything to choose; the arrows are called as is said."""
        super().__init__(parent)
        self.box = ChoiceBox(())
        self.box.setObjectName(name)
        self.box.activated.connect(self._tell)
        self.earlier, self.later = _button("‹", earlier), _button("›", later)
        self.earlier.clicked.connect(self._go_back)
        self.later.clicked.connect(self._go_on)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for each in (self.box, self.earlier, self.later):
            self.row.addWidget(each)

    def put(self, offered: Iterable[tuple[str, str]]) -> None:
        """Offer these by key and text, and keep what is chosen if it is among them."""
        kept = self.key
        self.box.clear()
        for key, text in offered:
            self.box.addItem(text, key)
        self.choose(kept)

    def choose(self, key: str) -> None:
        """Choose one without telling, the newest if it is not among them."""
        self.box.choose(key)
        self._mark_ends()

    @property
    def key(self) -> str:
        """The key of the one that is chosen, empty if there is none."""
        return self.box.value() if self.box.count() else ""

    def _go_back(self) -> None:
        self._go(1)

    def _go_on(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        self.box.setCurrentIndex(min(max(self.box.currentIndex() + by, 0), self.box.count() - 1))
        self._tell()

    def _tell(self) -> None:
        self._mark_ends()
        self.chosen.emit()

    def _mark_ends(self) -> None:
        self.box.setToolTip(self.box.currentText())
        self.earlier.setEnabled(self.box.currentIndex() < self.box.count() - 1)
        self.later.setEnabled(self.box.currentIndex() > 0)


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "segment")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
