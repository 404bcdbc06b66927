"""Numbers and amounts of time as people write them."""

import re

_NUMBER = re.compile(r"([+-]?[0-9]{1,12})(?:[.,]([0-9]{1,20}))?")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::[0-5][0-9])?(?:\s*h)?")
_WITH_UNITS = re.compile(
    r"(?:([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s*h(?:ours?|rs?)?\.?)?\s*"
    r"(?:([0-9]{1,4}(?:[.,][0-9]{1,4})?)\s*m(?:in(?:ute)?s?)?\.?)?",
    re.IGNORECASE,
)
# A thousand and more, or a little more than one: which of the two, nobody can tell.
_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_YES = {"yes", "y", "true", "x", "✓", "✔", "done", "1", "ja", "oui", "sí", "si", "sì", "sim"}
_MISSING = {"", "-", "–", "—", "?", "na", "n/a", "nan", "nil", "null", "none", "tbd", "unknown"}
_NO = {"", "no", "n", "false", "0", "-", "–", "none", "na", "n/a", "nein", "non", "não", "nao"}


def number_of(text: str) -> float | None:
    """Return a number with a decimal point or comma, None if the text is none."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    whole, decimals = found.groups()
    return float(f"{whole}.{decimals or 0}")


def minutes_of(text: str, minutes_per_unit: int = 1) -> int | None:
    """Return whole minutes from "30", "30 min", "1h 30" or "1:30"; None if it is no amount.

    A bare number counts `minutes_per_unit` minutes: 60 where a column holds hours. "1,234" is none,
    since it could be two.
    """
    if _TWO_READINGS.fullmatch(text.strip()):
        return None
    bare = number_of(text)
    if bare is not None:
        return round(bare * minutes_per_unit)
    clock = _CLOCK.fullmatch(text.strip())
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    units = _WITH_UNITS.fullmatch(text.strip())
    if not units or not any(units.groups()):
        return None
    hours, minutes = (number_of(each) if each else 0.0 for each in units.groups())
    return round((hours or 0) * 60 + (minutes or 0))


def is_missing(text: str) -> bool:
    """Tell whether a cell says that nothing is known, or says nothing."""
    return text.strip().casefold() in _MISSING


def is_yes(text: str) -> bool:
    """Tell whether a cell is ticked."""
    return text.strip().casefold() in _YES


def is_no(text: str) -> bool:
    """Tell whether a cell says that there was nothing, or says nothing."""
    return text.strip().casefold() in _NO
