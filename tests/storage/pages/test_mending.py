"""One bit off: the seal tells which, so the row is what was written; more is left alone."""

import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.storage.pages.mending import mended
from second_wind.storage.tables.seals import seal_of

ROW: dict[str, Any] = {
    "id": "0b7d",
    "updated_at": "2026-11-22T13:32:00.000000+00:00",
    "deleted_at": None,
    "note": "müde, but fine 😀",
    "mood": 6.25,
    "minutes": 30,
}
SEAL = seal_of("check_in", ROW)


def flipped(value: Any, place: int, bit: int) -> Any:
    """Return a value with one bit changed, as its bytes on the disk would be."""
    if isinstance(value, float):
        (bits,) = struct.unpack(">Q", struct.pack(">d", value))
        return struct.unpack(">d", struct.pack(">Q", bits ^ 1 << (place * 8 + bit) % 64))[0]
    if isinstance(value, int):
        return value ^ 1 << bit
    content = bytearray(value.encode())
    content[place % len(content)] ^= 1 << bit
    try:
        return content.decode()
    except UnicodeDecodeError:
        return bytes(content)


@given(st.sampled_from([name for name in ROW if ROW[name]]), st.integers(0, 99), st.integers(0, 7))
def test_any_bit_of_any_value(name: str, place: int, bit: int) -> None:
    """Text, number, id or time, and a text that is none any more: it comes back as it was."""
    assert mended("check_in", ROW | {name: flipped(ROW[name], place, bit)}, SEAL) == ROW


@given(st.integers(0, 15), st.integers(0, 7))
def test_any_bit_of_the_seal(place: int, bit: int) -> None:
    """The row is what was written; only its seal isn't."""
    assert mended("check_in", ROW, flipped(SEAL, place, bit)) == ROW


@pytest.mark.parametrize(
    ("change", "seal"),
    [
        ({"note": "nüde, but fime 😀"}, SEAL),  # two letters
        ({"note": None}, SEAL),
        ({"mood": None}, SEAL),
        ({"note": "x" * 5000}, SEAL),  # too long to try
        ({"note": flipped(ROW["note"], 3, 1)}, flipped(SEAL, 0, 1)),
        ({"note": "other"}, ""),
        ({"note": "other"}, None),
    ],
)
def test_more_than_a_bit_is_no_guess(change: dict[str, Any], seal: object) -> None:
    """What the seal does not prove is not made up."""
    assert mended("check_in", ROW | change, seal) is None


def test_another_table_has_another_seal() -> None:
    """A row is told by its seal to be one of its table."""
    assert mended("talk", ROW, SEAL) is None
