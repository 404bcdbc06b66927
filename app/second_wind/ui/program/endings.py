"""What ends the program from outside: a signal of the system, or the end of the session."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Not every system has them all."""
_ROOM = 4096


class Endings(QObject):
    """Hears of them in the event loop, a dialog's own included, where all can still be kept."""

    wanted = Signal()
    """The program is to end now; it is said once, however often it is asked."""
    announced = Signal()
    """The session is about to end, and may yet go on."""

    def __init__(self, application: QGuiApplication) -> None:
        """Listen from now on; a signal that whoever started the program ignores stays ignored."""
        super().__init__(application)
        self._was_asked = False
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._rope.setblocking(False)
        self._notifier = QSocketNotifier(self._bell.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._wakeup_before = signal.set_wakeup_fd(self._rope.fileno(), warn_on_full_buffer=False)
        found = (getattr(signal, name, None) for name in _SIGNALS)
        heard = [each for each in found if each and signal.getsignal(each) != signal.SIG_IGN]
        self._handlers_before = {each: signal.signal(each, _wait) for each in heard}
        application.commitDataRequest.connect(self._announce)
        application.saveStateRequest.connect(self._announce)

    def release(self) -> None:
        """Hear nothing more, and leave signals as they were."""
        for each, handler in self._handlers_before.items():
            signal.signal(each, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._bell.close()
        self._rope.close()

    def _announce(self) -> None:
        self.announced.emit()

    def _hear(self) -> None:
        numbers = self._bell.recv(_ROOM)
        if not self._was_asked and not self._handlers_before.keys().isdisjoint(numbers):
            self._was_asked = True
            self.wanted.emit()


def _wait(_number: int, _frame: FrameType | None) -> None:
    """Do nothing in the middle of anything: the number of the signal waits in the socket."""
