"""The sidebar: pages above, logging a rejection below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from second_wind.ui.tokens import SPACE
from second_wind.words.language import _

_LETTERS, _NARROW_LETTERS = 21, 19
_MARGIN = 12


class Sidebar(QFrame):
    """Shows which page is open and opens another."""

    page_chosen = Signal(int)
    rejection_wanted = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        """Make a button for each page, in order."""
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(_("Pages"))
        self.set_narrow(is_narrow=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 14)
        column.setSpacing(4)
        brand = QLabel("Second Wind")
        brand.setProperty("role", "brand")
        brand.setFont(_brand_font(brand.font()))
        brand.setContentsMargins(10, 0, 0, SPACE)
        column.addWidget(brand)
        self._sample = QLabel(_("Sample journal"))
        self._sample.setProperty("role", "sample")
        self._sample.setToolTip(_("Invented days, apart from your own journal"))
        self._sample.hide()
        column.addWidget(self._sample)
        self._group = QButtonGroup(self)
        # Assistive technology toggles where a person clicks, so a click counts by this alone.
        self._group.idToggled.connect(self._tell)
        self._is_told = False
        for number, title in enumerate(titles):
            column.addWidget(self._page_button(number, title))
        column.addStretch(1)
        self.log_rejection = QPushButton(_("Log a rejection…"))
        self.log_rejection.setObjectName("log-rejection")
        self.log_rejection.setToolTip(_("Log a rejection (R)"))
        self.log_rejection.clicked.connect(self.rejection_wanted)
        column.addWidget(self.log_rejection)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Leave more room to the page in a narrow window."""
        letters = _NARROW_LETTERS if is_narrow else _LETTERS
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * letters + 2 * _MARGIN)

    def show_page(self, number: int) -> None:
        """Mark the page that is open, and let Tab stop there."""
        self._is_told = True
        self._group.button(number).setChecked(True)
        self._is_told = False

    def show_sample(self) -> None:
        """Say for as long as the window is open that this is a sample."""
        self._sample.show()

    def _tell(self, number: int, is_on: bool) -> None:
        if is_on and not self._is_told:
            self.page_chosen.emit(number)

    def _page_button(self, number: int, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(f"page-{number + 1}")
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.setToolTip(_("{title} (Ctrl+{number})").format(title=title, number=number + 1))
        self._group.addButton(button, number)
        return button


def _brand_font(font: QFont) -> QFont:
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * 1.2)
    return font
