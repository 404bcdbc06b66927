"""The vocabulary of feelings."""

import pytest

from second_wind.core.errors.entry_errors import TooLong
from second_wind.core.log.feelings import (
    FEELINGS,
    OFFERED,
    VOCABULARY,
    check_own_word,
    offered,
    own_word,
)

ASKED_FOR = (
    "rejected disappointed angry hurt discouraged embarrassed relieved hopeful determined proud"
    " tired calm anxious"
)


def test_vocabulary_is_rich_enough() -> None:
    """There are 60 feelings or more in six groups or more, each once, pleasant ones among them."""
    assert len(FEELINGS) == len(set(FEELINGS)) >= 60
    assert len(VOCABULARY) >= 6
    assert {group.pleasant for group in VOCABULARY} == {True, False}


def test_vocabulary_holds_what_rejections_bring() -> None:
    """The words that people say after a rejection are all there."""
    assert set(ASKED_FOR.split()) <= set(FEELINGS)


def test_a_new_log_is_offered_common_feelings() -> None:
    """Without any history the offer is a sensible one."""
    assert " ".join(offered([])) == "disappointed hurt angry anxious tired calm hopeful"


def test_used_feelings_come_first() -> None:
    """What one uses comes first, the rest is filled up without repeats."""
    words = offered(["tired", "wobbly"])
    assert words[:3] == ["tired", "wobbly", "disappointed"]
    assert len(words) == len(set(words)) == OFFERED


def test_a_good_feeling_is_always_within_reach() -> None:
    """However many unpleasant feelings were used, a pleasant one is offered."""
    used = [word for group in VOCABULARY if not group.pleasant for word in group.feelings]
    assert offered(used)[-1] == "hopeful"


def test_own_words_are_one_line_without_commas() -> None:
    """A word of one's own has single spaces and no comma."""
    assert own_word("  a,\n b ") == "a b"


def test_own_words_are_refused_not_cut() -> None:
    """One of at most 40 letters may be chosen from now on."""
    check_own_word("x" * 40)
    with pytest.raises(TooLong):
        check_own_word(own_word("x" * 39 + " y"))
