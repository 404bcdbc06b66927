"""Decodes the cells of a B-tree page; whatever is broken in one is left out."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from
from typing import Any

from second_wind.storage.pages.pages import Image

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
_FILE_HEADER = 100
_LONGEST_PAYLOAD = 10_000_000
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
BROKEN = (struct.error, IndexError, ValueError, KeyError)
"""What decoding garbage raises (a text that is no UTF-8 is a ValueError)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table, or one entry of an index (whose `rowid` is 0)."""

    rowid: int
    values: list[Any]


def kind(image: Image, number: int) -> int:
    """Return what sort of page it is; nothing that SQLite knows if it is damaged."""
    page = image.pages.get(number, b"")
    begin = _begin(number)
    return page[begin] if len(page) > begin else 0


def cells(image: Image, number: int) -> Iterator[Cell]:
    """Yield what can be read on a leaf of a table, or on any page of an index."""
    sort = kind(image, number)
    if sort not in (INDEX_INNER, INDEX_LEAF, TABLE_LEAF):
        return
    for place in _places(image, number):
        try:
            yield _cell(image, image.pages[number], place, sort)
        except BROKEN:
            continue


def hides_rows(image: Image, number: int) -> bool:
    """Tell whether rows may have stood on a page, after all were read, that can't be read now."""
    sort = kind(image, number)
    if sort == TABLE_LEAF:
        return len(list(cells(image, number))) < len(_places(image, number))
    return sort not in (INDEX_INNER, INDEX_LEAF, TABLE_INNER) and number not in image.followed


def children(image: Image, number: int) -> list[int]:
    """Return the pages below one in the middle of a tree."""
    if kind(image, number) not in (INDEX_INNER, TABLE_INNER):
        return []
    page = image.pages[number]
    found = []
    for place in (*_places(image, number), _begin(number) + 8):
        try:
            found.append(int(unpack_from(">I", page, place)[0]))
        except struct.error:
            continue
    return found


def _begin(number: int) -> int:
    return _FILE_HEADER if number == 1 else 0


def _places(image: Image, number: int) -> list[int]:
    page, begin = image.pages[number], _begin(number)
    length = 12 if kind(image, number) in (INDEX_INNER, TABLE_INNER) else 8
    try:
        (count,) = unpack_from(">H", page, begin + 3)
        return list(unpack_from(f">{count}H", page, begin + length))
    except struct.error:
        return []


def _cell(image: Image, page: bytes, place: int, sort: int) -> Cell:
    if sort == INDEX_INNER:
        place += 4
    size, place = _varint(page, place)
    rowid = 0
    if sort == TABLE_LEAF:
        rowid, place = _varint(page, place)
    if not 0 < size <= _LONGEST_PAYLOAD:
        raise ValueError("no such payload")
    return Cell(rowid, _record(_payload(image, page, place, size, sort)))


def _payload(image: Image, page: bytes, place: int, size: int, sort: int) -> bytes:
    """Return a payload, its rest gathered from overflow pages."""
    usable = image.size
    most = usable - 35 if sort == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return page[place : place + size]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    local = local if local <= most else least
    parts, left = [page[place : place + local]], size - local
    (follows,) = unpack_from(">I", page, place + local)
    while left > 0:
        more = image.pages[follows]
        image.followed.add(follows)
        (follows,) = unpack_from(">I", more, 0)
        parts.append(more[4 : 4 + min(left, usable - 4)])
        left -= usable - 4
    return b"".join(parts)


def _record(payload: bytes) -> list[Any]:
    length, place = _varint(payload, 0)
    body, values = length, []
    while place < length:
        serial, place = _varint(payload, place)
        value, body = _value(payload, body, serial)
        values.append(value)
    if body != len(payload):
        raise ValueError("a record of another length")
    return values


def _value(payload: bytes, place: int, serial: int) -> tuple[Any, int]:
    if serial in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[serial], place
    if serial in _INTEGERS:
        end = place + _INTEGERS[serial]
        return int.from_bytes(_part(payload, place, end), "big", signed=True), end
    if serial == 7:
        return unpack_from(">d", payload, place)[0], place + 8
    if serial < 12:
        raise ValueError("no such type")
    end = place + (serial - 12) // 2
    part = _part(payload, place, end)
    return (_text(part) if serial % 2 else part), end


def _text(part: bytes) -> str | bytes:
    """Return a text, or its bytes if it is none: its row's seal may tell what it was."""
    try:
        return part.decode()
    except UnicodeDecodeError:
        return part


def _part(payload: bytes, place: int, end: int) -> bytes:
    if end > len(payload):
        raise ValueError("beyond the end")
    return payload[place:end]


def _varint(data: bytes, place: int) -> tuple[int, int]:
    number = 0
    for index in range(8):
        byte = data[place + index]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + index + 1
    return number << 8 | data[place + 8], place + 9
