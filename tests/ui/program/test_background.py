"""What goes on beside the window: reminders, tray, notices, and closing into the tray."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, GoodNews, GoodNewsKind, Rejection, Rest
from second_wind.core.people.reminders import Wish
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.background_preferences import BackgroundPreferences
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.service.remembered import Remembered
from second_wind.ui.notices.notices import OPEN, Notice, NoticeBoard
from second_wind.ui.notices.tray import Tray
from second_wind.ui.photos.photos import Photos
from second_wind.ui.program.background import Background
from second_wind.ui.shell.main_window import MainWindow

# Qt asks an offscreen screen for a signal that only a real one has.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)

TODAY = date(2026, 11, 22)


class Board(NoticeBoard):
    """A desktop that shows what it is given."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.shown: list[Notice] = []

    def show_notice(self, notice: Notice) -> None:
        """Show a notice."""
        self.shown.append(notice)

    def withdraw(self, key: str) -> None:
        """Take it away."""
        self.shown = [each for each in self.shown if each.key != key]

    def stop(self) -> None:
        """Show nothing more."""
        self.shown = []


@pytest.fixture(autouse=True)
def tray_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a tray, which no offscreen desktop has, and no bus of the machine's own."""
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: True))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture
def preferences(qapp: QApplication, paths: AppPaths) -> Preferences:
    """Share one set of preferences."""
    return Preferences(paths)


@pytest.fixture
def kept(preferences: Preferences) -> BackgroundPreferences:
    """Keep what the person chose."""
    return preferences.background


@pytest.fixture
def window(
    qtbot: QtBot, journal: Journal, photos: Photos, theme: Theme, preferences: Preferences
) -> Iterator[MainWindow]:
    """Open the window with these preferences."""
    window = MainWindow(theme, preferences)
    window.fill(journal, photos)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    shiboken6.delete(window)
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def board() -> Board:
    """Stand in for the desktop."""
    return Board()


@pytest.fixture
def background(
    window: MainWindow, journal: Journal, kept: BackgroundPreferences, board: Board
) -> Iterator[Background]:
    """Go on beside the window, in the afternoon."""
    background = Background(window, journal, kept)
    background._boards.insert(0, board)
    board.answered.connect(background._answer)
    background.start()
    yield background
    background.stop()


def evening(clock: FixedClock, hour: int = 20, minute: int = 0) -> None:
    """Let it be this time of the same day."""
    clock.moment = clock.moment.replace(hour=hour, minute=minute)


@pytest.fixture
def wished(kept: BackgroundPreferences) -> None:
    """Wish for a reminder at eight."""
    kept.wish = Wish(time(20))


@pytest.fixture
def asked(background: Background, wished: None, clock: FixedClock, board: Board) -> Notice:
    """Be asked at eight."""
    evening(clock)
    background.reminders.look()
    (notice,) = board.shown
    return notice


def test_nothing_is_asked_unless_wished(
    background: Background, clock: FixedClock, board: Board
) -> None:
    """Off until asked for."""
    evening(clock)
    background.reminders.look()
    assert board.shown == []


def test_the_question(asked: Notice, background: Background, board: Board) -> None:
    """It asks how today was, offers three answers and a way in, and comes once."""
    assert asked.title == "How was today?"
    assert [text for _key, text in asked.answers] == ["Open", "Log now", "Later", "Not today"]
    background.reminders.look()
    assert board.shown == [asked]
    assert background.tray._moods.title() == "How was today?"


def test_no_rejection_is_mentioned(
    background: Background, wished: None, journal: Journal, clock: FixedClock, board: Board
) -> None:
    """Nothing that was logged is in a notice."""
    journal.store(add=[Rejection(day=TODAY, company="Contoso")], name=ActName.REJECTION)
    evening(clock)
    background.reminders.look()
    said = f"{board.shown[0]}".casefold()
    assert "contoso" not in said
    assert "reject" not in said


@pytest.mark.parametrize(
    "entry",
    [
        CheckIn(day=TODAY, mood=5),
        Rest(day=TODAY),
        GoodNews(day=TODAY - timedelta(days=3), kind=GoodNewsKind.FOUND_WORK),
    ],
)
def test_silence(
    entry: CheckIn,
    background: Background,
    wished: None,
    journal: Journal,
    clock: FixedClock,
    board: Board,
) -> None:
    """A mood, a rest, or work found: nobody is asked."""
    journal.store(add=[entry], name=ActName.LOG)
    evening(clock)
    background.reminders.look()
    assert board.shown == []


