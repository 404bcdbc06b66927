"""What is typed finds what was meant, whatever it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.search.search_terms import MOST_PHRASES, pieces, terms, words

TEXT = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Café Zürich", ["cafe", "zurich"]),
        ("CAFE\u0301", ["cafe"]),
        ("Straße", ["strasse"]),
        ("don't e-mail", ["don", "t", "e", "mail"]),
        ("C++, C# & R&D", ["c", "+", "+", "c", "#", "&", "r", "&", "d"]),
        ("東京で面接", list("東京で面接")),
        ("면접을 봤다", ["면접을", "봤다"]),
        ("❤️ 😀 ok", ["❤", "😀", "ok"]),
        ("γραφείο", ["γραφειο"]),
        ("ёлка", ["елка"]),
        ("… . , “” — ()", []),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    """Case and accents don't matter, signs count, unspaced scripts are taken letter by letter."""
    assert words(text) == found


def test_last_word_may_have_only_begun() -> None:
    """What is being typed is a beginning; the words before it are whole."""
    asked = terms("kind intervi")
    assert asked.phrases == (("kind",), ("intervi",))
    assert asked.open == (False, True)


def test_compound_word_is_a_phrase() -> None:
    """The parts of one typed word stand side by side."""
    assert terms("e-mail").phrases == (("e", "mail"),)


def test_quoted_words_are_a_phrase_of_whole_words() -> None:
    """Quotation marks keep words together, whichever marks they are."""
    for text in ('"final interview"', "“final interview”", "„final interview“"):
        asked = terms(text)
        assert asked.phrases == (("final", "interview"),)
        assert asked.open == (False,)


@pytest.mark.parametrize("text", ["", "   ", '"', '"" -', "*", "()", "…", "_"])
def test_punctuation_alone_asks_for_nothing(text: str) -> None:
    """Without a letter, digit or sign there is nothing to look for."""
    assert not terms(text)


def test_endless_text_asks_for_some_words() -> None:
    """A pasted page narrows the search by its first words."""
    assert len(terms("word " * 10_000).phrases) == MOST_PHRASES


@given(TEXT)
def test_both_ways_to_read_a_text_agree(text: str) -> None:
    """The words of a text are those of its pieces; none can break a query."""
    composed = unicodedata.normalize("NFC", text)
    assert words(text) == [word for _, _, word in pieces(composed)]
    assert not any('"' in word or not word.strip() or " " in word for word in words(text))


@given(TEXT)
def test_pieces_stand_where_they_say(text: str) -> None:
    """Pieces follow one another and lie within the text."""
    places = [place for start, end, _ in pieces(text) for place in (start, end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
