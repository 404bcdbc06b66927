"""Looks at the clock twice a minute, and says when it is time to ask how the day was."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import day_of
from second_wind.core.log.entries import GoodNews
from second_wind.core.people import reminders
from second_wind.core.people.people import found_work
from second_wind.core.people.reminders import DayState
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes
from second_wind.ui.kit.service.background_preferences import BackgroundPreferences
from second_wind.ui.kit.service.remembered import Remembered

_LOOK_EVERY_MS = 30_000
_LEAST = timedelta(hours=1)
"""For how long a question stands, also where its day ends before."""


class Reminders(QObject):
    """Asks `core.people.reminders`, remembers what became of a reminder, and says what changes.

    The time of the clock decides and no timer runs until the evening, so that a computer that
    sleeps, or a clock that is set, makes no difference.
    """

    due = Signal(object)
    """Carries the day that is to be asked about."""
    over = Signal()
    """The question is answered, waved away, or its day has ended."""

    def __init__(
        self, journal: Journal, kept: BackgroundPreferences, parent: QObject | None = None
    ) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._journal = journal
        self._kept = kept
        self._remembered = Remembered(journal)
        self.asked: date | None = None
        self._asked_at = journal.now()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and every half minute from now on."""
        self._kept.changed.connect(self.look)
        self._timer.start(_LOOK_EVERY_MS)
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask if it is time, and ask no longer about a day that has ended."""
        now = self._journal.now()
        try:
            day_start = self._journal.settings.day_start
            self._end_old_question(day_of(now, day_start), now)
            memory = self._remembered.reminders
            day = reminders.due(now, day_start, self._kept.wish, memory, self._state_of)
        except KnownError:
            return  # a journal that can't be read now is asked again in half a minute
        if day is not None:
            self._remembered.reminders = memory.after_showing(day)
            self.asked, self._asked_at = day, now
            self.due.emit(day)

    def can_put_off(self, day: date) -> bool:
        """Tell whether "later" may still be chosen for a day."""
        return self._remembered.reminders.can_put_off(day)

    def put_off(self, day: date) -> None:
        """Ask once more in an hour."""
        memory = self._remembered.reminders
        self._remembered.reminders = memory.after_later(day, self._journal.now())
        self._end()

    def wave_away(self, day: date) -> None:
        """Ask no more about a day."""
        self._remembered.reminders = self._remembered.reminders.after_not_today(day)
        self._end()

    def take(self, changes: Changes) -> None:
        """Ask no longer once the day has a mood or is at rest, whoever logged it."""
        day = self.asked
        if day is None or not changes.touch_days(day, day):
            return
        try:
            if self._state_of(day).is_silent:
                self._end()
        except KnownError:
            return  # the question may stand

    def _end_old_question(self, today: date, now: datetime) -> None:
        is_old = not timedelta() <= now - self._asked_at < _LEAST
        if self.asked is not None and self.asked != today and is_old:
            self._end()

    def _end(self) -> None:
        if self.asked is not None:
            self.asked = None
            self.over.emit()

    def _state_of(self, day: date) -> DayState:
        held = self._journal.day(day)
        return DayState(
            has_mood=held.mood is not None,
            is_rest=held.rest is not None,
            work_found=found_work(self._journal.entries(GoodNews, end=day), day),
        )
