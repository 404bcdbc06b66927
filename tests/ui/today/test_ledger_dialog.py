"""The ledger of volunteering, opened from Today."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from second_wind.core.log.entries import Volunteering
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.ledger_dialog import LedgerDialog


@pytest.fixture
def dialog(qapp: QApplication, journal: Journal) -> Iterator[LedgerDialog]:
    """Show the ledger of two entries."""
    today = journal.today()
    journal.store(
        add=[
            Volunteering(day=today, minutes=90, organisation="Food bank", practised="sorting"),
            Volunteering(day=today - timedelta(days=40), minutes=30, organisation="Library"),
        ],
        name=ActName.VOLUNTEERING,
    )
    dialog = LedgerDialog(journal)
    dialog.show()
    yield dialog
    shiboken6.delete(dialog)


def test_everything_is_added_up(dialog: LedgerDialog) -> None:
    """The sum of all, each organisation, and totals by month and by week."""
    said = [each.text() for each in dialog.findChildren(QLabel)]
    assert "2 h for 2 organisations" in said
    assert {"Food bank", "Library", "Practised: sorting"} <= set(said)
    assert [amount for _, amount in dialog.shown_totals()] == ["1.5 h", "0.5 h"]
    dialog.spans.button("week").click()
    assert all(when.startswith("Week from") for when, _ in dialog.shown_totals())


def test_lines_for_a_resume_are_copied_as_they_stand(dialog: LedgerDialog) -> None:
    """Changed by hand or not."""
    dialog.lines.appendPlainText("Reader, School")
    dialog.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Volunteer, Food bank (")
    assert lines[-1] == "Reader, School"


def test_it_opens_from_today_also_when_empty(window: MainWindow) -> None:
    """Without hours it says how they come here."""
    said = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LedgerDialog)
        said.extend(each.text() for each in dialog.findChildren(QLabel))
        dialog.reject()

    QTimer.singleShot(0, look)
    window.today.volunteering.ledger.click()
    assert any(each.startswith("Hours that you log on Today") for each in said)
