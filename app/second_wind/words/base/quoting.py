"""What a person gave, as a sentence shows it."""

import re
import unicodedata
from pathlib import PurePath

from second_wind.words.base.language import _, reads_from_right

_LONGEST_SHOWN = 60
_APART, _AGAIN = "\u2068", "\u2069"
"""Between these a text has a direction of its own (FSI and PDI of Unicode)."""
_SIGNS = "\u202a-\u202e\u2066-\u2069"
_KEPT_APART = re.compile(f"{_APART}[^{_SIGNS}]*{_AGAIN}")
_SIGN = re.compile(f"[{_SIGNS}]")
_TURNS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
    f"{_SIGNS}]"
)
"""Letters that are read from right to left, and signs that turn others around."""


def plain(given: object) -> str:
    """Return a text on one line that any terminal can show."""
    return "".join(map(_shown, str(given)))


def _shown(letter: str) -> str:
    """Return a letter as it is, any space as a plain one, and a mark for what only controls."""
    if letter.isprintable():
        return letter
    return " " if unicodedata.category(letter) == "Zs" else "�"


def quoted(given: object) -> str:
    """Return a text in quotation marks, cut if it is long."""
    text = plain(given)
    # A path that was cut would help nobody.
    is_whole = len(text) <= _LONGEST_SHOWN or isinstance(given, PurePath) or "/" in text
    return _("“{text}”").format(text=isolated(text if is_whole else f"{text[:_LONGEST_SHOWN]}…"))


def isolated(typed: str) -> str:
    """Return what a person typed so that it turns around nothing that stands beside it.

    Most names are returned as they are: in a sentence of their own direction they need no signs,
    which some terminals show as boxes.
    """
    if typed.isascii() and not reads_from_right():
        return typed
    rest = _KEPT_APART.sub("", typed)
    if not rest or not (_TURNS.search(rest) or reads_from_right()):
        return typed
    return f"{_APART}{_SIGN.sub('', typed)}{_AGAIN}"


def joined_again(text: str) -> str:
    """Return a text of ours for a program to read: its names not set apart."""
    return text.replace(_APART, "").replace(_AGAIN, "")
