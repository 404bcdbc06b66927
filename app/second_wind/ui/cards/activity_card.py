"""A card that lists one kind of entry, with a form to add one or to mend one in place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from second_wind.core.entries import Activity, Day
from second_wind.journal.changes import ActName
from second_wind.journal.journal import Journal
from second_wind.ui.cards.day_card import DayCard
from second_wind.ui.cards.editor import EntryEditor
from second_wind.ui.widgets.entry_line import EntryLine


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
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        editor.stored.connect(self._store_edited)
        editor.removed.connect(self._remove)
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

    def show_asking(self, *, asking: bool) -> None:
        """Hide what the open form stands in for."""

    # What Today asks

    def show_day(self, day: Day) -> None:
        """Show a day; a form that is open for another day closes."""
        if day.day != self.day.day and self.editor.isVisible():
            self.editor.close_form()
        self.day = day
        self._show_lines(self.entries_of(day))
        self.show_summary()

    def ask(self) -> None:
        """Open the form for a new entry, its first field in focus."""
        self.show_asking(asking=True)
        self.editor.open_new(self.day.day, self.today(), self.journal.now())

    # Inside

    @property
    def lines(self) -> QVBoxLayout:
        """The column of entries, for a subclass to place."""
        return self._lines

    def _show_lines(self, entries: Sequence[Activity]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for entry in entries:
            line = EntryLine(entry, self.line(entry))
            line.opened.connect(self._open)
            self._lines.addWidget(line)

    def _open(self, entry: Activity) -> None:
        self.show_asking(asking=True)
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
        self.show_asking(asking=False)
        self.setFocus()
