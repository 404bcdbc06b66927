"""Settings: where everything lies on this computer, and how to delete all of it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.service.export_file import export_to_chosen
from second_wind.ui.settings.about import readable
from second_wind.ui.settings.form.section import Section
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import settings as words


class FolderSection(Section):
    """The folder's path, opened on a click and only then."""

    def __init__(self, journal: Journal, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(
            pgettext("heading", "Your folder"), words.folder_about(paths.is_sample), parent
        )
        self._journal = journal
        self._paths = paths
        self.body.addWidget(readable(QLabel(str(paths.data))))
        self.open = QPushButton(_("Open the folder"))
        self.open.setObjectName("open-folder")
        self.open.clicked.connect(self._open)
        self.export = QPushButton(pgettext("button", "Export…"))
        self.export.setObjectName("export")
        self.export.setToolTip(words.export_explanation(has_photos=paths.photos.exists()))
        self.export.clicked.connect(self._export)
        self.delete = QPushButton(pgettext("button", "Delete everything…"))
        self.delete.setObjectName("delete-everything")
        self.delete.clicked.connect(self.removal_wanted)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.open)
        row.addWidget(self.export)
        row.addWidget(self.delete)
        self.body.addWidget(buttons)
        self.said = Notice()
        self.body.addWidget(self.said)

    def _export(self) -> None:
        said = export_to_chosen(
            self._journal, self.window(), pgettext("heading", "Export everything")
        )
        if said:
            self.said.say(said)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))
