"""All safe copies: what each holds, a return to one, and where else copies go."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.files.tidying import photos_of
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act
from second_wind.journal.safety.copy_contents import CopyContents, look_into
from second_wind.paths import AppPaths
from second_wind.storage.photos import photo_files
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.service.saving import require_place
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.ui.safety.copies.copies_model import CopiesModel
from second_wind.ui.safety.copies.copies_table import CopiesTable
from second_wind.ui.safety.copies.replace import ReplaceDialog
from second_wind.ui.safety.copies.restore import RestoreDialog
from second_wind.ui.safety.copies.second_place import SecondPlaceBox
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import acts as act_words
from second_wind.words.safety import rescue
from second_wind.words.safety import safety as words

_READ, _VERIFY, _SAVE = "read", "verify", "save"


class CopiesDialog(Sheet):
    """Shows the copies of a journal that is open, and does what is asked of them."""

    def __init__(self, journal: Journal, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Show the copies, and begin to read what they hold."""
        super().__init__(pgettext("heading", "Safe copies"), parent)
        self.setObjectName("copies-dialog")
        self._journal = journal
        self._photos = paths.photos
        self._restored: Act | None = None
        self.tasks = Tasks(self)
        self.tasks.progressed.connect(self._show_progress)
        self.tasks.done.connect(self._finish)
        self.tasks.failed.connect(self._explain_failure)
        self.model = CopiesModel(journal.now().tzinfo, self)
        self.table = CopiesTable(self.model)
        self.empty = self.add_text(words.copies_intro())
        self.body.addWidget(self.table, 1)
        self.none_yet = self.add_text(words.no_copies(), is_muted=False)
        self.body.addWidget(self._acts())
        self.second_place = SecondPlaceBox(paths.config)
        self.second_place.refresh(journal.second_place_problem)
        self.second_place.chosen.connect(self._use_second_place)
        self.second_place.failed.connect(self._explain)
        self.body.addWidget(self.second_place)
        self.undo_button = self._button(pgettext("button", "Undo"), "undo", self.undo)
        self.undo_button.hide()
        self.notice.row.addWidget(self.undo_button)
        self.add_button(pgettext("button", "Close"), self.accept)
        self.refresh()
        self.table.choose(0)
        self.focus_on(self.table if self.model.rowCount() else self.back_up_button)
        self.fit()

    def refresh(self) -> None:
        """Show the copies that there are now, and read those that nobody has read yet."""
        row = self.table.chosen()
        self.model.show(safe_copies(self._journal.path, self._journal.key, self._journal.now()))
        count = self.model.rowCount()
        if count:
            self.table.choose(min(row or 0, count - 1))
        self.table.setVisible(count > 0)
        self.none_yet.setVisible(not count)
        self._allow()
        self._read(_READ, self.model.unread())

    # What is asked

    def back_up(self) -> None:
        """Make a copy now."""
        try:
            self._journal.back_up("by-hand")
        except KnownError as error:
            self._explain(error)
        else:
            self._say(words.copied(self._local(self._journal.now())))
        self.second_place.refresh(self._journal.second_place_problem)
        self.refresh()
        self.table.choose(0)

    def verify(self) -> None:
        """Read every copy from beginning to end."""
        self.verify_button.setEnabled(False)
        self._read(_VERIFY, [each.path for each in self.model.copies()])

    def ask_to_return(self) -> None:
        """Show what a return to the chosen copy would change, and do it if that is wanted."""
        row = self.table.chosen()
        if row is None:
            return
        try:
            plan = self._journal.plan_restore(self.model.copy(row).path)
        except DamagedJournal as error:
            if error.path == self._journal.path:
                self._ask_to_replace(row)
            else:
                self._explain(error)
            return
        except KnownError as error:
            self._explain(error)
            return
        dialog = RestoreDialog(self._journal, plan, self.model.moment(row), self)
        dialog.exec()
        if dialog.act is not None:
            self._say(words.returned(self.model.moment(row)), undoes=dialog.act)
            self.refresh()
        dialog.deleteLater()

    def _ask_to_replace(self, row: int) -> None:
        """Let the chosen copy take the place of a damaged file, if that is wanted."""
        copy, moment = self.model.copy(row).path, self.model.moment(row)
        dialog = ReplaceDialog(self._journal, copy, moment, self)
        dialog.exec()
        if dialog.aside is not None:
            self._say(rescue.done(dialog.aside))
            self.refresh()
        dialog.deleteLater()

    def undo(self) -> None:
        """Take the return to a copy back, if it is still the last act."""
        if self._restored is None or self._journal.next_undo() != self._restored:
            self.undo_button.hide()
            return
        try:
            self._say(act_words.undone(self._journal.undo()))
        except KnownError as error:
            self._explain(error)

    def save_to(self, target: Path) -> None:
        """Write the journal as it is now, and its photos, to a place of the person's choice."""
        try:
            require_place(target, self)
            self._journal.save_copy(target)
        except KnownError as error:
            self._explain(error)
            return
        self.save_button.setEnabled(False)
        photos, key = self._photos, self._journal.key
        self.tasks.start(
            _SAVE, lambda _tasks: (target, photo_files.save_all(photos, photos_of(target), key))
        )

    def done(self, result: int) -> None:
        """Close once nothing is being read any more."""
        self.tasks.finish()
        super().done(result)

    # Inside

    def _acts(self) -> QWidget:
        self.return_button = self._button(_("Return to this copy…"), "return", self.ask_to_return)
        self.back_up_button = self._button(_("Back up now"), "back-up", self.back_up)
        self.verify_button = self._button(pgettext("button", "Verify all"), "verify", self.verify)
        self.save_button = self._button(_("Save a copy elsewhere…"), "save", self._ask_where)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for each in (
            self.return_button,
            self.back_up_button,
            self.verify_button,
            self.save_button,
        ):
            row.addWidget(each)
        return buttons

    def _read(self, name: str, copies: list[Path]) -> None:
        if copies:
            self.tasks.start(name, _Reading(name, copies, self._journal.key))

    def _show_progress(self, name: str, number: int, found: object) -> None:
        assert isinstance(found, tuple)
        copy, contents, count = found
        self.model.show_contents(copy, contents)
        self._allow()
        if name == _VERIFY and number < count:
            self._say(words.reading(number + 1, count))

    def _finish(self, name: str, result: object) -> None:
        if name == _VERIFY:
            assert isinstance(result, list)
            self.verify_button.setEnabled(True)
            unsound = sum(not each.is_sound for each in result)
            self._say(words.verified(len(result), unsound))
        if name == _SAVE:
            assert isinstance(result, tuple)
            target, photos = result
            self.save_button.setEnabled(True)
            self._say(words.saved(target, photos_of(target), photos))

    def _explain_failure(self, _name: str, error: KnownError) -> None:
        self.save_button.setEnabled(True)
        self._explain(error)

    def _explain(self, error: KnownError) -> None:
        self._say(words.trouble(error))

    def _say(self, text: str, undoes: Act | None = None) -> None:
        self._restored = undoes
        self.undo_button.setVisible(undoes is not None)
        self.say(text)

    def _use_second_place(self, folder: Path | None) -> None:
        self._journal.use_second_place(folder)
        if folder is None:
            self._say(words.second_place_given_up())
            return
        self.back_up()  # brings all copies there, and proves that it can be written
        if self._journal.second_place_problem is None:
            self._say(_("Done. All copies lie there now, and new ones follow."))

    def _allow(self) -> None:
        row = self.table.chosen()
        self.return_button.setEnabled(row is not None and self.model.is_usable(row))
        self.verify_button.setVisible(self.model.rowCount() > 0)

    def _ask_where(self) -> None:
        name = words.saved_name(self._journal.today().isoformat())
        start = str(Path.home() / name)
        found, _filter = QFileDialog.getSaveFileName(self, _("Save a copy"), start)
        if found:
            self.save_to(Path(found))

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._journal.now().tzinfo)

    @staticmethod
    def _button(text: str, name: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        return button


class _Reading:
    """Reads copies one after another, as long as somebody wants to know."""

    def __init__(self, name: str, copies: list[Path], key: Key | None) -> None:
        self._name = name
        self._copies = copies
        self._key = key

    def __call__(self, tasks: Tasks) -> list[CopyContents]:
        found: list[CopyContents] = []
        for copy in self._copies:
            if not tasks.is_wanted:
                break
            found.append(look_into(copy, self._key))
            tasks.tell(self._name, len(found), (copy, found[-1], len(self._copies)))
        return found
