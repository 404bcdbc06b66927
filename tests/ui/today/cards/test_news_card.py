"""Good news on Today: logged in a dialog, mended, deleted; work found closes the chapter."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from second_wind.core.log.entries import CheckIn, GoodNews, GoodNewsKind, Rejection, Talk
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.good_news_dialog import GoodNewsDialog
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.cards.news_card import NewsCard

Fill = Callable[[GoodNewsDialog], None]


@pytest.fixture
def card(window: MainWindow) -> NewsCard:
    """Return the card of Today."""
    return window.today.news


def answer(do: Callable[[], None], fill: Fill) -> None:
    """Do what opens the dialog, and fill it while it is open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, GoodNewsDialog)
        fill(dialog)

    QTimer.singleShot(0, act)
    do()


def log_offer(dialog: GoodNewsDialog) -> None:
    """Log an offer."""
    dialog.form.kind.button("offer").click()
    dialog.form.company.setText(" Initech ")
    dialog.save_button.click()


def test_nothing_good_needs_no_room(card: NewsCard) -> None:
    """An empty card would be a reproach."""
    assert card.isHidden()


def test_an_offer_is_logged_and_undone(card: NewsCard, journal: Journal) -> None:
    """A kind is enough; what is given is stored, shown on its day, and taken back by undo."""
    answer(card.ask, log_offer)
    (stored,) = journal.entries(GoodNews)
    assert (stored.kind, stored.company, stored.day) == ("offer", "Initech", journal.today())
    assert not card.isHidden()
    journal.undo()
    assert card.isHidden()


def test_it_is_received_kindly(window: MainWindow, card: NewsCard) -> None:
    """The window says that it was noted, and offers to take it back."""
    answer(card.ask, log_offer)
    assert window.banner.text() == "Noted. Somebody chose you."


def test_esc_asks_before_it_drops_good_news(card: NewsCard, journal: Journal) -> None:
    """A line that was written is not lost by a key; where nothing was, Esc just leaves."""
    seen = []

    def write_and_leave(dialog: GoodNewsDialog) -> None:
        dialog.form.note.setPlainText("They liked the plan.")
        dialog.reject()
        seen.append(dialog.isVisible() and not dialog.leave_question.isHidden())
        dialog.keep.click()
        dialog.save_button.click()

    answer(card.ask, write_and_leave)
    assert seen == [True]
    assert journal.entries(GoodNews)[0].note == "They liked the plan."
    answer(card.ask, GoodNewsDialog.reject)
    assert len(journal.entries(GoodNews)) == 1


def test_the_form_of_good_news_is_seen_whole(card: NewsCard) -> None:
    """Where there is room for it nothing scrolls."""
    scrolls = []

    def look(dialog: GoodNewsDialog) -> None:
        (area,) = dialog.findChildren(QScrollArea)
        dialog.resize(620, 700)
        QTest.qWait(20)
        scrolls.append(area.verticalScrollBar().maximum())
        dialog.reject()

    answer(card.ask, look)
    assert scrolls == [0]


def test_a_past_day_keeps_its_good_news(window: MainWindow, journal: Journal) -> None:
    """The dialog offers the day that is shown."""
    yesterday = journal.today() - timedelta(days=1)
    window.today.show_day(yesterday)
    answer(window.today.news.ask, log_offer)
    assert journal.day(yesterday).good_news


def test_it_is_mended_and_deleted(card: NewsCard, journal: Journal) -> None:
    """A click on the line opens it."""
    news = GoodNews(day=journal.today(), kind=GoodNewsKind.INTERVIEW)
    journal.store(add=[news], name=ActName.GOOD_NEWS)

    def rename(dialog: GoodNewsDialog) -> None:
        dialog.form.role.setText("analyst")
        dialog.save_button.click()

    def delete(dialog: GoodNewsDialog) -> None:
        assert dialog.delete_button is not None
        dialog.delete_button.click()

    answer(lambda: card.lines.opened.emit(news), rename)
    (changed,) = journal.entries(GoodNews)
    assert (changed.id, changed.role) == (news.id, "analyst")
    answer(lambda: card.lines.opened.emit(changed), delete)
    assert journal.entries(GoodNews) == []


def test_a_day_to_come_is_told_and_stores_nothing(card: NewsCard, journal: Journal) -> None:
    """The dialog stays open and says what is wrong."""
    said = []

    def choose_tomorrow(dialog: GoodNewsDialog) -> None:
        dialog.form.day.set_day(journal.today() + timedelta(days=1))
        dialog.save_button.click()
        said.append(dialog.notice.text())
        dialog.reject()
        dialog.leave.click()

    answer(card.ask, choose_tomorrow)
    assert "still to come" in said[0]
    assert journal.entries(GoodNews) == []


def test_work_found_closes_the_chapter_and_it_opens_again(card: NewsCard, journal: Journal) -> None:
    """Kindly, with the way that was gone; and one press looks again, which undo takes back."""
    today = journal.today()
    journal.store(
        add=[
            CheckIn(day=today - timedelta(days=9), mood=3),
            Rejection(day=today - timedelta(days=4)),
            GoodNews(day=today, kind=GoodNewsKind.FOUND_WORK, company="Initech"),
        ],
        name=ActName.LOG,
    )
    assert card.closed.text().startswith("You found work at Initech on")
    assert "10 days, 1 rejection" in card.way.text()
    journal.store(add=[Talk(day=today - timedelta(days=20))], name=ActName.TALK)
    assert "21 days, 1 rejection, 1 talk" in card.way.text()
    journal.undo()
    assert "10 days, 1 rejection." in card.way.text()
    card.reopen.click()
    assert journal.entries(GoodNews)[0].reopened == today
    assert card.closed.isHidden()
    journal.undo()
    assert not card.closed.isHidden()


def test_a_closed_chapter_asks_for_no_more_steps(window: MainWindow, journal: Journal) -> None:
    """Once work was found, Today looks back on no rejection before it; a later one is met again."""
    today = journal.today()
    before = Rejection(day=today - timedelta(days=4), company="Contoso")
    found = GoodNews(day=today - timedelta(days=1), kind=GoodNewsKind.FOUND_WORK)
    journal.store(add=[before, found], name=ActName.LOG)
    assert window.today.steps.isHidden()
    assert window.today.since.isHidden()
    journal.store(add=[Rejection(day=today, company="Initech")], name=ActName.REJECTION)
    assert not window.today.steps.isHidden()
    assert "Initech" in window.today.since.title.text()
    journal.undo()
    window.today.news.reopen.click()
    assert not window.today.steps.isHidden()
    assert not window.today.since.isHidden()
