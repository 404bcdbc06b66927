"""A quiet row of choices of which one holds: buttons that wrap when the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from second_wind.ui.kit.look.flow_layout import FlowLayout


class Segments(QWidget):
    """Shows choices as buttons; arrows move between them, Tab leaves them."""

    chosen = Signal(str)
    """Carries the key of the choice, when the person made it."""

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        role: str = "segment",
    ) -> None:
        """Make a button for each choice, given by its key and its text; the first one holds."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._keys = [key for key, _text in choices]
        self._group = QButtonGroup(self)
        # Assistive technology toggles where a person clicks, so a click counts by this alone.
        self._group.idToggled.connect(self._tell)
        self._is_told = False
        row = FlowLayout(self, 6)
        for number, (key, text) in enumerate(choices):
            button = QPushButton(text)
            button.setObjectName(f"choice-{key}")
            button.setProperty("role", role)
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        self.choose(self._keys[0])

    @property
    def choice(self) -> str:
        """The key of the choice that holds, empty if none does."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def choose(self, key: str) -> None:
        """Let a choice hold without telling."""
        self._is_told = True
        self.button(key).setChecked(True)
        self._is_told = False

    def choose_none(self) -> None:
        """Let no choice hold, because something between them was chosen elsewhere."""
        self._group.setExclusive(False)
        for each in self._group.buttons():
            each.setChecked(False)
        self._group.setExclusive(True)

    def button(self, key: str) -> QPushButton:
        """Return the button of a choice."""
        button = self._group.button(self._keys.index(key))
        assert isinstance(button, QPushButton)
        return button

    def _tell(self, number: int, on: bool) -> None:
        if on and not self._is_told:
            self.chosen.emit(self._keys[number])
