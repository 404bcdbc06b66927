"""Settings: what belongs to the log, and what belongs to this computer."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from second_wind.journal.log.changes import Changes
from second_wind.ui.kit.look.card import heading
from second_wind.ui.kit.look.tokens import CARD_GAP
from second_wind.ui.kit.window.page import Page, fill, scrolling
from second_wind.ui.parts import Parts
from second_wind.ui.settings.form.section import Section
from second_wind.ui.settings.sections import COMPUTER, LOG
from second_wind.words.base.language import pgettext

_TWO_COLUMNS_FROM = 118
"""Width in average letters from which the columns stand beside each other."""
_ROOMY_FROM = 80
_MARGIN, _NARROW_MARGIN = 28, 14


class SettingsPage(Page):
    """Shows the sections in two columns, or in one where there is little room."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        """Make every section."""
        super().__init__(parent)
        self._parts = parts
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(CARD_GAP)
        self.sections: list[Section] = []
        for column in (LOG, COMPUTER):
            self._add_column([make(parts) for make in column])
        content = QWidget()
        self._whole = QVBoxLayout(content)
        self._whole.setSpacing(CARD_GAP)
        self._whole.addWidget(heading(pgettext("heading", "Settings"), 1.7))
        self._whole.addLayout(self._columns)
        self._whole.addStretch(1)
        fill(self, scrolling(content))

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what a section shows."""
        return any(each.affected_by(changes) for each in self.sections)

    def refresh(self) -> None:
        """Show what holds now."""
        for each in self.sections:
            each.refresh()

    def store_now(self) -> None:
        """Store what was changed and not yet stored."""
        for each in self.sections:
            each.store_now()

    def store_texts(self) -> None:
        """Store the same: every field here stores by itself."""
        self.store_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where the window is narrow."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        beside = letters >= _TWO_COLUMNS_FROM
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = _MARGIN if letters >= _ROOMY_FROM else _NARROW_MARGIN
        self._whole.setContentsMargins(side, 18, side, 24)

    def _ask_to_delete(self) -> None:
        from second_wind.ui.settings.deletion import DeletionDialog  # rarely needed

        dialog = DeletionDialog(self._parts.journal, self._parts.preferences.paths, self.window())
        is_confirmed = bool(dialog.exec())
        dialog.deleteLater()
        if is_confirmed:
            self.removal_requested.emit()

    def _add_column(self, sections: list[Section]) -> None:
        column = QVBoxLayout()
        column.setSpacing(CARD_GAP)
        for section in sections:
            section.failed.connect(self.failed)
            section.done.connect(self.done)
            section.lock_wanted.connect(self.lock_requested)
            section.removal_wanted.connect(self._ask_to_delete)
            column.addWidget(section)
        column.addStretch(1)
        self._columns.addLayout(column, 1)
        self.sections += sections
