"""The second place for safe copies: where it is, what is wrong with it, another one, or none."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.computer import second_place
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.ui.kit.fields.path_line import PathLine
from second_wind.ui.kit.look.card import heading, muted
from second_wind.words.base.language import _
from second_wind.words.errors.sentences import sentence
from second_wind.words.safety import safety as words


class SecondPlaceBox(QWidget):
    """Shows the second place and lets the person choose."""

    chosen = Signal(object)
    """Carries the folder that copies go to from now on, or None."""
    failed = Signal(object)
    """Carries a `KnownError`."""

    def __init__(self, config: Path, parent: QWidget | None = None) -> None:
        """Show what was chosen, as noted in the config directory."""
        super().__init__(parent)
        self._config = config
        self._state = muted("", wraps=True)
        self.folder = PathLine(words.second_place_title())
        self.problem = muted("", wraps=True)
        self.problem.setProperty("role", "rejection")
        self.choose_button = QPushButton()
        self.choose_button.setObjectName("choose-second-place")
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._ask)
        self.stop_button = QPushButton(_("Stop using it"))
        self.stop_button.setObjectName("stop-second-place")
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.give_up)
        self._lay_out()
        self.refresh()

    def refresh(self, problem: KnownError | None = None) -> None:
        """Show the place as it is now; `problem` is why the last copy is not there."""
        folder = self._folder()
        if folder is not None and problem is None and not folder.is_dir():
            problem = CopiesFolderGone(folder)
        self._state.setText(words.second_place(folder))
        self.folder.setVisible(folder is not None)
        self.folder.show_path(folder)
        self.problem.setVisible(folder is not None and problem is not None)
        self.problem.setText(sentence(problem) if problem else "")
        self.stop_button.setVisible(folder is not None)
        is_new = folder is None
        self.choose_button.setText(
            _("Choose a second place…") if is_new else _("Choose another place…")
        )

    def choose(self, parent: Path) -> None:
        """Let copies also go to a folder inside another one."""
        try:
            folder = second_place.choose(self._config, parent)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.refresh()
        self.chosen.emit(folder)

    def give_up(self) -> None:
        """Let copies only lie beside the journal."""
        try:
            second_place.forget(self._config)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.refresh()
        self.choose_button.setFocus()
        self.chosen.emit(None)

    def _folder(self) -> Path | None:
        try:
            return second_place.chosen(self._config)
        except KnownError as error:
            self.failed.emit(error)
            return None

    def _ask(self) -> None:
        found = QFileDialog.getExistingDirectory(self, _("A folder for the copies"))
        if found:
            self.choose(Path(found))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(heading(words.second_place_title()))
        for each in (self._state, self.folder, self.problem):
            column.addWidget(each)
        column.addLayout(buttons)
