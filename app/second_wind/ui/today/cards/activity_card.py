"""A card that lists one kind of entry, with a form to add one or to mend one in place."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.drafts import Draft
from second_wind.core.log.entries import Activity, Day
from second_wind.core.log.kinds import KIND_OF
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.entry_lines import EntryLines
from second_wind.ui.kit.look.tab_stops import place_after
from second_wind.ui.today.cards.day_card import DayCard

if TYPE_CHECKING:
    from second_wind.ui.entries.editor import EntryEditor


class ActivityCard(DayCard):
    """The base of the four activity cards; a subclass says what its entries are."""

    kind: type[Activity]
    line: Callable[[Any], str]
    """Says an entry on one line."""

    def __init__(
        self, journal: Journal, title: str, key: str, parent: QWidget | None = None
    ) -> None:
        """Make the card; its form is made when it is first opened."""
        super().__init__(journal, title, key, parent)
        self._form: EntryEditor | None = None
        self.form_room = QVBoxLayout()
        self._add: QPushButton | None = None
        self.lines = EntryLines()
        self._last: QWidget = self.lines
        self.lines.opened.connect(self._open)

    @property
    def editor(self) -> "EntryEditor":
        """The form."""
        if self._form is None:
            form = self._form = self.make_form()
            form.stored.connect(self._store_edited)
            form.removed.connect(self._remove)
            form.refused.connect(self.failed)
            form.closed.connect(self._editor_closed)
            self.form_room.addWidget(form)
            place_after(self._last, form)
        return self._form

    def open_form(self) -> "EntryEditor | None":
        """Return the form if it is open."""
        return self._form if self._form is not None and not self._form.isHidden() else None

    # What a subclass provides

    def make_form(self) -> "EntryEditor":
        """Return the form, hidden."""
        raise NotImplementedError

    def show_summary(self) -> None:
        """Show what stands beside the title and above the list."""

    def lay_out_list(self, add_text: str, name: str, *between: QWidget) -> None:
        """Put the list, what belongs below it, the form, and a button that opens it."""
        self._add = QPushButton(add_text)
        self._add.setObjectName(name)
        self._add.clicked.connect(self.ask)
        for widget in (self.lines, *between):
            self.body.addWidget(widget)
            self._last = widget
        self.body.addLayout(self.form_room)
        self.body.addWidget(self._add)
        self.body.addStretch(1)

    # What Today asks

    def entries_of(self, day: Day) -> Sequence[Activity]:
        """Return the entries that the card lists."""
        found: Sequence[Activity] = getattr(day, KIND_OF[self.kind].plural)
        return found

    def show_day(self, day: Day) -> None:
        """Show a day; a form for another one closes, or says so where it could not be stored."""
        form = self.open_form()
        if day.day != self.day.day and form is not None:
            if form.is_touched():
                form.name_day(self.today())
            else:
                form.close_form()
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
        if (form := self.open_form()) is not None:
            form.put_aside()
        entry = next((each for each in self.entries_of(self.day) if each.id == draft.entry), None)
        self._show_asking(asking=True)
        self.editor.open_draft(draft, entry, self.today(), self.journal.now())

    def store_now(self) -> None:
        """Store what was typed into the form; where that can't be, it stays open."""
        form = self.open_form()
        if form is not None and form.is_touched():
            form.ask_to_store()

    # Inside

    def _open(self, entry: Activity) -> None:
        self.store_now()
        if self.editor.is_touched():
            return  # it could not be stored, and the person was told why
        self._show_asking(asking=True)
        self.editor.open_entry(entry, self.today())

    def _store_edited(self, entry: Activity) -> None:
        if self.editor.entry is None:
            done = self.store(KIND_OF[self.kind].act, add=[entry])
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
