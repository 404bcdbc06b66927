"""An open database: the one connection to a file, transactions on it, and literal SQL."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from second_wind.core.secrets.passphrase_key import Key

T = TypeVar("T")


class OpenDatabase:
    """A connection on which nothing begins or ends by itself.

    Attributes
    ----------
    key : Key or None
        What the file is encrypted with, None if it is plain.
    """

    def __init__(
        self,
        opened: sqlite3.Connection,
        key: Key | None = None,
        on_closing: Callable[[], object] | None = None,
    ) -> None:
        """Take an open connection that commits by itself."""
        self.key = key
        self._opened = opened
        self._is_open = True
        self._on_closing = on_closing

    @property
    def is_open(self) -> bool:
        """Whether it is still open."""
        return self._is_open

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection underneath."""
        return self._opened

    def close(self) -> None:
        """Close it, once or more often."""
        if self._is_open and self._on_closing is not None:
            self._on_closing()
        self._is_open = False
        self._opened.close()

    @contextmanager
    def atomic(self, manner: str = "DEFERRED") -> Iterator[None]:
        """Hold a transaction: what is done in it is done whole, or not at all."""
        self._opened.execute(f"BEGIN {manner}")
        try:
            yield
            self._opened.commit()
        except BaseException:
            self._opened.rollback()  # nothing to do where SQLite has done it already
            raise


def in_memory() -> OpenDatabase:
    """Return an empty database in memory."""
    return OpenDatabase(sqlite3.connect(":memory:", isolation_level=None))


def execute(
    database: OpenDatabase, statement: str, parameters: Sequence[Any] = ()
) -> sqlite3.Cursor:
    """Run one statement; the table names in it are the program's own, values are parameters."""
    return database.connection.execute(statement, tuple(parameters))


def connection(database: OpenDatabase) -> sqlite3.Connection:
    """Return the sqlite3 connection underneath."""
    return database.connection


def batches(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Yield values in batches of at most so many, in order."""
    for begin in range(0, len(values), size):
        yield values[begin : begin + size]
