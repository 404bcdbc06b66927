"""What a JPEG says about itself before its first scan: enough to know what decoding would cost."""

from dataclasses import dataclass
from typing import BinaryIO

_START = b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_SCAN = 0xDA
_WITHOUT_CONTENT = frozenset({0x01, *range(0xD0, 0xD8)})
_BLOCK = 8
_BYTES_PER_COEFFICIENT = 2
_MOST_STRAYS = 65_536
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """The size, the sampling of each colour, and whether one scan holds it all.

    Attributes
    ----------
    sampling : tuple of pairs
        How often each component is sampled, across and down, in one unit of coding.
    """

    width: int
    height: int
    sampling: tuple[tuple[int, int], ...]
    in_one_scan: bool

    @property
    def bytes_of_coefficients(self) -> int:
        """What a decoder holds of a picture in several scans before it can show any of it."""
        widest = max(across for across, _down in self.sampling)
        tallest = max(down for _across, down in self.sampling)
        units = -(-self.width // (_BLOCK * widest)) * -(-self.height // (_BLOCK * tallest))
        blocks = units * sum(across * down for across, down in self.sampling)
        return blocks * _BLOCK * _BLOCK * _BYTES_PER_COEFFICIENT


def is_jpeg(stream: BinaryIO) -> bool:
    """Tell whether a file begins as a JPEG; the stream is back at its start."""
    found = stream.read(3) == _START + b"\xff"
    stream.seek(0)
    return found


def header_of(stream: BinaryIO) -> JpegHeader:
    """Read on to the first scan; the stream is back at its start.

    Raises
    ------
    ValueError
        If there is no frame before it, or more than one.
    """
    frame: tuple[int, bytes] | None = None
    stream.seek(len(_START))
    while (marker := _marker(stream)) != _SCAN:
        content = _content(stream) if marker not in _WITHOUT_CONTENT else b""
        if marker in _FRAMES:
            if frame:
                raise ValueError("two frames")
            frame = marker, content
    if frame is None:
        raise ValueError("no frame")
    scanned = _content(stream)[0]
    stream.seek(0)
    return _header(*frame, scanned)


def scans_in(stream: BinaryIO) -> int:
    """Count the scans of a file; the stream is back at its start."""
    count, last = 0, b""
    while piece := stream.read(_PIECE):
        count += (last + piece).count(b"\xff" + bytes((_SCAN,)))
        last = piece[-1:]
    stream.seek(0)
    return count


def _header(marker: int, content: bytes, scanned: int) -> JpegHeader:
    height, width = int.from_bytes(content[1:3]), int.from_bytes(content[3:5])
    count = content[5]
    sampling = tuple((each >> 4, each & 15) for each in content[7 : 6 + 3 * count : 3])
    if not (width and height and len(sampling) == count and all(map(all, sampling))):
        raise ValueError("no size")
    return JpegHeader(width, height, sampling, marker not in _PROGRESSIVE and scanned == count)


def _marker(stream: BinaryIO) -> int:
    """Return the next marker; a few stray bytes before it harm nobody."""
    code, strays = 0, 0
    while code == 0:  # FF 00 is no marker
        while stream.read(1) != b"\xff":
            strays += 1
            if strays > _MOST_STRAYS:
                raise ValueError("no marker")
        code = _after_padding(stream)
    return code


def _after_padding(stream: BinaryIO) -> int:
    while (code := stream.read(1)) == b"\xff":
        pass
    if not code:
        raise ValueError("cut off")
    return code[0]


def _content(stream: BinaryIO) -> bytes:
    length = int.from_bytes(stream.read(2))
    content = stream.read(max(0, length - 2))
    if len(content) != length - 2:
        raise ValueError("cut off")
    return content
