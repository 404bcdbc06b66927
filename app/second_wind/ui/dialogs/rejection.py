"""Logs a rejection, or changes one. The one dialog that stays a moment after it has stored."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.entries import Rejection
from second_wind.core.errors import DayNotReached, InvalidDay, KnownError
from second_wind.journal.changes import ActName
from second_wind.journal.journal import Journal
from second_wind.ui.page import scrolling
from second_wind.ui.widgets.after_rejection import AfterRejection
from second_wind.ui.widgets.card import heading, muted
from second_wind.ui.widgets.notice import Notice
from second_wind.ui.widgets.rejection_form import RejectionForm
from second_wind.words import rejections as words
from second_wind.words.errors import sentence
from second_wind.words.language import _

_WIDEST = 560
_LETTERS = 80
_MARGIN = 24
_AROUND_FORM = 170
_FRAME = QSize(16, 48)


class RejectionDialog(QDialog):
    """Asks for one day and takes whatever else is given."""

    day_requested = Signal(object)
    """The person wants to see a day in Today."""

    def __init__(
        self,
        journal: Journal,
        parent: QWidget | None = None,
        rejection: Rejection | None = None,
        shown_lines: set[int] | None = None,
    ) -> None:
        """Show an empty form, or a rejection to change.

        `shown_lines` holds the reframing lines of the day; the one that is shown is added to it.
        """
        super().__init__(parent)
        self.setObjectName("rejection-dialog")
        self._journal = journal
        self._is_new = rejection is None
        self._shown_lines = set() if shown_lines is None else shown_lines
        self.form = RejectionForm(rejection or Rejection(day=journal.today()))
        self.notice = Notice()
        self.leave_question = self._leave_question()
        self.after: AfterRejection | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._form_view())
        self._buttons = self._form_buttons()
        self._lay_out()
        self.save_button.setDefault(True)  # only now does it belong to the dialog
        wanted = QSize(_WIDEST + 2 * _MARGIN, self.form.sizeHint().height() + _AROUND_FORM)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        first = self.form.company if self._is_new else self.form.day
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Store what the form says; say what is wrong where it can't be."""
        given = self.form.rejection()
        try:
            if self._is_new:
                self._journal.store(add=[given], name=ActName.REJECTION)
            elif self.form.is_changed():
                self._journal.store(change=[given], name=ActName.EDIT)
        except KnownError as error:
            self._explain(error)
            return
        if self._is_new:
            self._show_after(given)
        else:
            self.accept()

    def reject(self) -> None:
        """Close; ask first if something was written that is not stored."""
        if self.after is not None:
            self._finish()
        elif not self.leave_question.isHidden():
            self._keep_writing()
        elif self.form.is_changed():
            self._ask_to_leave()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's own button like Esc."""
        event.ignore()
        self.reject()

    # Afterwards

    def _show_after(self, stored: Rejection) -> None:
        self.notice.hide()
        self.leave_question.hide()
        self._buttons.hide()
        self.after = AfterRejection(self._journal, stored, self._shown_lines)
        self.after.finished.connect(self._finish)
        self.after.failed.connect(self._explain)
        self.after.day_requested.connect(self._open_day)
        self._stack.addWidget(self.after)
        self._stack.setCurrentIndex(1)
        self.after.begin()

    def _finish(self) -> None:
        if self.after is not None:
            self.after.store_feelings()
        self.accept()

    def _open_day(self, day: object) -> None:
        self._finish()
        self.day_requested.emit(day)

    # What goes wrong

    def _explain(self, error: KnownError) -> None:
        self.leave_question.hide()
        self.notice.say(sentence(error))
        if isinstance(error, DayNotReached | InvalidDay):
            self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self._follow()

    def _follow(self) -> None:
        """Keep the field that is written in, or that is wrong, in sight."""
        field = self.form.focusWidget()
        if field is not None:
            self._area.ensureWidgetVisible(field, 0, _MARGIN)

    def _ask_to_leave(self) -> None:
        self.notice.hide()
        self.leave_question.say(_("Leave without saving what you wrote?"))
        self.keep.setDefault(True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_writing(self) -> None:
        self.leave_question.hide()
        self.save_button.setDefault(True)
        self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        super().reject()

    # Making

    def _lay_out(self) -> None:
        """Stack everything in one column that stays narrow in a wide window."""
        middle = QWidget()
        letters = self.fontMetrics().averageCharWidth() * _LETTERS
        middle.setMaximumWidth(max(_WIDEST, letters))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        column.addWidget(self.leave_question)
        column.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 20, _MARGIN, 18)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)

    def _leave_question(self) -> Notice:
        notice = Notice()
        self.leave = QPushButton(_("Leave"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self._leave)
        self.keep = QPushButton(_("Keep writing"))
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep_writing)
        notice.row.addWidget(self.leave)
        notice.row.addWidget(self.keep)
        return notice

    def _form_view(self) -> QWidget:
        title = _("Log a rejection") if self._is_new else _("Change this rejection")
        self.setWindowTitle(title)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addStretch(1)
        view = QWidget()
        outer = QVBoxLayout(view)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(heading(title, 1.35))
        outer.addWidget(muted(words.form_hint(), wraps=True))
        self._area = scrolling(content)
        self.form.grown.connect(self._follow)
        outer.addWidget(self._area, 1)
        return view

    def _form_buttons(self) -> QWidget:
        cancel = QPushButton(_("Cancel"))
        cancel.setObjectName("cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(_("Save"))
        self.save_button.setObjectName("save")
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self.save)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        return buttons
