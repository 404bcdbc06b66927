"""The identity of an entry in another program, the same whenever the file is read again."""

from datetime import date, time
from hashlib import sha256
from typing import TypedDict

from second_wind.exchange.values.dates import Moment

_LONGEST = 300


class Origin(TypedDict):
    """When an imported entry was, and where it came from."""

    day: date
    at: time | None
    source: str
    source_id: str


def identity(*parts: str) -> str:
    """Return a key for an entry; a very long one is shortened to its digest.

    The last part should be a day or moment: a number after `#` tells entries of one key apart
    (see `matching`), and must not be taken for a part of a name.
    """
    key = "/".join(part.strip().casefold() for part in parts)
    return key if len(key) <= _LONGEST else sha256(key.encode()).hexdigest()


def written(moment: Moment) -> str:
    """Return a moment as it stands in a key."""
    if moment.world:
        return moment.world
    day = moment.day.isoformat()
    return f"{day}T{moment.at:%H:%M}" if moment.at is not None else day


def origin_of(moment: Moment, source: str, key: str) -> Origin:
    """Return the part that imported entries of every timed kind have in common."""
    return {"day": moment.day, "at": moment.at, "source": source, "source_id": key}
