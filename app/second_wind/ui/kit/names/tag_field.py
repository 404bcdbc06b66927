"""Several things to choose: chips for those that are offered, and a line for any other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.look.tab_stops import follow
from second_wind.ui.kit.names.completing_line import CompletingLine
from second_wind.ui.kit.names.completions import Completion
from second_wind.words.entries.people import short_name

_GAP = 6
_KEEPS_TYPING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_SEPARATORS = (",", ";", "،", "、")


class TagField(QWidget):
    """Chips that wrap, over a line in which Enter or a comma enters a word."""

    changed = Signal()
    """The person chose or took back something."""
    grown = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Make a field that offers nothing."""
        super().__init__(parent)
        self.setObjectName(name)
        self._chips: dict[str, QPushButton] = {}
        self._texts: dict[str, str] = {}
        self.line = _TagLine()
        self.line.setObjectName(f"{name}-line")
        self.line.setPlaceholderText(placeholder)
        self.line.entered.connect(self._enter)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, _GAP)
        self._box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._box)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, too, which is where one types."""
        super().setAccessibleName(name)
        self._box.setAccessibleName(name)
        self.line.setAccessibleName(name)

    def offer(self, completions: Sequence[Completion]) -> None:
        """Complete these in the line."""
        self.line.offer(completions)

    def show_chips(self, chips: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Show (key, text) pairs as chips, some of them chosen."""
        for key, text in chips:
            self._add(key, text, is_chosen=key in chosen)

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of what is chosen, in the order of the chips; a typed word included."""
        self._enter(self.line.text())
        return self._checked()

    def typed(self) -> str:
        """Return every chip that is chosen, with its key; the line is a field of its own."""
        return "\n".join(f"{key}\t{self._texts[key]}" for key in self._checked())

    def show_typed(self, text: str) -> None:
        """Choose these chips and no others."""
        wanted = dict(each.split("\t", 1) for each in text.split("\n") if each)
        for key, shown in wanted.items():
            self._add(key, shown, is_chosen=True)
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)

    def typed_words(self) -> str:
        """Return the texts of the chips that are chosen."""
        return ", ".join(self._texts[key] for key in self._checked())

    def text_of(self, key: str) -> str:
        """Return the text of a chip."""
        return self._texts[key]

    def chip(self, key: str) -> QPushButton:
        """Return a chip."""
        return self._chips[key]

    def key_of(self, text: str, picked: str) -> tuple[str, str]:
        """Return the key and the text for what was typed; a subclass may know better."""
        alike = (key for key, known in self._texts.items() if known.casefold() == text.casefold())
        key = picked or next(alike, text)
        return key, self._texts.get(key, text)

    def _checked(self) -> tuple[str, ...]:
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def _enter(self, text: str) -> None:
        word = " ".join(text.split())
        picked = self.line.picked_key()
        self.line.clear()
        if not word:
            return
        key, shown = self.key_of(word, picked)
        if key in self._chips:
            self._chips[key].setChecked(True)
        else:
            self._add(key, shown, is_chosen=True)
            self.changed.emit()

    def _add(self, key: str, text: str, *, is_chosen: bool) -> None:
        if key in self._chips:
            return
        chip = QPushButton(short_name(text).replace("&", "&&"), self._box)
        chip.setToolTip(text)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setAccessibleName(text)
        chip.setChecked(is_chosen)
        chip.toggled.connect(self.changed)
        self._chips[key], self._texts[key] = chip, text
        self._box.show()
        chip.show()
        # Else the line would go to the end when chips come.
        chips = [*self._chips.values()]
        self._flow.set_widgets([*chips])
        follow(self._box, *chips, self.line)
        self._box.updateGeometry()
        self.updateGeometry()
        self.grown.emit()


class _TagLine(CompletingLine):
    """A line that gives its words away one by one."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.picked.connect(self._give)
        self.textEdited.connect(self._split)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter the word on Enter; with nothing typed, Enter belongs to the form."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self.is_offering() and self.text().strip():
            self.entered.emit(self.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Enter what was typed when the line is left for good."""
        super().focusOutEvent(event)
        if event.reason() not in _KEEPS_TYPING and self.text().strip():
            self.entered.emit(self.text())

    def event(self, event: QEvent) -> bool:
        """Close nothing around the line on the first Esc, which takes back what is typed."""
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_esc and self.text():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and not self.is_offering():
                self.clear()
                event.accept()
                return True
        return super().event(event)

    def _split(self, text: str) -> None:
        if text.endswith(_SEPARATORS):
            self.entered.emit(text[:-1])

    def _give(self) -> None:
        # The completer writes the text only after it told what was chosen.
        QTimer.singleShot(0, self, self._give_all)

    def _give_all(self) -> None:
        self.entered.emit(self.text())