def test_work_that_ended_lets_it_come_again(
    background: Background, wished: None, journal: Journal, clock: FixedClock, board: Board
) -> None:
    """Once the search has begun again, the reminder is back."""
    news = GoodNews(day=date(2026, 11, 1), kind=GoodNewsKind.FOUND_WORK, reopened=TODAY)
    journal.store(add=[news], name=ActName.GOOD_NEWS)
    evening(clock)
    background.reminders.look()
    assert len(board.shown) == 1


def test_a_note_alone_does_not_silence(
    background: Background, wished: None, journal: Journal, clock: FixedClock, board: Board
) -> None:
    """Only a mood answers the question."""
    journal.store(add=[CheckIn(day=TODAY, note="rain")], name=ActName.NOTE)
    evening(clock)
    background.reminders.look()
    assert len(board.shown) == 1


def test_later(asked: Notice, background: Background, clock: FixedClock, board: Board) -> None:
    """Put off, it goes; in an hour it comes once more, without "later"."""
    board.answered.emit(asked.key, "later")
    assert board.shown == []
    clock.advance(minutes=59)
    background.reminders.look()
    assert board.shown == []
    clock.advance(minutes=1)
    background.reminders.look()
    (again,) = board.shown
    assert [text for _key, text in again.answers] == ["Open", "Log now", "Not today"]
    assert not background.tray._later.isVisible()


def test_not_today(asked: Notice, background: Background, clock: FixedClock, board: Board) -> None:
    """Waved away, it is over for the day, also in the menu."""
    board.answered.emit(asked.key, "not-today")
    clock.advance(hours=2)
    background.reminders.look()
    assert board.shown == []
    assert background.tray._moods.title() == "How is it now?"
    assert not background.tray._not_today.isVisible()


def test_the_menu_puts_off_and_waves_away(
    asked: Notice, background: Background, journal: Journal, board: Board
) -> None:
    """Later and Not today are in the tray's menu too, while there is a question."""
    background.tray.later_wanted.emit()
    assert Remembered(journal).reminders.later_for == TODAY
    background.tray.not_today_wanted.emit()  # nothing is asked any more
    assert Remembered(journal).reminders.later_for == TODAY
    assert board.shown == []


def test_a_mood_from_the_menu(
    asked: Notice, background: Background, journal: Journal, board: Board, window: MainWindow
) -> None:
    """A mood chosen in the menu is stored, answers the question, and shows in the window."""
    background.tray._steps[6].trigger()
    assert journal.day(TODAY).mood == 7
    assert board.shown == []
    assert window.today.mood.day.mood == 7
    journal.undo()
    assert not journal.day(TODAY).is_logged


def test_a_mood_while_the_window_is_away_says_saved(
    background: Background, window: MainWindow, board: Board
) -> None:
    """Out of sight, a passing notice says that it was saved, and nothing of what."""
    window.hide()
    background.tray._steps[1].trigger()
    (notice,) = board.shown
    assert (notice.title, notice.text, notice.is_brief) == ("Saved 14:32", "", True)


def test_a_wrong_press_is_corrected(
    background: Background, journal: Journal, clock: FixedClock
) -> None:
    """Another mood within two minutes replaces the first, as in the window."""
    background.tray._steps[1].trigger()
    clock.advance(minutes=1)
    background.tray._steps[7].trigger()
    assert [each.mood for each in journal.entries(CheckIn)] == [8]


def test_logged_in_the_window_the_question_goes(
    asked: Notice, journal: Journal, board: Board, background: Background
) -> None:
    """Whoever logs a mood, the notice is taken back."""
    journal.store(add=[CheckIn(day=TODAY - timedelta(days=1), mood=5)], name=ActName.MOOD)
    assert board.shown == [asked]
    journal.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.MOOD)
    assert board.shown == []


def test_after_midnight_it_opens_the_evening_before(
    background: Background,
    kept: BackgroundPreferences,
    clock: FixedClock,
    board: Board,
    journal: Journal,
    window: MainWindow,
) -> None:
    """At half past midnight the question, the answer and the day shown are yesterday's."""
    kept.wish = Wish(time(0, 30))
    clock.moment = datetime(2026, 11, 23, 0, 30, tzinfo=clock.moment.tzinfo)
    background.reminders.look()
    (notice,) = board.shown
    clock.moment = datetime(2026, 11, 23, 1, 0, tzinfo=clock.moment.tzinfo)
    board.answered.emit(notice.key, OPEN)
    assert window.today.shown_day() == TODAY
    background.tray._steps[4].trigger()
    assert journal.day(TODAY).mood == 5


