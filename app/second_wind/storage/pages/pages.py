"""The raw pages of a database and of its write-ahead log, read without SQLite's help.

SQLite refuses a file whose first page or whose tree is broken; the pages below it may be sound.
The formats are those of https://www.sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from struct import unpack_from

from second_wind.storage.sqlite.encryption import PAGE_SIZE
from second_wind.storage.sqlite.log_sums import (
    FRAME_HEADER,
    LOG_HEADER,
    SIZES,
    header_is_whole,
    order_of,
    sums_of,
)
from second_wind.storage.sqlite.page_cipher import USABLE, Opener

_USUAL_SIZE = 4096
_FRACTIONS = b"\x40\x20\x20"
"""Bytes 21 to 23 of every first page."""


@dataclass(frozen=True, slots=True)
class Image:
    """The pages as they were at one moment.

    Attributes
    ----------
    size : bytes in a page that hold content.
    pages : number to content; the first is number 1.
    fresh : the numbers of those that no earlier image had.
    followed : those on which a long row goes on, as far as rows were read.
    """

    size: int
    pages: dict[int, bytes]
    fresh: frozenset[int]
    followed: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page in the log; `commit` if a transaction ends with it."""

    number: int
    page: bytes
    commit: bool


def images(path: Path, opener: Opener | None = None) -> Iterator[Image]:
    """Yield the file as it is, and then as each transaction in its log left it, oldest first.

    With an `opener` the pages are decrypted, and their last bytes, which hold no content, left out.
    """
    content = path.read_bytes() if path.exists() else b""  # its log may be all that is left
    size = PAGE_SIZE if opener else _page_size(content)
    usable, read = (USABLE, opener) if opener else (size, _as_it_is)
    pages = {
        index // size + 1: read(index // size + 1, content[index : index + size])
        for index in range(0, len(content), size)
    }
    yield Image(usable, dict(pages), frozenset(pages))
    fresh: set[int] = set()
    for frame in frames(path.with_name(f"{path.name}-wal"), size):
        pages[frame.number] = read(frame.number, frame.page)
        fresh.add(frame.number)
        if frame.commit:
            yield Image(usable, dict(pages), frozenset(fresh))
            fresh = set()


def is_cut(image: Image) -> bool:
    """Tell whether pages are missing: before those of a log, or as the first page counts them."""
    first, last = image.pages.get(1, b""), max(image.pages, default=0)
    if len(image.pages) < last or not last:
        return True
    if 0 < len(image.pages[last]) < image.size:
        return True
    if first[21:24] != _FRACTIONS:  # it is damaged or could not be decrypted, so it tells nothing
        return False
    (changes, count), (counted_at,) = unpack_from(">II", first, 24), unpack_from(">I", first, 92)
    return bool(changes == counted_at and count > last)


def _as_it_is(_number: int, page: bytes) -> bytes:
    return page


def frames(log: Path, size: int) -> list[Frame]:
    """Return the pages of the log's newest run, damaged ones too: rows are proved one by one."""
    content = log.read_bytes() if log.is_file() else b""
    length = FRAME_HEADER + size
    begins = range(LOG_HEADER, len(content) - length + 1, length)
    marks = [content[begin + 8 : begin + 16] for begin in begins]
    salts, found = _salts(content, marks), []
    for begin, mark in zip(begins, marks, strict=True):
        # After a checkpoint the log is written from its start again, with other salts.
        number, commit = unpack_from(">II", content, begin)
        page = content[begin + FRAME_HEADER : begin + length]
        if mark == salts and number:
            found.append(Frame(number, page, bool(commit)))
    return found


def _salts(content: bytes, marks: list[bytes]) -> bytes:
    """Return the mark of the newest run: the header's, or the first that two pages share."""
    if len(content) > LOG_HEADER and header_is_whole(content):
        return content[16:24]
    shared = (one for one, other in pairwise(marks) if one == other)
    return next(shared, marks[0] if marks else b"")


def log_is_torn(path: Path) -> bool:
    """Tell whether a page in the log is damaged and SQLite would drop what was stored after it.

    The last transaction may be torn by a power cut before it was confirmed. A page of a later one
    proves that the earlier one was on the disk.
    """
    log = path.with_name(f"{path.name}-wal")
    content = log.read_bytes() if log.is_file() else b""
    if len(content) <= LOG_HEADER:
        return False
    if not header_is_whole(content):
        return True
    order, sums = order_of(content), unpack_from(">II", content, 24)
    (size,) = unpack_from(">I", content, 8)
    bad, ended = False, False
    for begin in range(LOG_HEADER, len(content) - FRAME_HEADER - size + 1, FRAME_HEADER + size):
        header = content[begin : begin + FRAME_HEADER]
        ours = header[8:16] == content[16:24]
        if ours and ended:
            return True
        page = content[begin + FRAME_HEADER : begin + FRAME_HEADER + size]
        stored = unpack_from(">II", header, 16)
        bad = bad or not ours or sums_of(header[:8] + page, sums, order) != stored
        ended = bad and (ended or header[4:8] != bytes(4))
        sums = stored
    return False


def _page_size(content: bytes) -> int:
    if len(content) < 18:
        return _USUAL_SIZE
    (size,) = unpack_from(">H", content, 16)
    size = 65536 if size == 1 else size
    return size if size in SIZES else _USUAL_SIZE
