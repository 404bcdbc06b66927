"""Logs good news, or changes it: an interview, an offer, work found."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
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

from second_wind.core.entries import LONGEST_LINE, GoodNews, GoodNewsKind
from second_wind.core.known_error import KnownError
from second_wind.journal.changes import ActName
from second_wind.journal.journal import Journal
from second_wind.ui.widgets.card import heading, muted
from second_wind.ui.widgets.day_edit import DayEdit
from second_wind.ui.widgets.notice import Notice
from second_wind.ui.widgets.segments import Segments
from second_wind.ui.widgets.text_box import TextBox
from second_wind.words import good_news as words
from second_wind.words import labels
from second_wind.words.errors import sentence
from second_wind.words.language import _

_LETTERS = 62
_MARGIN = 24


class GoodNewsDialog(QDialog):
    """Needs nothing but a kind."""

    def __init__(
        self,
        journal: Journal,
        day: date,
        parent: QWidget | None = None,
        news: GoodNews | None = None,
    ) -> None:
        """Show an empty form for a day, or good news to change."""
        super().__init__(parent)
        self.setObjectName("good-news-dialog")
        self.setWindowTitle(words.title(is_new=news is None))
        self._journal = journal
        self._is_new = news is None
        self._shown = news or GoodNews(day=day, kind=GoodNewsKind.INTERVIEW)
        kinds = [(str(each), labels.good_news(each)) for each in GoodNewsKind]
        self.kind = Segments(_("What it is"), kinds)
        self.company, self.role = _line("company"), _line("role")
        self.day = DayEdit(self._shown.day)
        self.note = TextBox()
        self.notice = Notice()
        self._fill()
        self._lay_out()
        self.kind.button(self.kind.choice).setFocus(Qt.FocusReason.OtherFocusReason)

    def news(self) -> GoodNews:
        """Return what the form says."""
        return replace(
            self._shown,
            kind=GoodNewsKind(self.kind.choice),
            day=self.day.day(),
            company=self.company.text().strip(),
            role=self.role.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def save(self) -> None:
        """Store what the form says; say what is wrong where it can't be."""
        given = self.news()
        try:
            if self._is_new:
                self._journal.store(add=[given], name=ActName.GOOD_NEWS)
            elif given != self._shown:
                self._journal.store(change=[given], name=ActName.EDIT)
        except KnownError as error:
            self.notice.say(sentence(error))
            return
        self.accept()

    def delete(self) -> None:
        """Delete what was opened."""
        try:
            self._journal.store(delete=[self._shown], name=ActName.DELETE)
        except KnownError as error:
            self.notice.say(sentence(error))
            return
        self.accept()

    def _fill(self) -> None:
        self.kind.choose(self._shown.kind)
        self.company.setText(self._shown.company)
        self.role.setText(self._shown.role)
        self.note.setPlainText(self._shown.note)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 18)
        column.setSpacing(12)
        column.addWidget(heading(words.title(is_new=self._is_new), 1.35))
        column.addWidget(muted(words.hint(), wraps=True))
        column.addWidget(self.kind)
        column.addLayout(self._fields())
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.save_button.setDefault(True)  # only now does it belong to the dialog
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Company"), self.company),
            (_("Role"), self.role),
            (_("Day"), self.day),
        )
        for number, (text, field) in enumerate(fields):
            row, column = number // 2 * 2, number % 2
            grid.addWidget(_label(text, field), row, column)
            grid.addWidget(field, row + 1, column)
        grid.addWidget(_label(_("Note"), self.note), 4, 0, 1, 2)
        grid.addWidget(self.note, 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        if not self._is_new:
            self.delete_button = QPushButton(_("Delete"))
            self.delete_button.clicked.connect(self.delete)
            row.addWidget(self.delete_button)
        row.addStretch(1)
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(_("Save"))
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self.save)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        return row


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setMaxLength(LONGEST_LINE)
    return line


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label
