"""What a person gave, as a sentence shows it."""

import unicodedata
from pathlib import PurePath

from second_wind.words.base.language import _

_LONGEST_SHOWN = 60


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
    return _("“{text}”").format(text=text if is_whole else f"{text[:_LONGEST_SHOWN]}…")
