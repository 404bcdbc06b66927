"""Watches what other programs do to the journal's file, and says so in lines above the page."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from second_wind.computer.conflicts import conflict_copies, put_away
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.core.errors.journal_errors import DamagedJournal, GarbledEntries
from second_wind.journal.files.merging import MergePlan
from second_wind.journal.journal import Journal
from second_wind.journal.keeping import Rejoined
from second_wind.journal.log.changes import Act
from second_wind.ui.kit.service.quiet_files import QuietFiles
from second_wind.ui.kit.window.standing_lines import StandingLines
from second_wind.words.base.language import _, pgettext
from second_wind.words.errors.sentences import no_copy, sentence
from second_wind.words.safety import checking, replaced_file
from second_wind.words.safety import safety as words

_LOOK_EVERY_MS = 1_000
_LOOKS_BETWEEN_CONFLICTS = 10
_FILE, _COPIES, _PHOTOS, _FOLDER = "file", "copies", "photos", "folder"
_DAMAGE, _CLASHES = "damage", "clashes"
"""Matters of the lines, beside the path of each conflict copy."""


class Watch(QObject):
    """Looks at the file once a second, and for conflict copies every ten."""

    merged = Signal(str)
    """Carries a sentence on what was merged; it can be taken back."""
    undo_wanted = Signal()
    """What was brought into a file that replaced the journal's is to be taken back."""

    def __init__(
        self, journal: Journal, quiet: QuietFiles, lines: StandingLines, window: QWidget
    ) -> None:
        """Look at nothing yet."""
        super().__init__(window)
        self._journal = journal
        self._quiet = quiet
        self._lines = lines
        self._window = window
        self._looks = 0
        self._copies_said = ""
        self._conflicts: set[str] = set()
        self._bringing: Act | None = None
        lines.acted.connect(self._act)
        lines.closed.connect(self._close)
        journal.on_rejoining(self._tell_of_rejoining)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self, second_place: Path | None) -> None:
        """Look now and from now on; `second_place` is where copies also go."""
        if second_place is not None and not second_place.is_dir():
            self.show_copy_problem(CopiesFolderGone(second_place))
        self._finish_rejoining()
        self.look_for_clashes()
        self.look_for_conflicts()
        self._timer.start(_LOOK_EVERY_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Turn to a file that was put in the journal's place; now and then look for conflicts."""
        try:
            if self._journal.rejoin_if_replaced():
                return
        except KnownError as error:
            self.say(words.unreadable_in_place(error))
        self._looks += 1
        if self._looks % _LOOKS_BETWEEN_CONFLICTS == 0:
            self.look_for_conflicts()

    def look_for_conflicts(self) -> None:
        """Offer to merge each conflict copy that the person didn't wave away."""
        found = {str(each): each for each in conflict_copies(self._journal.path)}
        for matter in self._conflicts - found.keys():
            self._lines.take_away(matter)
        self._conflicts = {*found}
        for matter, copy in found.items():
            if not self._quiet.has(copy):
                text = words.conflict(copy.name, self._changed(copy))
                self._lines.say(
                    matter, text, pgettext("button", "Not now"), pgettext("button", "Merge…")
                )

    def look_for_clashes(self) -> None:
        """Say that something was changed in two places, as long as it waits for an answer."""
        try:
            count = len(self._journal.waiting_clashes())
        except KnownError as error:
            self.say(sentence(error))
            return
        if count:
            self._lines.say(
                _CLASHES,
                words.clashes_wait(count),
                pgettext("button", "Not now"),
                pgettext("button", "Choose…"),
            )
        else:
            self._lines.take_away(_CLASHES)

    def choose(self) -> None:
        """Show what waits for an answer, and store what is chosen."""
        from second_wind.ui.safety.clashes_dialog import ClashesDialog

        dialog = ClashesDialog(self._journal, self._window)
        dialog.exec()
        dialog.deleteLater()
        if dialog.act is not None:
            self.merged.emit(_("What you chose is stored."))
        self.look_for_clashes()

    def say(self, text: str) -> None:
        """Say what was done to the journal's file."""
        self._lines.say(_FILE, text, pgettext("button", "Close"))

    def show_copy_problem(self, problem: KnownError | None) -> None:
        """Say once why there is no new copy, or none in the second place, until that is over."""
        if isinstance(problem, DamagedJournal) and problem.path == self._journal.path:
            days = problem.days if isinstance(problem, GarbledEntries) else ()
            self.show_damage(checking.damage_found(sorted({day for day in days if day})))
            return
        text = no_copy(problem) if problem is not None else ""
        if text == self._copies_said:
            return
        self._copies_said = text
        if text:
            self._lines.say(_COPIES, text, pgettext("button", "Close"))
        else:
            self._lines.take_away(_COPIES)

    def show_damage(self, text: str) -> None:
        """Say that the journal is damaged, with the way to what can be saved."""
        self._lines.say(_DAMAGE, text, pgettext("button", "Not now"), _("See what can be saved…"))

    def rescue(self) -> None:
        """Let go of the damaged file, let the person choose, and go on with what was chosen."""
        from second_wind.ui.opening.opening import rescue

        journal = self._journal
        journal.release()
        said = rescue(journal.path, journal.clock, self._window, journal.key, journal.second_place)
        try:
            journal.resume()
        except KnownError as error:
            self.say(sentence(error))
            return
        if said:
            self._lines.take_away(_DAMAGE)
            self.say(said)

    def show_photo_problem(self, text: str) -> None:
        """Say which photos are not as they were kept."""
        self._lines.say(_PHOTOS, text, pgettext("button", "Close"))

    def show_place(self, text: str) -> None:
        """Say what is amiss with the folder: others can look into it, or it can't be written."""
        self._lines.say(_FOLDER, text, pgettext("button", "Close"))

    def merge(self, copy: Path) -> None:
        """Show what a conflict copy would bring, bring it if that is wanted, and put it away."""
        from second_wind.ui.safety.merge_dialog import MergeDialog

        dialog = MergeDialog(self._journal, self._window, copy)
        dialog.exec()
        dialog.deleteLater()
        if not dialog.is_merged:
            return
        try:
            put_away(self._journal.path, copy)
        except KnownError as error:
            self.say(sentence(error))
        self._lines.take_away(str(copy))
        if dialog.act is not None:
            self.merged.emit(words.merged(copy.name))
        else:
            self.say(words.put_away(copy.name))

    def _finish_rejoining(self) -> None:
        try:
            brought = self._journal.finish_rejoining()
        except KnownError as error:
            self.say(sentence(error))
        else:
            if brought is not None:
                self._tell_of_merge(brought, replaced_file.replaced(brought=True))

    def _act(self, matter: str) -> None:
        if matter == _DAMAGE:
            self.rescue()
        elif matter == _CLASHES:
            self.choose()
        elif matter == _FILE:
            self._take_back()
        elif matter in self._conflicts:
            self.merge(Path(matter))

    def _close(self, matter: str) -> None:
        if matter in self._conflicts:
            self._quiet.add(Path(matter))

    def _tell_of_rejoining(self, done: Rejoined) -> None:
        came = done.came
        lines = words.merge_lines(came.new, came.changed, came.deleted, came.taken_back, {}, {})
        brought = bool(done.brought)
        if done.is_proved:
            said = replaced_file.replaced(brought=brought)
        else:
            said = replaced_file.replaced_damaged(done.left_out, done.copy.name, brought=brought)
        told = " ".join((said, *map(words.ended, lines)))
        self._tell_of_merge(done.brought, told)
        self.look_for_clashes()

    def _tell_of_merge(self, plan: MergePlan, told: str) -> None:
        """Say what was brought over, with its Undo; what only waits for an answer has none."""
        brought = replaced_file.brought_over(plan.new, plan.changed, plan.deleted, plan.taken_back)
        if brought:
            self._bringing = self._journal.next_undo()
            self._lines.say(_FILE, told, pgettext("button", "Close"), pgettext("button", "Undo"))
            self.merged.emit(brought)
        else:
            self.say(told)

    def _take_back(self) -> None:
        """Take back what was brought over, unless that would take back something later instead."""
        if self._journal.next_undo() == self._bringing:
            self._lines.take_away(_FILE)
            self.undo_wanted.emit()
        else:
            self._lines.say(
                _FILE,
                replaced_file.later_first(),
                pgettext("button", "Close"),
                pgettext("button", "Undo"),
            )

    def _changed(self, copy: Path) -> datetime:
        try:
            seconds = copy.stat().st_mtime
        except OSError:  # it went this very moment
            seconds = 0.0
        return datetime.fromtimestamp(seconds, UTC).astimezone(self._journal.now().tzinfo)
