"""Chooses one of the rejections: a list, and the ones before and after it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from second_wind.core.log.entries import Rejection
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.words.base.language import _, short_date

_LETTERS = 14
_MOST_LETTERS = 46


class RejectionChooser(QWidget):
    """Offers rejections by date and company, the newest first."""

    chosen = Signal(str)
    """Carries the id of the rejection that the person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chooser without a rejection."""
        super().__init__(parent)
        self.box = ChoiceBox(())
        self.box.setObjectName("rejection")
        self.box.setMinimumContentsLength(_LETTERS)
        self.box.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMaximumWidth(_MOST_LETTERS * self.fontMetrics().averageCharWidth() + 40)
        self.box.activated.connect(self._tell)
        label = QLabel(_("After"))
        label.setBuddy(self.box)
        self.earlier = _button("‹", _("The rejection before"))
        self.earlier.clicked.connect(self._go_back)
        self.later = _button("›", _("The rejection after"))
        self.later.clicked.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        row.addStretch(0)

    def offer(self, rejections: Sequence[Rejection]) -> None:
        """Offer these, oldest first given, and keep what is chosen if it is among them."""
        kept = self.box.value() if self.box.count() else ""
        self.box.clear()
        for each in reversed(rejections):
            parts = (short_date(each.day), " ".join(each.company.split()))
            self.box.addItem(" · ".join(filter(None, parts)), each.id)
        self.choose(kept)

    def choose(self, rejection_id: str) -> None:
        """Choose a rejection without telling, the newest if it is not among them."""
        self.box.choose(rejection_id)
        self._mark_ends()

    @property
    def choice(self) -> str:
        """The id of the chosen rejection, empty if there is none."""
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
        self.chosen.emit(self.choice)

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
