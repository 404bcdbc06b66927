"""What the cards of Today have in common: a day, the journal, and a way to say what failed."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import AnyEntry, Day
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act, ActName
from second_wind.ui.kit.look.card import Card


class DayCard(Card):
    """A card that shows a part of one day."""

    failed = Signal(object)
    """Carries a `KnownError`; nothing was stored."""

    def __init__(
        self, journal: Journal, title: str, key: str, parent: QWidget | None = None
    ) -> None:
        """Make the card; it shows a day when it is given one."""
        super().__init__(title, key, parent)
        self.journal = journal
        self.day = Day(journal.today())

    def show_day(self, day: Day) -> None:
        """Show a day anew."""
        raise NotImplementedError

    def store_now(self) -> None:
        """Store what was typed and not yet stored; nothing where a card has no such field."""

    def store(
        self,
        name: ActName,
        *,
        add: Iterable[AnyEntry] = (),
        change: Iterable[AnyEntry] = (),
        delete: Iterable[AnyEntry] = (),
        extend: Act | None = None,
    ) -> Act | None:
        """Store one act at once; say what failed and return None if it could not be."""
        try:
            return self.journal.store(
                add=add, change=change, delete=delete, name=name, extend=extend
            )
        except KnownError as error:
            self.failed.emit(error)
            return None

    def is_today(self) -> bool:
        """Tell whether the day shown is today."""
        return self.day.day == self.today()

    def today(self) -> date:
        """Return today."""
        return self.journal.today()
