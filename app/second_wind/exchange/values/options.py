"""What a person can tell an import, and how it is written on the command line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from second_wind.core.errors.import_errors import InvalidOption
from second_wind.exchange.values.dates import DateOrder
from second_wind.exchange.values.ticks import Tick, tick_of
from second_wind.words.base import numbers

COLUMN_KEYS = (
    "day",
    "time",
    "mood",
    "note",
    "feelings",
    "exercise",
    "outing",
    "volunteering",
    "talk",
    "applied",
    "wait",
    "response",
    "company",
    "role",
    "stage",
    "outcome",
    "feedback",
)
"""What a column can hold; from `applied` on, what only a log of applications has."""

_OTHER_WORDS = {"date": "day", "notes": "note"}
_WORDS = "|".join((*COLUMN_KEYS, *_OTHER_WORDS))
_NEXT_COLUMN = re.compile(rf",(?=\s*(?:{_WORDS})\s*=)", re.IGNORECASE)
_MAP_EXAMPLE = '--map "so-so=5"'
_COLUMNS_EXAMPLE = "--columns day=Date,mood=Mood"
_SCALE_EXAMPLE = "--scale 0:100"
_ACTIVITY_EXAMPLE = '--map-activity "walk=exercise:20"'


class OnConflict(StrEnum):
    """What happens to an entry that is there already with other content."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of another program's scale; `lowest` may be the greater number."""

    lowest: float
    highest: float

    def __str__(self) -> str:
        return f"{self.lowest:g}:{self.highest:g}"


@dataclass(frozen=True, slots=True)
class Options:
    """What the person told; all of it may be missing.

    Attributes
    ----------
    format : str or None
        The format's name, None to recognise it.
    map : mapping of str to str
        What a name of the other program stands for here, the names case-folded.
    columns : mapping of str to str
        Which column holds what, by `COLUMN_KEYS`.
    map_activity : mapping of str to Tick
        What the tick of an activity stands for, the names case-folded.
    mood_pattern : str or None
        A regular expression that finds a mood in text; the formats read so far have no need of it.
    """

    format: str | None = None
    map: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder | None = None
    scale: Scale | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    map_activity: Mapping[str, Tick] = field(default_factory=dict)
    mood_pattern: str | None = None


def parsed_map(texts: Iterable[str]) -> dict[str, str]:
    """Return what each "name=value" says.

    Raises
    ------
    InvalidOption
        If a text has no name or no value.
    """
    return dict(_pair("--map", text, _MAP_EXAMPLE) for text in texts)


def parsed_activities(texts: Iterable[str]) -> dict[str, Tick]:
    """Return what each "name=exercise:20" says.

    Raises
    ------
    InvalidOption
        If a text has no name, or names no kind of activity.
    """
    found = {}
    for text in texts:
        name, value = _pair("--map-activity", text, _ACTIVITY_EXAMPLE)
        tick = tick_of(value)
        if tick is None:
            raise InvalidOption("--map-activity", text, _ACTIVITY_EXAMPLE)
        found[name] = tick
    return found


def parsed_columns(texts: Iterable[str]) -> dict[str, str]:
    """Return which column holds what, from "day=Date,mood=Mood".

    Raises
    ------
    InvalidOption
        If something else than a column's meaning stands before the sign of equality.
    """
    found = {}
    for part in (part for text in texts for part in _NEXT_COLUMN.split(text)):
        key, separator, column = part.partition("=")
        key = key.strip().casefold()
        key = _OTHER_WORDS.get(key, key)
        if not separator or key not in COLUMN_KEYS or not column.strip():
            raise InvalidOption("--columns", part, _COLUMNS_EXAMPLE)
        found[key] = column.strip()
    return found


def parsed_scale(text: str) -> Scale:
    """Return the ends of a scale from "0:100".

    Raises
    ------
    InvalidOption
        If the text doesn't hold two different numbers.
    """
    ends = [numbers.read(each) for each in text.split(":")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        raise InvalidOption("--scale", text, _SCALE_EXAMPLE)
    return Scale(ends[0], ends[1])


def _pair(option: str, text: str, example: str) -> tuple[str, str]:
    name, _, value = text.rpartition("=")
    if not name.strip() or not value.strip():
        raise InvalidOption(option, text, example)
    return name.strip().casefold(), value.strip()
