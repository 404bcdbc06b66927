"""A calendar that drops down from a button, to choose one day."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Signal
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from second_wind.ui.kit.fields.day_edit import dress

_WIDTH, _HEIGHT = 19, 15
"""In heights of a letter."""


class DayPopup(QMenu):
    """Closes when a day is chosen, or by Esc without one."""

    day_chosen = Signal(object)

    def __init__(
        self, shown: date, earliest: date | None, latest: date, parent: QWidget | None = None
    ) -> None:
        """Show the month of a day; only days from `earliest` to `latest` can be chosen."""
        super().__init__(parent)
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        letter = self.fontMetrics().height()
        self.calendar.setMinimumSize(letter * _WIDTH, letter * _HEIGHT)
        dress(self.calendar)
        if earliest is not None:
            self.calendar.setMinimumDate(_qt_date(earliest))
        self.calendar.setMaximumDate(_qt_date(latest))
        self.calendar.setSelectedDate(_qt_date(shown))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        action = QWidgetAction(self)
        action.setDefaultWidget(self.calendar)
        self.addAction(action)

    def open_below(self, button: QWidget) -> None:
        """Let a day be chosen below a button."""
        self.calendar.setFocus()
        self.exec(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.deleteLater()

    def _take(self, chosen: QDate) -> None:
        self.close()
        self.day_chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
