"""Whether a database is whole: its pages, its indexes and its references."""

import sqlite3

from second_wind.storage.sqlite.encryption import database_errors

_MOST_FAULTS = 20
_NO_DAMAGE = ("SQLITE_IOERR", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED")
"""The system failed, or somebody else is writing: that says nothing about the file."""


def faults_in(database: sqlite3.Connection, *, is_thorough: bool = False) -> list[str]:
    """Return what SQLite finds wrong, in its own words; empty if all is well.

    A thorough look compares each row with the indexes, too, and takes several times as long.

    Raises
    ------
    sqlite3.DatabaseError
        If it could not look.
    """
    try:
        look = "integrity_check" if is_thorough else "quick_check"
        pages = database.execute(f"PRAGMA {look}({_MOST_FAULTS})").fetchall()
        orphans = database.execute("PRAGMA foreign_key_check").fetchall()
        broken = _broken_pages(database)
    # Garbage may reach names, too, and lengths that nobody has the memory for.
    except database_errors(UnicodeError, MemoryError) as error:
        if getattr(error, "sqlite_errorname", "").startswith(_NO_DAMAGE):
            raise
        return [str(error) or type(error).__name__]
    found = [line for (text,) in pages if text != "ok" for line in str(text).splitlines()]
    found += broken
    return found + [f"row {row} of {table} has no {parent}" for table, row, parent, _ in orphans]


def _broken_pages(database: sqlite3.Connection) -> list[str]:
    """Return what is wrong with pages of an encrypted file, with those that hold nothing, too.

    A write that needs such a page fails, and SQLCipher then says that nothing can be written.
    """
    (_, _, file), *_ = database.execute("PRAGMA database_list").fetchall()
    if not file:  # in memory
        return []
    return [str(text) for (text,) in database.execute("PRAGMA cipher_integrity_check")]
