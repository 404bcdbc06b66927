"""A section of Settings: one card that knows how to show what holds now."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from second_wind.journal.log.changes import Changes, Noun
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.settings.form.fields import Field, S
from second_wind.ui.settings.form.rows import Row, row_of

_BETWEEN_ROWS = 18


class Section(Card):
    """The base of every section."""

    failed = Signal(object)
    """Carries a `KnownError` to be told to the person."""
    done = Signal(str)
    """Carries a sentence that says what was done; the window offers to take it back."""

    lock_wanted = Signal()
    """The journal is to be locked."""
    removal_wanted = Signal()
    """Everything may be to be deleted: the person is to be asked."""

    def __init__(self, title: str, about: str = "", parent: QWidget | None = None) -> None:
        """Make the card, with a word on what it is about."""
        super().__init__(title, parent=parent)
        if about:
            self.body.addWidget(muted(about, wraps=True))
        self.body.setSpacing(_BETWEEN_ROWS if not about else 12)

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what the section shows."""
        return changes.touch(Noun.SETTING)

    def refresh(self) -> None:
        """Show what holds now; nothing where that never changes."""

    def store_now(self) -> None:
        """Store what was changed and not yet stored."""
        for row in self.findChildren(Row):
            row.store_now()

    def add_rows(self, fields: Iterable[Field[S]]) -> list[Row]:
        """Put a row for each field into the card and return them."""
        rows = [row_of(each) for each in fields]
        for row in rows:
            self.body.addWidget(row)
            row.refused.connect(self.failed)
        return rows
