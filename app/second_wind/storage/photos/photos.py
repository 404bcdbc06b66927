"""Photos in their own SQLite file, keyed by SHA-256: copies without location, and thumbnails."""

import hashlib
import io
import sqlite3
from datetime import datetime
from pathlib import Path

from PIL import Image

from second_wind.core.errors.journal_errors import JournalReadOnly
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.file.database import make_private
from second_wind.storage.file.read_only import is_read_only
from second_wind.storage.photos.photo_files import TABLE
from second_wind.storage.photos.pictures import picture_in
from second_wind.storage.sqlite.disk_space import require_room
from second_wind.storage.sqlite.encryption import opened, read_only
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.sql import execute

LONGEST_SIDE = 2560
THUMBNAIL_SIDE = 256
_JPEG_QUALITY = 88


class PhotoStore:
    """The photos of one journal."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Open the file at `path`, and make it if there is none."""
        self.path = path
        self._alone: sqlite3.Connection | None = None
        with known_faults(path):
            if is_read_only(path):
                self._alone = read_only(path, key)
                return
            make_private(path)
            require_room(path)
            self._database = opened(path, key, {"journal_mode": "wal", "synchronous": 2})
            execute(self._database, TABLE)

    def close(self) -> None:
        """Close the file."""
        if self._alone is not None:
            self._alone.close()
        else:
            self._database.close()

    def add(self, source: Path | bytes, now: datetime) -> str:
        """Keep a copy of the picture in a file, or in the bytes of one, and return its key.

        Raises
        ------
        JournalReadOnly
            If nothing can be written.
        PhotoProblem
            If it is no picture, a broken one, or too large to be decoded in little memory.
        """
        if self._alone is not None:
            raise JournalReadOnly(self.path)
        picture, thumbnail = _copies(source)
        key = hashlib.sha256(picture).hexdigest()
        with known_faults(self.path):
            execute(
                self._database,
                # A picture that was damaged since is mended by putting it in again.
                "INSERT INTO photo VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE"
                " SET picture = excluded.picture, thumbnail = excluded.thumbnail"
                " WHERE picture IS NOT excluded.picture OR thumbnail IS NOT excluded.thumbnail",
                (key, stamp(now), picture, thumbnail),
            )
        return key

    def picture(self, key: str) -> bytes | None:
        """Return the copy as JPEG, None if it is missing."""
        return self._blob("picture", key)

    def thumbnail(self, key: str) -> bytes | None:
        """Return the thumbnail as JPEG, None if it is missing."""
        return self._blob("thumbnail", key)

    def _blob(self, column: str, key: str) -> bytes | None:
        statement = f"SELECT {column} FROM photo WHERE sha256 = ?"
        with known_faults(self.path):
            if self._alone is not None:
                row = self._alone.execute(statement, (key,)).fetchone()
            else:
                row = execute(self._database, statement, (key,)).fetchone()
        return bytes(row[0]) if row else None


def _copies(source: Path | bytes) -> tuple[bytes, bytes]:
    picture = picture_in(source, LONGEST_SIDE)
    return _jpeg(picture, LONGEST_SIDE), _jpeg(picture, THUMBNAIL_SIDE)


def _jpeg(image: Image.Image, longest: int) -> bytes:
    """Encode anew at most `longest` pixels wide and high: no metadata comes along."""
    small = image.copy()
    small.thumbnail((longest, longest))
    small.info.clear()
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=_JPEG_QUALITY)
    return stream.getvalue()
