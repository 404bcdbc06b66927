"""Today while its journal can't be read for a while: a drive that is gone, a file that is held."""

from datetime import timedelta

import pytest

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.ui.kit.window.places import Place
from second_wind.ui.shell.main_window import MainWindow


def test_a_look_at_the_clock_raises_nothing(
    window: MainWindow, journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No report pops up three times a minute; the page is read again when it is shown next."""
    today = journal.today()

    def refuse(*_days: object) -> None:
        raise JournalUnreachable(journal.path)

    clock.advance(days=1)
    with monkeypatch.context() as broken:
        broken.setattr(journal, "days", refuse)
        window.today._look_at_clock()
    window.today._look_at_clock()
    window.open_page(Place.SUPPORT)
    window.open_page(Place.TODAY)
    assert window.today.shown_day() == today + timedelta(days=1)
    mark = window.today.strip.cells[-1].mark
    assert mark is not None
    assert mark.day == today + timedelta(days=1)
