"""Open positions that somebody mentioned in a talk, gathered in one list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.entries import Talk
from second_wind.core.people.people import Directory
from second_wind.ui.entries.entry_line import EntryLine
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.emptied import empty
from second_wind.words.base.language import _, translate_plural
from second_wind.words.entries import people as words

_FEWEST = 6


class OpeningsCard(Card):
    """The latest first, each with who told it and a way to that day."""

    day_requested = Signal(object)
    """Carries the day of the talk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card without an opening."""
        super().__init__(_("Openings they mentioned"), "", parent)
        self._shows_all = False
        self._talks: Sequence[Talk] = ()
        self._directory = Directory(())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.empty = muted(
            _("What somebody tells you of an open position gathers here."), wraps=True
        )
        self.more = QPushButton()
        self.more.setObjectName("more-openings")
        self.more.setProperty("role", "link")
        self.more.setProperty("edge", True)
        self.more.clicked.connect(self._show_all)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeading)

    def show_openings(self, talks: Sequence[Talk], directory: Directory) -> None:
        """Show what these talks mention."""
        self._talks, self._directory = talks, directory
        empty(self._rows)
        shown = talks if self._shows_all else talks[:_FEWEST]
        for each in shown:
            self._rows.addWidget(self._row(each))
        hidden = len(talks) - len(shown)
        text = translate_plural("{n} earlier one", "{n} earlier ones", hidden)
        self.more.setText(text.format(n=hidden))
        self.more.setVisible(hidden > 0)
        self.empty.setVisible(not talks)

    def _row(self, talk: Talk) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tip = QLabel(breakable(talk.tip))
        tip.setTextFormat(Qt.TextFormat.PlainText)
        tip.setWordWrap(True)
        tip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        person = self._directory.of(talk)
        source = words.opening_source(talk, person.name if person else talk.person)
        link = EntryLine(talk, source)
        link.setAccessibleDescription(_("Opens that day"))
        link.opened.connect(self._open)
        column.addWidget(tip)
        column.addWidget(link)
        return row

    def _open(self, talk: Talk) -> None:
        self.day_requested.emit(talk.day)

    def _show_all(self) -> None:
        self._shows_all = True
        self.show_openings(self._talks, self._directory)
