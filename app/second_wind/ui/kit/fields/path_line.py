"""A path in one line: selectable, its end in sight, with a copy at hand."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from second_wind.ui.kit.fields.typed import Line
from second_wind.words.base.language import _, pgettext


class PathLine(QWidget):
    """Shows where something lies; it can be copied."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `name` is what assistive technology calls it."""
        super().__init__(parent)
        self.field = Line()
        self.field.setReadOnly(True)
        self.field.setAccessibleName(name)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        self.copy_button = QPushButton(pgettext("button", "Copy"))
        self.copy_button.setAccessibleName(_("Copy the path: {name}").format(name=name))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy)
        row.addWidget(self.copy_button)

    def show_path(self, path: Path | None) -> None:
        """Show a path, its end first where it doesn't fit."""
        self.field.setText(str(path or ""))
        self.field.setToolTip(str(path or ""))
        self.field.end(False)

    def copy(self) -> None:
        """Put the path on the clipboard."""
        QGuiApplication.clipboard().setText(self.field.text())
