"""Who said no, and whether anybody did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.exchange.values.outcome_words import (
    is_rejection,
    speaks_against,
    speaks_of_rejection,
)

NO = [
    "Rejected",
    "REJECTED",
    "Rejection",
    "❌ Rejected",
    "Auto-rejected",
    "Rejected by e-mail",
    "Rejected by the recruiter",
    "Rejected after the second interview",
    "Rejected, no interview",
    "Rejected before phone screen",
    "Rejected without an offer",
    "Rejected - no offer after final round",
    "Rejected: not a fit",
    "Rejected at offer stage",
    "Rejected (internal candidate)",
    "Rejected (US only)",
    "Rejected the same day",
    "Rejected this week",
    "No response - rejected",
    "Not selected - rejected",
    "Moved to rejected",
]
TURNED = [
    "Not rejected",
    "not (yet) rejected",
    "Haven’t been rejected",
    "wasn't rejected",
    "Never rejected",
    "No rejection so far",
    "Waiting for rejection",
    "Will be rejected",
    "To reject",
    "Probably rejected",
    "Rejected?",
    "Rejected: no",
    "Rejected = false",
    "0 rejections",
    "Rejection reversed",
    "Rejected, then hired",
    "noch nicht rejected",
    "kein rejection",
    "pas encore rejected",
    "jamais rejected",
    "nunca rejected",
    "todavía no rejected",
    "ainda não rejected",
    "non ancora rejected",
]
MINE = [
    "I rejected their offer",
    "We rejected",
    "Rejected by me",
    "Rejected (by myself)",
    "Rejected them",
    "Rejected the offer",
    "Rejected their salary",
    "Offer rejected",
    "Job offer rejected by candidate",
    "Candidate rejected",
    "Applicant has rejected",
    "Self-rejected",
    "Withdrawn, not rejected",
    "Declined (rejected)",
    "Turned it down, rejected",
    "Angebot rejected",
    "von mir rejected",
    "offre rejected",
    "rejected par moi",
    "oferta rejected",
    "rejected por mí",
    "proposta rejected",
    "rejected por mim",
    "offerta rejected",
    "rejected da me",
]
OTHER = ["", "Applied", "Interview", "Offer", "Offer declined", "Withdrawn", "Ghosted", "Closed"]


@pytest.mark.parametrize("outcome", NO)
def test_a_no_is_a_no(outcome: str) -> None:
    """In whatever words it is told, and whatever stage it names."""
    assert is_rejection(outcome)


@pytest.mark.parametrize("outcome", TURNED + MINE + OTHER)
def test_nothing_else_is_one(outcome: str) -> None:
    """Not what did not happen, nor what the person said no to, nor any other end."""
    assert not is_rejection(outcome)


@pytest.mark.parametrize("outcome", TURNED + MINE)
def test_what_is_turned_round_speaks_against_it(outcome: str) -> None:
    """A day in a column of rejections does not make one of it."""
    assert speaks_of_rejection(outcome)
    assert speaks_against(outcome)


@pytest.mark.parametrize("outcome", ["Withdrawn", "Offer accepted", "Hired", "I declined"])
def test_another_end_speaks_against_it(outcome: str) -> None:
    """Work that was found is no rejection."""
    assert speaks_against(outcome)


@pytest.mark.parametrize("outcome", ["", "Rejected", "Ghosted", "Interview", "Closed"])
def test_the_rest_says_nothing_against_it(outcome: str) -> None:
    """How far it got, or that nobody answered, leaves it open."""
    assert not speaks_against(outcome)


BEFORE = (
    "not|not yet|never|haven't been|I|we|maybe|no rejection,|nicht|noch nicht|pas encore|jamais"
    "|todavía no|nunca|ainda não|non|non ancora"
)
TURNING = st.sampled_from(BEFORE.split("|"))
WORDS = st.lists(
    st.sampled_from(
        ["application", "was", "today", "team", "kindly", "they", "2026", "-", "(", ")"]
    ),
    max_size=4,
).map(" ".join)
SAYING = st.sampled_from(["rejected", "Rejected", "REJECTED", "rejection", "auto-rejected"])


@given(first=WORDS, turning=TURNING, between=WORDS, saying=SAYING, last=WORDS)
def test_a_word_that_turns_it_round_is_never_overheard(
    first: str, turning: str, between: str, saying: str, last: str
) -> None:
    """Wherever it stands before the word, and whatever stands between."""
    assert not is_rejection(f"{first} {turning} {between} {saying} {last}")


@given(first=WORDS, saying=SAYING, last=WORDS, at=st.integers(0, 1))
def test_a_no_to_an_offer_is_ones_own(first: str, saying: str, last: str, at: int) -> None:
    """In either order."""
    parts = ["offer", saying] if at else [saying, "the offer"]
    assert not is_rejection(f"{first} {' '.join(parts)} {last}")


@given(text=st.text())
def test_any_text_is_taken(text: str) -> None:
    """And what is a no speaks of it, and never against it by its own words alone."""
    assert speaks_of_rejection(text) or not is_rejection(text)
