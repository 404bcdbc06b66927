"""Support: one's own people, services of a country chosen by hand, and the line that offers it."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Person
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.service.remembered import Remembered
from second_wind.ui.kit.window.places import Place
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.support.page import SupportPage


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Catch what would be opened in the browser."""
    found: list[str] = []

    def catch(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", catch)
    return found


@pytest.fixture
def page(window: MainWindow) -> SupportPage:
    """Open Support in the window."""
    page = window.open_page(Place.SUPPORT)
    assert isinstance(page, SupportPage)
    return page


def texts(page: SupportPage) -> list[str]:
    """Return all that can be read on the page."""
    QApplication.processEvents()
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_no_country_is_assumed(page: SupportPage, opened: list[str]) -> None:
    """A country is chosen by hand, and nothing is opened by looking."""
    assert page.country.value() == ""
    assert page.rows() == []
    assert opened == []


def test_a_chosen_country_stays_chosen(
    page: SupportPage, paths: AppPaths, opened: list[str]
) -> None:
    """Its services are shown with their numbers, and again next time."""
    page.country.choose("DE")
    said = texts(page)
    assert "Call 0800 111 0 111" in said
    assert "In danger right now? Call 112." in said
    assert Preferences(paths).country == "DE"
    page.country.choose("BE")
    QApplication.processEvents()
    assert "Call 0800 111 0 111" not in texts(page)
    assert opened == []


def test_a_number_is_copied_and_a_page_opened_by_a_click(
    page: SupportPage, opened: list[str]
) -> None:
    """Two buttons, each with a name that says whose number or page it is."""
    page.country.choose("AT")
    (row,) = page.rows()
    row.copy.click()
    assert QGuiApplication.clipboard().text() == "142"
    assert page.said.text() == "Copied: 142"
    assert row.copy.accessibleName() == "Copy the number of TelefonSeelsorge"
    row.site.click()
    page.directory.click()
    assert opened == ["https://www.telefonseelsorge.at", "https://findahelpline.com"]


def test_own_people_come_first(page: SupportPage, journal: Journal) -> None:
    """Those to lean on stand there with how to reach them, as soon as they are noted."""
    today = journal.today()
    ana = Person(day=today, name="Ana", contact="in my phone", lean_on=True)
    ben = Person(day=today, name="Ben", contact="ben@example.org")
    journal.store(add=[ana, ben], name=ActName.PERSON)
    said = texts(page)
    assert "Ana" in said
    assert "in my phone" in said
    assert "Ben" not in said
    journal.undo()
    assert "Ana" not in texts(page)


def test_offered_once_after_the_lowest_mood(
    window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """One calm line, two minutes after the press; it opens Support and doesn't come back soon."""
    line = window.today.support
    journal.store(add=[CheckIn(day=journal.today(), mood=1)], name=ActName.MOOD)
    line.look()
    assert line.isHidden()
    clock.advance(minutes=2)
    line.look()
    assert not line.isHidden()
    line.open.click()
    assert line.isHidden()
    assert window.stack.place is Place.SUPPORT
    clock.advance(days=3)
    journal.store(add=[CheckIn(day=journal.today(), mood=1)], name=ActName.MOOD)
    clock.advance(minutes=5)
    line.look()
    assert line.isHidden()


def test_waved_away_for_good(window: MainWindow, journal: Journal, clock: FixedClock) -> None:
    """Also in the next window, and after any time."""
    line = window.today.support
    journal.store(add=[CheckIn(day=journal.today(), mood=1)], name=ActName.MOOD)
    clock.advance(minutes=2)
    line.look()
    line.never.click()
    assert line.isHidden()
    clock.advance(days=90)
    journal.store(add=[CheckIn(day=journal.today(), mood=1)], name=ActName.MOOD)
    clock.advance(minutes=2)
    line.look()
    assert line.isHidden()
    assert Remembered(journal).support_offers.is_waved_away


def test_a_contact_is_reached_by_keyboard(page: SupportPage, journal: Journal) -> None:
    """It can be selected and copied without a mouse."""
    journal.store(
        add=[Person(day=journal.today(), name="Bo", lean_on=True, contact="0123")],
        name=ActName.PERSON,
    )
    QApplication.processEvents()
    contact = next(each for each in page.findChildren(QLabel) if each.text() == "0123")
    assert contact.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert contact.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
