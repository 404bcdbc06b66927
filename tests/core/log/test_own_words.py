"""What a person says of their own words is stored once, changed, and goes when nothing is said."""

from datetime import date

from second_wind.core.log.entries import FeelingWord
from second_wind.core.log.own_words import word_changes

TODAY = date(2026, 11, 22)
ZESTY = FeelingWord(day=date(2026, 11, 1), word="zesty", group_id="glad", meaning="awake")


def test_nothing_said_needs_no_entry() -> None:
    """A word alone lives in the check-ins that use it."""
    assert not word_changes([], {"wobbly": ("", "")}, TODAY)


def test_a_meaning_is_added_changed_and_taken_away() -> None:
    """The entry of a word stays the same one while something is said of it."""
    (added,) = word_changes([], {"wobbly": ("", "like jelly")}, TODAY).add
    assert (added.day, added.word, added.meaning) == (TODAY, "wobbly", "like jelly")
    assert not word_changes([ZESTY], {"zesty": ("glad", "awake")}, TODAY)
    (changed,) = word_changes([ZESTY], {"zesty": ("", "sour")}, TODAY).change
    assert (changed.id, changed.group_id, changed.meaning) == (ZESTY.id, "", "sour")
    assert word_changes([ZESTY], {"zesty": ("", "")}, TODAY).delete == (ZESTY,)


def test_words_that_were_not_shown_stay() -> None:
    """Another device may know words that this dialog did not list."""
    assert not word_changes([ZESTY], {}, TODAY)
