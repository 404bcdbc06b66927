"""A column of entries, each on a line; a line that stays keeps its place and the focus."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from second_wind.core.log.entries import AnyEntry
from second_wind.ui.entries.entry_line import EntryLine
from second_wind.ui.kit.look.tab_stops import follow


class EntryLines(QWidget):
    """Shows entries as lines; hidden while there are none."""

    opened = Signal(object)
    """Carries the entry of the line that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty column."""
        super().__init__(parent)
        self._lines: dict[str, EntryLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_entries(self, entries: Iterable[tuple[AnyEntry, str]]) -> None:
        """Show entries with their texts, in this order."""
        texts = {entry.id: (entry, text) for entry, text in entries}
        for gone in self._lines.keys() - texts.keys():
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for number, (key, (entry, text)) in enumerate(texts.items()):
            self._put(number, key, entry, text)
        self._lines = {key: self._lines[key] for key in texts}
        if self._lines:
            follow(self, *self._lines.values())
        self.setVisible(bool(self._lines))

    def _put(self, number: int, key: str, entry: AnyEntry, text: str) -> None:
        if key in self._lines:
            self._lines[key].show_entry(entry, text)
        else:
            self._lines[key] = EntryLine(entry, text)
            self._lines[key].opened.connect(self.opened)
        if self._column.indexOf(self._lines[key]) != number:
            self._column.insertWidget(number, self._lines[key])
