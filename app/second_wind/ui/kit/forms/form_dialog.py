"""A dialog around a form: it stores what was written, and asks before it drops any of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.kit.drafts.fields import show_typed_in, typed_in, words_in
from second_wind.ui.kit.fields.number_field import first_wrong
from second_wind.ui.kit.forms.form import Form
from second_wind.ui.kit.forms.leave_question import LeaveQuestion
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.window.page import scrolling
from second_wind.words.base.language import pgettext
from second_wind.words.errors.sentences import sentence

_WIDEST = 560
_LETTERS = 80
_MARGIN = 24
_AROUND_FORM = 170
_FRAME = QSize(16, 48)


@dataclass(frozen=True, slots=True)
class About:
    """What a draft is about: a day, and the id of the entry that is changed, "" for a new one."""

    form: DraftForm
    day: date
    entry: str = ""


class FormDialog(Drafted, QDialog):
    """The frame: a title, the form in a column that scrolls, a line for what is wrong, buttons."""

    def __init__(self, title: str, hint: str, form: Form, parent: QWidget | None = None) -> None:
        """Show a form."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._form = form
        self._as_typed = typed_in(form)
        self.notice = Notice()
        self.leave_question = LeaveQuestion()
        self.leave, self.keep = self.leave_question.leave, self.leave_question.keep
        self.leave.clicked.connect(self._leave)
        self.keep.clicked.connect(self._keep_writing)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._form_view(title, hint))
        self.buttons = self._form_buttons()
        self._lay_out()
        self.save_button.setDefault(True)  # only now does it belong to the dialog
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone begins a line in a text
            QShortcut(QKeySequence(keys), self, self._save_if_shown)
        wanted = QSize(_WIDEST + 2 * _MARGIN, form.sizeHint().height() + _AROUND_FORM)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    # What a subclass provides

    def save(self) -> None:
        """Store what the form says; say what is wrong where it can't be."""
        raise NotImplementedError

    def about(self) -> About:
        """Return what a draft of this form is about."""
        raise NotImplementedError

    def is_in_work(self) -> bool:
        """Tell whether the form is on the screen and still to be stored."""
        return self.isVisible()

    # Drafts

    def drafts(self) -> Mapping[str, Draft]:
        """Return what stands in the fields, if it is not what stood there at first."""
        fields = typed_in(self._form) if self.is_in_work() else self._as_typed
        if fields == self._as_typed:
            return {}
        words, about = words_in(self._form, fields, self._as_typed), self.about()
        draft = Draft(form=about.form, day=about.day, entry=about.entry, fields=fields, words=words)
        return {about.entry: draft}

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed."""
        show_typed_in(self._form, draft.fields)

    # What a subclass uses

    def add_button(self, text: str, name: str) -> QPushButton:
        """Put a quieter button at the beginning of the row."""
        button = QPushButton(text)
        button.setObjectName(name)
        self._row.insertWidget(0, button)
        QWidget.setTabOrder(self.save_button, button)
        return button

    def explain(self, error: KnownError) -> None:
        """Say what can't be stored, and why."""
        self.object_to(sentence(error))

    def object_to(self, text: str, field: QWidget | None = None) -> None:
        """Say what is wrong, and go to the field in which it is."""
        self.leave_question.hide()
        self.notice.say(text)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._grow_soon()

    def follow(self) -> None:
        """Keep the field that is written in, or that is wrong, in sight."""
        field = self._form.focusWidget()
        if field is not None:
            self._area.ensureWidgetVisible(field, 0, _MARGIN)

    def _grow_soon(self) -> None:
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Give what is said room of its own, so that the form keeps what it had."""
        content, room = self._content, self._area.viewport()
        tall = content.heightForWidth(room.width()) if content.hasHeightForWidth() else -1
        lacking = max(tall, content.minimumSizeHint().height()) - room.height()
        if lacking > 0:
            wanted = QSize(self.width(), self.height() + lacking)
            self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        self.follow()

    # Qt

    def reject(self) -> None:
        """Close; ask first if something was written that is not stored."""
        if not self.leave_question.isHidden():
            self._keep_writing()
        elif first_wrong(self._form) is not None or self._form.is_changed():
            self._ask_to_leave()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's own button like Esc."""
        event.ignore()
        self.reject()

    # Inside

    def _ask_to_leave(self) -> None:
        self.notice.hide()
        self.leave_question.ask()
        self._grow_soon()

    def _keep_writing(self) -> None:
        self.leave_question.hide()
        self.save_button.setDefault(True)
        self._form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        super().reject()

    def _lay_out(self) -> None:
        """Stack everything in one column that stays narrow in a wide window."""
        middle = QWidget()
        letters = self.fontMetrics().averageCharWidth() * _LETTERS
        middle.setMaximumWidth(max(_WIDEST, letters))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notice)
        column.addWidget(self.leave_question)
        column.addWidget(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 20, _MARGIN, 18)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)

    def _form_view(self, title: str, hint: str) -> QWidget:
        content = self._content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._form)
        column.addStretch(1)
        view = QWidget()
        outer = QVBoxLayout(view)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(heading(title, 1.35))
        outer.addWidget(muted(hint, wraps=True))
        self._area = scrolling(content)
        self._form.grown.connect(self.follow)
        outer.addWidget(self._area, 1)
        return view

    def _form_buttons(self) -> QWidget:
        cancel = QPushButton(pgettext("button", "Cancel"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(pgettext("button", "Save"))
        self.save_button.setObjectName("save")
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self._save)
        buttons = QWidget()
        row = self._row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        return buttons

    def _save(self) -> None:
        """Store what the form says; a number that can't be read stays, and is told."""
        wrong = first_wrong(self._form)
        problem = wrong.problem() if wrong is not None else None
        if problem is None:
            self.save()
        else:
            self.object_to(sentence(problem), wrong)

    def _save_if_shown(self) -> None:
        if self.save_button.isVisible():
            # Fields finish what is being typed when the keyboard leaves them.
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._save()
