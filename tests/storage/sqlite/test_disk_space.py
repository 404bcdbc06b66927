"""No room on a disk with small blocks: refused in time, since SQLite would not be told."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from second_wind.core.errors.journal_errors import DiskFull
from second_wind.storage.sqlite.encryption import connect, read_only


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every disk have blocks of 1 KB, and 10 of them left."""
    left = SimpleNamespace(f_frsize=1024, f_blocks=6000, f_bavail=10)
    monkeypatch.setattr(os, "statvfs", lambda _path: left)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Make a file whose log is folded into it."""
    path = tmp_path / "file.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE word (text)")
    return path


@pytest.mark.usefixtures("full")
def test_a_file_with_a_log_is_not_even_read(written: Path) -> None:
    """SQLite maps the log's index into memory to read, and the system would end the program."""
    with closing(sqlite3.connect(written)) as writer:
        writer.execute("INSERT INTO word VALUES ('kept')")
        writer.commit()
        with pytest.raises(DiskFull):
            read_only(written)


@pytest.mark.usefixtures("full")
def test_nothing_is_opened_to_be_written(written: Path) -> None:
    """A log of its own would begin."""
    with pytest.raises(DiskFull):
        connect(written, None)


@pytest.mark.usefixtures("full")
def test_a_file_without_a_log_is_read(written: Path) -> None:
    """It takes no room."""
    with closing(read_only(written)) as reader:
        assert reader.execute("SELECT * FROM word").fetchall() == []
