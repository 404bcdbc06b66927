"""The row in which a check-in that was opened gets another day or time, or is deleted."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from second_wind.ui.entries.editor import WhenFields
from second_wind.words.base.language import pgettext


class MendingRow(QWidget):
    """Day and time of a check-in that was opened, and ways to finish or delete it."""

    def __init__(self) -> None:
        """Make the row, hidden."""
        super().__init__()
        self.when = WhenFields()
        self.done = QPushButton(pgettext("button", "Done"))
        self.done.setProperty("role", "primary")
        self.delete = QPushButton(pgettext("button", "Delete"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.when, 1)
        row.addWidget(self.delete)
        row.addWidget(self.done)
        self.hide()
