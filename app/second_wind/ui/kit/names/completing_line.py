"""A line of text that offers what may be meant while one types; any other text is fine, too."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.names.completions import KEY_ROLE, Completion, CompletionsModel

_MOST_SHOWN = 7
_BREAK = "\n"
_LETTERS = 30
"""Least width of the list, however narrow the line is."""


class CompletingLine(Line):
    """Arrows choose from the list, Enter takes what is chosen, Esc closes the list alone."""

    picked = Signal(str)
    """Carries the key of what was chosen from the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line that offers nothing."""
        super().__init__(parent)
        self._picked = ""
        self._model = CompletionsModel()
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName("completions")
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        completer.setPopup(self._popup)
        completer.activated[QModelIndex].connect(self._pick)  # type: ignore[index]
        self.setCompleter(completer)
        self.textEdited.connect(self._forget_picked)

    def offer(self, completions: Sequence[Completion]) -> None:
        """Offer these from now on."""
        self._model.show(completions)

    def picked_key(self) -> str:
        """Return the key of what was chosen from the list and not changed since, else nothing."""
        return self._picked

    def pick(self, key: str, text: str) -> None:
        """Show a text whose key is known."""
        self.setText(text)
        self._picked = key

    def typed(self) -> str:
        """Return the text, and the key of what was chosen."""
        return f"{self.text()}{_BREAK}{self._picked}" if self._picked else self.text()

    def show_typed(self, text: str) -> None:
        """Show the text, and know what was chosen."""
        shown, _, key = text.partition(_BREAK)
        self.pick(key, shown)

    def typed_words(self) -> str:
        """Return the text."""
        return self.text()

    def clear(self) -> None:
        """Empty the line."""
        super().clear()
        self._picked = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter close a list from which nothing was chosen, and then mean what it means."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.is_offering() and not self._popup.currentIndex().isValid():
            self._popup.hide()
            again = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
            QCoreApplication.postEvent(self, again)
            event.accept()
        else:
            super().keyPressEvent(event)

    def is_offering(self) -> bool:
        """Tell whether the list is open."""
        return self._popup.isVisible()

    def _pick(self, index: QModelIndex) -> None:
        self._picked = str(index.data(KEY_ROLE))
        self.picked.emit(self._picked)

    def _forget_picked(self) -> None:
        self._picked = ""
