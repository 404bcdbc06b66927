"""Full-text search: what counts as a word of a text, and what a person means who types some."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

MOST_PHRASES = 40
"""More typed words than these don't narrow a search any further."""

# Scripts that are written without spaces: each letter counts as a word of its own.
_UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_PIECE = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+|[^\w\s]")
_PLAIN_PIECE = re.compile(r"[a-z0-9]+|[#%&@$+<=>^`|~]")
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|(\S+)')
_WORDLIKE_PUNCTUATION = "#%&@"
_ACCENTS = ("\u0300", "\u036f")
_BETWEEN = "\n"
"""Stands between two texts, so that no phrase reaches from one into the next."""
_VARIANTS = ("\ufe00", "\ufe0f")

Phrase = tuple[str, ...]


Piece = tuple[int, int, str]
"""A word or a sign of a text: where it starts and ends (not included), and how it is compared."""


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """What is looked for.

    Attributes
    ----------
    phrases : tuple of tuples of str
        Each has to occur, its words side by side; the last word of each may only have begun if
        the phrase is open.
    open : tuple of bool
        For each phrase, whether it is open: the one that is being typed is.
    """

    phrases: tuple[Phrase, ...] = ()
    open: tuple[bool, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def are_in(self, texts: Iterable[str]) -> bool:
        """Tell whether each phrase occurs in one of some texts."""
        # No word holds a space, so that phrases are found as they are.
        said = _BETWEEN.join(f" {' '.join(words(each))} " for each in texts)
        return all(
            f" {' '.join(phrase)}{'' if is_open else ' '}" in said
            for phrase, is_open in zip(self.phrases, self.open, strict=True)
        )


def terms(text: str) -> SearchTerms:
    """Return what a typed text asks for: all its words, the last one as a beginning.

    What stands between quotation marks is one phrase of whole words. A word such as "e-mail" or
    "C++" is a phrase of its parts. Without a letter, digit or sign nothing is asked for.
    """
    asked = [
        (tuple(words(quoted or bare)), not quoted)
        for quoted, bare in _QUOTED.findall(unicodedata.normalize("NFC", text))
    ]
    given = [each for each in asked if each[0]][:MOST_PHRASES]
    last = len(given) - 1
    return SearchTerms(
        tuple(phrase for phrase, _ in given),
        tuple(is_bare and place == last for place, (_, is_bare) in enumerate(given)),
    )


def words(text: str) -> list[str]:
    """Return the words and signs of a text as they are compared: without case and accents."""
    if text.isascii():
        return _PLAIN_PIECE.findall(text.lower())
    return [word for _, _, word in pieces(unicodedata.normalize("NFC", text))]


def pieces(text: str) -> list[Piece]:
    """Return the words and signs of a text in composed form (NFC), with their places."""
    if text.isascii():
        found = _PLAIN_PIECE.finditer(text.lower())
        return [(each.start(), each.end(), each[0]) for each in found]
    all_of_them = ((each.start(), each.end(), _folded(each[0])) for each in _PIECE.finditer(text))
    return [each for each in all_of_them if each[2]]


def _folded(piece: str) -> str:
    """Return a word or a sign as it is compared; empty for what only divides words."""
    if piece.isascii():
        return piece.lower() if piece.isalnum() or _is_sign(piece) else ""
    if len(piece) == 1 and not piece.isalnum() and not _is_sign(piece):
        return ""
    apart = unicodedata.normalize("NFD", piece.casefold())
    kept = "".join(each for each in apart if not _ACCENTS[0] <= each <= _ACCENTS[1])
    return unicodedata.normalize("NFC", kept)


@cache
def _is_sign(character: str) -> bool:
    """Tell whether a character that is no letter is looked for all the same: an emoji, a plus."""
    if _VARIANTS[0] <= character <= _VARIANTS[1] or character in _WORDLIKE_PUNCTUATION:
        return character in _WORDLIKE_PUNCTUATION
    return unicodedata.category(character)[0] in "SM" or unicodedata.category(character) == "Cn"
