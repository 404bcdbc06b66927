"""One calm line at the top of the window: what went wrong, or what was done, and a way on."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from second_wind.words.language import _


class Banner(QFrame):
    """Hidden until there is something to say; waved away by a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden banner."""
        super().__init__(parent)
        self.setObjectName("banner")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._close = QPushButton(_("Close"))
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._act)
        self._then: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def say(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Show a sentence, and a button that does `then` where there is one."""
        self._label.setText(text)
        self._then = then
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # rarely needed

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Return what is shown."""
        return self._label.text() if self.isVisible() else ""

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()
