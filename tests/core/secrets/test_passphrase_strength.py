"""How hard a passphrase is to guess."""

import sys

import pytest

from second_wind.core.secrets.passphrase_strength import Weakness, estimate

pytestmark = pytest.mark.usefixtures("sqlcipher")


@pytest.mark.parametrize(
    ("passphrase", "weakness"),
    [
        ("password", Weakness.WORD),
        ("qwertyuiop", Weakness.WORD),
        ("zxcdsaqwe", Weakness.KEYS),
        ("xaxaxaxaxaxa", Weakness.REPEAT),
        ("12/03/1987", Weakness.DATE),
    ],
)
def test_a_weak_one_says_why(passphrase: str, weakness: Weakness) -> None:
    """What stands out is named, as a fact and not as a sentence."""
    found = estimate(passphrase)
    assert found is not None
    assert (found.score < 3, found.weakness) == (True, weakness)


def test_several_words_are_strong() -> None:
    """And then there is nothing to remark on."""
    found = estimate("otter lantern quietly brazen teapot")
    assert found is not None
    assert (found.score, found.weakness) == (4, None)
    assert found.seconds > 3e9


def test_what_others_would_try_first_counts() -> None:
    """A name that is no word of the dictionary is weak if it is known."""
    unknown, known = estimate("zoltangyula"), estimate("zoltangyula", known=["zoltangyula"])
    assert unknown is not None
    assert known is not None
    assert known.guesses < unknown.guesses


def test_any_length_is_estimated() -> None:
    """None, one letter, and more than the estimator takes."""
    texts = ("", "a", "ä ö 漢 🌊", "otter lantern " * 500)
    found = [each for each in map(estimate, texts) if each]
    assert [each.score for each in found[:2]] == [0, 0]
    assert len(found) == 4
    assert found[3].weakness is Weakness.REPEAT


def test_a_thousand_years_are_strong_and_days_are_not() -> None:
    """Somebody who has the file can guess in peace, so this is no login."""
    weak, strong = estimate("grüner otter"), estimate("otter lantern quietly brazen")
    assert weak is not None
    assert strong is not None
    assert (weak.score, strong.score) == (2, 4)


def test_without_the_extra_there_is_no_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase can be chosen all the same."""
    monkeypatch.setitem(sys.modules, "zxcvbn", None)
    assert estimate("password") is None
