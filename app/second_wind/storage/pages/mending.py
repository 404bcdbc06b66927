"""Turns back the one bit that makes a row fit its seal again: no guess, as the seal proves it."""

import struct
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

from second_wind.storage.tables.seals import LENGTH, encoded, seal_of

_LONGEST = 4_000
"""Bytes in a row; each bit of them is tried, in a tenth of a second."""
_INTEGER_BITS = 48


def mended(table: str, values: Mapping[str, Any], seal: object) -> dict[str, Any] | None:
    """Return a row as it was sealed, if it is one bit off or its seal is; None if it is not.

    Texts that are none may be given as bytes.
    """
    parts = [encoded(table), *map(encoded, values.values())]
    if sum(map(len, parts)) > _LONGEST or not isinstance(seal, str | bytes):
        return None
    stored = seal.encode() if isinstance(seal, str) else seal
    if _is_one_bit_off(seal_of(table, values).encode(), stored):
        return dict(values)
    for place, (name, value) in enumerate(values.items(), start=1):
        for candidate in _one_bit_off(value, parts, place, stored):
            return dict(values) | {name: candidate}
    return None


def _one_bit_off(value: Any, parts: list[bytes], place: int, seal: bytes) -> Iterator[Any]:
    """Yield what a value was if the rest of the row, and a seal, are as they were written."""
    before = blake2b(b"".join(parts[:place]), digest_size=LENGTH)
    after = b"".join(parts[place + 1 :])
    for candidate in _candidates(value):
        digest = before.copy()
        digest.update(encoded(candidate) + after)
        if digest.hexdigest().encode() == seal:
            yield candidate.decode() if isinstance(candidate, bytes) else candidate


def _candidates(value: Any) -> Iterator[Any]:
    if isinstance(value, str | bytes):
        content = value.encode() if isinstance(value, str) else value
        for place in range(len(content)):
            for bit in range(8):
                changed = bytearray(content)
                changed[place] ^= 1 << bit
                yield bytes(changed)
    elif isinstance(value, int):
        yield from (value ^ 1 << bit for bit in range(_INTEGER_BITS))
    elif isinstance(value, float):
        (bits,) = struct.unpack(">Q", struct.pack(">d", value))
        yield from (struct.unpack(">d", struct.pack(">Q", bits ^ 1 << bit))[0] for bit in range(64))


def _is_one_bit_off(one: bytes, other: bytes) -> bool:
    if len(one) != len(other):
        return False
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True)) == 1
