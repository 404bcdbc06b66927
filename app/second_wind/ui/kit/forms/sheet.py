"""The frame of dialogs that explain something: a title, a column that scrolls, and buttons."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.window.page import scroll_by_key, scrolling

_LETTERS = 84
_MARGIN = 24
_FRAME = QSize(16, 48)


class Sheet(QDialog):
    """Holds content in `body`, a line for what happened in `notice`, and buttons below."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Make an empty sheet; `fit` is called once it is filled."""
        super().__init__(parent)
        self.setWindowTitle(title)
        content = QWidget()
        self._content = content
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.title = heading(title, 1.35)
        self.title.setWordWrap(True)
        self.body.addWidget(self.title)
        self.notice = Notice()
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self._area = scrolling(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 18)
        column.setSpacing(14)
        column.addWidget(self._area, 1)
        column.addWidget(self.notice)
        column.addLayout(self.buttons)

    def add_text(self, text: str, *, is_muted: bool = True) -> QWidget:
        """Add a paragraph and return it."""
        label = muted(text, wraps=True)
        if not is_muted:
            label.setProperty("role", "")
        self.body.addWidget(label)
        return label

    def add_button(
        self, text: str, act: Callable[[], object], *, is_primary: bool = False
    ) -> QPushButton:
        """Add a button at the end of the row; the primary one answers Enter."""
        button = QPushButton(text)
        button.clicked.connect(act)
        self.buttons.addWidget(button)
        if is_primary:
            button.setProperty("role", "primary")
            button.setDefault(True)
        return button

    def say(self, text: str) -> None:
        """Say what happened, in more room where there is some."""
        self.notice.say(text)
        self.grow_soon()

    def grow_soon(self) -> None:
        """Take more room where there is some, once new content is shown."""
        QTimer.singleShot(0, self, self._grow)

    def fit(self) -> None:
        """Take the size that the content wants, or as much of it as the screen has."""
        self.resize(self._wanted())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and scroll from the buttons, too.

        Qt would press the default button instead; it is for Enter where no button has the keyboard.
        """
        button, enter = self.focusWidget(), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(button, QPushButton | QToolButton) and event.key() in enter:
            if not event.isAutoRepeat():
                button.click()
        elif not scroll_by_key(self, event):
            super().keyPressEvent(event)

    def _wanted(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * _LETTERS
        self.body.invalidate()
        tall = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else -1
        inner = tall if tall > 0 else self.body.sizeHint().height()
        around = self.sizeHint().height() - self._area.sizeHint().height()
        if not self.notice.isHidden():  # what it says may take more lines than it thinks
            around += self.notice.heightForWidth(width) - self.notice.sizeHint().height()
        wanted = QSize(width + 2 * _MARGIN + 12, inner + around + 4)
        return wanted.boundedTo(self.screen().availableSize() - _FRAME)

    def _grow(self) -> None:
        self.resize(self.width(), max(self.height(), self._wanted().height()))

    def fit_soon(self) -> None:
        """Take the size that new content wants, once it is shown: hidden things have none."""
        QTimer.singleShot(0, self, self.fit)

    def focus_on(self, widget: QWidget) -> None:
        """Let the keyboard begin there."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
