"""Notices outside the window: what is said, how it can be answered, and who shows it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

OPEN = "default"
"""The answer of whoever clicks the notice itself; the name is the desktop's."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice.

    Attributes
    ----------
    key : str
        What the program calls it, given back with an answer; a new notice with the same key takes
        the place of the one before.
    title, text : str
        What is said. Nothing of what was logged belongs here: anybody may look on.
    answers : tuple of (str, str)
        The key and the text of each button.
    is_brief : bool
        Whether it may pass without a trace.
    """

    key: str
    title: str
    text: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    is_brief: bool = False


class NoticeBoard(QObject):
    """The base of what shows notices."""

    answered = Signal(str, str)
    """Carries the key of a notice and that of the answer."""
    failed = Signal(object)
    """Carries a `Notice` that could not be shown."""

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; it may fail later."""
        raise NotImplementedError

    def withdraw(self, key: str) -> None:
        """Take a notice back, if it is shown."""
        raise NotImplementedError

    def stop(self) -> None:
        """Take back what is shown, and show nothing more."""
        raise NotImplementedError
