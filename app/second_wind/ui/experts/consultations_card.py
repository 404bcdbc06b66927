"""Questions to experts: what was asked, what was heard, and a way to ask once more."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.entries import Consultation
from second_wind.ui.entries.entry_line import EntryLine
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.emptied import empty
from second_wind.words.entries import consultations as words


class ConsultationsCard(Card):
    """Shows questions on a line each; a line opens for what they said, or for mending."""

    ask_wanted = Signal()
    opened = Signal(object)
    """Carries the `Consultation` of the line that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card without a question."""
        super().__init__(words.title(), "", parent)
        self.lines: dict[str, EntryLine] = {}
        self.intro = muted(words.intro(), wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.ask = QPushButton(words.ask())
        self.ask.setObjectName("ask-expert-here")
        self.ask.clicked.connect(self.ask_wanted)
        self.body.addWidget(self.intro)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.ask, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def show_consultations(
        self, consultations: Sequence[Consultation], *, of_person: bool = False
    ) -> None:
        """Show questions; on a person's own page their name goes without saying."""
        # A line was left for its form, whose window has the keyboard while this one waits.
        last = self.window().focusWidget()
        focused = next((key for key, each in self.lines.items() if each is last), "")
        self._clear()
        for each in consultations:
            self._rows.addWidget(self._row(each, of_person=of_person))
        self.intro.setVisible(not consultations)
        stops = [*self.lines.values(), self.ask]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if focused:
            self.lines.get(focused, self.ask).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, consultation: Consultation, *, of_person: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = EntryLine(consultation, words.question(consultation, of_person=of_person))
        line.setAccessibleName(f"{line.accessibleName()} · {words.state(consultation)}")
        line.opened.connect(self.opened)
        self.lines[consultation.id] = line
        column.addWidget(line)
        column.addWidget(_answer(consultation))
        return row

    def _clear(self) -> None:
        self.lines.clear()
        empty(self._rows)


def _answer(consultation: Consultation) -> QLabel:
    """Return what they said; quiet while there is nothing."""
    text = breakable(words.answer(consultation))
    label = muted(text, wraps=True) if consultation.received is None else QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
