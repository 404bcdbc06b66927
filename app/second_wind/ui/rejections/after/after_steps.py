"""What follows once a rejection is stored: four quiet moments, each passed by one key."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.window.page import scrolling
from second_wind.words.base.language import _, pgettext

_LARGER = 1.4


class Moment(QWidget):
    """One thing to read or to answer."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        """Show a quiet title and words in large letters below it."""
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        if title:
            self.column.addWidget(muted(breakable(title), wraps=True))
        self.words = _large(text)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.words)
        self.setAccessibleName(text)

    def first_field(self) -> QWidget | None:
        """Return what the keyboard goes to, None where there is only something to read."""
        return None

    def objects(self) -> bool:
        """Say what was typed here that can't be taken; tell whether anything was."""
        return False


def _large(text: str) -> QLabel:
    label = QLabel(text)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * _LARGER)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class LineMoment(Moment):
    """A line that puts a rejection in another light, and can be sent away for good."""

    dismissed = Signal(int)
    """Carries the number of the line."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        """Show a line."""
        super().__init__("", text, parent)
        self._number = number
        self.dismiss = QPushButton(_("Don't show this line again"))
        self.dismiss.setObjectName("dismiss-line")
        self.dismiss.setProperty("role", "quiet")
        self.dismiss.clicked.connect(self._dismiss)
        self.column.addWidget(self.dismiss, alignment=Qt.AlignmentFlag.AlignLeading)

    def _dismiss(self) -> None:
        self.dismiss.setEnabled(False)
        self.dismiss.setText(_("This line will not come again."))
        self.dismissed.emit(self._number)


class StepMoment(Moment):
    """A small step, and the way to the day on which it would be logged."""

    day_requested = Signal(object)

    def __init__(self, step: str, text: str, day: date, parent: QWidget | None = None) -> None:
        """Show a step's name and what could be done."""
        super().__init__(_("One small step, if you like · {step}").format(step=step), text, parent)
        self._day = day
        self.open_day = QPushButton(pgettext("button", "Open Today"))
        self.open_day.setObjectName("open-today")
        self.open_day.clicked.connect(self._request)
        self.column.addWidget(self.open_day, alignment=Qt.AlignmentFlag.AlignLeading)

    def _request(self) -> None:
        self.day_requested.emit(self._day)


class Moments(QWidget):
    """Shows moments one after the other; says when one is left and when all are through."""

    left = Signal()
    """The person goes on from the moment that is shown."""
    finished = Signal()

    def __init__(self, moments: list[Moment], parent: QWidget | None = None) -> None:
        """Take the moments in order."""
        super().__init__(parent)
        self._moments = moments
        self._stack = QStackedWidget()
        for each in moments:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.addStretch(2)
            column.addWidget(each)
            column.addStretch(3)
            self._stack.addWidget(scrolling(holder))
        self.close_button = QPushButton(pgettext("button", "Close"))
        self.close_button.setObjectName("close")
        self.close_button.clicked.connect(self._close)
        self.next = QPushButton(pgettext("button", "Go on"))
        self.next.setObjectName("go-on")
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(self.go_on)
        buttons = QHBoxLayout()
        buttons.addWidget(muted(_("It is saved.")), 1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)

    @property
    def current(self) -> Moment:
        """The moment that is shown."""
        return self._moments[self._stack.currentIndex()]

    def begin(self) -> None:
        """Show the first moment."""
        self._show(0)

    def go_on(self) -> None:
        """Leave the moment that is shown for the next one."""
        self.left.emit()
        if self.current.objects():
            return
        if self._stack.currentIndex() == len(self._moments) - 1:
            self.finished.emit()
        else:
            self._show(self._stack.currentIndex() + 1)

    def _close(self) -> None:
        if not self.current.objects():
            self.finished.emit()

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        is_last = number == len(self._moments) - 1
        self.close_button.setVisible(not is_last)
        self.next.setText(pgettext("button", "Done") if is_last else pgettext("button", "Go on"))
        self.next.setDefault(True)
        spoken = self.current.accessibleName()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))
        (self.current.first_field() or self.next).setFocus(Qt.FocusReason.OtherFocusReason)
