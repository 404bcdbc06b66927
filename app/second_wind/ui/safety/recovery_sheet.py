"""The recovery sheet: where the files lie and how they open, with room for the passphrase."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from second_wind.computer import second_place
from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.service.locking import CLOSES_TO_LOCK
from second_wind.ui.kit.service.saving import write
from second_wind.words.base.language import pgettext
from second_wind.words.errors.sentences import sentence
from second_wind.words.files import encryption
from second_wind.words.files.encryption import SheetPart
from second_wind.words.files.photos import saved
from second_wind.words.safety import locking

_SIZE = QSize(600, 640)
_FRAME = QSize(16, 48)
_MARGIN_MM = 20.0
_LINE = "_" * 48


class RecoverySheetDialog(QDialog):
    """Shows the sheet, prints it, or saves it as a PDF."""

    def __init__(self, journal: Journal, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Make the sheet of a journal."""
        super().__init__(parent)
        self.setObjectName("recovery-sheet")
        self.setProperty(CLOSES_TO_LOCK, True)
        self.setWindowTitle(locking.sheet_title())
        self._parts = encryption.recovery_sheet(
            journal.path,
            paths.photos,
            backups.directory(journal.path),
            second_place.chosen(paths.config),
            journal.today(),
        )
        self.view = QTextBrowser()
        self.view.setAccessibleName(locking.sheet_title())
        self.view.setHtml(html_of(self._parts))
        self.notice = Notice()
        self.print = _button(pgettext("button", "Print…"), self._print)
        self.save = _button(locking.save_sheet(), self._save)
        self._lay_out()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))

    def save_to(self, file: Path) -> None:
        """Write the sheet as a PDF, and say whether that was possible."""
        try:
            write(file, self._pdf(), self)
        except KnownError as problem:
            self.notice.say(sentence(problem))
        else:
            self.notice.say(saved(file))

    def _pdf(self) -> bytes:
        # A writer on a file says nothing of a folder that is read-only, or a disk that is full.
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(locking.sheet_title())
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        document = QTextDocument()
        document.setHtml(html_of(self._parts))
        document.print_(writer)
        buffer.close()
        return bytes(buffer.data().data())

    def _save(self) -> None:
        name, _chosen = QFileDialog.getSaveFileName(
            self,
            locking.save_sheet(),
            pgettext("name of a file", "second-wind-recovery-sheet.pdf"),
            "PDF (*.pdf)",
        )
        if name:
            self.save_to(Path(name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only when it is wanted

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.view.document().print_(printer)
        dialog.deleteLater()

    def _lay_out(self) -> None:
        close = _button(pgettext("button", "Close"), self.accept)
        row = QHBoxLayout()
        for each in (self.print, self.save):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(locking.sheet_title(), 1.35))
        column.addWidget(muted(locking.sheet_about(), wraps=True))
        column.addWidget(self.view, 1)
        column.addWidget(self.notice)
        column.addLayout(row)
        close.setDefault(True)  # only now does it belong to the dialog


def html_of(parts: list[SheetPart]) -> str:
    """Return the sheet as a page."""
    return "".join(map(_html_of_part, parts))


def _html_of_part(part: SheetPart) -> str:
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in part.paragraphs)
    blanks = f"<p>{_LINE}</p>" * part.blank
    return f"<h3>{escape(part.heading)}</h3>{paragraphs}{blanks}"


def _button(text: str, do: object) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(do)
    return button
