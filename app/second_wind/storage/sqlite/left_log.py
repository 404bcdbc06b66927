"""Reads a file together with a log that was left beside it, where nothing can be written.

SQLite makes an index for a log even to read it, so on a read-only drive it can't open such a file.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from struct import unpack_from

from second_wind.storage.sqlite.log_sums import (
    FRAME_HEADER,
    LOG_HEADER,
    header_is_whole,
    order_of,
    sums_of,
)

_VERSIONS = slice(18, 20)
"""Where the first page says that the file has a log."""


def opened_plain(path: Path) -> sqlite3.Connection:
    """Return what a plain file and its log hold, in memory."""
    content = bytearray(committed(path))
    content[_VERSIONS] = b"\x01\x01"  # a database in memory has none
    memory = sqlite3.connect(":memory:")
    try:
        memory.deserialize(bytes(content))
    except BaseException:
        memory.close()
        raise
    return memory


def opened_encrypted(
    path: Path, open_it: Callable[[Path], sqlite3.Connection]
) -> sqlite3.Connection:
    """Open an encrypted file and its log as copies of both, which are gone when this returns."""
    with tempfile.TemporaryDirectory(prefix="second-wind-") as name:
        folder = Path(name)
        for suffix in ("", "-wal"):
            shutil.copyfile(path.with_name(path.name + suffix), folder / f"{path.name}{suffix}")
        opened = open_it(folder / path.name)
        try:
            opened.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except BaseException:
            opened.close()
            raise
        return opened


def committed(path: Path) -> bytes:
    """Return a plain file as the transactions of its log left it, as SQLite would see it."""
    content = path.read_bytes()
    log = path.with_name(f"{path.name}-wal").read_bytes()
    if len(log) <= LOG_HEADER or not header_is_whole(log):
        return content
    (size,) = unpack_from(">I", log, 8)
    pages = [content[begin : begin + size] for begin in range(0, len(content), size)]
    for changed, count in _transactions(log, size):
        pages += [bytes(size)] * (max(changed) - len(pages))
        for number, page in changed.items():
            pages[number - 1] = page
        del pages[count:]
    return b"".join(pages)


def _transactions(log: bytes, size: int) -> Iterator[tuple[dict[int, bytes], int]]:
    """Yield the pages that each whole transaction wrote, and how many pages there are after it."""
    order, sums = order_of(log), unpack_from(">II", log, 24)
    changed: dict[int, bytes] = {}
    length = FRAME_HEADER + size
    for begin in range(LOG_HEADER, len(log) - length + 1, length):
        header, page = log[begin : begin + FRAME_HEADER], log[begin + FRAME_HEADER : begin + length]
        sums = sums_of(header[:8] + page, sums, order)
        if header[8:16] != log[16:24] or unpack_from(">II", header, 16) != sums:
            return
        number, count = unpack_from(">II", header)
        changed[number] = page
        if count:
            yield changed, count
            changed = {}
