"""The checksums of a write-ahead log, by which SQLite tells what was written whole."""

from struct import iter_unpack, unpack_from

SIZES = {512, 1024, 2048, 4096, 8192, 16384, 32768, 65536}
"""Of pages."""
LOG_HEADER, FRAME_HEADER = 32, 24
_LITTLE = b"\x37\x7f\x06\x82"
"""Begins a log whose checksums read numbers with the lowest byte first."""


def header_is_whole(content: bytes) -> bool:
    sums = unpack_from(">II", content, 24)
    return (
        unpack_from(">I", content, 8)[0] in SIZES
        and sums_of(content[:24], (0, 0), order_of(content)) == sums
    )


def order_of(content: bytes) -> str:
    return "<" if content[:4] == _LITTLE else ">"


def sums_of(data: bytes, sums: tuple[int, ...], order: str) -> tuple[int, ...]:
    """Return SQLite's checksum of some bytes, continued from the one before."""
    one, two = sums
    for first, second in iter_unpack(f"{order}II", data):
        one = one + first + two & 0xFFFF_FFFF
        two = two + second + one & 0xFFFF_FFFF
    return one, two
