"""Names and meanings of feelings."""

from gettext import NullTranslations

import pytest

from second_wind.core.log.feelings import FEELINGS, VOCABULARY
from second_wind.words.base import language
from second_wind.words.entries import feelings as words


class Mirrored(NullTranslations):
    """A language that says everything backwards."""

    def info(self) -> dict[str, str]:
        """Return the language's own code."""
        return {"language": "mirrored"}

    def gettext(self, message: str) -> str:
        """Return the message backwards."""
        return message[::-1]

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """Return the bare word backwards."""
        return message[::-1]


@pytest.mark.parametrize("feeling", FEELINGS)
def test_each_feeling_has_a_name_and_a_short_meaning(feeling: str) -> None:
    """Every feeling is explained on one line without an exclamation mark."""
    assert words.label(feeling) == feeling
    assert 10 < len(words.meaning(feeling)) < 60
    assert "!" not in words.meaning(feeling)


def test_each_group_has_a_name() -> None:
    """Every group of the vocabulary is named."""
    assert all(words.group_label(each.id) for each in VOCABULARY)


def test_they_follow_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever chooses another language finds the feelings in it, without a new start."""
    assert words.label("sad") == "sad"
    with monkeypatch.context() as patch:
        patch.setattr(language, "_translations", Mirrored)
        assert (words.label("sad"), words.completed("das")) == ("das", "sad")
    assert (words.label("sad"), words.completed("sa")) == ("sad", "sad")


def test_no_meaning_is_used_twice() -> None:
    """Meanings tell the feelings apart."""
    assert len({words.meaning(each) for each in FEELINGS}) == len(FEELINGS)


def test_own_words_name_themselves() -> None:
    """A word of one's own is its own name and has no meaning of ours."""
    assert (words.label("wobbly"), words.meaning("wobbly")) == ("wobbly", "")
    assert words.listed(["hurt", "wobbly"]) == "hurt, wobbly"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sad", "sad"),
        ("hope", "hopeful"),
        ("calm", "calm"),
        ("hope ", "hope"),
        ("Zest ", "Zest"),
        ("", ""),
    ],
)
def test_typed_words_are_understood(typed: str, meant: str) -> None:
    """An exact name wins, then a beginning, and anything else is a word of one's own."""
    assert words.understood(typed) == meant


def test_exact_names_win_over_used_beginnings() -> None:
    """Typing a whole feeling never gives a longer one."""
    assert words.understood("calm", ["calmish"]) == "calm"
    assert words.understood("cal", ["calmish"]) == "calmish"
    assert words.understood("hope", completes=False) == "hope"
