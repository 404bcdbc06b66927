"""Settings: where everything lies on this computer, and how to delete all of it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from second_wind.paths import AppPaths
from second_wind.ui.settings.about import readable
from second_wind.ui.settings.section import Section
from second_wind.ui.widgets.flow_layout import FlowLayout
from second_wind.words import settings as words
from second_wind.words.language import _


class FolderSection(Section):
    """The folder's path, opened on a click and only then."""

    def __init__(self, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(_("Your folder"), words.folder_about(paths.is_sample), parent)
        self._paths = paths
        self.body.addWidget(readable(QLabel(str(paths.data))))
        self.open = QPushButton(_("Open the folder"))
        self.open.setObjectName("open-folder")
        self.open.clicked.connect(self._open)
        self.delete = QPushButton(_("Delete everything…"))
        self.delete.setObjectName("delete-everything")
        self.delete.clicked.connect(self.removal_wanted)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.open)
        row.addWidget(self.delete)
        self.body.addWidget(buttons)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))
