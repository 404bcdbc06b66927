"""Numbers on their way out and in: written as the locale does, read as the person means them."""

import os
import re
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from second_wind.core.errors.number_errors import AmbiguousNumber

if TYPE_CHECKING:
    from babel import Locale

_VARIABLES = ("LC_ALL", "LC_NUMERIC", "LANG")
"""What tells how the command line writes numbers; the first that is set holds."""
_LIKE_OURS = {
    *("", "C", "POSIX", "en"),
    *("en_US", "en_GB", "en_IE", "en_CA", "en_AU", "en_NZ"),
}
"""Where 1,234.5 is written; these need no Babel, whose loading would be felt in a quick log."""
_DECIMAL_MARKS = ".,٫"
_GROUP_MARKS = "'٬ "
"""What never stands before decimals."""
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u200e\u200f\u061c"),  # marks of direction, which come along with a copy
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        "’": "'",
        "−": "-",
        "،": ",",
        "，": ",",
        "．": ".",
        "：": ":",
    }
)
"""Letters that are typed for others, or that nobody sees."""
_NUMBER = re.compile(rf"([+-]?)([0-9]*)((?:[{_DECIMAL_MARKS}{_GROUP_MARKS}][0-9]+)*)", re.ASCII)
_PART = re.compile(rf"([{_DECIMAL_MARKS}{_GROUP_MARKS}])([0-9]+)", re.ASCII)
_CLOCK = re.compile(r"([0-9]{1,4}):([0-5][0-9])", re.ASCII)
_MOST_LETTERS = 40
_GROUP = 3


class _Marks(NamedTuple):
    """What stands before decimals, and between groups of digits."""

    decimal: str
    group: str


_OURS = _Marks(".", ",")


class _Manner:
    """How this process writes numbers: by a locale, None for the environment's."""

    def __init__(self) -> None:
        self.code: str | None = None
        self.marks: _Marks | None = None


_manner = _Manner()


def choose(code: str | None, decimal: str = "", group: str = "") -> None:
    """Write numbers as a locale does, with other marks where the system was set to others.

    Without a code the environment tells.
    """
    _manner.code = code
    _manner.marks = _Marks(decimal, group) if decimal in tuple(".,") else None


# Out


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with so many decimals, such as "−0.5" or "6,0"."""
    return _written(f"{round(value, digits) + 0.0:.{digits}f}")


def short(value: float, digits: int = 1) -> str:
    """Return a number with at most so many decimals, none that say nothing: "7" or "6,5"."""
    said = f"{round(value, digits) + 0.0:.{digits}f}"
    return _written(said.rstrip("0").rstrip(".") if "." in said else said)


def whole(number: float) -> str:
    """Return a whole number with its thousands set apart, such as "1.440"."""
    said = _marks().group.join(_groups(str(abs(round(number)))))
    return f"−{said}" if round(number) < 0 else said


def signed(value: float, digits: int = 0) -> str:
    """Return a short number with its sign, such as "+3" or "−0.5"; 0 has none."""
    said = short(value, digits)
    return f"+{said}" if round(value, digits) > 0 else said


# In


def read(text: str) -> float | None:
    """Return the number that a text says in any locale, None if it says none.

    Raises
    ------
    AmbiguousNumber
        If a mark may stand before decimals or between thousands.
    """
    plain = _plain(text)
    found = _NUMBER.fullmatch(plain)
    if not found or len(plain) > _MOST_LETTERS or not (found[2] or found[3]):
        return None
    parts = _PART.findall(found[3])
    if not _is_possible(found[2], parts):
        return None
    if len(parts) > 1 or any(len(digits) == _GROUP for _mark, digits in parts):
        raise AmbiguousNumber(text.strip(), _readings(found[1] + found[2], parts))
    said = ".".join([found[2] or "0", *(digits for _mark, digits in parts)])
    return float(found[1] + said)


def read_minutes(text: str, per_unit: int = 1) -> float | None:
    """Return minutes from "20", from "1:30", or from "1.5" of a unit of so many minutes.

    Raises
    ------
    AmbiguousNumber
        As in `read`.
    """
    clock = _CLOCK.fullmatch(_plain(text))
    if clock:
        return float(int(clock[1]) * 60 + int(clock[2]))
    number = read(text)
    return None if number is None else number * per_unit


def _plain(text: str) -> str:
    """Return a text with the digits of every script as 0 to 9."""
    seen = text.translate(_SAME).strip()
    return "".join(str(unicodedata.decimal(each, each)) for each in seen)


def _is_possible(head: str, parts: list[tuple[str, str]]) -> bool:
    """Tell whether each mark may stand where it does: what only sets thousands apart has three."""
    return all(mark in _DECIMAL_MARKS or (head and len(digits) == _GROUP) for mark, digits in parts)


def _readings(head: str, parts: list[tuple[str, str]]) -> tuple[float, float]:
    """Return the two numbers that are meant most likely, the first mark before decimals first."""
    digits = [each for _mark, each in parts]
    first = float(f"{head}.{''.join(digits)}")
    ends_in_decimals = len(parts) > 1 and parts[0][0] != parts[-1][0]
    before, after = (
        ("".join(digits[:-1]), digits[-1]) if ends_in_decimals else ("".join(digits), "0")
    )
    return first, float(f"{head}{before}.{after}")


# The locale


def _written(said: str) -> str:
    """Return digits with a point as the locale writes them, its thousands together."""
    return said.replace("-", "−").replace(".", _marks().decimal)


def _groups(digits: str) -> list[str]:
    """Return digits in groups: of three, or as in India of two before the last three."""
    found = _known(_code())
    last, others = (_GROUP, _GROUP) if found is None else found.decimal_formats[None].grouping
    head, groups = digits[:-last], [digits[-last:]]
    while head:
        head, group = head[:-others], head[-others:]
        groups.insert(0, group)
    return groups


def _marks() -> _Marks:
    if _manner.marks is not None:
        return _manner.marks
    found = _known(_code())
    return _OURS if found is None else _symbols(found)


def _code() -> str:
    return _of_environment() if _manner.code is None else _manner.code


@cache
def _known(code: str) -> "Locale | None":
    """Return what Babel knows of a locale, None where numbers are written as in the source."""
    if code in _LIKE_OURS:
        return None
    from babel import Locale, UnknownLocaleError

    name = code.replace("-", "_")
    for each in (name, name.partition("_")[0]):
        try:
            return Locale.parse(each)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _symbols(locale: "Locale") -> _Marks:
    """Return a locale's marks for the digits 0 to 9, which the program writes everywhere."""
    known = locale.number_symbols["latn"]
    return _Marks(known.get("decimal") or _OURS.decimal, known.get("group") or _OURS.group)


def _of_environment() -> str:
    named = next(filter(None, map(os.environ.get, _VARIABLES)), "")
    if not named and sys.platform == "win32":
        named = _of_windows()
    return named.partition(".")[0].partition("@")[0]


def _of_windows() -> str:
    """Return the name that Windows has for the person's locale, such as "de-DE"."""
    import ctypes

    name = ctypes.create_unicode_buffer(85)
    ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))  # type: ignore[attr-defined, unused-ignore]
    return name.value
