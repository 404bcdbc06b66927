"""A card that lists one kind of entry, with a form to add one or to mend one in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.log.drafts import Draft
from second_wind.core.log.entries import Activity, Day
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.editor import EntryEditor
from second_wind.ui.entries.entry_lines import EntryLines
from second_wind.ui.today.cards.day_card import DayCard


class ActivityCard(DayCard):
    """The base of the four activity cards; a subclass says what its entries are."""

    act: ActName

    def __init__(
        self,
        journal: Journal,
        title: str,
        key: str,
        editor: EntryEditor,
        parent: QWidget | None = None,
    ) -> None:
        """Make the card around its form."""
        super().__init__(journal, title, key, parent)
        self.editor = editor
        self._add: QPushButton | None = None
        self.lines = EntryLines()
        self.lines.opened.connect(self._open)
        editor.stored.connect(self._store_edited)
        editor.removed.connect(self._remove)
        editor.refused.connect(self.failed)
        editor.closed.connect(self._editor_closed)

    # What a subclass provides

    def entries_of(self, day: Day) -> Sequence[Activity]:
        """Return the entries that the card lists."""
        raise NotImplementedError

    def line(self, entry: Activity) -> str:
        """Return an entry on one line."""
        raise NotImplementedError

    def show_summary(self) -> None:
        """Show what stands beside the title and above the list."""

    def lay_out_list(self, add_text: str, name: str, *between: QWidget) -> None:
        """Put the list, what belongs below it, the form, and a button that opens it."""
        self._add = QPushButton(add_text)
        self._add.setObjectName(name)
        self._add.clicked.connect(self.ask)
        for widget in (self.lines, *between, self.editor, self._add):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    # What Today asks

    def show_day(self, day: Day) -> None:
        """Show a day; a form for another one closes, or says so where it could not be stored."""
        if day.day != self.day.day and not self.editor.isHidden():
            if self.editor.is_touched():
                self.editor.name_day(self.today())
            else:
                self.editor.close_form()
        self.day = day
        self.lines.show_entries((each, self.line(each)) for each in self.entries_of(day))
        self.show_summary()

    def ask(self) -> None:
        """Open the form for a new entry, its first field in focus; one in work stays."""
        if self.editor.is_touched():
            self.editor.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._show_asking(asking=True)
        self.editor.open_new(self.day.day, self.today(), self.journal.now())

    def take_draft(self, draft: Draft) -> None:
        """Open the form with what was typed into it; what is in work there is put aside."""
        if not self.editor.isHidden():
            self.editor.put_aside()
        entry = next((each for each in self.entries_of(self.day) if each.id == draft.entry), None)
        self._show_asking(asking=True)
        self.editor.open_draft(draft, entry, self.today(), self.journal.now())

    def store_now(self) -> None:
        """Store what was typed into the form; where that can't be, it stays open."""
        if self.editor.is_touched():
            self.editor.ask_to_store()

    # Inside

    def _open(self, entry: Activity) -> None:
        self.store_now()
        if self.editor.is_touched():
            return  # it could not be stored, and the person was told why
        self._show_asking(asking=True)
        self.editor.open_entry(entry, self.today())

    def _store_edited(self, entry: Activity) -> None:
        if self.editor.entry is None:
            done = self.store(self.act, add=[entry])
        else:
            done = self.store(ActName.EDIT, change=[entry])
        if done is not None:
            self.editor.close_form()

    def _remove(self, entry: Activity) -> None:
        if self.store(ActName.DELETE, delete=[entry]) is not None:
            self.editor.close_form()

    def _editor_closed(self) -> None:
        self._show_asking(asking=False)
        self.setFocus()

    def _show_asking(self, *, asking: bool) -> None:
        """Hide the button while the form that it opens is there."""
        if self._add is not None:
            self._add.setVisible(not asking)
