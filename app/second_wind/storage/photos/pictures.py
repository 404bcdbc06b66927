"""Decodes pictures from elsewhere in little memory, however large they are or say they are."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from typing import BinaryIO

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile

from second_wind.core.errors.photo_errors import (
    PhotoIsNoFile,
    PhotoProblem,
    PhotoTooLarge,
    UnreadablePhoto,
)
from second_wind.core.files.regular_file import NotRegularError, open_regular
from second_wind.storage.photos.jpeg_header import JpegHeader, header_of, is_jpeg, scans_in

MOST_PIXELS = 40_000_000
"""Of a picture that can only be decoded as a whole: four bytes each."""
MOST_JPEG_PIXELS = 1_000_000_000
"""Of a JPEG, which is decoded at an eighth of its size if need be."""
_MOST_PIXELS_HELD_TWICE = 16_000_000
_MOST_COEFFICIENT_BYTES = 200_000_000
_MOST_SCANS = 200
"""Cameras and editors write about ten; thousands would only keep a decoder busy for minutes."""
_MOST_BYTES_READ_AT_ONCE = 80_000_000

# Only kinds that people have pictures in: some decoders of Pillow start other programs.
_PLUGINS = (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
_KINDS = {"PNG": "PNG", "TIFF": "TIFF", "GIF": "GIF", "BMP": "BMP", "WEBP": "WebP", "AVIF": "AVIF"}
_HELD_TWICE = {"WEBP", "AVIF"}
_ONE_GREY = {"1", "I", "F", "I;16", "I;16B", "I;16L", "I;16N"}
_NO_COLOUR = {"A", "a", "X"}
_MODES = {"LA": "L", "La": "L", "RGBA": "RGB", "RGBa": "RGB", "RGBX": "RGB"}
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# Pillow warns of one size for all kinds; here each kind has its own, judged before it is decoded.
Image.MAX_IMAGE_PIXELS = None


def picture_in(source: Path | bytes, longest: int) -> Image.Image:
    """Return the picture in a file, or in its bytes: upright, in plain colour, without metadata.

    It is at most `longest` pixels wide and high.

    Raises
    ------
    PhotoProblem
        If it is no picture, a broken one, or too large to be decoded in little memory.
    """
    path = source if isinstance(source, Path) else None
    try:
        with _stream(source) as stream:
            return _decoded(stream, path, longest)
    except PhotoProblem:
        raise
    except NotRegularError as error:
        raise PhotoIsNoFile(path) from error
    except Exception as error:  # on broken bytes a decoder may raise anything
        raise UnreadablePhoto(path) from error


@contextmanager
def _stream(source: Path | bytes) -> Iterator[BinaryIO]:
    with open_regular(source) if isinstance(source, Path) else io.BytesIO(source) as stream:
        yield stream


def _decoded(stream: BinaryIO, path: Path | None, longest: int) -> Image.Image:
    opened = _jpeg(stream, path, longest) if is_jpeg(stream) else _other(stream, path)
    # Before it is loaded, and taken away: Pillow would turn a TIFF in its full size.
    turn = _UPRIGHT.get(_orientation(opened))
    small = _in_colour(opened, longest)
    small.info.clear()
    return small.transpose(turn) if turn is not None else small


def _jpeg(stream: BinaryIO, path: Path | None, longest: int) -> ImageFile:
    header = header_of(stream)
    _refuse_large_jpeg(header, path)
    if not header.in_one_scan and scans_in(stream) > _MOST_SCANS:
        raise UnreadablePhoto(path)
    opened = JpegImageFile(stream)
    share = min(1.0, longest / max(opened.size))
    opened.draft(None, (ceil(opened.width * share), ceil(opened.height * share)))
    return opened


def _refuse_large_jpeg(header: JpegHeader, path: Path | None) -> None:
    pixels = header.width * header.height
    highest = MOST_JPEG_PIXELS
    if not header.in_one_scan:
        per_pixel = header.bytes_of_coefficients / pixels
        highest = min(MOST_PIXELS, int(_MOST_COEFFICIENT_BYTES / per_pixel))
    if pixels > highest:
        raise PhotoTooLarge(
            path, "", header.width, header.height, highest, is_progressive=not header.in_one_scan
        )


def _other(stream: BinaryIO, path: Path | None) -> ImageFile:
    _refuse_padding(stream, path)
    opened = Image.open(stream, formats=[each for each in _KINDS if each in Image.OPEN])
    width, height = opened.size
    highest = _MOST_PIXELS_HELD_TWICE if opened.format in _HELD_TWICE else MOST_PIXELS
    if width * height > highest:
        raise PhotoTooLarge(path, _KINDS[opened.format or ""], width, height, highest)
    return opened


def _refuse_padding(stream: BinaryIO, path: Path | None) -> None:
    """Refuse what would be read into memory as a file and can't be a picture of so many bytes."""
    start = stream.read(12)
    is_read_at_once = start[8:] == b"WEBP" or start[4:8] == b"ftyp"
    if is_read_at_once and stream.seek(0, io.SEEK_END) > _MOST_BYTES_READ_AT_ONCE:
        raise UnreadablePhoto(path)
    stream.seek(0)


def _in_colour(opened: ImageFile, longest: int) -> Image.Image:
    """Make it small colour by colour: a whole copy beside the whole would take twice the memory."""
    opened.load()
    if opened.mode in _ONE_GREY:
        grey = _small(opened.convert("L"), longest)
        return Image.merge("RGB", [grey] * 3)
    if opened.mode == "P":
        return Image.merge("RGB", [_small(each, longest) for each in _indexed(opened)])
    names = [each for each in opened.getbands() if each not in _NO_COLOUR]
    colours = [_small(opened.getchannel(each), longest) for each in names]
    return Image.merge(_MODES.get(opened.mode, opened.mode), colours).convert("RGB")


def _indexed(opened: ImageFile) -> Iterator[Image.Image]:
    """Yield red, green and blue of a picture whose pixels are numbers in a table of colours."""
    table = opened.getpalette("RGB") or []
    for colour in range(3):
        tones = [*table[colour::3], *[0] * 256][:256]
        yield opened.point(tones, "L")


def _small(colour: Image.Image, longest: int) -> Image.Image:
    colour.thumbnail((longest, longest))
    return colour


def _orientation(opened: ImageFile) -> int:
    try:
        return int(opened.getexif().pop(ExifTags.Base.Orientation, 1))
    except (SyntaxError, TypeError, ValueError):  # only the note of how the camera was held
        return 1
