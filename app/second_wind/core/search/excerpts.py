"""The part of a text in which something was found, with the places to be marked."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from second_wind.core.search.search_terms import Phrase, Piece, SearchTerms, pieces

LONGEST = 160
_BEFORE = 40
"""How many letters are shown before the first place."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text on one line.

    Attributes
    ----------
    marks : tuple of (int, int)
        Where the words stand that were looked for: start and end (not included), in order.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def shortened(text: str, asked: SearchTerms, longest: int = LONGEST) -> str:
    """Return the text of an excerpt; quicker, since only a long one is searched for its places."""
    line = _on_one_line(text)
    return line if len(line) <= longest else excerpt(text, asked, longest).text


def excerpt(text: str, asked: SearchTerms, longest: int = LONGEST) -> Excerpt:
    """Return a text on one line, cut to what surrounds the first place where something is found."""
    line = _on_one_line(text)
    marks = _joined(_places(line, asked))
    if len(line) <= longest:
        return Excerpt(line, marks)
    start = _start(line, marks[0][0] if marks else 0, longest)
    end = _end(line, start, longest)
    before = _ELLIPSIS if start else ""
    shift = len(before) - start
    kept = tuple((a + shift, min(b, end) + shift) for a, b in marks if start <= a < end)
    return Excerpt(before + line[start:end] + (_ELLIPSIS if end < len(line) else ""), kept)


def _on_one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _places(line: str, asked: SearchTerms) -> Iterator[tuple[int, int]]:
    if not asked:
        return
    found = pieces(line)
    for phrase, is_open in zip(asked.phrases, asked.open, strict=True):
        for place, (start, _, word) in enumerate(found):
            if word.startswith(phrase[0]):
                some = found[place : place + len(phrase)]
                if _is_there(some, phrase, is_open=is_open):
                    yield start, some[-1][1]


def _is_there(some: Sequence[Piece], phrase: Phrase, *, is_open: bool) -> bool:
    *whole, last = (word for _, _, word in some)
    if tuple(whole) != phrase[:-1]:
        return False
    return last.startswith(phrase[-1]) if is_open else last == phrase[-1]


def _joined(places: Iterator[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _start(line: str, first: int, longest: int) -> int:
    """Return where to begin: at a word, some letters before the first place."""
    wanted = min(first - _BEFORE, len(line) - longest)
    if wanted <= 0:
        return 0
    space = line.find(" ", wanted, first)
    return space + 1 if space >= 0 else wanted


def _end(line: str, start: int, longest: int) -> int:
    end = start + longest
    if end >= len(line):
        return len(line)
    space = line.rfind(" ", start + longest // 2, end)
    return space if space >= 0 else end
