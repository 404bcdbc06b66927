"""Opens the sample journal in a window of its own: another program, on files of its own."""

from PySide6.QtCore import QObject, QProcess, Signal

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.paths import AppPaths
from second_wind.ui.kit.service.autostart import program

_FOLDER = "sample"


class SampleWindow(QObject):
    """Makes the sample where there is none, and starts a second program on it."""

    failed = Signal(object)
    """Carries a `KnownError`."""
    opened = Signal()
    """The second program was started."""

    def __init__(self, paths: AppPaths, parent: QObject | None = None) -> None:
        """Keep the sample in a folder inside the person's own."""
        super().__init__(parent)
        self.paths = AppPaths.under(paths.data / _FOLDER)
        self._making: QProcess | None = None

    def open(self) -> None:
        """Open the sample; where it is open already, its window comes to the front."""
        if self.paths.is_sample and self.paths.journal.is_file():
            self._start()
        elif self._making is None:
            self._make()

    def _make(self) -> None:
        self._making = making = QProcess(self)
        making.finished.connect(self._finish)
        making.errorOccurred.connect(self._finish)
        command, *words = program()
        making.start(command, [*words, "demo", "--home", str(self.paths.data)])

    def _finish(self) -> None:
        making, self._making = self._making, None
        if making is None:
            return
        making.deleteLater()
        if making.error() == QProcess.ProcessError.UnknownError and making.exitCode() == 0:
            self._start()
        else:
            self.failed.emit(JournalUnreachable(self.paths.journal))

    def _start(self) -> None:
        command, *words = program()
        if self._run(command, [*words, "--home", str(self.paths.data)]):
            self.opened.emit()
        else:
            self.failed.emit(JournalUnreachable(self.paths.journal))

    def _run(self, command: str, words: list[str]) -> bool:
        started, _number = QProcess.startDetached(command, words)
        return started
