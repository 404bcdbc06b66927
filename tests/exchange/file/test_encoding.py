"""Letters behind bytes."""

from pathlib import Path

import pytest

from second_wind.core.errors.import_errors import BrokenEncoding, EmptyFile, NotText
from second_wind.exchange.file.encoding import encoding_of

PATH = Path("log.csv")
TEXT = "day,mood,note\n2026-01-01,7,Grüße — “so-so”\n"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_each_encoding_is_found(written: str, found: str) -> None:
    """A file is read with the letters it was written with, marked or not."""
    data = TEXT.encode(written)
    assert encoding_of(PATH, data) == found
    assert data.decode(found).lstrip("\ufeff") == TEXT


def test_damaged_utf_8_is_named_by_line() -> None:
    """One bad byte among proper UTF-8 is damage, and not a reason to read wrong letters."""
    with pytest.raises(BrokenEncoding) as caught:
        encoding_of(PATH, "a,ü\n".encode() + b"b,\xff\n")
    assert (caught.value.line, caught.value.encoding) == (2, "UTF-8")


def test_bytes_that_no_encoding_has_are_refused() -> None:
    """Bytes without meaning in Windows-1252 are no text at all."""
    with pytest.raises(BrokenEncoding) as caught:
        encoding_of(PATH, b"a\nb\n\x81\n")
    assert caught.value.line == 3


def test_a_nul_byte_is_named_by_line() -> None:
    """A NUL is refused where it stands."""
    with pytest.raises(NotText) as caught:
        encoding_of(PATH, b"day,mood\n2026-01-01,7\n2026-01-02,\x007\n")
    assert (caught.value.line, caught.value.code) == (3, 0)


def test_the_line_is_right_far_into_a_file() -> None:
    """The place is counted over all pieces in which a file is proved."""
    lines = 300_000
    with pytest.raises(NotText) as caught:
        encoding_of(PATH, b"2026,7\n" * lines + b"\x01")
    assert caught.value.line == lines + 1


@pytest.mark.parametrize("data", [b"\n\r\n  ", b"\xef\xbb\xbf", b"\xff\xfe", b" "])
def test_blank_is_empty(data: bytes) -> None:
    """Spaces and marks alone are no content."""
    with pytest.raises(EmptyFile):
        encoding_of(PATH, data)