def test_put_off_beyond_its_day_it_still_logs_its_own(
    background: Background,
    wished: None,
    clock: FixedClock,
    board: Board,
    journal: Journal,
) -> None:
    """Where the day starts at midnight, "later" at 23:40 asks and logs for yesterday."""
    journal.change_settings(replace(journal.settings, day_start=0))
    evening(clock, 23, 40)
    background.reminders.look()
    board.answered.emit(board.shown[0].key, "later")
    clock.advance(hours=1)
    background.reminders.look()
    background.reminders.look()
    assert [each.title for each in board.shown] == ["How was yesterday?"]
    background.tray._steps[3].trigger()
    assert journal.day(TODAY).mood == 4
    assert journal.day(TODAY).check_ins[0].at is None
    assert board.shown == []


def test_a_question_ends_with_its_day(
    asked: Notice, background: Background, clock: FixedClock, board: Board
) -> None:
    """In the morning nobody is asked about the evening before, and the menu asks for now."""
    clock.moment = datetime(2026, 11, 23, 8, 0, tzinfo=clock.moment.tzinfo)
    background.reminders.look()
    assert board.shown == []
    assert background.reminders.asked is None


def test_log_now_opens_the_quick_entry(
    asked: Notice, background: Background, board: Board, qtbot: QtBot
) -> None:
    """For the day that was asked about."""
    board.answered.emit(asked.key, "log")
    assert background._quick_entry is not None
    assert background._quick_entry.isVisible()
    assert background._quick_entry._day == TODAY


def test_a_restart_does_not_ask_again(
    asked: Notice,
    background: Background,
    window: MainWindow,
    journal: Journal,
    kept: BackgroundPreferences,
) -> None:
    """What was shown is remembered on the disk."""
    background.stop()
    again = Background(window, journal, kept)
    board = Board()
    again._boards.insert(0, board)
    again.start()
    again.stop()
    assert board.shown == []


def test_a_trial_counts_for_nothing(
    background: Background, kept: BackgroundPreferences, journal: Journal, board: Board
) -> None:
    """Settings shows what a reminder looks like; the day keeps its own."""
    kept.trial_wanted.emit()
    (notice,) = board.shown
    assert notice.title == "How was today?"
    assert Remembered(journal).reminders.shown == ()


# The window


def test_closing_ends_the_program_unless_asked_otherwise(
    background: Background, window: MainWindow
) -> None:
    """Off until asked for: the window closes, and the program with it."""
    window.close()
    assert not window.isVisible()
    assert QApplication.quitOnLastWindowClosed()


def test_closing_into_the_tray(
    background: Background, window: MainWindow, kept: BackgroundPreferences, board: Board
) -> None:
    """The window hides, which is said once; the icon brings it back."""
    kept.stays = True
    for _round in range(2):
        window.close()
        assert not window.isVisible()
        assert not QApplication.quitOnLastWindowClosed()
        background.tray.window_wanted.emit()
        assert window.isVisible()
        assert QApplication.quitOnLastWindowClosed()
    assert [each.title for each in board.shown] == ["Second Wind goes on in the tray"]


def test_without_a_tray_the_window_closes(
    background: Background,
    window: MainWindow,
    kept: BackgroundPreferences,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody loses the window to a tray that is not there, or to an icon that was taken away."""
    kept.stays = True
    kept.has_icon = False
    assert not background._stays()
    kept.has_icon = True
    assert background._stays()
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: False))
    assert not background._stays()


def test_quit_means_quit(
    background: Background, window: MainWindow, kept: BackgroundPreferences
) -> None:
    """Quit closes for good, whatever closing does."""
    kept.stays = True
    window.is_quitting = True
    assert not background._stays()


def test_typing_is_stored_when_the_window_hides(
    background: Background,
    window: MainWindow,
    kept: BackgroundPreferences,
    journal: Journal,
    qtbot: QtBot,
) -> None:
    """What stands in the note is in the journal, as on closing."""
    kept.stays = True
    window.today.mood.ask_note()
    qtbot.keyClicks(window.today.mood._note, "half a thought")
    window.close()
    assert [each.note for each in journal.entries(CheckIn)] == ["half a thought"]


def test_where_nothing_else_shows_it_the_window_asks(
    window: MainWindow, journal: Journal, kept: BackgroundPreferences, clock: FixedClock
) -> None:
    """No bus, no icon: the question stands in the window, and why is said once."""
    kept.has_icon = False
    kept.wish = Wish(time(20))
    background = Background(window, journal, kept)
    background.start()
    evening(clock)
    background.reminders.look()
    assert window.banner.text() == (
        "How was today? This desktop shows no notifications, so the question is asked here."
    )
    clock.advance(days=1)
    background.reminders.look()
    assert window.banner.text() == "How was today?"
    background.stop()


def test_own_names_in_the_menu(background: Background) -> None:
    """The steps are called as the person calls them; an ampersand is no accelerator."""
    background.tray.show_names(("", "rain & fog"))
    assert [each.text() for each in background.tray._steps[:2]] == [
        "1 · very low",
        "2 · rain && fog",
    ]
