"""What was offered, shown and asked, from one start to the next."""

from datetime import UTC, date, datetime

import pytest

from second_wind.core.errors.journal_errors import DiskFull
from second_wind.core.people.reminders import Memory
from second_wind.core.people.support import OfferState
from second_wind.journal.journal import Journal
from second_wind.ui.kit.service.remembered import Remembered

TODAY = date(2026, 11, 22)
MEMORY = Memory(
    (date(2026, 11, 20), TODAY), (TODAY,), TODAY, datetime(2026, 11, 22, 20, 10, tzinfo=UTC)
)


def test_nothing_at_first(journal: Journal) -> None:
    """A new journal knows of nothing."""
    remembered = Remembered(journal)
    assert remembered.support_offers == OfferState()
    assert remembered.shown_lines(TODAY) == set()
    assert remembered.reminders == Memory()


def test_known_to_the_next_start(journal: Journal) -> None:
    """And lines to their own day only."""
    remembered = Remembered(journal)
    remembered.support_offers = OfferState(TODAY, is_waved_away=True)
    remembered.remember_lines(TODAY, {7, 2})
    remembered.reminders = MEMORY
    again = Remembered(journal)
    assert again.support_offers == OfferState(TODAY, is_waved_away=True)
    assert again.shown_lines(TODAY) == {2, 7}
    assert again.shown_lines(date(2026, 11, 23)) == set()
    assert again.reminders == MEMORY


def test_what_another_hand_wrote_is_nothing(journal: Journal) -> None:
    """Values that nobody can read count as none."""
    texts = {"reminder/shown": "x 2026-11-22", "reminder/later_at": "?", "support/offered": "soon"}
    journal.remember(texts | {"lines": "2026-11-22 3 x"})
    remembered = Remembered(journal)
    assert remembered.reminders == Memory(shown=(TODAY,))
    assert remembered.support_offers == OfferState()
    assert remembered.shown_lines(TODAY) == {3}


def test_a_full_disk_makes_nobody_ask_twice(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is known while the program runs, and written with the next that can be."""
    remembered = Remembered(journal)
    with monkeypatch.context() as full:

        def refuse(_texts: object) -> None:
            raise DiskFull(journal.path)

        full.setattr(journal, "remember", refuse)
        remembered.support_offers = OfferState(TODAY)
        assert remembered.support_offers.last == TODAY
        assert Remembered(journal).support_offers.last is None
    remembered.remember_lines(TODAY, {1})
    assert Remembered(journal).support_offers.last == TODAY
