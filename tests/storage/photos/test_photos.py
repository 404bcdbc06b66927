"""Photos: small copies without location, found by what they hold."""

import io
import random
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from second_wind.core.errors.photo_errors import PhotoProblem, UnreadablePhoto
from second_wind.paths import AppPaths
from second_wind.storage.photos.photos import LONGEST_SIDE, THUMBNAIL_SIDE, PhotoStore
from second_wind.storage.tables.fields import stamp

ROUNDS = 60
NOW = datetime(2026, 11, 22, tzinfo=UTC)
ORIENTATION, GPS, ROTATED = 0x0112, 0x8825, 6


@pytest.fixture
def store(paths: AppPaths) -> Iterator[PhotoStore]:
    """Open an empty store."""
    store = PhotoStore(paths.photos)
    yield store
    store.close()


def picture(
    path: Path, size: tuple[int, int] = (40, 30), mode: str = "RGB", exif: Image.Exif | None = None
) -> Path:
    """Write a picture file."""
    Image.new(mode, size, 120).save(path, exif=exif or Image.Exif())
    return path


def stored(store: PhotoStore, key: str) -> Image.Image:
    """Return the copy as an image."""
    content = store.picture(key)
    assert content is not None
    return Image.open(io.BytesIO(content))


def test_copy_and_thumbnail_are_small(store: PhotoStore, tmp_path: Path) -> None:
    """A large photo is kept at most 2560 pixels long, its thumbnail at most 256."""
    key = store.add(picture(tmp_path / "a.png", (5000, 1000)), NOW)
    thumbnail = store.thumbnail(key)
    assert thumbnail is not None
    assert max(stored(store, key).size) == LONGEST_SIDE
    assert max(Image.open(io.BytesIO(thumbnail)).size) == THUMBNAIL_SIDE


def test_location_is_not_kept(store: PhotoStore, tmp_path: Path) -> None:
    """Where the photo was taken, and everything else written into it, stays out."""
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (47.0, 22.0, 0.0)}
    key = store.add(picture(tmp_path / "a.jpg", exif=exif), NOW)
    assert dict(stored(store, key).getexif()) == {}


def test_photo_stands_upright(store: PhotoStore, tmp_path: Path) -> None:
    """A photo taken with the camera on its side is turned, since the note of it is dropped."""
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATED
    key = store.add(picture(tmp_path / "a.jpg", (40, 30), exif=exif), NOW)
    assert stored(store, key).size == (30, 40)


def test_same_photo_is_kept_once(store: PhotoStore, tmp_path: Path) -> None:
    """The key is what the copy holds, so that twice the same photo is one."""
    keys = {store.add(picture(tmp_path / name), NOW) for name in ("a.png", "b.png")}
    assert len(keys) == 1


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "1", "CMYK", "I;16"])
def test_every_kind_of_picture(store: PhotoStore, tmp_path: Path, mode: str) -> None:
    """Grey, transparent, indexed, printed: all become plain colour."""
    suffix = "tiff" if mode in ("CMYK", "I;16") else "png"
    key = store.add(picture(tmp_path / f"a.{suffix}", mode=mode), NOW)
    assert stored(store, key).mode == "RGB"


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_what_is_no_picture_is_refused(store: PhotoStore, tmp_path: Path, content: bytes) -> None:
    """The file is named, and nothing is kept."""
    file = tmp_path / "a.jpg"
    file.write_bytes(content)
    with pytest.raises(UnreadablePhoto) as refused:
        store.add(file, NOW)
    assert refused.value.path == file


def test_missing_file_is_refused(store: PhotoStore, tmp_path: Path) -> None:
    """A file that is gone is named like a broken one."""
    with pytest.raises(UnreadablePhoto):
        store.add(tmp_path / "gone.jpg", NOW)


@pytest.mark.filterwarnings("ignore")  # Pillow grumbles about metadata that it skips
@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "webp", "tiff", "bmp"])
def test_broken_pictures_are_known(store: PhotoStore, tmp_path: Path, suffix: str) -> None:
    """Whatever byte is wrong, it is a photo or a known error, never a bug."""
    file = picture(tmp_path / f"a.{suffix}")
    whole = file.read_bytes()
    chance = random.Random(7)
    for _ in range(ROUNDS):
        broken = bytearray(
            whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole
        )
        for _ in range(3):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        file.write_bytes(broken)
        try:
            store.add(file, NOW)
        except PhotoProblem:
            continue


def test_unknown_key_is_missing(store: PhotoStore) -> None:
    """A photo that is not there is none, not an error."""
    assert store.picture("x") is None
    assert store.thumbnail("x") is None


def test_photos_are_for_the_person_alone(store: PhotoStore) -> None:
    """Nobody else on the computer can look at them."""
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_a_damaged_picture_is_mended_by_putting_it_in_again(
    store: PhotoStore, tmp_path: Path, paths: AppPaths
) -> None:
    """The original is all it takes; a sound one keeps the moment it was kept."""
    original = picture(tmp_path / "a.png")
    key = store.add(original, NOW)
    right = store.picture(key), store.thumbnail(key)
    with closing(sqlite3.connect(paths.photos)) as db, db:
        db.execute("UPDATE photo SET picture = x'00', thumbnail = x'00'")
    assert store.picture(key) == b"\x00"
    assert store.add(original, NOW + timedelta(days=1)) == key
    assert (store.picture(key), store.thumbnail(key)) == right
    with closing(sqlite3.connect(paths.photos)) as db:
        assert db.execute("SELECT created_at FROM photo").fetchall() == [(stamp(NOW),)]
