"""The small window of the tray: a mood by one key, minutes, a note, Enter."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.journal.journal import Journal
from second_wind.ui.feelings.mood_row import MoodRow
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.kit.drafts.fields import show_typed_in, typed_in, words_in
from second_wind.ui.kit.fields import number_field
from second_wind.ui.kit.fields.indented import indent
from second_wind.ui.kit.fields.number_field import TypedNumber
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.look.card import heading, key_badge, muted
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.service.locking import CLOSES_TO_LOCK
from second_wind.ui.kit.window.digit_keys import digit_of
from second_wind.ui.quick.quick_log import store_moment
from second_wind.words.base.language import _, heading_date, pgettext
from second_wind.words.errors import sentences
from second_wind.words.window import reminders as words

_STAYS_MS = 900
"""How long it says that it was saved."""
_LETTERS = 66
_MOOD = "mood"
"""What a draft holds besides the fields."""


class QuickEntry(Drafted, QDialog):
    """Stores all that was given in one act; Esc leaves without, and keeps what was typed."""

    day_wanted = Signal(object)
    """Carries the day, to be seen in the window."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the form; `open_on` shows it."""
        super().__init__(parent, Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("quick-entry")
        self.setWindowTitle(pgettext("heading", "Quick entry"))
        self._journal = journal
        self._day = journal.today()
        self._mood: int | None = None
        self._aside: dict[date, Draft] = {}
        self._is_stored = False
        self._question = heading("", 1.25)
        self._date = muted("")
        self._moods = MoodRow()
        self._minutes = TypedNumber(number_field.minutes(may_be_none=True))
        self._note = Line()
        self._said = QLabel()
        self._save = QPushButton(pgettext("button", "Save"))
        self._open = QPushButton(_("Open the day"))
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(_STAYS_MS)
        self._prepare()
        self._lay_out()
        self._connect()
        self._blank = typed_in(self)

    def open_on(self, day: date) -> None:
        """Come to the front, empty unless it is open on that day already."""
        if not self.isVisible() or day != self._day or self._leave.isActive():
            self._begin(day)
        self._come_up()

    def _come_up(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits as moods where no field takes them, and the keys of Today's cards."""
        digit = digit_of(event)
        fields: dict[int, QLineEdit | TypedNumber]
        fields = {Qt.Key.Key_E: self._minutes, Qt.Key.Key_N: self._note}
        field = fields.get(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif digit is not None:
            self._moods.show_mood(digit or 10)
            self._moods.take_focus()
            self._press(digit or 10)
        elif field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()
        else:
            super().keyPressEvent(event)

    def _begin(self, day: date) -> None:
        """Ask anew how it is; minutes and words that were typed about the day come back."""
        self._leave.stop()
        if (draft := self._draft()) is not None:
            self._aside[self._day] = draft
        self._day, self._mood, self._is_stored = day, None, False
        today = self._journal.today()
        self._question.setText(words.now() if day == today else words.question(day, today))
        self._date.setText(heading_date(day, today))
        self._moods.show_names(self._journal.settings.mood_names)
        self._moods.show_mood(None)
        self._minutes.show_number(None)
        self._note.clear()
        self._blank = typed_in(self)
        if (aside := self._aside.pop(day, None)) is not None:
            show_typed_in(self, aside.fields)
        self._say("")
        self._set_open(is_open=True)
        self._moods.take_focus()

    def drafts(self) -> Mapping[str, Draft]:
        """Return what was given and not stored, of every day that was asked about."""
        drafts = {day.isoformat(): draft for day, draft in self._aside.items()}
        draft = self._draft()
        return drafts | ({self._day.isoformat(): draft} if draft else {})

    def take_draft(self, draft: Draft) -> None:
        """Come to the front with what was given for a day."""
        self._aside[draft.day] = draft
        self._begin(draft.day)
        mood = draft.fields.get(_MOOD, "")
        if mood.isdecimal():
            self._moods.show_mood(int(mood))
            self._press(int(mood))
        self._come_up()

    def _draft(self) -> Draft | None:
        fields = typed_in(self)
        words = words_in(self, fields, self._blank)
        if self._mood is not None and self.isVisible():  # once left, it is asked anew how it is
            fields[_MOOD] = str(self._mood)
        if self._is_stored or fields == self._blank:
            return None
        form = DraftForm.QUICK_ENTRY
        return Draft(form=form, day=self._day, fields=fields, words=words)

    def _press(self, mood: int) -> None:
        self._mood = mood
        self._tell_whether_storable()

    def _store(self) -> None:
        if not self._save.isEnabled():
            return
        note = self._note.text().strip()
        try:
            minutes = self._minutes.whole()
            store_moment(self._journal, self._day, self._mood, minutes, note)
        except KnownError as error:
            self._say(sentences.sentence(error))
        else:
            self._say(words.saved(self._journal.now()))
            self._is_stored = True
            self._leave.start()
            self._set_open(is_open=False)

    def _show_day(self) -> None:
        self.close()
        self.day_wanted.emit(self._day)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _set_open(self, *, is_open: bool) -> None:
        for each in (self._moods, self._minutes, self._note, self._open):
            each.setEnabled(is_open)
        self._tell_whether_storable()

    def _tell_whether_storable(self) -> None:
        given = self._mood is not None or self._minutes.text() or self._note.text().strip()
        self._save.setEnabled(bool(given) and not self._leave.isActive())
        self.setProperty(CLOSES_TO_LOCK, not self._save.isEnabled())

    def _prepare(self) -> None:
        self._minutes.setObjectName("quick-minutes")
        self._minutes.setAccessibleName(pgettext("field", "Exercise"))
        indent(self._minutes)
        self._note.setObjectName("quick-note")
        self._note.setAccessibleName(pgettext("field", "Note"))
        self._note.setPlaceholderText(_("A few words, if you like"))
        self._said.setWordWrap(True)
        self._said.setProperty("role", "accent")
        self._save.setProperty("role", "primary")
        self._save.setObjectName("quick-save")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._question)
        self._date.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._date, 1)
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(SPACE)
        fields.setColumnStretch(2, 1)
        for row, (text, key, field) in enumerate(
            (
                (pgettext("field", "Exercise"), "E", self._minutes),
                (pgettext("field", "Note"), "N", self._note),
            )
        ):
            label = QLabel(text)
            label.setBuddy(field)
            fields.addWidget(label, row, 0)
            fields.addWidget(key_badge(key), row, 1, Qt.AlignmentFlag.AlignVCenter)
            fields.addWidget(field, row, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._open)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._moods)
        column.addLayout(fields)
        column.addLayout(foot)
        self._save.setDefault(True)
        self.resize(self.fontMetrics().averageCharWidth() * _LETTERS, self.sizeHint().height())

    def _connect(self) -> None:
        self._moods.pressed.connect(self._press)
        self._minutes.changed.connect(self._tell_whether_storable)
        self._note.textChanged.connect(self._tell_whether_storable)
        self._save.clicked.connect(self._store)
        self._open.clicked.connect(self._show_day)
        self._leave.timeout.connect(self.close)
