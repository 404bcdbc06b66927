"""What the window says of copies, damage and merging."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import SameJournal
from second_wind.core.errors.entry_errors import NoSuchEntry, NothingLeft
from second_wind.core.errors.journal_errors import DamagedJournal, GarbledEntries
from second_wind.words.errors.sentences import sentence
from second_wind.words.errors.window_errors import sentence as in_window
from second_wind.words.safety import checking, rescue, safety

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
PATH = Path("/home/ana/journal.sqlite3")


def test_when() -> None:
    """Shorter on the same day of the calendar."""
    assert safety.when(None, NOW) == "not yet"
    assert safety.when(NOW - timedelta(hours=1), NOW) == "today at 13:32"
    assert safety.when(NOW - timedelta(days=1), NOW) == "21 Nov 2026, 14:32"


@pytest.mark.parametrize(
    "error",
    [
        DamagedJournal(PATH),
        GarbledEntries(PATH, (date(2026, 11, 21),)),
        NoSuchEntry("abc"),
        NothingLeft("abc"),
    ],
    ids=repr,
)
def test_the_window_names_no_command(error: KnownError) -> None:
    """Nobody there has a command line before them."""
    assert "second-wind" in sentence(error)
    assert "second-wind" not in in_window(error)


def test_garbled_entries_are_counted_and_their_days_named() -> None:
    """Three days at most, then how many more; where no day is known, the number alone."""
    days = tuple(date(2026, 11, each) for each in (20, 21, 21, 22, 23))
    said = sentence(GarbledEntries(PATH, days))
    assert said.startswith(
        "5 entries of 20 Nov 2026, 21 Nov 2026, 22 Nov 2026 and 1 more day are not as they were"
    )
    assert sentence(GarbledEntries(PATH, (None,))).startswith("One entry is not as it was written;")
    assert sentence(GarbledEntries(PATH)).startswith(f"Something in “{PATH}” is not as it was")
    assert in_window(GarbledEntries(PATH, days[:1])).startswith(
        "One entry of 20 Nov 2026 is not as it was written."
    )


def test_other_trouble_is_said_the_same_everywhere() -> None:
    """One sentence is enough where it names no command."""
    assert in_window(SameJournal(PATH)) == safety.trouble(SameJournal(PATH))


def test_a_file_that_can_not_be_used_is_named() -> None:
    """By its name alone: the person has just chosen it."""
    assert safety.trouble(DamagedJournal(PATH)).startswith("journal.sqlite3 is damaged")


def test_verified() -> None:
    """In the plural and the singular."""
    assert safety.verified(1, 0) == "1 copy was read from beginning to end and is sound."
    assert safety.verified(3, 1).startswith("1 of 3 copies is damaged")
    assert safety.verified(3, 2).startswith("2 of 3 copies are damaged")
    assert safety.verified(0, 0) == safety.no_copies()


def test_saved_says_what_it_holds() -> None:
    """Photos lie in a second file, which is named."""
    photos = Path("/mnt/a-photos.sqlite3")
    assert "a-photos.sqlite3" in safety.saved(Path("/mnt/a.sqlite3"), photos, 3)
    assert "photo" not in safety.saved(Path("/mnt/a.sqlite3"), photos, 0)


def test_entries_and_days() -> None:
    """As much as there is, up to which day."""
    assert rescue.entries(0, None) == "Nothing"
    assert rescue.entries(1, date(2026, 11, 22)) == "1 entry, on 22 November 2026"
    assert rescue.entries(2, date(2026, 11, 22)) == "2 entries, up to 22 November 2026"


def test_place() -> None:
    """Whether it can be reached."""
    assert safety.place_state(None, reachable=True) == "none chosen"
    assert safety.place_state(PATH, reachable=False).endswith("can't be reached")
    assert checking.under_way().endswith("…")
