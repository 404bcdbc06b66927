"""Names of every script in sentences: what stands beside a name stays where it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.words.base import language
from second_wind.words.base.printable import shown
from second_wind.words.base.quoting import isolated, joined_again, quoted

ARABIC = "شركة الاختبار"
SIGNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = st.text(st.sampled_from("aé 1.(%:·-אבشב\u0661" + SIGNS), max_size=12)
TURNING = {"R", "AL", "AN"}


def stands_beside(text: str) -> str:
    """Return what of a line stands in no isolate, by Unicode's rules (BD9)."""
    depth, beside = 0, ""
    for letter in text:
        if letter in "\u2066\u2067\u2068":
            depth += 1
        elif letter == "\u2069" and depth:
            depth -= 1
        elif not depth:
            beside += letter
    return beside if not depth else f"{beside}{SIGNS}"


def turns(text: str) -> bool:
    """Tell whether something in a text may turn around what stands beside it."""
    return any(each in SIGNS or unicodedata.bidirectional(each) in TURNING for each in text)


@given(LETTERS)
def test_a_name_turns_nothing_around_beside_it(name: str) -> None:
    """Whatever letters and signs of direction it holds, they end where the name ends."""
    beside = stands_beside(f"After {isolated(name)}: 0.1 above your usual")
    assert not turns(beside)
    assert beside.startswith("After ")
    assert beside.endswith(": 0.1 above your usual")


@given(LETTERS)
def test_a_name_keeps_its_letters(name: str) -> None:
    """Only signs that nobody sees are put around it or taken out, and only once."""
    once = isolated(name)
    assert once.translate(dict.fromkeys(map(ord, SIGNS))) == name.translate(
        dict.fromkeys(map(ord, SIGNS))
    )
    assert isolated(once) == once
    assert isolated(f"A no from {once}") == f"A no from {once}"


@pytest.mark.parametrize("name", ["", "Contoso", "Łódź & Söhne", "日本 3", "3M (x)"])
def test_most_names_need_no_signs(name: str) -> None:
    """Where nothing would be turned around, a terminal gets no sign that it may show as a box."""
    assert isolated(name) == name


def test_where_one_reads_from_the_right_every_name_stands_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There a Latin name would turn the sentence around as an Arabic one does here."""
    monkeypatch.setattr(language, "spoken", lambda: "ar_EG")
    assert isolated("Contoso") == "\u2068Contoso\u2069"
    assert isolated("") == ""


def test_a_terminal_gets_names_apart_and_no_other_sign_of_direction() -> None:
    """What ends where it begins passes; what doesn't is shown as a mark."""
    assert shown(f"After {isolated(ARABIC)}: 0.1") == f"After \u2068{ARABIC}\u2069: 0.1"
    assert shown(f"\u2068{ARABIC}: 0.1") == f"�{ARABIC}: 0.1"
    assert shown(f"\u2068{ARABIC}\n\u2069") == f"�{ARABIC}\n�"
    assert shown("\u2068\u202ea\u2069") == "��a�"


def test_quoted_text_stands_apart() -> None:
    """So does a path or a word of a file in an error."""
    assert quoted(ARABIC) == f"“\u2068{ARABIC}\u2069”"
    assert quoted("soon") == "“soon”"


def test_programs_get_no_signs() -> None:
    """A sentence within JSON holds the letters alone."""
    assert joined_again(f"A no from {isolated(ARABIC)}") == f"A no from {ARABIC}"
