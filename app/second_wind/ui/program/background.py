"""What goes on beside the window: the tray, reminders, notices, the quick entry."""

from datetime import date
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes, Noun
from second_wind.ui.kit.service.background_preferences import BackgroundPreferences
from second_wind.ui.notices.message_bus import BusNotices
from second_wind.ui.notices.notices import OPEN, Notice, NoticeBoard
from second_wind.ui.notices.reminders import Reminders
from second_wind.ui.notices.tray import Tray, TrayNotices
from second_wind.ui.quick.quick_log import store_mood
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import reminders as words

if TYPE_CHECKING:
    from second_wind.ui.quick.quick_entry import QuickEntry

_LOG, _LATER, _NOT_TODAY = "log", "later", "not-today"
_REMINDER, _SAVED, _GOES_ON, _TRIAL = "reminder ", "saved", "goes-on", "trial"


class Background(QObject):
    """Connects the parts, and keeps the program alive without its window where that is wanted."""

    def __init__(self, window: MainWindow, journal: Journal, kept: BackgroundPreferences) -> None:
        """Make the parts; `start` begins."""
        super().__init__()
        self._window, self._journal, self._kept = window, journal, kept
        self.tray = Tray(self)
        self.reminders = Reminders(journal, kept, self)
        self._quick_entry: QuickEntry | None = None
        self._said_in_window = False
        self._shown_key = ""
        self._connect_tray()
        self._connect_notices()
        self.reminders.due.connect(self._ask)
        self.reminders.over.connect(self._ask_no_more)
        kept.changed.connect(self._take_wishes)
        kept.trial_wanted.connect(self._show_trial)

    def start(self) -> None:
        """Show the icon and look at the clock."""
        self._window.installEventFilter(self)
        self._window.notifier.changed.connect(self._take)
        self.tray.show_names(self._journal.settings.mood_names)
        self._take_wishes()
        self.reminders.start()

    def stop(self) -> None:
        """Take icon and notices away."""
        self._window.removeEventFilter(self)
        self.reminders.stop()
        self.tray.finish()
        for board in self._boards:
            board.stop()
        if self._quick_entry is not None:
            # Like any window it must not outlive the application, nor the journal.
            shiboken6.delete(self._quick_entry)
            self._quick_entry = None

    def can_hide(self) -> bool:
        """Tell whether the window may hide: only behind an icon that is in sight."""
        return self._kept.has_icon and Tray.is_there()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice by the desktop, else at the icon, else in the window."""
        self._boards[0].show_notice(notice)

    # Reminders

    def _ask(self, day: date) -> None:
        question = words.question(day, self._journal.today())
        can_put_off = self.reminders.can_put_off(day)
        self.tray.ask(question, can_put_off=can_put_off)
        later = ((_LATER, pgettext("button", "Later")),) if can_put_off else ()
        answers = (
            (OPEN, words.open_day()),
            (_LOG, pgettext("button", "Log now")),
            *later,
            (_NOT_TODAY, words.not_today()),
        )
        self._shown_key = _REMINDER + day.isoformat()
        self.show_notice(
            Notice(
                self._shown_key,
                question,
                _("One press is enough, and nothing is expected."),
                answers,
            )
        )

    def _show_trial(self) -> None:
        """Show what a reminder is like; it counts for no day, and its answers log nothing."""
        today = self._journal.today()
        answers = ((OPEN, words.open_day()),)
        self.show_notice(
            Notice(
                _TRIAL,
                words.question(today, today),
                _("This is what the reminder looks like."),
                answers,
            )
        )

    def _ask_no_more(self) -> None:
        self.tray.ask_no_more()
        for board in self._boards:
            board.withdraw(self._shown_key)

    def _answer(self, key: str, answer: str) -> None:
        """Do what was chosen on a notice."""
        if not key.startswith(_REMINDER):
            self._window.raise_up()
            return
        day = date.fromisoformat(key.removeprefix(_REMINDER))
        if answer == _LATER:
            self.reminders.put_off(day)
        elif answer == _NOT_TODAY:
            self.reminders.wave_away(day)
        elif answer == _LOG:
            self.open_quick_entry(day)
        else:
            self._window.raise_up()
            self._window.open_day(day)

    def _put_off(self) -> None:
        if self.reminders.asked is not None:
            self.reminders.put_off(self.reminders.asked)

    def _wave_away(self) -> None:
        if self.reminders.asked is not None:
            self.reminders.wave_away(self.reminders.asked)

    def _say_in_window(self, notice: Notice) -> None:
        """Ask in the window where the desktop shows nothing; say why once."""
        if notice.is_brief:
            return
        why = "" if self._said_in_window else words.no_notices()
        self._said_in_window = True
        self._window.banner.say(f"{notice.title} {why}".strip())
        QApplication.alert(self._window)

    # Logging

    def open_quick_entry(self, day: date | None = None) -> None:
        """Open the small window for a mood, minutes and a note."""
        from second_wind.ui.quick.quick_entry import QuickEntry

        if QApplication.activeModalWidget() is not None:
            self._window.raise_up()  # a question that is open comes first
            return
        if self._quick_entry is None:
            self._quick_entry = QuickEntry(self._journal)
            self._quick_entry.day_wanted.connect(self._open_day)
        self._quick_entry.open_on(day or self._day())

    def _store_mood(self, mood: int) -> None:
        try:
            store_mood(self._journal, self._day(), mood)
        except KnownError as error:
            self._window.raise_up()
            self._window.tell(error)
        else:
            self._say_saved()

    def _day(self) -> date:
        """Return the day that is asked about, else today."""
        return self.reminders.asked or self._journal.today()

    def _say_saved(self) -> None:
        """Say so where the window, which says it too, is out of sight."""
        if not self._window.isVisible() or self._window.isMinimized():
            saved = words.saved(self._journal.now())
            self.show_notice(Notice(_SAVED, saved, is_brief=True))

    def _log_rejection(self) -> None:
        self._window.raise_up()
        if QApplication.activeModalWidget() is None:
            self._window.commands.log_rejection()

    def _open_day(self, day: date) -> None:
        self._window.raise_up()
        self._window.open_day(day)

    # The window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the window in place of closing it, where the person wants that."""
        if event.type() == QEvent.Type.Close and self._stays():
            event.ignore()
            self._window.stack.store_now()
            QApplication.setQuitOnLastWindowClosed(False)
            self._window.hide()
            self._tell_once()
            return True
        if event.type() == QEvent.Type.Show:
            QApplication.setQuitOnLastWindowClosed(True)
        return False

    def _stays(self) -> bool:
        return self._kept.stays and self.can_hide() and not self._window.is_quitting

    def _tell_once(self) -> None:
        if not self._kept.was_told:
            self._kept.remember_telling()
            title, text = words.goes_on()
            self.show_notice(Notice(_GOES_ON, title, text, is_brief=True))

    def _take(self, changes: Changes) -> None:
        self.reminders.take(changes)
        if changes.touch(Noun.SETTING):
            self.tray.show_names(self._journal.settings.mood_names)

    def _take_wishes(self) -> None:
        self.tray.set_shown(on=self._kept.has_icon)

    def _connect_tray(self) -> None:
        tray = self.tray
        tray.mood_chosen.connect(self._store_mood)
        tray.quick_entry_wanted.connect(self.open_quick_entry)
        tray.rejection_wanted.connect(self._log_rejection)
        tray.window_wanted.connect(self._window.raise_up)
        tray.quit_wanted.connect(self._window.quit)
        tray.later_wanted.connect(self._put_off)
        tray.not_today_wanted.connect(self._wave_away)

    def _connect_notices(self) -> None:
        at_icon = TrayNotices(self.tray.icon, self)
        at_icon.failed.connect(self._say_in_window)
        self._boards: list[NoticeBoard] = [at_icon]
        if BusNotices.is_possible():
            on_bus = BusNotices(self)
            on_bus.failed.connect(at_icon.show_notice)
            self._boards.insert(0, on_bus)
        for board in self._boards:
            board.answered.connect(self._answer)
