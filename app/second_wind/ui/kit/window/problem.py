"""One sentence about what went wrong, where there is no window to say it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout

from second_wind.core.errors.base import KnownError
from second_wind.words.base.language import pgettext
from second_wind.words.errors.sentences import sentence


class ProblemDialog(QDialog):
    """Says what went wrong, and closes."""

    def __init__(self, error: KnownError) -> None:
        """Make the dialog."""
        super().__init__()
        self.setWindowTitle(pgettext("name of the program", "Second Wind"))
        self.setMinimumWidth(460)
        self.text = QLabel(sentence(error))
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(pgettext("button", "Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.text)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignTrailing)
