"""The formats that are written: several files, or one stream."""

from collections.abc import Callable, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from second_wind.core.errors.import_errors import NotOneStream
from second_wind.exchange.file.output import one_file
from second_wind.exchange.formats import own_json
from second_wind.exchange.out import calendar_out, csv_out, daylio_csv_out
from second_wind.words.base.printable import shown

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal

_Writer = Callable[["Journal", TextIO, date | None, date | None], int]

STREAMS: Mapping[str, _Writer] = {
    own_json.NAME: own_json.write,
    daylio_csv_out.NAME: daylio_csv_out.write,
    calendar_out.NAME: calendar_out.write,
}


def to_path(
    name: str, journal: "Journal", out: Path, start: date | None = None, end: date | None = None
) -> int:
    """Write what was logged from `start` to `end` (both included); return how many entries.

    Raises
    ------
    UnwritableOutput
        If there is no writing there.
    """
    if name == csv_out.NAME:
        return csv_out.write(journal, out, start, end)
    count = 0

    def write(stream: TextIO) -> None:
        nonlocal count
        count = STREAMS[name](journal, stream, start, end)

    one_file(out, write)
    return count


def files_of(name: str, out: Path) -> list[Path]:
    """Return the files that an export to a path makes."""
    if name == csv_out.NAME and out.suffix.lower() != ".zip":
        return [out / each for each in csv_out.FILES]
    return [out]


def to_stream(
    name: str, journal: "Journal", out: TextIO, start: date | None = None, end: date | None = None
) -> int:
    """Write to an open stream, which may be a terminal; return how many entries.

    Nothing is written before all could be read. Signs of control are replaced, but for JSON, which
    has them as numbers; a file keeps them.

    Raises
    ------
    NotOneStream
        If the format makes several files.
    """
    if name not in STREAMS:
        raise NotOneStream(name)
    whole = StringIO()  # where a page turns out to be damaged, no half of it is printed
    count = STREAMS[name](journal, whole, start, end)
    out.write(shown(whole.getvalue()))
    return count
