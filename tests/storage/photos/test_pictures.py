"""Pictures from elsewhere: small in memory, whatever their size is or is said to be."""

import io
import os
import stat
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngInfo

from second_wind.core.errors.photo_errors import PhotoIsNoFile, PhotoTooLarge, UnreadablePhoto
from second_wind.storage.photos.pictures import MOST_PIXELS, picture_in
from second_wind.words.errors.sentences import sentence

LONGEST = 2560
MOST_MEMORY = 300_000  # kB
ORIENTATION = 0x0112
RED, BLUE = (200, 30, 30), (30, 30, 200)
STATUS = Path("/proc/self/status")

_KEPT_AND_MEASURED = """
import sys
from pathlib import Path
from second_wind.storage.photos.pictures import picture_in
size = picture_in(Path(sys.argv[1]), 2560).size
status = Path("/proc/self/status").read_text()
peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
print(*size, peak.split()[1])
"""


def large_jpeg(file: Path, width: int, bands: int) -> Path:
    """Write an ordinary JPEG of many bands, 16 pixels high each, without holding it."""
    stream = io.BytesIO()
    Image.new("RGB", (width, 16), RED).save(stream, "JPEG", subsampling=2, restart_marker_rows=1)
    whole = bytearray(stream.getvalue())
    frame = whole.index(b"\xff\xc0")
    whole[frame + 5 : frame + 7] = (16 * bands).to_bytes(2)
    scan = whole.index(b"\xff\xda")
    start = scan + 2 + int.from_bytes(whole[scan + 2 : scan + 4])
    band, marks = bytes(whole[start:-2]), cycle(range(0xD0, 0xD8))
    parts = (band + bytes((0xFF, next(marks))) for _ in range(bands - 1))
    file.write_bytes(bytes(whole[:start]) + b"".join(parts) + band + b"\xff\xd9")
    return file


def png_of(file: Path, width: int, height: int, *, has_content: bool = True) -> Path:
    """Write a transparent PNG, or no more than what it says of itself."""
    packer = zlib.compressobj(1)
    rows = height if has_content else 0
    content = b"".join(packer.compress(bytes(4 * width + 1)) for _ in range(rows))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)),
        (b"IDAT", content + packer.flush()),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    return file


def webp_of(file: Path, width: int, height: int) -> Path:
    """Write a WebP in one colour."""
    Image.new("RGBA", (width, height), (*RED, 90)).save(file, method=0)
    return file


