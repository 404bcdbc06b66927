"""Asks before something that was written is dropped."""

from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.ui.kit.look.notice import Notice
from second_wind.words.base.language import _, pgettext


class LeaveQuestion(Notice):
    """Hidden until it is asked; whoever holds it connects what its buttons do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the hidden question."""
        super().__init__(parent)
        self.leave = QPushButton(pgettext("button", "Leave"))
        self.keep = QPushButton(pgettext("button", "Keep writing"))
        self.row.addWidget(self.leave)
        self.row.addWidget(self.keep)

    def ask(self, question: str = "") -> None:
        """Ask; Enter keeps what was written."""
        self.say(question or _("Leave without saving what you wrote?"))
        self.keep.setDefault(True)
        self.keep.setFocus()
