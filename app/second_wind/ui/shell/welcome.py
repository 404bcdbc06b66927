"""The first run: four short cards in the place of the pages, then Today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.log.clock import Clock
from second_wind.core.people.reminders import Wish
from second_wind.paths import AppPaths
from second_wind.ui.kit.fields.indented import indent
from second_wind.ui.kit.fields.segments import Segments
from second_wind.ui.kit.fields.time_edit import TimeEdit
from second_wind.ui.kit.look.card import heading, key_badge, muted
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.service.background_preferences import BackgroundPreferences
from second_wind.ui.kit.window.digit_keys import digit_of
from second_wind.ui.kit.window.page import scrolling
from second_wind.ui.notices.tray import Tray
from second_wind.ui.settings.about import readable
from second_wind.ui.shell.welcome_picture import Picture, WelcomePicture
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import welcome as words

_LETTERS, _LINES = 78, 29
_NONE, _DAILY = "none", "daily"
_USUAL_TIME = time(20)
_LEAST_LINES_FOR_PICTURE = 28


@dataclass(frozen=True, slots=True)
class _Card:
    """One card: its picture, its words, and what else stands on it."""

    picture: Picture
    title: str
    text: str
    more: QWidget


class Welcome(QWidget):
    """Shows the cards; Enter goes on, Esc skips, a number begins at once."""

    finished = Signal()
    mood_pressed = Signal(int)
    """A number was pressed: the cards are left and the mood is logged."""
    sample_wanted = Signal()

    def __init__(
        self,
        paths: AppPaths,
        kept: BackgroundPreferences,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Make the cards and show the first."""
        super().__init__(parent)
        self.setObjectName("page")
        self._cards = (
            _Card(Picture.WAY_BACK, *words.what_it_does(), QWidget()),
            _Card(Picture.FOLDER, *words.where_it_stays(), _folder_of(paths)),
            _Card(Picture.KEYS, *words.the_keys(), _table(words.keys())),
            _Card(Picture.EVENING, *words.the_reminder(), ReminderChoice(kept, clock)),
        )
        self._number = 0
        self._picture = WelcomePicture()
        self._title = heading("", 1.6)
        self._text = QLabel()
        self._place = muted("")
        self._back = self._button(pgettext("choice", "Back"), self._go_back)
        self.next = self._button(pgettext("choice", "Next"), self._go_on)
        self.skip = self._button(pgettext("choice", "Skip"), self.finished.emit)
        self.sample = self._button(_("Look around with sample data"), self.sample_wanted.emit)
        self._lay_out()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, leave, or begin with a mood; arrows move between the buttons."""
        digit = digit_of(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            (button if isinstance(button, QPushButton) else self.next).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        elif digit is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.mood_pressed.emit(digit or 10)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Leave the picture out of a low window."""
        lines = self.height() / self.fontMetrics().height()
        self._picture.setVisible(lines >= _LEAST_LINES_FOR_PICTURE)

    def _go_on(self) -> None:
        if self._number == len(self._cards) - 1:
            self.finished.emit()
            return
        self._number += 1
        self._show()

    def _go_back(self) -> None:
        self._number = max(0, self._number - 1)
        self._show()

    def _show(self) -> None:
        card, count = self._cards[self._number], len(self._cards)
        self.setAccessibleName(card.title)
        self._picture.show_picture(card.picture)
        self._title.setText(card.title)
        self._text.setText(card.text)
        for each in self._cards:
            each.more.setVisible(each is card)
        self._place.setText(words.place(self._number + 1, count))
        self._back.setEnabled(self._number > 0)
        is_last = self._number == count - 1
        self.next.setText(pgettext("button", "Begin") if is_last else pgettext("button", "Next"))
        self.skip.setVisible(not is_last)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        said = f"{card.title}. {card.text}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, SPACE, 0)
        inner.setSpacing(14)
        for widget in (self._picture, self._title, self._text):
            inner.addWidget(widget)
        for each in self._cards:
            inner.addWidget(each.more)
        inner.addStretch(1)
        self.next.setProperty("role", "primary")
        self.next.setObjectName("welcome-next")
        self.skip.setObjectName("welcome-skip")
        self.sample.setProperty("role", "link")
        self.sample.setProperty("edge", True)
        foot = QHBoxLayout()
        foot.addWidget(self._place, 1)
        for button in (self.skip, self._back, self.next):
            foot.addWidget(button)
        card = QFrame()
        card.setObjectName("card")
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        card.setMaximumSize(letter * _LETTERS, line * _LINES)
        parts = QVBoxLayout(card)
        parts.setContentsMargins(26, 22, 26, 18)
        parts.setSpacing(14)
        parts.addWidget(scrolling(content), 1)
        parts.addLayout(foot)
        parts.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeading)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addWidget(card)


class ReminderChoice(QWidget):
    """None, which it is unless one is wanted, or one at a time of day."""

    def __init__(self, kept: BackgroundPreferences, clock: Clock) -> None:
        """Make the choice; it holds at once."""
        super().__init__()
        self._kept, self._clock = kept, clock
        choices = ((_NONE, pgettext("choice", "No reminder")), (_DAILY, _("Once a day")))
        self.choice = Segments(pgettext("choice", "Reminder"), choices)
        self.at = TimeEdit()
        self.at.set_at(_USUAL_TIME)
        self.at.setAccessibleName(_("Time of the reminder"))
        self.at.hide()
        indent(self.at)
        self.stays = QCheckBox(_("Go on in the tray when the window is closed"))
        self.stays.setVisible(Tray.is_there())
        self.choice.chosen.connect(self._keep)
        self.at.timeChanged.connect(self._keep)
        self.stays.toggled.connect(self._keep_stays)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.choice)
        column.addWidget(self.at, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.stays)
        column.addStretch(1)

    def _keep(self) -> None:
        is_wanted = self.choice.choice == _DAILY
        self.at.setVisible(is_wanted)
        self._kept.wish = Wish(self.at.at() if is_wanted else None, self._clock.now())

    def _keep_stays(self, on: bool) -> None:
        self._kept.stays = on


def _folder_of(paths: AppPaths) -> QWidget:
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(readable(QLabel(str(paths.data))))
    column.addStretch(1)
    return shown


def _table(keys: Sequence[tuple[str, str]]) -> QWidget:
    shown = QWidget()
    grid = QGridLayout(shown)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    half = len(keys) // 2
    for number, (key, meaning) in enumerate(keys):
        row, column = number % half, number // half * 2
        grid.addWidget(key_badge(key), row, column, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(QLabel(meaning), row, column + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    grid.setRowStretch(half, 1)
    return shown
