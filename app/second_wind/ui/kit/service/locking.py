"""Locks an encrypted journal: when nobody is there, with the session, before sleep."""

from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from second_wind.core.log.clock import Clock
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.kit.service.preferences import Preferences

_LOOK_MS = 5_000
_SLEPT = timedelta(seconds=60)
"""A timer of five seconds that comes so late was held up by sleep."""
_MINUTE_MS = 60_000
CLOSES_TO_LOCK = "closes-to-lock"
"""The property of a dialog that may close at any time, because nothing typed is in it."""
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,  # of letters that are composed no key may arrive
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
}


class Locker(QObject):
    """Says when to lock; what goes on in a dialog is waited for, unless it is a form."""

    lock_wanted = Signal()
    session_ends = Signal()
    """The computer is about to be switched off; locked or not, what is typed should be kept."""

    def __init__(
        self, preferences: Preferences, clock: Clock, parent: QObject | None = None
    ) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._preferences = preferences
        self._clock = clock
        self._idle = QElapsedTimer()
        self._seen: datetime | None = None
        self._is_due = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look."""
        from second_wind.ui.kit.service.session_signals import SessionSignals

        self._idle.start()
        self._seen = self._clock.now()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._session = SessionSignals(self)
        self._session.left.connect(self.leave)
        self._session.ending.connect(self._tell_of_end)
        self._timer.start(_LOOK_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def leave(self) -> None:
        """Lock, because the session is locked or the computer goes to sleep."""
        # A desktop may still call one that was stopped.
        if self._timer.isActive() and self._preferences.locks_with_session:
            self._lock()

    def _tell_of_end(self) -> None:
        if self._timer.isActive():
            self.session_ends.emit()

    def look(self) -> None:
        """Lock if nobody was there for long, or the computer slept meanwhile."""
        now = self._clock.now()
        slept = self._seen is not None and now - self._seen > _SLEPT
        self._seen = now
        if slept:
            self.leave()
        minutes = self._preferences.lock_after
        if minutes and self._idle.elapsed() >= minutes * _MINUTE_MS:
            self._lock()
        if self._is_due:
            self._lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there."""
        if event.type() in _SIGNS_OF_LIFE:
            self._idle.restart()
        return False

    def _lock(self) -> None:
        self._is_due = _has_dialogs()
        if not self._is_due:
            self._idle.restart()
            self.lock_wanted.emit()


def _has_dialogs() -> bool:
    """Tell whether dialogs were open; those that may close do.

    A form is no hindrance: what is typed in it is kept as a draft.
    """
    front = QApplication.activeModalWidget()
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    visible = [each for each in dialogs if each.isVisible()]
    may_close = [each for each in visible if each.property(CLOSES_TO_LOCK)]
    for each in may_close:
        if each is front or not each.isModal():
            each.close()
    hindrances = [each for each in (*visible, front) if each and not isinstance(each, Drafted)]
    return bool(may_close or hindrances)
