"""Which copy is the newer one: told by what the files hold, since a clock may have been wrong."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.sqlite.encryption import database_errors, read_only


@dataclass(frozen=True, slots=True, order=True)
class Reach:
    """How far a journal had come: how many acts there ever were, and when the last one was."""

    acts: int
    last: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A copy with the moment in its name, and the one that can be believed.

    Attributes
    ----------
    reach : how far the journal had come, None if that can't be read.
    """

    path: Path
    named: datetime
    moment: datetime
    reach: Reach | None

    @property
    def is_misdated(self) -> bool:
        """Whether a clock was wrong when the copy was made."""
        return self.named != self.moment


def reach_in(database: sqlite3.Connection) -> Reach:
    """Return how far an open journal has come.

    Raises
    ------
    sqlite3.DatabaseError
        If it is damaged there.
    """
    (acts,) = database.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'act'"
    ).fetchone()
    (last,) = database.execute("SELECT coalesce(max(at), '') FROM act").fetchone()
    return Reach(int(acts), str(last))


def reach_of(path: Path, key: Key | None = None) -> Reach | None:
    """Return how far the journal in a file had come, None if that can't be read."""
    try:
        with closing(read_only(path, key)) as database:
            return reach_in(database)
    # Garbage may stand where a number should, or a text that is none.
    except database_errors(OSError, UnicodeError, MemoryError, ValueError):
        return None


def acts_known(files: Iterable[Path], key: Key | None = None) -> int:
    """Return how many acts a journal or any of its copies knows of."""
    reaches = (reach_of(each, key) for each in files)
    return max((each.acts for each in reaches if each is not None), default=0)


def count_on(database: sqlite3.Connection, acts: int) -> None:
    """Let a journal number its next act after so many, if it would not by itself."""
    with database:
        database.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT 'act', 0"
            " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'act')"
        )
        database.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'act'", (acts,))


def in_order(
    copies: Iterable[tuple[Path, datetime]], key: Key | None = None, now: datetime | None = None
) -> list[Dated]:
    """Return copies, oldest first, each with the moment that its name tells.

    One that can't be read stands where its name says.
    """
    found = [(path, named, reach_of(path, key)) for path, named in copies]
    known = sorted(
        ((path, named, reach) for path, named, reach in found if reach is not None),
        key=lambda each: (each[2], each[1]),
    )
    moments = believed([named for _, named, _ in known], now)
    dated = [
        Dated(path, named, moment, reach)
        for (path, named, reach), moment in zip(known, moments, strict=True)
    ]
    unknown = [Dated(path, named, named, None) for path, named, reach in found if reach is None]
    return _joined(dated, unknown)


def believed(named: Sequence[datetime], now: datetime | None = None) -> list[datetime]:
    """Return for moments, in the order in which things happened, when that can have been.

    Most clocks are right most of the time: the longest run that goes forward is believed, and what
    lies after `now` is not. Each of the others gets the moment before it, or else the one after it.
    """
    past = [index for index, each in enumerate(named) if now is None or each <= now]
    trusted = _longest_run(named, past or range(len(named)))
    result = list(named)
    last = named[trusted[0]] if trusted else None
    for index, moment in enumerate(named):
        if index in trusted:
            last = moment
        elif last is not None:
            result[index] = last
    return result


def _longest_run(moments: Sequence[datetime], indexes: Iterable[int]) -> list[int]:
    """Return the indexes of the longest run of moments that never goes back."""
    ends: list[datetime] = []
    runs: list[list[int]] = []
    for index in indexes:
        moment = moments[index]
        place = bisect_right(ends, moment)
        run = [*(runs[place - 1] if place else []), index]
        ends[place : place + 1] = [moment]
        runs[place : place + 1] = [run]
    return runs[-1] if runs else []


def _joined(dated: list[Dated], unknown: list[Dated]) -> list[Dated]:
    """Let those that can't be read stand among the others, whose order stays."""
    result, waiting = [], sorted(unknown, key=lambda each: each.named)
    for each in dated:
        while waiting and waiting[0].named < each.moment:
            result.append(waiting.pop(0))
        result.append(each)
    return result + waiting
