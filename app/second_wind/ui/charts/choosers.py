"""Choose a rejection, or a year: a list, and the ones before and after it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from second_wind.core.log.entries import Rejection
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.words.base.language import _, pgettext, short_date
from second_wind.words.base.quoting import isolated

_LETTERS = 14
_MOST_LETTERS = 46


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


class RejectionChooser(Chooser):
    """Offers rejections by date and company, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chooser without a rejection."""
        before, after = _("The rejection before"), _("The rejection after")
        super().__init__("rejection", before, after, parent)
        self.box.setMinimumContentsLength(_LETTERS)
        self.box.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMaximumWidth(_MOST_LETTERS * self.fontMetrics().averageCharWidth() + 40)
        label = QLabel(pgettext("field", "After"))
        label.setBuddy(self.box)
        self.row.insertWidget(0, label)
        self.row.setStretchFactor(self.box, 1)
        self.row.addStretch(0)

    def offer(self, rejections: Sequence[Rejection]) -> None:
        """Offer these, oldest first given."""
        self.put((each.id, _called(each)) for each in reversed(rejections))

    @property
    def choice(self) -> str:
        """The id of the chosen rejection, empty if there is none."""
        return self.key


class YearChooser(Chooser):
    """Offers years, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chooser without a year."""
        super().__init__("year", _("The year before"), _("The year after"), parent)
        self.box.setAccessibleName(pgettext("field", "Year"))
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.row.addStretch(1)
        self._offered: list[int] = []

    def offer(self, years: Sequence[int]) -> None:
        """Offer these years, newest first."""
        if self._offered != list(years):
            self._offered = list(years)
            self.put((str(each), str(each)) for each in years)

    @property
    def choice(self) -> int | None:
        """The chosen year, None before any was offered."""
        return int(self.key) if self.key else None

    @property
    def has_several(self) -> bool:
        """Whether there is anything to choose."""
        return self.box.count() > 1


def _called(rejection: Rejection) -> str:
    parts = (short_date(rejection.day), isolated(" ".join(rejection.company.split())))
    return " · ".join(filter(None, parts))


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "segment")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
