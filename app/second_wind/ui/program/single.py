"""One window for each journal: a second start raises the first."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import (
    QCryptographicHash,
    QDeadlineTimer,
    QLockFile,
    QObject,
    QThread,
    Signal,
)

from second_wind.paths import AppPaths

_ANSWER_MS = 1500
_PAUSE_MS = 100
_PATIENCE_MS = 15_000


class SingleInstance(QObject):
    """Holds the lock of a journal; the socket carries the wish of a second start."""

    raised = Signal()

    def __init__(self, paths: AppPaths) -> None:
        """Name lock and socket by the person and the journal's real path."""
        super().__init__()
        real = str(Path(paths.journal).resolve())
        person = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
        method = QCryptographicHash.Algorithm.Sha256
        mark = QCryptographicHash.hash(f"{person}\0{real}".encode(), method)
        self._name = f"second-wind-{bytes(mark.toHex().data())[:24].decode()}"
        self._lock = QLockFile(str(_lock_folder(paths) / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._is_listening = False

    def acquire(self) -> bool:
        """Tell whether this is the first window of the journal."""
        return self._lock.tryLock(0)

    def is_answered_by_first(self, *, raises: bool = True) -> bool:
        """Tell whether another window has the journal and was asked to come to the front.

        A first window that is still starting, or just closing, is waited for; one that hangs is
        given up on, since two windows on one journal do no harm. One that is only to know whether
        it is the first asks for nothing.
        """
        patience = QDeadlineTimer(_PATIENCE_MS)
        while not self.acquire():
            if not raises or self._ask_first_to_raise():
                return True
            if patience.hasExpired():
                return False
            QThread.msleep(_PAUSE_MS)
        return False

    def listen(self) -> None:
        """Answer later starts; called after the first paint, because it loads QtNetwork."""
        from PySide6.QtNetwork import QLocalServer

        if self._is_listening:
            return
        self._is_listening = True
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def _ask_first_to_raise(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        socket.write(b"raise\n")
        socket.waitForBytesWritten(_ANSWER_MS)
        socket.disconnectFromServer()
        return True

    def release(self) -> None:
        """Let another window open the journal."""
        self._lock.unlock()

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            self.raised.emit()


def _lock_folder(paths: AppPaths) -> Path:
    """Return where the lock lies: elsewhere, if the journal's own places can't be written."""
    with suppress(OSError):
        paths.cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    return paths.cache if os.access(paths.cache, os.W_OK) else Path(tempfile.gettempdir())
