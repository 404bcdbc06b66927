"""The vocabulary of feelings: identifiers in groups. What is stored is the identifier."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from second_wind.core.errors.entry_errors import TooLong

LONGEST_OWN_WORD = 40
OFFERED = 7
"""How many feelings are offered at once; a button for more stands beside them."""


class Group(NamedTuple):
    """Feelings that belong together, the most common first."""

    id: str
    pleasant: bool
    feelings: tuple[str, ...]


def _group(name: str, words: str, *, pleasant: bool = False) -> Group:
    return Group(name, pleasant, tuple(words.split()))


VOCABULARY: tuple[Group, ...] = (
    _group(
        "sad",
        "disappointed hurt sad discouraged rejected lonely hopeless grieving empty overlooked",
    ),
    _group("angry", "angry frustrated annoyed bitter resentful jealous betrayed impatient"),
    _group("anxious", "anxious worried afraid nervous stressed overwhelmed restless uncertain"),
    _group("ashamed", "embarrassed ashamed guilty inadequate foolish exposed humiliated"),
    _group("tired", "tired exhausted numb drained stuck bored confused indifferent"),
    _group(
        "calm", "calm relieved content relaxed peaceful rested accepting patient", pleasant=True
    ),
    _group(
        "glad",
        "glad happy grateful amused cheerful excited delighted curious inspired",
        pleasant=True,
    ),
    _group(
        "strong",
        "hopeful determined proud confident brave capable motivated focused free",
        pleasant=True,
    ),
    _group("close", "supported understood loved connected valued welcome touched", pleasant=True),
)

FEELINGS: tuple[str, ...] = tuple(word for group in VOCABULARY for word in group.feelings)

COMMON_FIRST: tuple[str, ...] = tuple(
    word
    for rank in zip_longest(*(group.feelings for group in VOCABULARY))
    for word in rank
    if word is not None
)
"""The same feelings, the most common of each group before the rarer ones."""

_PLEASANT = frozenset(word for group in VOCABULARY if group.pleasant for word in group.feelings)
_DEFAULT = ("disappointed", "hurt", "angry", "anxious", "tired", "calm", "hopeful")


def offered(recent: Sequence[str]) -> list[str]:
    """Return the feelings to offer: those most used first, filled up with common ones.

    Parameters
    ----------
    recent : sequence of str
        Feelings that were used, the most frequent first; own words are welcome.

    Returns
    -------
    list of str
        `OFFERED` feelings without repeats, never unpleasant ones alone.
    """
    words = list(dict.fromkeys((*recent[:OFFERED], *_DEFAULT)))[:OFFERED]
    if _PLEASANT.isdisjoint(words):
        words[-1] = "hopeful"
    return words


def is_pleasant(feeling: str) -> bool:
    """Tell whether a feeling of the vocabulary is a pleasant one; own words are neither."""
    return feeling in _PLEASANT


def own_word(text: str) -> str:
    """Return a word of the person's own as it is stored: on one line, of whatever length."""
    return " ".join(text.replace(",", " ").split())


def check_own_word(word: str) -> None:
    """Pass a new word that may be chosen from now on.

    Raises
    ------
    TooLong
    """
    if len(word) > LONGEST_OWN_WORD:
        raise TooLong("feelings", len(word), LONGEST_OWN_WORD)
