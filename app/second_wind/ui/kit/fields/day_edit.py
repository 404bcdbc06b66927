"""A field for a day: typed or picked from a calendar that wears the program's own colours."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QColor, QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from second_wind.ui.kit.fields.time_edit import show_in_order
from second_wind.ui.kit.look.theme import colours_of
from second_wind.words.base.language import _
from second_wind.words.entries.rejections import full_date


class DayEdit(QDateEdit):
    """Holds a calendar day; tells it in words to those who can't see it."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        """Make a field that shows a day."""
        super().__init__(parent)
        self.setObjectName("day")
        self.setCalendarPopup(True)
        show_in_order(self, _format(QLocale()))
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
        letter = self.fontMetrics().height()
        calendar.setMinimumSize(letter * 19, letter * 15)
        self.dateChanged.connect(self._describe)
        self.set_day(day)
        self._describe()
        dress(calendar)

    def day(self) -> date:
        """Return the day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours as they change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self.calendarWidget())

    def _describe(self) -> None:
        # Qt tells screen readers "spin button, 0".
        self.setAccessibleDescription(full_date(self.day()))


def dress(calendar: QCalendarWidget) -> None:
    """Give a calendar the colours of its scheme: by itself Qt paints weekends red, arrows black."""
    plain = QTextCharFormat()
    plain.setForeground(QColor(colours_of(calendar.palette()).text))
    for each in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(each, plain)
    for name, text, meaning in (
        ("qt_calendar_prevmonth", "‹", _("The month before")),
        ("qt_calendar_nextmonth", "›", _("The month after")),
    ):
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(QIcon())
            button.setText(text)
            button.setAccessibleName(meaning)
            button.setToolTip(meaning)


def _format(locale: QLocale) -> str:
    """Return the locale's short form, but with all four digits of the year."""
    if locale.language() is QLocale.Language.C:
        return "yyyy-MM-dd"
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
