"""The cards of Today: beside each other where there is room, else one below the other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from second_wind.ui.kit.look.tokens import CARD_GAP

_TWO_COLUMNS_FROM = 118
"""Width in average letters from which the chart stands beside the log."""
_PAIRS_FROM = 76
"""Width of the log in average letters from which two cards stand beside each other."""
_ROOMY_FROM = 80
_MARGIN, _NARROW_MARGIN = 28, 14
_LOG_SHARE, _LOOK_SHARE = 27, 20
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom

Pair = tuple[QWidget, QWidget]


class DayColumns(QWidget):
    """Holds the head of the page, the log, and what looks back beside it."""

    def __init__(
        self,
        head: Sequence[QWidget],
        log: Sequence[QWidget],
        pairs: Sequence[Pair],
        looks: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        """Put the log's cards below each other, its pairs last; `arrange` follows."""
        super().__init__(parent)
        self._looks = tuple(looks)
        self._pairs = tuple(_pair(*each) for each in pairs)
        self._beside = QWidget()
        column = _column(looks)
        column.setContentsMargins(0, 0, 0, 0)
        self._beside.setLayout(column)
        self._columns = QBoxLayout(_BESIDE)
        self._columns.setSpacing(CARD_GAP)
        self._columns.addLayout(_column(log, self._pairs), _LOG_SHARE)
        self._columns.addWidget(self._beside, _LOOK_SHARE)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(CARD_GAP)
        for widget in head:
            self._whole.addWidget(widget)
        self._whole.addLayout(self._columns)
        self._whole.addStretch(1)

    def arrange(self, letters: float) -> None:
        """Fit everything into a width, given in average letters."""
        has_looks = not all(each.isHidden() for each in self._looks)
        self._beside.setVisible(has_looks)
        side = _MARGIN if letters >= _ROOMY_FROM else _NARROW_MARGIN
        self._whole.setContentsMargins(side, 18, side, 24)
        two_columns = has_looks and letters >= _TWO_COLUMNS_FROM
        log_letters = letters * _LOG_SHARE / (_LOG_SHARE + _LOOK_SHARE) if two_columns else letters
        self._columns.setDirection(_BESIDE if two_columns else _BELOW)
        for pair in self._pairs:
            pair.setDirection(_BESIDE if log_letters >= _PAIRS_FROM else _BELOW)


def _column(cards: Sequence[QWidget], pairs: Sequence[QBoxLayout] = ()) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(CARD_GAP)
    for card in cards:
        column.addWidget(card)
    for pair in pairs:
        column.addLayout(pair)
    column.addStretch(1)
    return column


def _pair(first: QWidget, second: QWidget) -> QBoxLayout:
    """Return two cards side by side, of the same width."""
    pair = QBoxLayout(_BESIDE)
    pair.setSpacing(CARD_GAP)
    pair.addWidget(first, 1)
    pair.addWidget(second, 1)
    return pair
