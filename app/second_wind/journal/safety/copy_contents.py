"""What a safe copy holds, and whether it is sound."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.damage.snapshots import snapshot
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows, alive

_NO_ENTRIES = {"setting", "state", "feeling_word"}


@dataclass(frozen=True, slots=True)
class CopyContents:
    """What was found in a copy.

    Attributes
    ----------
    problem : KnownError or None
        Why it can't be used; then nothing else is known of it.
    entries : int
        How many things are logged in it.
    last_day : date or None
        The last day of which it holds something.
    """

    problem: KnownError | None
    entries: int = 0
    last_day: date | None = None

    @property
    def is_sound(self) -> bool:
        """Whether the copy can be used."""
        return self.problem is None


def look_into(copy: Path, key: Key | None = None) -> CopyContents:
    """Read a whole copy, check it, and count what it holds; it is not touched."""
    try:
        with snapshot(copy, key) as database:
            found = rows.read(database)
    except KnownError as error:
        return CopyContents(error)
    return CopyContents(None, count(found), last_day(found))


def count(found: Rows) -> int:
    """Return how many entries are alive."""
    return sum(len(alive(by_key)) for table, by_key in found.items() if table not in _NO_ENTRIES)


def last_day(found: Rows) -> date | None:
    """Return the last day of anything that is alive."""
    days = [
        str(values["day"])
        for by_key in found.values()
        for values in alive(by_key).values()
        if values.get("day")
    ]
    return max(_dates(days), default=None)


def _dates(texts: list[str]) -> list[date]:
    found = []
    for text in sorted(texts, reverse=True)[:100]:  # what is no date is rare and stands first
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            continue
    return found
