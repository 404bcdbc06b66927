"""What can go wrong says its facts by its fields, as a dataclass would."""

from pathlib import Path

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal, GarbledEntries, Unreadable

HERE = Path("journal")


def test_fields_are_given_in_their_order_or_by_name() -> None:
    """Those of what it is a case of come first, and some need not be given."""
    assert vars(GarbledEntries(HERE)) == {"path": HERE, "days": ()}
    said = GarbledEntries(HERE, days=(None,))
    assert (said.path, said.days) == (HERE, (None,))
    assert Unreadable(HERE).path == HERE
    assert str(DamagedJournal(HERE)) == "journal"


def test_what_is_given_wrongly_is_a_bug() -> None:
    """No error is told with half of its facts."""
    make: type[KnownError] = GarbledEntries
    for values, named in (
        ((), {}),
        ((HERE, (), 3), {}),
        ((HERE,), {"path": HERE}),
        ((HERE,), {"x": 1}),
    ):
        with pytest.raises(TypeError):
            make(*values, **named)


def test_a_case_is_told_by_its_fields() -> None:
    """Also by position, in a match."""
    match GarbledEntries(HERE):
        case GarbledEntries(path, ()):
            assert path == HERE
        case _:
            pytest.fail("no case")
