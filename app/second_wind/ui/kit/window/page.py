"""A page of the window: fresh when it is seen, stale and idle when it is not."""

from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QVBoxLayout, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.journal.log.changes import Changes

_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
}


class Page(QWidget):
    """The base of every page.

    A page refreshes at once when it is visible and a change affects it, and otherwise when it
    is next shown. It never holds another page: it asks for things by signals.
    """

    failed = Signal(object)
    """Carries a `KnownError` to be told to the person."""
    day_requested = Signal(object)
    """Carries a day to be opened in Today."""
    rejection_requested = Signal(str)
    """Carries the id of a rejection to be opened."""
    chart_requested = Signal(str)
    """Carries the id of the rejection whose recovery chart is wanted."""
    person_requested = Signal(str)
    """Carries the id of a person to be opened in People."""
    place_requested = Signal(object)
    """Carries a `Place` to be opened."""
    log_requested = Signal()
    """A rejection is to be logged."""
    edit_requested = Signal(object)
    """Carries a `Rejection` to be changed."""
    done = Signal(str)
    """Carries a sentence that says what was done; the window offers to take it back."""
    undo_wanted = Signal()
    lock_requested = Signal()
    """The journal is to be locked."""
    removal_requested = Signal()
    """Everything is to be deleted; the person has confirmed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty, stale page."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._is_stale = True

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what the page shows."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the journal holds now."""
        raise NotImplementedError

    def visit(self, what: date | str) -> None:
        """Show one thing on the page, by its day or its id; nothing where a page has none."""

    def take_keyboard(self) -> None:
        """Have the keyboard, once the page was opened, where keys mean something at once."""
        self.setFocus()

    def store_now(self) -> None:
        """Store what was typed and not yet stored; nothing where a page has no such field."""

    def store_texts(self) -> None:
        """Store what fields hold that store by themselves; forms are left as they are."""

    def take(self, changes: Changes) -> None:
        """Refresh now, or when next shown, if the change affects the page."""
        if not self.affected_by(changes):
            return
        self._is_stale = True
        if self.isVisible():
            self.freshen()

    def mark_stale(self) -> None:
        """Refresh when next shown."""
        self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh what changed while the page was hidden."""
        super().showEvent(event)
        self.freshen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that nothing within the page has taken."""
        if not scroll_by_key(self, event):
            super().keyPressEvent(event)

    def freshen(self) -> None:
        """Show what the journal holds now, if that is not what is shown."""
        if not self._is_stale:
            return
        self._is_stale = False
        try:
            self.refresh()
        except KnownError as error:  # the journal can't be read now: told, and tried again
            self._is_stale = True
            self.failed.emit(error)


class _Scrolled(QWidget):
    """What is scrolled over: as high as its width asks for, so that nothing scrolls into a void."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.setObjectName("scrolled")

    def minimumSizeHint(self) -> QSize:
        """Ask for no height of the least width, where all lines would wrap."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self.hasHeightForWidth() else hint


def scrolling(content: QWidget) -> QScrollArea:
    """Return a frameless area in which a page's content scrolls when the window is small."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what scrolls shows no focus of its own
    area.setWidgetResizable(True)
    scrolled = _Scrolled()
    area.setWidget(scrolled)
    fill(scrolled, content)  # last: the area measures, and so dresses, all that it is given
    return area


def scroll_by_key(around: QWidget, event: QKeyEvent) -> bool:
    """Scroll what is shown within a widget if a key says so; tell whether it did."""
    action = _SCROLLS.get(Qt.Key(event.key()))
    areas = around.findChildren(QScrollArea)
    area = next((each for each in areas if each.isVisible()), None)
    if action is None or area is None:
        return False
    area.verticalScrollBar().triggerAction(action)
    return True


def fill(page: QWidget, content: QWidget) -> None:
    """Let one widget fill a page."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content)


class Coalesced(QTimer):
    """Runs a slow refresh once, 150 ms after the last of several requests."""

    def __init__(self, parent: QWidget) -> None:
        """Wait for the first `start()`."""
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(150)
