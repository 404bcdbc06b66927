"""Everything that warns while the window is looked at: Python, Qt, logs and lost exceptions."""

import logging
import sys
import warnings
from collections.abc import Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_SERIOUS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class Warned(logging.Handler):
    """Collects warnings for as long as it is entered.

    Attributes
    ----------
    texts : list of str
        What warned, each once, in order.
    """

    def __init__(self, harmless: Sequence[str]) -> None:
        """Leave out messages that begin with one of the harmless ones."""
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self._harmless = tuple(harmless)
        self._undo = ExitStack()

    def __enter__(self) -> "Warned":
        """Begin to listen."""
        before = sys.excepthook
        root = logging.getLogger()
        self._undo.enter_context(warnings.catch_warnings())
        warnings.simplefilter("always")
        warnings.showwarning = self._show_warning
        sys.excepthook = self._lose
        self._undo.callback(setattr, sys, "excepthook", before)
        root.addHandler(self)
        self._undo.callback(root.removeHandler, self)
        self._undo.callback(qInstallMessageHandler, qInstallMessageHandler(self._hear_qt))
        return self

    def __exit__(self, *_: object) -> None:
        """Let everything go its usual way again."""
        self._undo.close()

    def emit(self, record: logging.LogRecord) -> None:
        """Take what a library logs."""
        self._take(f"{record.name}: {record.getMessage()}")

    def _take(self, text: str) -> None:
        if not text.startswith(self._harmless) and text not in self.texts:
            self.texts.append(text)

    def _hear_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in _SERIOUS:
            self._take(message)

    def _show_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        self._take(f"{category.__name__}: {message} ({filename}:{lineno})")

    def _lose(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
        self._take(f"{kind.__name__}: {error} ({place})")
