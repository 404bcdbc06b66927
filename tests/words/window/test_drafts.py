"""What is said of things that were being typed."""

from datetime import date

import pytest

from second_wind.core.log.drafts import Draft, DraftForm, joined
from second_wind.words.window import drafts as words

TODAY = date(2026, 11, 22)


def draft(form: DraftForm, text: str = "", day: date = TODAY, entry: str = "") -> Draft:
    """Return a draft."""
    return Draft(form=form, day=day, entry=entry, fields={}, words=text)


def test_one_is_named_with_its_day_and_how_it_begins() -> None:
    """So that a person knows it again."""
    said = words.offer([draft(DraftForm.TALK, "Ana knows somebody")], TODAY)
    assert said == "What you were writing is kept. A talk, today: “Ana knows somebody”"


def test_of_several_the_latest_is_named() -> None:
    """The year is told where it is another one."""
    some = [draft(DraftForm.TALK), draft(DraftForm.PERSON, "Bo", date(2025, 3, 1))]
    said = words.offer(some, TODAY)
    assert said.startswith("2 things that you were writing are kept.")
    assert said.endswith("A person, Saturday 1 March 2025: “Bo”")


@pytest.mark.parametrize("form", DraftForm)
@pytest.mark.parametrize("entry", ["", "an-id"])
def test_each_form_has_its_words(form: DraftForm, entry: str) -> None:
    """For a new entry and for one that was being changed."""
    assert words.title(draft(form, entry=entry), TODAY).endswith(", today")


def test_a_long_text_ends_at_a_word() -> None:
    """Without two marks in a row; a word that fills the line is cut."""
    assert words.shortened("one two. three", 12) == "one two…"
    assert words.shortened("x" * 20, 12) == "x" * 12 + "…"
    assert words.shortened("no " + "x" * 20, 12) == "no xxxxxxxxx…"
    assert words.shortened("short", 12) == "short"


@pytest.mark.parametrize(
    ("typed", "before", "now", "together"),
    [
        ("grey and rain", "grey", "grey", "grey and rain"),
        ("", "grey", "grey", ""),
        ("grey and rain", "grey", "", "grey and rain"),
        ("grey and rain", "", "grey", "grey and rain"),
        ("rain", "grey", "sun", "sun\nrain"),
    ],
)
def test_words_of_two_hands_are_joined(typed: str, before: str, now: str, together: str) -> None:
    """What was written meanwhile stays; what only grew is not doubled."""
    assert joined(typed, before, now) == together
