"""What a JPEG says of itself before its first scan."""

import io

import pytest
from PIL import Image

from second_wind.storage.photos.jpeg_header import header_of, is_jpeg, scans_in


def jpeg(mode: str = "RGB", size: tuple[int, int] = (70, 50), **options: object) -> io.BytesIO:
    """Return a picture as a file in memory."""
    stream = io.BytesIO()
    Image.effect_noise(size, 40).convert(mode).save(stream, "JPEG", **options)
    stream.seek(0)
    return stream


@pytest.mark.parametrize(
    ("mode", "subsampling", "sampling"),
    [("L", 0, [(1, 1)]), ("RGB", 0, [(1, 1)] * 3), ("RGB", 2, [(2, 2), (1, 1), (1, 1)])],
)
@pytest.mark.parametrize("progressive", [False, True])
def test_size_colours_and_scans_are_read(
    mode: str, subsampling: int, sampling: list[tuple[int, int]], progressive: bool
) -> None:
    """As it was written, with or without a note of how the camera was held."""
    exif = Image.Exif()
    exif[0x0112] = 6
    stream = jpeg(mode, subsampling=subsampling, progressive=progressive, exif=exif)
    header = header_of(stream)
    assert (header.width, header.height) == (70, 50)
    assert list(header.sampling) == sampling
    assert header.in_one_scan is not progressive
    assert (scans_in(stream) > 1) is progressive


def test_coefficients_of_all_colours_are_counted() -> None:
    """Two bytes for each of whole blocks: half as many where colours are sampled every other."""
    whole, halved = (
        header_of(jpeg(size=(160, 160), subsampling=each)).bytes_of_coefficients for each in (0, 2)
    )
    assert whole == 160 * 160 * 3 * 2
    assert halved == 160 * 160 * 3


def test_stray_bytes_and_padding_between_parts_harm_nobody() -> None:
    """Some cameras leave them, and every decoder passes them over."""
    content = jpeg().getvalue()
    frame = content.index(b"\xff\xc0")
    odd = content[:frame] + b"\0\0\xff\xff" + content[frame:]
    assert header_of(io.BytesIO(odd)).width == 70


@pytest.mark.parametrize("end", [2, 20, 100, 158, 170])
def test_what_is_cut_off_before_its_picture_is_refused(end: int) -> None:
    """It says nothing."""
    content = jpeg().getvalue()
    assert content.index(b"\xff\xda") > end
    with pytest.raises((ValueError, IndexError)):
        header_of(io.BytesIO(content[:end]))


def test_other_files_are_no_jpeg() -> None:
    """Whatever they are called."""
    assert is_jpeg(jpeg())
    assert not is_jpeg(io.BytesIO(b"\x89PNG"))
    assert not is_jpeg(io.BytesIO())


def test_two_frames_are_refused() -> None:
    """A small size before a large one would hide what decoding costs."""
    content = jpeg().getvalue()
    frame = content.index(b"\xff\xc0")
    length = 2 + int.from_bytes(content[frame + 2 : frame + 4])
    with pytest.raises(ValueError, match="two frames"):
        header_of(io.BytesIO(content[: frame + length] + content[frame:]))
