"""What a bug shows: where in the program it broke, to be copied."""

import platform
import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from second_wind import __version__
from second_wind.words.base.language import _, pgettext


class ReportDialog(QDialog):
    """Shows a bug's report, which holds no content of the log, and copies it."""

    def __init__(self, report: str) -> None:
        """Make the dialog."""
        super().__init__()
        self.setWindowTitle(_("Something broke in Second Wind"))
        self.setMinimumSize(560, 360)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(pgettext("field", "Report"))
        explanation = QLabel(
            _(
                "This is a mistake in the program, not yours. What you had logged is saved. "
                "The report below names places in the program and nothing that you wrote."
            )
        )
        explanation.setWordWrap(True)
        copy = QPushButton(pgettext("button", "Copy report"))
        copy.clicked.connect(self._copy)
        close = QPushButton(pgettext("button", "Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(explanation)
        column.addWidget(self._report, 1)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where in the program it broke; the error's own message may quote the log: left out."""
    frames = "".join(traceback.format_tb(trace))
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"Second Wind {__version__}\n{system}\n\n{frames}{kind.__name__}\n"
