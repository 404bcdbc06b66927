"""A field for a time of day, or for none."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from second_wind.ui.kit.fields.indented import indent
from second_wind.ui.kit.fields.time_edit import TimeEdit
from second_wind.words.base.language import pgettext


class MaybeTime(QWidget):
    """A time, and a box to check where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show none."""
        super().__init__(parent)
        self.time = TimeEdit()
        self.time.setObjectName("at")
        self.time.setAccessibleName(pgettext("field", "Time"))
        indent(self.time)
        self.none = QCheckBox(pgettext("field", "No time"))
        self.none.setObjectName("no-time")
        self.none.toggled.connect(self.time.setDisabled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.time, 1)
        row.addWidget(self.none)
        self.setFocusProxy(self.time)
        self.time.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_at(self, at: time | None) -> None:
        """Show a time, or none."""
        self.none.setChecked(at is None)
        self.time.set_at(at or time(12))

    def at(self) -> time | None:
        """Return the time, or none."""
        return None if self.none.isChecked() else self.time.at()
