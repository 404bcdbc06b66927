"""Today's card about the time since the last rejection."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import AnyEntry, CheckIn, Rejection, Stage
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.today.cards.since_card import SinceCard

TODAY = date(2026, 11, 22)


@pytest.fixture
def card(qtbot: QtBot, journal: Journal) -> Iterator[SinceCard]:
    """The card; it is a window of its own here."""
    card = SinceCard(journal)
    card.resize(440, 300)
    yield card
    shiboken6.delete(card)


def log(journal: Journal, rejected_ago: int, days: int = 40) -> None:
    """Log moods up to today and one rejection."""
    entries: list[AnyEntry] = [
        CheckIn(day=TODAY - timedelta(days=ago), mood=4.0 if ago < rejected_ago else 7.0)
        for ago in range(days)
    ]
    day = TODAY - timedelta(days=rejected_ago)
    entries.append(Rejection(day=day, company="Contoso", stage=Stage.FINAL_INTERVIEW))
    journal.store(add=entries, name=ActName.IMPORT)


def started(qtbot: QtBot, card: SinceCard) -> SinceCard:
    """Start the card and wait for its chart."""
    card.refresh()
    with qtbot.waitSignal(card.canvas.drawn):
        card.start()
    card.canvas.grab()
    return card


def test_without_a_recent_rejection_there_is_no_card(journal: Journal, card: SinceCard) -> None:
    """After 60 days it goes; a log without one never shows it."""
    card.refresh()
    assert card.isHidden()
    log(journal, 61)
    card.refresh()
    assert card.isHidden()
    log(journal, 60)
    card.refresh()
    assert not card.isHidden()


def test_it_says_which_day_it_is_before_anything_is_drawn(
    journal: Journal, card: SinceCard
) -> None:
    """The title needs no chart."""
    log(journal, 7)
    card.refresh()
    assert card.title.text() == "Day 7 after Contoso"
    assert card.aside.text() == "final interview"
    assert card.canvas.hotspots is None


def test_nothing_jumps_when_the_chart_comes(
    qtbot: QtBot, journal: Journal, card: SinceCard
) -> None:
    """The sentence has its room from the beginning."""
    log(journal, 7)
    card.refresh()
    qtbot.waitExposed(card)
    QApplication.processEvents()
    before = card.heightForWidth(card.width())
    started(qtbot, card)
    assert card.sentence.text()
    assert card.heightForWidth(card.width()) == before > 0


def test_with_fewer_than_three_days_it_is_a_sentence_alone(
    qtbot: QtBot, journal: Journal, card: SinceCard
) -> None:
    """No axis with a dot or two, and no hole where a chart would be."""
    log(journal, 0, days=1)
    card.refresh()
    card.start()
    card.show()
    qtbot.waitUntil(lambda: bool(card.sentence.text()))
    assert card.sentence.text() == "Log 2 more days and the days around this no will appear here."
    assert not card.canvas.isVisible()
    assert card.heightForWidth(440) < 130


def test_the_third_day_brings_the_chart(qtbot: QtBot, journal: Journal, card: SinceCard) -> None:
    """The card grows for it, and shrinks again when the day is taken back."""
    log(journal, 1, days=2)
    card.refresh()
    card.start()
    card.show()
    qtbot.waitUntil(lambda: "Log 1 more day " in card.sentence.text())
    QApplication.processEvents()
    small = card.heightForWidth(440)
    day = TODAY - timedelta(days=3)
    journal.store(add=[CheckIn(day=day, mood=6)], name=ActName.LOG)
    with qtbot.waitSignal(card.canvas.drawn):
        card.refresh()
    assert card.canvas.isVisible()
    assert card.heightForWidth(440) > small + 100
    journal.undo()
    card.refresh()
    qtbot.waitUntil(lambda: "Log 1 more day " in card.sentence.text())
    assert not card.canvas.isVisible()
    qtbot.waitUntil(lambda: card.heightForWidth(440) == small)


def test_a_click_asks_for_the_day(qtbot: QtBot, journal: Journal, card: SinceCard) -> None:
    """The fourth spot is four days before the rejection."""
    log(journal, 7)
    started(qtbot, card)
    with qtbot.waitSignal(card.day_requested) as said:
        place = card.canvas.place_of(3).toPoint()
        QTest.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [TODAY - timedelta(days=11)]


def test_a_change_draws_it_again(qtbot: QtBot, journal: Journal, card: SinceCard) -> None:
    """After a refresh, soon and once."""
    log(journal, 7)
    started(qtbot, card)
    day = TODAY - timedelta(days=1)
    journal.store(add=[Rejection(day=day, company="Fabrikam")], name=ActName.REJECTION)
    with qtbot.waitSignal(card.canvas.drawn):
        card.refresh()
    assert card.title.text() == "Day 1 after Fabrikam"
