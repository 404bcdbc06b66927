"""The notice that pages listen to."""

from datetime import date

import pytest

from second_wind.journal.log.changes import Changes, Noun

DAY = date(2026, 11, 22)
CHANGES = Changes(frozenset({Noun.CHECK_IN}), frozenset({DAY}))


def test_touch() -> None:
    """A page asks for the kinds that it shows."""
    assert CHANGES.touch(Noun.CHECK_IN, Noun.TALK)
    assert not CHANGES.touch(Noun.TALK)


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [(22, 22, True), (1, 22, True), (22, 30, True), (1, 21, False), (23, 30, False)],
)
def test_touch_days(start: int, end: int, touched: bool) -> None:
    """A page asks for the days that it shows, both ends included."""
    assert CHANGES.touch_days(DAY.replace(day=start), DAY.replace(day=end)) is touched


def test_anything_touches_everything() -> None:
    """After a change from elsewhere every page looks again."""
    changes = Changes.anything()
    assert changes.touch(Noun.SETTING)
    assert changes.touch_days(DAY, DAY)
