"""What follows once a rejection is stored: words, feelings, another view, a small step."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import day_of
from second_wind.core.log.drafts import Draft
from second_wind.core.log.entries import CheckIn, FeelingWord, Rejection
from second_wind.core.log.own_words import word_changes
from second_wind.core.people.steps import steps_touched
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.links import links_of
from second_wind.ui.feelings.feelings_dialog import feelings_draft, typed_feelings
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.rejections.after.after_steps import LineMoment, Moment, Moments, StepMoment
from second_wind.ui.rejections.after.feelings_moment import FeelingsMoment
from second_wind.words.entries import kind_lines
from second_wind.words.entries import rejections as words
from second_wind.words.entries import steps as step_words


class AfterRejection(Drafted, Moments):
    """Builds the moments for one rejection, and stores the feelings that are named."""

    day_requested = Signal(object)
    failed = Signal(object)
    """Carries a `KnownError`: the feelings could not be stored."""

    def __init__(
        self,
        journal: Journal,
        rejection: Rejection,
        shown_lines: set[int],
        parent: QWidget | None = None,
    ) -> None:
        """Make the moments; the line that is shown is added to those shown that day."""
        self._journal = journal
        self._rejection = rejection
        self.feelings = FeelingsMoment(journal.own_feelings(), journal.entries(FeelingWord))
        logged = _logged_today(journal)
        line = _line(journal, logged, shown_lines)
        step = _step(journal, rejection, logged)
        super().__init__(
            [
                Moment(
                    words.title(rejection),
                    kind_lines.acknowledgement(rejection.stage, rejection.day),
                ),
                self.feelings,
                *line,
                step,
            ],
            parent,
        )
        for each in line:
            each.dismissed.connect(self._dismiss)
        self._stored: tuple[str, ...] = ()
        self.feelings.field.refused.connect(self.failed)
        self.feelings.done.connect(self.go_on)
        self.left.connect(self.store_feelings)
        step.day_requested.connect(self.day_requested)

    def _dismiss(self, number: int) -> None:
        settings = self._journal.settings
        lines = tuple(sorted({*settings.dismissed_lines, number}))
        try:
            self._journal.change_settings(replace(settings, dismissed_lines=lines))
        except KnownError as error:
            self.failed.emit(error)

    def drafts(self) -> Mapping[str, Draft]:
        """Return the feelings that are named and not stored."""
        fields = self.feelings.typed()
        is_stored = fields == typed_feelings(self._stored, self.feelings.described(), "")
        if not self.isVisible() or is_stored:
            return {}
        return {self._rejection.id: feelings_draft(self._rejection.day, "", fields)}

    def store_feelings(self) -> None:
        """Store the feelings as a check-in of the rejection's day; once."""
        chosen = self.feelings.chosen()
        if not chosen or self._stored == chosen:
            return
        today = self._journal.today()
        now, day = self._journal.now(), self._rejection.day
        at = now.time() if day == today else None
        said = word_changes(self.feelings.own_words, self.feelings.described(), today)
        try:
            self._journal.store(
                add=[CheckIn(day=day, at=at, feelings=chosen), *said.add],
                change=said.change,
                delete=said.delete,
                name=ActName.FEELINGS,
            )
        except KnownError as error:
            self.failed.emit(error)
        else:
            self._stored = chosen


def _line(journal: Journal, logged: int, shown: set[int]) -> list[LineMoment]:
    """Return a line not shown that day: one for each rejection logged, and those in memory."""
    today, unwanted = journal.today(), set(journal.settings.dismissed_lines)
    while len(shown) < logged - 1 and (
        earlier := kind_lines.reframing_line(today, shown | unwanted)
    ):
        shown.add(earlier[0])
    found = kind_lines.reframing_line(today, shown | unwanted)
    if found is None:
        return []
    shown.add(found[0])
    return [LineMoment(*found)]


def _step(journal: Journal, rejection: Rejection, logged: int) -> StepMoment:
    today = journal.today()
    touched = _touched(journal, rejection)
    number, text = kind_lines.small_step(rejection.stage, today, logged, touched)
    return StepMoment(step_words.name(number), text, today)


def _touched(journal: Journal, rejection: Rejection) -> set[int]:
    """Return the steps that what is logged already touches."""
    today = journal.today()
    days = journal.days(rejection.day, today)
    states = steps_touched(rejection.day, None, days, (), today, links_of(journal, rejection))
    return {each.step for each in states if each.first_day is not None}


def _logged_today(journal: Journal) -> int:
    """Return how many rejections the person logged today, for whichever day."""
    today, now = journal.today(), journal.now()
    start = journal.settings.day_start
    return sum(
        day_of(each.logged_at.astimezone(now.tzinfo), start) == today
        for each in journal.entries(Rejection)
        if each.logged_at is not None and not each.source
    )