@pytest.mark.skipif(not STATUS.exists(), reason="the system does not say what a process took")
@pytest.mark.parametrize(
    ("make", "width", "height", "kept"),
    [
        (lambda file, w, h: large_jpeg(file, w, h // 16), 20_000, 10_000, (2560, 1280)),
        (png_of, 8_000, 5_000, (2560, 1600)),
        (webp_of, 4_600, 3_450, (2560, 1920)),
    ],
    ids=["jpeg", "png", "webp"],
)
def test_large_pictures_stay_small_in_memory(
    tmp_path: Path,
    make: Callable[[Path, int, int], Path],
    width: int,
    height: int,
    kept: tuple[int, int],
) -> None:
    """A JPEG of 200 megapixels, and the largest of other kinds, take less than 300 MB in all."""
    suffix = {"png_of": "png", "webp_of": "webp"}.get(make.__name__, "jpg")
    file = make(tmp_path / f"large.{suffix}", width, height)
    command = [sys.executable, "-c", _KEPT_AND_MEASURED, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *size, peak = (int(each) for each in done.stdout.split())
    assert tuple(size) == kept
    assert peak < MOST_MEMORY


def test_size_is_told(tmp_path: Path) -> None:
    """What can't be decoded small is refused above 40 megapixels, and its size is told."""
    file = png_of(tmp_path / "a.png", 8_200, 5_000, has_content=False)
    with pytest.raises(PhotoTooLarge) as refused:
        picture_in(file, LONGEST)
    said = sentence(refused.value)
    assert "a.png" in said
    assert "41 megapixels" in said
    assert "up to 40" in said


@pytest.mark.parametrize("suffix", ["png", "tiff", "gif", "bmp", "webp", "avif"])
def test_every_kind_has_its_limit(tmp_path: Path, suffix: str) -> None:
    """No kind but JPEG is decoded at more than 40 megapixels; two take more memory and have 16."""
    file = tmp_path / f"a.{suffix}"
    held_twice = suffix in ("webp", "avif")
    height = 1_001 if held_twice else MOST_PIXELS // 16_000 + 1
    image = Image.new("L" if held_twice else "1", (16_000, height))
    image.save(file, speed=10, method=0)
    with pytest.raises(PhotoTooLarge):
        picture_in(file, LONGEST)


def test_what_was_pasted_has_a_limit_too(tmp_path: Path) -> None:
    """It has no file that could be named."""
    content = png_of(tmp_path / "a.png", 8_200, 5_000, has_content=False).read_bytes()
    with pytest.raises(PhotoTooLarge) as refused:
        picture_in(content, LONGEST)
    assert sentence(refused.value).startswith("What was pasted has")


def test_progressive_jpeg_has_a_limit(tmp_path: Path) -> None:
    """A decoder holds all of it before it can show any: above 40 megapixels it is refused so."""
    file = tmp_path / "a.jpg"
    Image.new("L", (8_200, 5_000), 90).save(file, progressive=True)
    with pytest.raises(PhotoTooLarge) as refused:
        picture_in(file, LONGEST)
    assert "not progressive" in sentence(refused.value)


@pytest.mark.parametrize("side", [65_535, 50_000])
def test_size_that_is_only_said_costs_nothing(tmp_path: Path, side: int) -> None:
    """A small file that says it is huge is refused before anything is decoded."""
    file = large_jpeg(tmp_path / "a.jpg", 32, 1)
    content = bytearray(file.read_bytes())
    frame = content.index(b"\xff\xc0")
    content[frame + 5 : frame + 9] = side.to_bytes(2) * 2
    with pytest.raises(PhotoTooLarge):
        picture_in(bytes(content), LONGEST)


def test_two_sizes_in_one_file_are_refused(tmp_path: Path) -> None:
    """A file that says two sizes is broken, whichever a decoder would believe."""
    content = large_jpeg(tmp_path / "a.jpg", 32, 1).read_bytes()
    frame = content.index(b"\xff\xc0")
    length = 2 + int.from_bytes(content[frame + 2 : frame + 4])
    doubled = content[:frame] + content[frame : frame + length] + content[frame:]
    with pytest.raises(UnreadablePhoto):
        picture_in(doubled, LONGEST)


def test_endless_scans_are_refused() -> None:
    """A progressive JPEG of thousands of scans would keep the program busy for nothing."""
    stream = io.BytesIO()
    Image.new("RGB", (64, 64), RED).save(stream, "JPEG", progressive=True)
    content = stream.getvalue()
    last = content.rindex(b"\xff\xda")
    endless = content[:last] + content[last:-2] * 5_000 + content[-2:]
    with pytest.raises(UnreadablePhoto):
        picture_in(endless, LONGEST)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_kind_of_jpeg_keeps_its_colour(mode: str, progressive: bool) -> None:
    """Grey, for print, progressive: decoded small, it looks as before."""
    stream = io.BytesIO()
    image = Image.new("RGB", (6_000, 3_000), RED).convert(mode)
    image.save(stream, "JPEG", progressive=progressive)
    found = picture_in(stream.getvalue(), LONGEST)
    wanted = image.resize((1, 1)).convert("RGB").getpixel((0, 0))
    assert found.size == (2560, 1280)
    assert found.mode == "RGB"
    assert _near(found.getpixel((1000, 600)), wanted)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tiff", "webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_large_pictures_stand_upright(tmp_path: Path, orientation: int, suffix: str) -> None:
    """However the camera was held, what was above is above, also in what was decoded small."""
    upright = Image.new("RGB", (800, 1_600), BLUE)
    upright.paste(RED, (0, 0, 400, 400))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = tmp_path / f"a.{suffix}"
    _as_held(upright, orientation).save(file, exif=exif)
    found = picture_in(file, 400)
    assert found.size == (200, 400)
    assert _near(found.getpixel((10, 10)), RED)
    assert _near(found.getpixel((190, 10)), BLUE)
    assert _near(found.getpixel((10, 390)), BLUE)


def test_nothing_that_was_written_into_it_comes_along(tmp_path: Path) -> None:
    """Neither the place in Exif or XMP, nor comments, nor a preview with a place of its own."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (47.0, 22.0, 0.0)}
    exif[0x010E] = "Zebra"
    words = PngInfo()
    words.add_text("XML:com.adobe.xmp", "<x>Zebra exif:GPSLatitude</x>")
    image = Image.new("RGB", (60, 40), BLUE)
    image.save(tmp_path / "a.jpg", exif=exif, comment=b"Zebra", xmp=b"<x>Zebra GPS</x>")
    image.save(tmp_path / "a.png", exif=exif, pnginfo=words)
    for name in ("a.jpg", "a.png"):
        found = picture_in(tmp_path / name, LONGEST)
        assert found.info == {}
        assert dict(found.getexif()) == {}


def test_a_preview_of_a_second_picture_is_no_matter(tmp_path: Path) -> None:
    """Of a file with several pictures, as some phones write, the first is kept."""
    file = tmp_path / "a.jpg"
    first, second = (Image.new("RGB", (80, 60), each) for each in (RED, BLUE))
    first.save(file, "MPO", save_all=True, append_images=[second])
    assert _near(picture_in(file, LONGEST).getpixel((5, 5)), RED)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_pipes_folders_and_devices_are_refused(tmp_path: Path) -> None:
    """Nobody waits for what will never come."""
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    for each in (pipe, tmp_path, Path("/dev/zero")):
        with pytest.raises(PhotoIsNoFile):
            picture_in(each, LONGEST)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_no_other_program_is_started(tmp_path: Path) -> None:
    """A page for a printer is no picture, though Pillow knows a program that would draw it."""
    file = tmp_path / "a.jpg"
    file.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n")
    with pytest.raises(UnreadablePhoto):
        picture_in(file, LONGEST)


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_cut_off_pictures_are_refused(share: float) -> None:
    """Half a photo is not kept as if it were the whole."""
    stream = io.BytesIO()
    Image.effect_noise((3_000, 2_000), 60).save(stream, "JPEG")
    content = stream.getvalue()
    assert isinstance(Image.open(io.BytesIO(content)), JpegImageFile)
    with pytest.raises(UnreadablePhoto):
        picture_in(content[: int(len(content) * share)], LONGEST)


def _as_held(upright: Image.Image, orientation: int) -> Image.Image:
    """Return what the camera wrote when it was held so."""
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return upright.transpose(turns[orientation]) if orientation in turns else upright


def _near(found: object, wanted: object) -> bool:
    assert isinstance(found, tuple)
    assert isinstance(wanted, tuple)
    return all(abs(one - other) <= 12 for one, other in zip(found, wanted, strict=True))
