"""An excerpt shows the place that was found, and marks it."""

from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.search.excerpts import excerpt
from second_wind.core.search.search_terms import terms

LONG = "They were kind and asked much about the years before. " * 20


def marked(text: str, asked: str, longest: int = 160) -> list[str]:
    """Return the parts that are marked."""
    found = excerpt(text, terms(asked), longest)
    return [found.text[start:end] for start, end in found.marks]


def test_marks_whole_words() -> None:
    """A word is marked as it was written, whatever its case and accents."""
    assert marked("The Café was closed", "cafe clo") == ["Café", "closed"]


def test_marks_phrases_as_one() -> None:
    """What belongs together is one mark."""
    assert marked("A final interview, finally", '"final interview"') == ["final interview"]


def test_long_text_is_cut_around_the_place() -> None:
    """What was found is in sight, with some words before it."""
    found = excerpt(LONG + "At last an offer came. " + LONG, terms("offer"), 80)
    assert "an offer came" in found.text
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) <= 82
    assert [found.text[a:b] for a, b in found.marks] == ["offer"]


def test_text_is_put_on_one_line() -> None:
    """Line breaks become spaces."""
    assert excerpt("one\n\ntwo\tthree", terms("")).text == "one two three"


@given(
    st.text(st.sampled_from("ab é东+\n·") | st.characters(codec="utf-8"), max_size=60),
    st.text(st.sampled_from("ab é东+"), max_size=6),
    st.integers(5, 30),
)
def test_marks_lie_within_the_excerpt(text: str, asked: str, longest: int) -> None:
    """Marks are in order, apart from one another, and inside."""
    found = excerpt(text, terms(asked), longest)
    places = [place for mark in found.marks for place in mark]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    assert len(found.text) <= longest + 2
