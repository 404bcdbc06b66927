"""What a field offers to complete: a key, the text that is entered, and how it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that may be meant."""

    key: str
    text: str
    shown: str


class CompletionsModel(QAbstractListModel):
    """One row for each completion."""

    def __init__(self) -> None:
        """Offer nothing."""
        super().__init__()
        self._completions: tuple[Completion, ...] = ()

    def show(self, completions: Sequence[Completion]) -> None:
        """Offer these."""
        if tuple(completions) == self._completions:
            return
        self.beginResetModel()
        self._completions = tuple(completions)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._completions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text that is entered, what is shown for it, or its key."""
        if not index.isValid():
            return None
        each = self._completions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return each.shown
        if role == Qt.ItemDataRole.EditRole:
            return each.text
        return each.key if role == KEY_ROLE else None
