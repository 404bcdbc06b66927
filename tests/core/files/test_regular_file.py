"""Files are opened; what only stands under a name like one is not."""

import os
from pathlib import Path

import pytest

from second_wind.core.files.regular_file import NotRegularError, open_regular


def test_a_file_is_opened(tmp_path: Path) -> None:
    """Its bytes are read as they are, also by way of a link."""
    (tmp_path / "file").write_bytes(b"a\r\n\x1ab")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for name in ("file", "link"):
        with open_regular(tmp_path / name) as stream:
            assert stream.read() == b"a\r\n\x1ab"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_nothing_else_is_opened(tmp_path: Path) -> None:
    """A pipe that nobody writes to would keep us waiting, and a folder holds no bytes."""
    os.mkfifo(tmp_path / "pipe")
    for each in (tmp_path / "pipe", tmp_path, Path(os.devnull)):
        with pytest.raises(NotRegularError):
            open_regular(each)


def test_what_is_missing_is_missing(tmp_path: Path) -> None:
    """It is told as such."""
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "gone")
