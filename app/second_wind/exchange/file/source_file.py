"""A file from elsewhere: its bytes, proved to be text of a size that fits in memory."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from second_wind.computer.conflicts import is_like_encrypted, is_marked
from second_wind.core.errors.import_errors import (
    EmptyFile,
    FileKind,
    FileTooLarge,
    ForeignFile,
    NoPlainFile,
    UnreadableFile,
)
from second_wind.core.files.regular_file import NotRegularError, open_regular
from second_wind.exchange.file.encoding import encoding_of

MOST_BYTES = 20 * 1024 * 1024
"""Decades of several entries a day, with notes; as text it can take four times the memory."""

Watch = Callable[[float], None]
"""Is told the share that is done, from 0 to 1; it may raise to cancel."""

_MAGIC = (
    (b"SQLite format 3\0", FileKind.SQLITE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.SPREADSHEET),
    (b"PK\x03\x04", FileKind.ZIP),
    (b"PK\x05\x06", FileKind.ZIP),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"RIFF", FileKind.PICTURE),
    (b"%PDF", FileKind.PDF),
    (b"\x7fELF", FileKind.BINARY),
    (b"MZ\x90", FileKind.BINARY),
    (b"\x1f\x8b", FileKind.BINARY),
)
_DAYLIO_PART = b"backup.daylio"
_SPREADSHEET_PARTS = (b"xl/", b"[Content_Types].xml", b"opendocument.spreadsheet")


def ignore(_share: float) -> None:
    """Watch nothing."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of a text file and the encoding that reads them."""

    path: Path
    data: bytes
    encoding: str
    watch: Watch = ignore

    @classmethod
    def read(cls, path: Path, watch: Watch = ignore) -> "SourceFile":
        """Read a file.

        Raises
        ------
        ImportProblem
            If it can't be read, is empty, too large, or holds no text.
        """
        data = _bytes_of(path)
        return cls(path, data, encoding_of(path, data), watch)

    def stream(self) -> TextIO:
        """Return the text as a stream that keeps the line ends as they are."""
        return io.TextIOWrapper(io.BytesIO(self.data), encoding=self.encoding, newline="")

    def beginning(self) -> str:
        """Return the first characters that are no space."""
        return self.stream().read(4096).lstrip("\ufeff \t\r\n")


def _bytes_of(path: Path) -> bytes:
    try:
        with open_regular(path) as stream:
            data = stream.read(MOST_BYTES + 1)
            size = max(len(data), path.stat().st_size)
    except NotRegularError as problem:
        raise NoPlainFile(path) from problem
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the path
        raise UnreadableFile(path) from problem
    _refuse_foreign(path, data)
    if size > MOST_BYTES:
        raise FileTooLarge(path, size, MOST_BYTES)
    if not data:
        raise EmptyFile(path)
    return data


def _refuse_foreign(path: Path, data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ForeignFile(path, _exactly(kind, data))
    if is_like_encrypted(path):
        raise ForeignFile(path, FileKind.ENCRYPTED_JOURNAL)


def _exactly(kind: FileKind, data: bytes) -> FileKind:
    if kind is FileKind.SQLITE and is_marked(data):
        return FileKind.JOURNAL
    if kind is FileKind.ZIP and _DAYLIO_PART in data:
        return FileKind.DAYLIO_BACKUP
    if kind is FileKind.ZIP and any(part in data for part in _SPREADSHEET_PARTS):
        return FileKind.SPREADSHEET
    return kind
