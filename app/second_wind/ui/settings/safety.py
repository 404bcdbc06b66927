"""Settings: where the journal lies, when it was saved and copied, and whether it is sound."""

from datetime import datetime
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from second_wind.computer import second_place
from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes
from second_wind.journal.safety.checking import CheckReport, examine
from second_wind.paths import AppPaths
from second_wind.ui.kit.fields.path_line import PathLine
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.ui.settings.form.section import Section
from second_wind.words.base.language import _, pgettext
from second_wind.words.safety import checking, safety

_CHECK = "check"


class SafetySection(Section):
    """Tells how safe the journal is, and opens what can be done about it."""

    def __init__(self, journal: Journal, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(_("Safety of your journal"), parent=parent)
        self._journal = journal
        self._paths = paths
        self.tasks = Tasks(self)
        self.tasks.done.connect(self._show_report)
        self.tasks.failed.connect(self._fail)
        self.body.setSpacing(12)
        self.saved, self.copied, self.place = QLabel(), QLabel(), muted("", wraps=True)
        self.path = PathLine(_("Where your journal lies"))
        self.path.show_path(journal.path)
        self.result = Notice()
        self.rescue_button = self._button(_("See what can be saved…"), "rescue", self.rescue)
        self.rescue_button.hide()
        self.result.row.addWidget(self.rescue_button)
        self.check_button = self._button(pgettext("button", "Check now"), "check-now", self.check)
        self.copies_button = self._button(
            pgettext("button", "Safe copies…"), "safe-copies", self.open_copies
        )
        self.merge_button = self._button(_("Merge another journal…"), "merge", self.open_merge)
        self._lay_out()

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what the section shows: every one was saved."""
        return True

    def refresh(self) -> None:
        """Show when the journal was saved and copied last."""
        now = self._journal.now()
        try:
            saved = self._journal.last_saved()
            place = second_place.chosen(self._paths.config)
        except KnownError as error:
            self.failed.emit(error)
            return
        self.saved.setText(safety.when(_local(saved, now), now))
        self.copied.setText(safety.when(_local(self._journal.last_backup(), now), now))
        self.place.setText(safety.place_state(place, reachable=place is None or place.is_dir()))

    def check(self) -> None:
        """Look at the journal, its photos and its copies, off the main thread."""
        self.check_button.setEnabled(False)
        self.rescue_button.hide()
        self.result.say(checking.under_way())
        journal, photos, key = self._journal.path, self._paths.photos, self._journal.key
        work = partial(examine, journal, photos, is_open_here=True, key=key)
        self.tasks.start(_CHECK, lambda _tasks: work())

    def open_copies(self) -> None:
        """Show all safe copies."""
        from second_wind.ui.safety.copies.copies_dialog import CopiesDialog

        dialog = CopiesDialog(self._journal, self._paths, self.window())
        dialog.exec()
        dialog.deleteLater()
        self.refresh()

    def open_merge(self) -> None:
        """Bring another journal into this one."""
        from second_wind.ui.safety.merge_dialog import MergeDialog

        dialog = MergeDialog(self._journal, self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.act is not None:
            self.done.emit(safety.merged(dialog.act.detail))

    def rescue(self) -> None:
        """Let go of the damaged file, let the person choose, and go on with what was chosen."""
        from second_wind.ui.opening.opening import rescue

        journal = self._journal
        journal.release()
        said = rescue(journal.path, journal.clock, self.window(), journal.key, journal.second_place)
        try:
            journal.resume()
        except KnownError as error:
            self.failed.emit(error)
            return
        self.rescue_button.hide()
        self.result.hide()
        if said:
            self.result.say(said)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say nothing about a check of before when the page is seen again."""
        super().hideEvent(event)
        if self.check_button.isEnabled():
            self.result.hide()

    def _show_report(self, _name: str, report: object) -> None:
        assert isinstance(report, CheckReport)
        self.check_button.setEnabled(True)
        self.rescue_button.setVisible(report.is_damaged)
        now = self._journal.now()
        newest = report.newest_copy
        made = _local(newest.made_at, now) if newest else None
        self.result.say(checking.result(report, made))

    def _fail(self, _name: str, error: KnownError) -> None:
        self.check_button.setEnabled(True)
        self.result.hide()
        self.failed.emit(error)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (
            (pgettext("line of a setting", "Last saved"), self.saved),
            (_("Last safe copy"), self.copied),
            (pgettext("line of a setting", "Second place"), self.place),
        )
        for number, (name, value) in enumerate(rows):
            label = muted(name)
            label.setMinimumWidth(label.sizeHint().width())
            grid.addWidget(label, number, 0)
            grid.addWidget(value, number, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.path)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for each in (self.check_button, self.copies_button, self.merge_button):
            row.addWidget(each)
        self.body.addWidget(buttons)
        self.body.addWidget(self.result)

    @staticmethod
    def _button(text: str, name: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(act)
        return button


def _local(moment: datetime | None, now: datetime) -> datetime | None:
    return moment.astimezone(now.tzinfo) if moment else None
