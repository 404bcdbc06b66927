"""Another journal becomes part of this one, with all that it brings in view before."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import NoJournalYet
from second_wind.journal.files.merging import MergePlan
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act
from second_wind.ui.kit.fields.path_line import PathLine
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.ui.safety.clash_list import ClashList
from second_wind.words.base.language import _, pgettext
from second_wind.words.files import merging
from second_wind.words.safety import safety as words

_PHOTOS = "photos"
_SOON_MS = 500


class MergeDialog(Sheet):
    """Asks for a file unless one is given; `act` is what was done, `is_merged` that all is here."""

    def __init__(
        self, journal: Journal, parent: QWidget | None = None, conflict: Path | None = None
    ) -> None:
        """Ask for a file, or show what a conflict copy would bring."""
        title = _("Merge the second copy") if conflict else _("Merge another journal")
        super().__init__(title, parent)
        self.setObjectName("merge-dialog")
        self._journal = journal
        self._plan: MergePlan | None = None
        self.act: Act | None = None
        self.is_merged = False
        self.tasks = Tasks(self)
        self.tasks.done.connect(self._finish)
        self.tasks.failed.connect(self._give_up)
        self.add_text(words.conflict_intro() if conflict else words.merge_intro())
        self.path = PathLine(_("The other journal"))
        self.path.hide()
        self.body.addWidget(self.path)
        self.choose = QPushButton(_("Choose a file…"))
        self.choose.setObjectName("choose-file")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.choose.setVisible(conflict is None)
        self.body.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeading)
        self.card = Card(_("What it would bring"))
        self.card.hide()
        self.body.addWidget(self.card)
        self.clashes = ClashList(())
        self.body.addWidget(self.clashes)
        self.body.addStretch(1)
        self.cancel = self.add_button(pgettext("button", "Cancel"), self.reject)
        self.cancel.setObjectName("cancel")
        self.go = self.add_button(pgettext("button", "Merge"), self.merge, is_primary=True)
        self.go.setObjectName("merge")
        self.go.setEnabled(False)
        if conflict:
            self.look_at(conflict)
        self.fit()
        self.focus_on(self.go if conflict else self.choose)

    def look_at(self, other: Path) -> None:
        """Show what another journal would bring; nothing is written."""
        self._plan = None
        self.go.setEnabled(False)
        self.card.hide()
        self.clashes.hide()
        self.notice.hide()
        self.path.show_path(other)
        self.path.show()
        try:
            if not other.is_file():
                raise NoJournalYet(other)
            self._plan = self._journal.plan_merge(other)
        except KnownError as error:
            self.say(words.trouble(error))
        else:
            self._show(self._plan)
        self.fit_soon()

    def merge(self) -> None:
        """Bring it in as one act, its photos first, unless all is here already."""
        plan = self._plan
        if plan is None:
            return
        if not plan:
            self.is_merged = True
            self.accept()
            return
        self.go.setEnabled(False)
        QTimer.singleShot(_SOON_MS, self, self._say_busy)
        self.tasks.start(_PHOTOS, lambda _tasks: self._journal.bring_photos(plan))

    def done(self, result: int) -> None:
        """Close once nothing is under way any more."""
        self.tasks.finish()
        super().done(result)

    def _finish(self, _name: str, _result: object) -> None:
        if not self.tasks.is_wanted:  # the person left while the photos came
            return
        assert self._plan is not None
        try:
            answers = {clash.place: answer for clash, answer in self.clashes.answers()}
            self.act = self._journal.merge(self._plan, answers)
        except KnownError as error:
            self._give_up(_PHOTOS, error)
        else:
            self.is_merged = True
            self.accept()

    def _give_up(self, _name: str, error: KnownError) -> None:
        self.go.setEnabled(True)
        self.say(words.trouble(error))

    def _say_busy(self) -> None:
        if self.isVisible() and not self.go.isEnabled():
            self.say(_("Bringing photos over…"))

    def _show(self, plan: MergePlan) -> None:
        card = Card(_("What it would bring"))
        lines = words.merge_lines(
            plan.new, plan.changed, plan.deleted, plan.taken_back, plan.clashing, plan.same
        )
        if plan.is_damaged:
            lines = [merging.damaged(plan.left_out), *lines]
        for each in lines if plan else [_("Everything in it is here already."), *lines]:
            label = muted(each, wraps=True)
            label.setProperty("role", "")
            card.body.addWidget(label)
        if plan:
            card.body.addWidget(
                muted(_("A safe copy is made first, and Undo takes all of it back."), wraps=True)
            )
        self.body.replaceWidget(self.card, card)
        self.card.deleteLater()
        self.card = card
        clashes = ClashList(plan.clashes)
        self.body.replaceWidget(self.clashes, clashes)
        self.clashes.deleteLater()
        self.clashes = clashes
        self.go.setEnabled(bool(plan) or self.choose.isHidden())
        self.go.setText(pgettext("button", "Merge") if plan else _("Put it away"))

    def _ask(self) -> None:
        kinds = _("Journals (*.sqlite3);;All files (*)")
        found, _kind = QFileDialog.getOpenFileName(
            self, _("The other journal"), str(Path.home()), kinds
        )
        if found:
            self.look_at(Path(found))
            self.focus_on(self.go if self.go.isEnabled() else self.choose)
