"""A field for hours, which are kept as minutes."""

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from second_wind.words.language import _

_MINUTES_PER_HOUR = 60
_MOST_DIGITS = 6


class HoursBox(QDoubleSpinBox):
    """Shows 1 h and 1.5 h, without decimals that say nothing."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        """Take so many hours at most."""
        super().__init__(parent)
        self.setRange(0, most)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSuffix(_(" h"))

    def textFromValue(self, value: float) -> str:
        """Return hours as they are written by hand."""
        return self.locale().toString(value, "g", _MOST_DIGITS)

    def show_minutes(self, minutes: int) -> None:
        """Show minutes as hours."""
        self.setValue(minutes / _MINUTES_PER_HOUR)

    def minutes(self) -> int:
        """Return the hours in minutes."""
        return round(self.value() * _MINUTES_PER_HOUR)
