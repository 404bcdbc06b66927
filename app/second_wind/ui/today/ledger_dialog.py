"""All volunteering: by organisation, by week or month, and as lines for a résumé."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.core.log.entries import Volunteering
from second_wind.core.people.ledger import Organisation, Total, months, organisations, weeks
from second_wind.journal.journal import Journal
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.kit.fields.segments import Segments
from second_wind.ui.kit.fields.text_box import TextBox
from second_wind.ui.kit.forms.leave_question import LeaveQuestion
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card, heading, muted
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.look.tokens import CARD_GAP, SPACE
from second_wind.ui.kit.service.locking import CLOSES_TO_LOCK
from second_wind.ui.kit.service.week import week_start
from second_wind.ui.kit.window.page import scroll_by_key, scrolling
from second_wind.words.base.language import _, hours, pgettext
from second_wind.words.window import ledger as words

_SIZE = QSize(680, 720)
_FRAME = QSize(16, 48)
_LINES = "lines"
"""The field, as drafts know it."""


class LedgerDialog(Drafted, QDialog):
    """Shows what was given; nothing in the log is changed here, and no changed line is dropped."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Read all volunteering of a journal."""
        super().__init__(parent)
        self.setObjectName("ledger-dialog")
        self.setWindowTitle(words.title())
        self._today = journal.today()
        self._entries = journal.entries(Volunteering)
        self._week_start = week_start(journal.settings)
        found = organisations(self._entries)
        self.spans = Segments(
            words.title(),
            [("month", pgettext("choice", "By month")), ("week", pgettext("choice", "By week"))],
        )
        self.spans.chosen.connect(self._show_totals)
        self.totals = QGridLayout()
        self.lines = TextBox()
        self.lines.setAccessibleName(words.resume_title())
        self.lines.setObjectName(_LINES)
        self._settled = "\n".join(map(words.resume_line, found))
        self.lines.setPlainText(self._settled)
        self.lines.textChanged.connect(self._tell_whether_unfinished)
        self._tell_whether_unfinished()
        self.said = Notice()
        self.question = LeaveQuestion()
        self.question.leave.clicked.connect(self._leave)
        self.question.keep.clicked.connect(self._keep_writing)
        self._lay_out(found)
        self._show_totals("month")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))

    def shown_totals(self) -> list[tuple[str, str]]:
        """Return the weeks or months that are shown, with their hours."""
        return self._shown

    def drafts(self) -> Mapping[str, Draft]:
        """Return the lines if they were changed and not copied."""
        if not self.isVisible() or not self._is_unfinished():
            return {}
        text = self.lines.toPlainText()
        form, fields = DraftForm.LEDGER, {_LINES: text}
        words = " ".join(text.split())
        return {"": Draft(form=form, day=self._today, fields=fields, words=words)}

    def take_draft(self, draft: Draft) -> None:
        """Show the lines as they were left."""
        self.lines.setPlainText(draft.fields.get(_LINES, ""))

    def reject(self) -> None:
        """Close; ask first if lines were changed and not copied."""
        if not self.question.isHidden():
            self._keep_writing()
        elif self._is_unfinished():
            self.question.ask(words.leave())
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, too: the keyboard begins at the button, which leaves these keys alone."""
        if not scroll_by_key(self, event):
            super().keyPressEvent(event)

    def _show_totals(self, span: str) -> None:
        while self.totals.count():
            item = self.totals.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = self._by_month() if span == "month" else self._by_week()
        for row, (when, amount) in enumerate(self._shown):
            self.totals.addWidget(QLabel(when), row, 0)
            self.totals.addWidget(QLabel(amount), row, 1, Qt.AlignmentFlag.AlignTrailing)

    def _by_month(self) -> list[tuple[str, str]]:
        return _named(months(self._entries), words.month)

    def _by_week(self) -> list[tuple[str, str]]:
        return _named(weeks(self._entries, self._week_start), words.week)

    def _copy(self) -> None:
        self._settled = self.lines.toPlainText()
        QGuiApplication.clipboard().setText(self._settled)
        self._tell_whether_unfinished()
        self.question.hide()
        self.said.say(_("Copied."))

    def _is_unfinished(self) -> bool:
        return self.lines.toPlainText() != self._settled

    def _tell_whether_unfinished(self) -> None:
        """Let the dialog close by itself when the journal locks, as long as nothing is in work."""
        self.setProperty(CLOSES_TO_LOCK, not self._is_unfinished())

    def _leave(self) -> None:
        super().reject()

    def _keep_writing(self) -> None:
        self.question.hide()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, found: Sequence[Organisation]) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, SPACE, 0)
        inner.setSpacing(CARD_GAP)
        for card in self._cards(found):
            inner.addWidget(card)
        inner.addStretch(1)
        close = QPushButton(pgettext("button", "Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 18)
        column.setSpacing(14)
        column.addWidget(heading(words.title(), 1.35))
        column.addWidget(muted(self._in_all(found), wraps=True))
        column.addWidget(scrolling(content), 1)
        column.addWidget(self.question)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignTrailing)
        close.setDefault(True)  # only now does it belong to the dialog

    def _in_all(self, found: Sequence[Organisation]) -> str:
        if not found:
            return words.nothing_yet()
        return words.in_all(sum(each.minutes for each in found), len(found))

    def _cards(self, found: Sequence[Organisation]) -> list[QWidget]:
        if not found:
            return []
        return [*map(_organisation_card, found), self._resume_card(), self._totals_card()]

    def _totals_card(self) -> Card:
        card = Card(pgettext("heading", "Hours"))
        card.body.addWidget(self.spans)
        self.totals.setColumnStretch(0, 1)
        card.body.addLayout(self.totals)
        return card

    def _resume_card(self) -> Card:
        card = Card(words.resume_title())
        card.body.addWidget(muted(words.resume_hint(), wraps=True))
        card.body.addWidget(self.lines)
        self.copy = QPushButton(pgettext("button", "Copy"))
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self.said)
        return card


def _organisation_card(each: Organisation) -> Card:
    card = Card(breakable(words.name(each)))
    card.title.setWordWrap(True)
    for text in (words.amount(each), words.practised(each), words.met(each)):
        if text:
            label = QLabel(breakable(text))
            label.setWordWrap(True)
            card.body.addWidget(label)
    return card


def _named(totals: Sequence[Total], name: Callable[[date], str]) -> list[tuple[str, str]]:
    return [(name(each.first), hours(each.minutes)) for each in totals]
