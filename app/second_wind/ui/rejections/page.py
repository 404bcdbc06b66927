"""Rejections: the list of all, and a page for each one."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import (
    AnyEntry,
    Consultation,
    ConsultationKind,
    Rejection,
    StepMark,
)
from second_wind.core.people.people import Directory
from second_wind.core.people.steps import Links, last_day, steps_touched
from second_wind.core.people.themes import gathered
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes, Noun
from second_wind.journal.log.links import links_of
from second_wind.ui.kit.window.analysing import Analysing
from second_wind.ui.kit.window.page import Coalesced, Page, fill
from second_wind.ui.rejections.outcomes import outcomes
from second_wind.ui.rejections.rejection_list import RejectionList
from second_wind.ui.rejections.rejection_view import RejectionView
from second_wind.ui.rejections.rejections_model import Outcome
from second_wind.words.entries import rejections as words

Outcomes = Mapping[str, Outcome]

_ANALYSED = (Noun.CHECK_IN, Noun.REJECTION, Noun.REST)
_SHOWN = (
    *_ANALYSED,
    Noun.EXERCISE,
    Noun.OUTING,
    Noun.VOLUNTEERING,
    Noun.TALK,
    Noun.STEP_MARK,
    Noun.PERSON,
    Noun.CONSULTATION,
    Noun.SETTING,
)


class RejectionsPage(Page):
    """Shows the list or one rejection; what the analysis says follows a moment later."""

    def __init__(
        self,
        journal: Journal,
        read_outcomes: Callable[[Journal], Outcomes] = outcomes,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page; `read_outcomes` analyses the log."""
        super().__init__(parent)
        self._journal = journal
        self._read_outcomes = read_outcomes
        self._outcomes: Outcomes | None = None
        self._rejections: list[Rejection] = []
        self._shown = ""
        self.list = RejectionList()
        self.view = RejectionView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        fill(self, self._stack)
        self.analysis = Coalesced(self)
        self.analysis.timeout.connect(self._prepare)
        self._analysing = Analysing(journal, self)
        self._analysing.ready.connect(self._analyse)
        self._analysing.failed.connect(self.failed)
        self._connect()

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what the page shows."""
        if changes.touch(*_ANALYSED):
            self._outcomes = None
        return changes.touch(*_SHOWN)

    def refresh(self) -> None:
        """Show what the journal holds now, and have it analysed."""
        self._rejections = self._journal.entries(Rejection)
        self.list.show_rejections(self._rejections)
        self.list.show_themes(gathered(self._rejections, self._journal.entries(Consultation)))
        if self._outcomes is None:
            self.analysis.start()
        if self._shown:
            self._show()

    def visit(self, what: date | str) -> None:
        """Open a rejection's own page."""
        self.show_rejection(str(what))

    def take_keyboard(self) -> None:
        """Begin where arrows, Enter and Esc act; a focus proxy would keep Tab from the rest."""
        target = self.view if self._shown else self._listed()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rejection(self, key: str) -> None:
        """Open a rejection's own page; the list where there is no such rejection."""
        self._rejections = self._journal.entries(Rejection)
        self._shown = key
        self._show()
        if self._shown:
            self.take_keyboard()

    def show_list(self) -> None:
        """Go back to the list, to the row that was open."""
        key, self._shown = self._shown, ""
        self._stack.setCurrentWidget(self.list)
        self.list.select(key)
        self.take_keyboard()

    def is_showing(self) -> str:
        """Return the id of the rejection that is open, empty in the list."""
        return self._shown

    def _listed(self) -> QWidget:
        """Return what takes the keyboard in the list; nothing is chosen in an empty one."""
        return self.list.table if self._rejections else self.list.log

    # One rejection

    def _current(self) -> Rejection | None:
        return next((each for each in self._rejections if each.id == self._shown), None)

    def _show(self) -> None:
        rejection = self._current()
        if rejection is None:
            self.show_list()
            return
        links = links_of(self._journal, rejection)
        people = Directory(links.people).several(links.met)
        self.view.show_rejection(rejection, people, links.consultations)
        self._show_steps(rejection, links, [each.name for each in people])
        self._show_first_week()
        self._stack.setCurrentWidget(self.view)

    def _show_steps(self, rejection: Rejection, links: Links, met: Sequence[str]) -> None:
        later = (each.day for each in self._rejections if each.day > rejection.day)
        following, today = min(later, default=None), self._journal.today()
        days = self._journal.days(rejection.day, last_day(rejection.day, following, today))
        marks = self._marks(rejection)
        states = steps_touched(rejection.day, following, days, marks, today, links)
        self.view.show_steps(states, met)

    def _show_first_week(self) -> None:
        if self._outcomes is None:
            self.view.show_first_week("")
        else:
            outcome = self._outcomes.get(self._shown)
            self.view.show_first_week(outcome.sentence() if outcome else words.nothing_known())

    def _marks(self, rejection: Rejection) -> list[StepMark]:
        marks = self._journal.entries(StepMark, rejection.day - timedelta(days=1))
        return [each for each in marks if each.rejection == rejection.id]

    def _mark(self, step: int, on: bool) -> None:
        rejection = self._current()
        if rejection is None:
            return
        today = self._journal.today()
        mark = StepMark(day=today, rejection=rejection.id, step=step)
        old = [each for each in self._marks(rejection) if each.step == step]
        self._store(ActName.STEP, add=[mark] if on else [], delete=[] if on else old)

    def _delete(self) -> None:
        rejection = self._current()
        if rejection is None:
            return
        if self._store(ActName.DELETE, delete=[rejection, *self._marks(rejection)]):
            self.show_list()
            self.done.emit(words.deleted(rejection))

    # Experts and themes

    def _ask_expert(self) -> None:
        rejection = self._current()
        if rejection is None:
            return
        people = Directory(links_of(self._journal, rejection).people).several(rejection.people)
        first = people[0] if len(people) == 1 else None
        about = Consultation(
            day=self._journal.today(),
            kind=ConsultationKind.FEEDBACK,
            rejection=rejection.id,
            person=first.name if first else "",
            person_id=first.id if first else "",
        )
        self._open_consultation(about, is_new=True)

    def _open_consultation(self, consultation: Consultation, *, is_new: bool = False) -> None:
        from second_wind.ui.experts.consultation_dialog import ConsultationDialog

        dialog = ConsultationDialog(self._journal, self.window(), consultation, is_new=is_new)
        dialog.exec()
        if dialog.done_sentence:
            self.done.emit(dialog.done_sentence)
        dialog.deleteLater()

    def _see_themes(self) -> None:
        from second_wind.ui.rejections.themes_sheet import ThemesDialog

        asked = self._journal.entries(Consultation)
        dialog = ThemesDialog(gathered(self._rejections, asked), self.window())
        dialog.theme_chosen.connect(self.list.search.setText)
        dialog.exec()
        dialog.deleteLater()

    def _store(
        self, name: ActName, add: Sequence[AnyEntry] = (), delete: Sequence[AnyEntry] = ()
    ) -> bool:
        try:
            self._journal.store(add=add, delete=delete, name=name)
        except KnownError as error:
            self.failed.emit(error)
            return False
        return True

    def _edit(self) -> None:
        rejection = self._current()
        if rejection is not None:
            self.edit_requested.emit(rejection)

    def _request_chart(self) -> None:
        self.chart_requested.emit(self._shown)

    # What the analysis says

    def _prepare(self) -> None:
        """Have each rejection looked at, unless nobody looks."""
        if not self.isVisible() or self._journal.is_released:
            self.mark_stale()
            return
        from second_wind.core.analysis.parts import Part

        self._analysing.want(Part.SINGLE)

    def _analyse(self) -> None:
        if not self.isVisible() or self._journal.is_released:
            self.mark_stale()
            return
        self._outcomes = self._read_outcomes(self._journal)
        self.list.show_outcomes(self._outcomes)
        self._show_first_week()

    def _connect(self) -> None:
        self.list.opened.connect(self.show_rejection)
        self.list.log_requested.connect(self.log_requested)
        self.list.themes_wanted.connect(self._see_themes)
        self.view.back_wanted.connect(self.show_list)
        self.view.edit_wanted.connect(self._edit)
        self.view.delete_wanted.connect(self._delete)
        self.view.chart_wanted.connect(self._request_chart)
        self.view.marked.connect(self._mark)
        self.view.person_wanted.connect(self.person_requested)
        self.view.consultations.ask_wanted.connect(self._ask_expert)
        self.view.consultations.opened.connect(self._open_consultation)
