"""The talks with one person, with a form to log one or to mend one in place."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.log.entries import Person, Talk
from second_wind.ui.entries.entry_lines import EntryLines
from second_wind.ui.entries.talk_editor import TalkEditor
from second_wind.ui.kit.look.card import Card, muted
from second_wind.words.base.language import _, pgettext, translate_plural
from second_wind.words.entries import people as words

_FEWEST = 12


class PersonTalks(Card):
    """Shows the latest talks first; says what is to be stored."""

    stored = Signal(object)
    """Carries a new `Talk`, or the new state of one."""
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card without talks."""
        super().__init__(pgettext("heading", "Talks"), "", parent)
        self._person: Person | None = None
        self._talks: Sequence[Talk] = ()
        self._shows_all = False
        self.editor = TalkEditor()
        self.editor.stored.connect(self.stored)
        self.editor.removed.connect(self.removed)
        self.editor.closed.connect(self._editor_closed)
        self.lines = EntryLines()
        self.lines.opened.connect(self._open)
        self.none = muted("", wraps=True)
        self.more = QPushButton()
        self.more.setObjectName("more-talks")
        self.more.setProperty("role", "link")
        self.more.setProperty("edge", True)
        self.more.clicked.connect(self._show_all)
        self.log = QPushButton(_("Log a talk"))
        self.log.setObjectName("log-talk")
        self.log.clicked.connect(self._want_talk)
        leading = Qt.AlignmentFlag.AlignLeading
        self.body.addWidget(self.log, alignment=leading)
        self.body.addWidget(self.editor)
        self.body.addWidget(self.none)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.more, alignment=leading)
        self.body.addStretch(1)
        self._today, self._now = date.min, datetime.min  # noqa: DTZ901 - set with a person

    def show_talks(
        self, person: Person, talks: Sequence[Talk], people: Sequence[Person], now: datetime
    ) -> None:
        """Show the talks with a person, the latest first given."""
        if self._person is None or self._person.id != person.id:
            self._shows_all = False
            self.close_form()
        self._person, self._talks, self._now = person, talks, now
        self.editor.set_people(people)
        shown = talks if self._shows_all else talks[:_FEWEST]
        self.lines.show_entries((each, words.talk(each)) for each in shown)
        self.none.setText(words.no_talks(person))
        self.none.setVisible(not talks)
        hidden = len(talks) - len(shown)
        text = translate_plural("{n} earlier talk", "{n} earlier talks", hidden)
        self.more.setText(text.format(n=hidden))
        self.more.setVisible(hidden > 0)

    def stand_at(self, today: date) -> None:
        """Know which day it is, for what is logged next."""
        self._today = today

    def store_now(self) -> None:
        """Store what was typed into the form; where that can't be, it stays open."""
        if self.editor.is_touched():
            self.editor.ask_to_store()

    def close_form(self) -> None:
        """Close the form without storing."""
        if not self.editor.isHidden():
            self.editor.close_form()

    def _want_talk(self) -> None:
        self.log.hide()
        self.editor.begin_with(self._person)
        self.editor.open_new(self._today, self._today, self._now)

    def _open(self, talk: Talk) -> None:
        self.store_now()
        if self.editor.is_touched():
            return  # it could not be stored, and the person was told why
        self.log.hide()
        self.editor.open_entry(talk, self._today)

    def _editor_closed(self) -> None:
        self.log.show()
        self.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._person is not None:
            self.lines.show_entries((each, words.talk(each)) for each in self._talks)
            self.more.hide()
