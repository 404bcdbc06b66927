"""Today: the daily log on one screen. Each act is stored at once; there is no Save button."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log import rest
from second_wind.core.log.entries import Rest
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.page import Page, fill, scrolling
from second_wind.ui.kit.window.places import Place
from second_wind.ui.photos.photos import Photos
from second_wind.ui.today.cards.exercise_card import ExerciseCard
from second_wind.ui.today.cards.look_back_card import LookBackCard
from second_wind.ui.today.cards.mood_card import MoodCard
from second_wind.ui.today.cards.news_card import NewsCard
from second_wind.ui.today.cards.outings_card import OutingsCard
from second_wind.ui.today.cards.people_card import PeopleCard
from second_wind.ui.today.cards.since_card import SinceCard
from second_wind.ui.today.cards.steps_card import StepsCard
from second_wind.ui.today.cards.volunteering_card import VolunteeringCard
from second_wind.ui.today.day_columns import DayColumns
from second_wind.ui.today.day_header import DayHeader
from second_wind.ui.today.day_strip import DayMark, DayStrip
from second_wind.ui.today.mood_digits import MoodDigits
from second_wind.ui.today.reading import around, lately, shown_days
from second_wind.ui.today.single_keys import SingleKeys
from second_wind.ui.today.support_line import SupportLine

_LOOK_AT_CLOCK_MS = 20_000


class TodayPage(Page):
    """Shows one day, today unless another is chosen."""

    def __init__(
        self,
        journal: Journal,
        photos: Photos,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page; it shows today when it is first seen."""
        super().__init__(parent)
        self._journal = journal
        self._was_painted = False
        self._day = self._today = journal.today()
        self.header = DayHeader()
        self.strip = DayStrip()
        self.support = SupportLine(journal)
        self.mood = MoodCard(journal)
        self.exercise = ExerciseCard(journal)
        self.outings = OutingsCard(journal, photos)
        self.volunteering = VolunteeringCard(journal)
        self.people = PeopleCard(journal)
        self.news = NewsCard(journal)
        self.since = SinceCard(journal)
        self.steps = StepsCard(journal)
        self.look_back = LookBackCard(journal)
        self._cards = (
            self.mood,
            self.exercise,
            self.outings,
            self.volunteering,
            self.people,
            self.news,
        )
        self._lay_out()
        self._connect(photos)
        self._make_keys()
        self._turn_keys(preferences.single_keys)
        preferences.single_keys_changed.connect(self._turn_keys)
        self._clock_timer = QTimer(self)
        self._clock_timer.timeout.connect(self._look_at_clock)
        self._clock_timer.start(_LOOK_AT_CLOCK_MS)

    # What the window asks

    def affected_by(self, changes: Changes) -> bool:
        """Anything can show here: the steps and the chart look back for weeks."""
        return bool(changes.nouns)

    def take(self, changes: Changes) -> None:
        """Say what was stored, and refresh."""
        if changes.act is not None:
            undoable = self._journal.next_undo() is not None
            self.header.show_saved(self._journal.now(), undoable=undoable)
        super().take(changes)

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self._show_day_parts()
        with self._journal.at_once(lately(self._journal.today())):
            self.since.refresh()
            self.steps.refresh()
        self.look_back.refresh()
        self._arrange()

    def show_day(self, day: date) -> None:
        """Show another day, no later than today."""
        self.store_now()
        self._day = min(day, self._journal.today())
        self._show_day_parts()

    def visit(self, what: date | str) -> None:
        """Show a day."""
        if isinstance(what, date):
            self.show_day(what)

    def shown_day(self) -> date:
        """Return the day that is shown."""
        return self._day

    def store_now(self) -> None:
        """Store what was typed and not yet stored."""
        for card in self._cards:
            card.store_now()

    def store_texts(self) -> None:
        """Store the words of the note; a form that is open says when it is to be stored."""
        self.mood.store_now()

    def begin_to_look(self) -> None:
        """Draw the chart and look back, now that the page was seen."""
        self.since.start()
        self.look_back.start()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let what loads numpy and matplotlib wait for the first paint."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.begin_to_look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits by the place of their key, for keyboards that need Shift for them."""
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the look back come or go before anything is written: nothing jumps later."""
        with suppress(KnownError):  # what can't be read is told by the refresh
            self.look_back.take_place()
            self._arrange()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    # Keys

    def _make_keys(self) -> None:
        self._keys, self._digits = SingleKeys(self), MoodDigits(self.mood)
        self._keys.digit_pressed.connect(self._digits.press)
        for key, do in (
            ("F", self.mood.ask_feelings),
            ("N", self.mood.ask_note),
            ("E", self.exercise.ask),
            ("O", self.outings.ask),
            ("V", self.volunteering.ask),
            ("P", self.people.ask),
            ("G", self.news.ask),
            ("T", self._go_to_today),
        ):
            self._keys.on(key, do)
        self.mood.field.key_meant.connect(self._keys.press)
        QShortcut(QKeySequence("Left"), self).activated.connect(self._go_left)
        QShortcut(QKeySequence("Right"), self).activated.connect(self._go_right)

    def _turn_keys(self, on: bool) -> None:
        self._keys.turn(on)
        self.mood.field.form_keys, self.mood.field.note_key = ("EOVP", "N") if on else ("", "")

    def _open_support(self) -> None:
        self.place_requested.emit(Place.SUPPORT)

    def _go_left(self) -> None:
        self._go(1 if self.isRightToLeft() else -1)

    def _go_right(self) -> None:
        self._go(-1 if self.isRightToLeft() else 1)

    def _go_back(self) -> None:
        self._go(-1)

    def _go_forward(self) -> None:
        self._go(1)

    def _go(self, days: int) -> None:
        self.show_day(self._day + timedelta(days=days))

    def _go_to_today(self) -> None:
        self.show_day(self._journal.today())

    # Inside

    def _arrange(self) -> None:
        self._columns.arrange(self.width() / self.fontMetrics().averageCharWidth())

    def _show_day_parts(self) -> None:
        today, settings = self._journal.today(), self._journal.settings
        names = settings.mood_names
        first, last = shown_days(self._day, today)
        with self._journal.at_once(around(self._day, today, settings)):
            day = self._journal.day(self._day)
            self.header.show_day(day, today)
            days = self._journal.days(first, last)
            self.strip.show_days([DayMark.of(each) for each in days], self._day, names)
            for card in self._cards:
                card.show_day(day)

    def _set_rest(self, rests: bool) -> None:
        if rests:
            self._rest_until(self._day)
            return
        ahead = self._journal.entries(Rest, self._day)
        self._store_rest(delete=rest.ended(self._day, self._journal.today(), ahead))

    def _rest_until(self, last: date) -> None:
        """Let the days from the one that is shown to another rest, as one act."""
        resting = {each.day for each in self._journal.entries(Rest, self._day, last)}
        self._store_rest(add=rest.stretch(self._day, last, resting))

    def _store_rest(self, add: Sequence[Rest] = (), delete: Sequence[Rest] = ()) -> None:
        try:
            if add or delete:
                self._journal.store(add=add, delete=delete, name=ActName.REST)
        except KnownError as error:
            self.failed.emit(error)

    def _look_at_clock(self) -> None:
        if self._journal.is_released:
            return
        try:
            if self.isVisible():
                self.support.look()
            self._go_on_to_new_day()
        except KnownError:
            self.mark_stale()  # a journal that can't be read now is asked again soon

    def _go_on_to_new_day(self) -> None:
        """Show the new day when one begins, unless another day is shown."""
        today = self._journal.today()
        if today == self._today:
            return
        was_on_today, self._today = self._day == self._today, today
        if was_on_today:
            self.store_now()
            self._day = today
            self.look_back.take_place()
        self.mark_stale()
        if self.isVisible():
            self.freshen()

    def _lay_out(self) -> None:
        self._columns = DayColumns(
            (self.header, self.strip, self.support),
            (self.news, self.mood),
            ((self.exercise, self.outings), (self.volunteering, self.people)),
            (self.since, self.steps, self.look_back),
        )
        self._area: QScrollArea = scrolling(self._columns)
        fill(self, self._area)

    def _connect(self, photos: Photos) -> None:
        self.header.back_wanted.connect(self._go_back)
        self.header.forward_wanted.connect(self._go_forward)
        self.header.today_wanted.connect(self._go_to_today)
        self.header.day_chosen.connect(self.show_day)
        self.header.rest_toggled.connect(self._set_rest)
        self.header.rest_until_wanted.connect(self._rest_until)
        self.header.undo_wanted.connect(self.undo_wanted)
        self.header.news_wanted.connect(self.news.ask)
        self.strip.day_chosen.connect(self.show_day)
        self.since.day_requested.connect(self.show_day)
        self.since.failed.connect(self.failed)
        self.support.wanted.connect(self._open_support)
        photos.failed.connect(self.failed)
        self.people.person_requested.connect(self.person_requested)
        self.people.done.connect(self.done)
        self.news.done.connect(self.done)
        for card in self._cards:
            card.failed.connect(self.failed)
            card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
