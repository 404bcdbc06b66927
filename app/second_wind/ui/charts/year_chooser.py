"""Chooses one of the years of a log: a list, and the ones before and after it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.words.base.language import _


class YearChooser(QWidget):
    """Offers years, the newest first."""

    chosen = Signal()
    """The person chose another year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chooser without a year."""
        super().__init__(parent)
        self.box = ChoiceBox(())
        self.box.setObjectName("year")
        self.box.setAccessibleName(_("Year"))
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.box.activated.connect(self._tell)
        self.earlier = _button("‹", _("The year before"))
        self.earlier.clicked.connect(self._go_back)
        self.later = _button("›", _("The year after"))
        self.later.clicked.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (self.box, self.earlier, self.later):
            row.addWidget(each)
        row.addStretch(1)

    def offer(self, years: Sequence[int]) -> None:
        """Offer these years, newest first, and keep what is chosen if it is among them."""
        if self._offered() == list(years):
            return
        kept = self.box.value() if self.box.count() else ""
        self.box.clear()
        for each in years:
            self.box.addItem(str(each), str(each))
        self.box.choose(kept)
        self._mark_ends()

    @property
    def choice(self) -> int | None:
        """The chosen year, None before any was offered."""
        return int(self.box.value()) if self.box.count() else None

    @property
    def has_several(self) -> bool:
        """Whether there is anything to choose."""
        return self.box.count() > 1

    def _offered(self) -> list[int]:
        return [int(self.box.itemData(index)) for index in range(self.box.count())]

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
        self.earlier.setEnabled(self.box.currentIndex() < self.box.count() - 1)
        self.later.setEnabled(self.box.currentIndex() > 0)


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "segment")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
