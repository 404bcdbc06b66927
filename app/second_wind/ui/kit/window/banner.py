"""One calm line above the page's foot: what went wrong, or what was done, and a way on."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from second_wind.core.errors.base import KnownError
from second_wind.words.base.language import pgettext

_PASSES_AFTER_MS = 8_000
_WIDEST = 640
_MARGIN = 16


class Banner(QFrame):
    """Floats over the page, so that nothing moves when it comes and goes.

    What was done passes by itself; what went wrong stays until it is waved away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden banner over `parent`."""
        super().__init__(parent)
        self.setObjectName("banner")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._close = QPushButton(pgettext("button", "Close"))
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._act)
        self._then: Callable[[], None] | None = None
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_PASSES_AFTER_MS)
        self._passing.timeout.connect(self.hide)
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
        self.raise_()
        self.place()
        if then is None:
            self._passing.stop()
        else:
            self._passing.start()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # rarely needed

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def tell(self, error: KnownError) -> None:
        """Say what went wrong in one sentence."""
        # Only when something went wrong.
        from second_wind.words.errors.window_errors import sentence

        self.say(sentence(error))

    def place(self) -> None:
        """Stand above the foot of what is below, in its middle; at its head over no open form."""
        below = self.parentWidget()
        if below is None or self.isHidden():
            return
        width = min(_WIDEST, below.width() - 2 * _MARGIN)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else -1
        height = max(height, self.sizeHint().height())
        left = (below.width() - width) // 2
        foot = QRect(left, below.height() - height - _MARGIN, width, height)
        head = QRect(left, _MARGIN, width, height)
        written = _written_in(below)
        self.setGeometry(
            head if written.intersects(foot) and not written.intersects(head) else foot
        )

    def text(self) -> str:
        """Return what is shown."""
        return self._label.text() if self.isVisible() else ""

    def _act(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()


def _written_in(below: QWidget) -> QRect:
    """Return where the form lies in which one types; empty if there is none."""
    field = QApplication.focusWidget()
    # Not needed before something is said, and PySide6 makes enumerations for each of them.
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit

    typed_in = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
    form = field.parentWidget() if isinstance(field, typed_in) else None
    if form is None or form is below or not below.isAncestorOf(form):
        return QRect()
    return QRect(form.mapTo(below, QPoint()), form.size())
