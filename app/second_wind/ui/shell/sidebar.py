"""The sidebar: pages above; logging a rejection, Support and Settings at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.window.places import Place
from second_wind.words.base.language import _, pgettext

_LETTERS = 21
_MARGIN = 12
_BOLDER = 4
"""What the name of the open page may need more than the others."""
_ROOMY, _TIGHT = (18, 14, 4), (8, 8, 0)
"""Room above, below, and between buttons."""


class Sidebar(QFrame):
    """Shows which page is open and opens another."""

    place_chosen = Signal(object)
    """Carries a `Place`."""
    rejection_wanted = Signal()

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Make a button for each place, in order."""
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(pgettext("field", "Pages"))
        self._places = tuple(places)
        self._is_tight: bool | None = None
        self._is_told = False
        self._group = QButtonGroup(self)
        # Assistive technology toggles where a person clicks, so a click counts by this alone.
        self._group.idToggled.connect(self._tell)
        self._sample = _sample_label()
        self.log_rejection = QPushButton(_("Log a rejection…"))
        self.log_rejection.setObjectName("log-rejection")
        self.log_rejection.setToolTip(_("Log a rejection (R)"))
        self.log_rejection.clicked.connect(self.rejection_wanted)
        self._lay_out()
        self.set_narrow(is_narrow=False)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Leave more room to the page in a narrow window."""
        width = self.fontMetrics().averageCharWidth() * _LETTERS + 2 * _MARGIN
        needed = self._column.minimumSize().width() + _BOLDER
        self.setFixedWidth(min(width, needed) if is_narrow else max(width, needed))

    def show_place(self, place: Place) -> None:
        """Mark the page that is open, and let Tab stop there."""
        self._is_told = True
        self._group.button(self._places.index(place)).setChecked(True)
        self._is_told = False

    def show_sample(self) -> None:
        """Say for as long as the window is open that this is a sample."""
        self._sample.show()
        self._tighten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move together in a low window, so that its foot stays in sight."""
        super().resizeEvent(event)
        self._tighten()

    def changeEvent(self, event: QEvent) -> None:
        """Look again how much room is needed with another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._tighten()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("scrolled")
        column = self._column = QVBoxLayout(content)
        brand = QLabel("Second Wind")
        brand.setProperty("role", "brand")
        brand.setFont(_brand_font(brand.font()))
        brand.setContentsMargins(10, 0, 0, SPACE)
        column.addWidget(brand)
        column.addWidget(self._sample)
        buttons = [self._place_button(number) for number in range(len(self._places))]
        above = [
            each for each, place in zip(buttons, self._places, strict=True) if not place.is_at_foot
        ]
        for button in above:
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.log_rejection)
        for button in buttons:
            if button not in above:
                column.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolled(content))
        self._space(is_tight=False)

    def _tighten(self) -> None:
        """Be roomy where that fits, and tight where it does not."""
        self._space(is_tight=False)
        if self._column.minimumSize().height() > self.height():
            self._space(is_tight=True)

    def _space(self, *, is_tight: bool) -> None:
        if is_tight == self._is_tight:
            return
        was_dressed, self._is_tight = self._is_tight is not None, is_tight
        self.setProperty("tight", is_tight)
        if was_dressed:  # at first nothing is, and a `QStyle` in Python's hands costs a while
            for button in self.findChildren(QPushButton):
                self.style().unpolish(button)
                self.style().polish(button)
        above, below, between = _TIGHT if is_tight else _ROOMY
        self._column.setContentsMargins(_MARGIN, above, _MARGIN, below)
        self._column.setSpacing(between)

    def _tell(self, number: int, is_on: bool) -> None:
        if is_on and not self._is_told:
            self.place_chosen.emit(self._places[number])

    def _place_button(self, number: int) -> QPushButton:
        place = self._places[number]
        button = QPushButton(place.label)
        button.setObjectName(f"page-{place}")
        button.setProperty("role", "foot" if place.is_at_foot else "nav")
        button.setCheckable(True)
        if place.key:
            tip = _("{title} ({keys})").format(title=place.label, keys=place.key)
            button.setToolTip(tip)
        self._group.addButton(button, number)
        return button


def _scrolled(content: QWidget) -> QScrollArea:
    """Return a way to see all of it in a low window."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def _sample_label() -> QLabel:
    label = QLabel(pgettext("field", "Sample journal"))
    label.setProperty("role", "sample")
    label.setToolTip(_("Invented days, apart from your own journal"))
    label.hide()
    return label


def _brand_font(font: QFont) -> QFont:
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * 1.2)
    return font
