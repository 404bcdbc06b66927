"""Slow work off the main thread, one thing after another; what comes of it is told by signals."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from second_wind.core.errors.base import KnownError

Work = Callable[["Tasks"], object]
"""What is done in the pool; it may tell how far it is, and ask whether it is still wanted."""


class Tasks(QObject):
    """Does work for one window or dialog; one that goes before the program ends calls `finish`."""

    done = Signal(str, object)
    """Carries the name of the work and what came of it."""
    failed = Signal(str, object)
    """Carries the name of the work and a `KnownError`."""
    broke = Signal(object)
    """Carries any other error: a bug, to be shown as one."""
    progressed = Signal(str, int, object)
    """Carries the name of the work, a number, and something that came of it by the way."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._is_wanted = True
        self.broke.connect(self._raise)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    @property
    def is_wanted(self) -> bool:
        """Whether anybody still waits for what is under way."""
        return self._is_wanted

    def start(self, name: str, work: Work) -> None:
        """Do some work; `done` or `failed` follows, with its name."""
        self._pool.start(_Task(self, name, work))

    def tell(self, name: str, number: int, what: object = None) -> None:
        """Say how far some work is; it may be called from the pool."""
        self.progressed.emit(name, number, what)

    def finish(self) -> None:
        """Want nothing more, and wait for what is under way."""
        self._is_wanted = False
        self._pool.clear()
        self._pool.waitForDone()

    def run(self, name: str, work: Work) -> None:
        """Do some work and tell what came of it; called in the pool."""
        try:
            result = work(self)
        except KnownError as error:
            self.failed.emit(name, error)
        except Exception as error:  # shown on the main thread, where bugs are shown
            self.broke.emit(error)
        else:
            if self._is_wanted:
                self.done.emit(name, result)

    def _raise(self, error: Exception) -> None:
        raise error


class _Task(QRunnable):
    """Runs some work in the pool."""

    def __init__(self, tasks: Tasks, name: str, work: Work) -> None:
        super().__init__()
        self._tasks = tasks
        self._name = name
        self._work = work

    def run(self) -> None:
        self._tasks.run(self._name, self._work)
