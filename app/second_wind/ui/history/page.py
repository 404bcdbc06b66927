"""History: everything logged, newest first; searched, opened, mended, deleted, put back."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import (
    AnyEntry,
    Consultation,
    FeelingWord,
    Person,
    Rejection,
    StepMark,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes
from second_wind.ui.history.history_view import HistoryView
from second_wind.ui.history.trash_view import TrashView
from second_wind.ui.kit.window.page import Page, fill
from second_wind.words.window import history as words

_MANY = 20
"""So many deletions at once are worth a safe copy before."""


class HistoryPage(Page):
    """Shows the list, or what was deleted lately."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the page; nothing is read before it is shown."""
        super().__init__(parent)
        self._journal = journal
        self.view = HistoryView(journal)
        self.trash = TrashView(journal)
        self.view.list.entries_model.failed.connect(self.failed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.trash)
        fill(self, self._stack)
        self._connect()

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what the page shows: any does."""
        return bool(changes.nouns)

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self.view.refresh()
        if self._stack.currentWidget() is self.trash:
            self.trash.refresh()

    def take_keyboard(self) -> None:
        """Begin in the search, from which Down leads into the list; in the trash, in its list."""
        if self.view.filter.isVisible():
            self.view.begin_search()
        elif self.trash.list.isVisible():
            self.trash.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def visit(self, what: date | str) -> None:
        """Look for a text."""
        self.show_list()
        self.view.filter.search.setText(str(what))

    def show_trash(self) -> None:
        """Show what was deleted lately."""
        self.trash.refresh()
        self._stack.setCurrentWidget(self.trash)
        self.trash.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Show everything that there is."""
        self._stack.setCurrentWidget(self.view)
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the person asks for

    def _open(self) -> None:
        chosen = self.view.list.chosen_entries()
        if len(chosen) != 1:
            return
        match chosen[0]:
            case Rejection(id=key) | StepMark(rejection=key) | Consultation(rejection=key) if key:
                self.rejection_requested.emit(key)
            case Person(id=key):
                self.person_requested.emit(key)
            case FeelingWord():
                self._edit()
            case other:
                self.day_requested.emit(other.day)

    def _edit(self) -> None:
        chosen = self.view.list.chosen_entries()
        if len(chosen) != 1:
            return
        if isinstance(chosen[0], Rejection):
            self.edit_requested.emit(chosen[0])
        else:
            self._open_dialog(chosen[0])
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_dialog(self, entry: AnyEntry) -> None:
        from second_wind.ui.history.entry_dialog import dialog_for  # only when something is mended

        dialog = dialog_for(entry, self._journal, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _delete(self) -> None:
        chosen = self.view.list.chosen_entries()
        if not chosen:
            return
        said = words.deleted(len(chosen), self.view.list.title(self.view.list.chosen_rows()[0]))
        try:
            if len(chosen) >= _MANY:
                self._journal.back_up("before-delete")
            marks = self._marks_of(chosen)
            self._journal.store(delete=[*chosen, *marks], name=ActName.DELETE)
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.done.emit(said)

    def _marks_of(self, chosen: list[AnyEntry]) -> list[StepMark]:
        """Return the steps that go with rejections, and were not chosen themselves."""
        keys = {each.id for each in chosen}
        marks = self._journal.entries(StepMark) if keys else []
        return [each for each in marks if each.rejection in keys and each.id not in keys]

    def _put_back(self) -> None:
        chosen = self.trash.chosen()
        if not chosen:
            return
        said = words.put_back(len(chosen), self.trash.title(chosen[0]))
        try:
            self._journal.put_back([each.entry for each in chosen])
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.done.emit(said)

    def _empty(self) -> None:
        try:
            self._journal.wipe_deleted()
        except KnownError as error:
            self.failed.emit(error)

    def _search(self) -> None:
        self.show_list()
        self.view.begin_search()

    def _connect(self) -> None:
        for keys in (QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._search)
        self.view.list.open_wanted.connect(self._open)
        self.view.list.edit_wanted.connect(self._edit)
        self.view.list.delete_wanted.connect(self._delete)
        self.view.trash_wanted.connect(self.show_trash)
        self.trash.back_wanted.connect(self.show_list)
        self.trash.put_back_wanted.connect(self._put_back)
        self.trash.empty_wanted.connect(self._empty)
