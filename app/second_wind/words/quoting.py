"""What a person gave, as a sentence shows it."""

from pathlib import PurePath

from second_wind.words.language import _

_LONGEST_SHOWN = 60


def plain(given: object) -> str:
    """Return a text on one line that any terminal can show."""
    return "".join(each if each.isprintable() else "�" for each in str(given))


def quoted(given: object) -> str:
    """Return a text in quotation marks, cut if it is long."""
    text = plain(given)
    # A path that was cut would help nobody.
    is_whole = len(text) <= _LONGEST_SHOWN or isinstance(given, PurePath) or "/" in text
    return _("“{text}”").format(text=text if is_whole else f"{text[:_LONGEST_SHOWN]}…")
