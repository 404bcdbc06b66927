"""Which letters the bytes of a file stand for."""

import codecs
import re
from pathlib import Path

from second_wind.core.errors.import_errors import BrokenEncoding, EmptyFile, NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_PIECE = 1024 * 1024
_LETTER_IN_UTF_8 = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def encoding_of(path: Path, data: bytes) -> str:
    """Return the name of the encoding that reads all the bytes.

    Raises
    ------
    ImportProblem
        If none does, if control characters show that it is no text, or if it is blank.
    """
    encoding = _marked(data) or _utf_16_by_its_zeros(data)
    if encoding is None:
        encoding = "utf-8" if _is_utf_8(path, data) else "cp1252"
    _prove(path, data, encoding)
    return encoding


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _utf_16_by_its_zeros(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in Western text every other byte is zero."""
    even, odd = data[0:_SAMPLE:2], data[1:_SAMPLE:2]
    if len(data) % 2 or not odd:
        return None
    if odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and not odd.count(0):
        return "utf-16-be"
    return None


def _is_utf_8(path: Path, data: bytes) -> bool:
    """Tell UTF-8 from Windows-1252.

    Bytes that are mostly proper UTF-8 beyond ASCII are a damaged file, not another encoding:
    read as Windows-1252 they would turn into wrong letters without a word.
    """
    try:
        _prove(path, data, "utf-8")
    except BrokenEncoding:
        if _LETTER_IN_UTF_8.search(data):
            raise
        return False
    return True


def _prove(path: Path, data: bytes, encoding: str) -> None:
    """Decode piece by piece: the whole as text could take four times its bytes."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, blank = 1, True
    for start in range(0, len(data) + 1, _PIECE):
        piece = data[start : start + _PIECE]
        try:
            text = decoder.decode(piece, final=len(piece) < _PIECE)
        except UnicodeDecodeError as problem:
            line += problem.object.count(b"\n", 0, problem.start)
            raise BrokenEncoding(path, line, encoding.upper()) from problem
        control = _CONTROL.search(text)
        if control:
            line += text.count("\n", 0, control.start())
            raise NotText(path, line, ord(control.group()))
        line += text.count("\n")
        blank = blank and not text.strip("\ufeff \t\r\n")
    if blank:
        raise EmptyFile(path)
