"""Files that an export makes: whole or not at all."""

import errno
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from second_wind.core.errors import DiskFull, KnownError
from second_wind.core.import_errors import UnwritableOutput

_OLDEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)
"""One time for all, so that the same log makes the same bytes."""


def one_file(out: Path, write: Callable[[TextIO], None]) -> None:
    """Write a text file in UTF-8.

    Raises
    ------
    UnwritableOutput
        If there is no writing there.
    """
    with _whole(out) as partial, partial.open("w", encoding="utf-8", newline="") as stream:
        write(stream)


def several_files(out: Path, files: Mapping[str, str]) -> None:
    """Write text files into a folder, or into a zip if `out` is named so.

    Raises
    ------
    UnwritableOutput
        If there is no writing there.
    """
    if out.suffix.lower() == ".zip":
        with _whole(out) as partial, zipfile.ZipFile(partial, "w") as packed:
            for name, text in files.items():
                member = zipfile.ZipInfo(name, _OLDEST_IN_ZIP)
                packed.writestr(member, text.encode(), zipfile.ZIP_DEFLATED)
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UnwritableOutput(out) from problem
    for name, text in files.items():
        with _whole(out / name) as partial:
            partial.write_text(text, encoding="utf-8", newline="")


@contextmanager
def _whole(out: Path) -> Iterator[Path]:
    """Yield a path to write to, and move it into place only when all was written."""
    partial = out.with_name(f"{out.name}.partial")
    try:
        yield partial
        partial.replace(out)
    except OSError as problem:
        raise _known(out, problem) from problem
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _known(out: Path, problem: OSError) -> KnownError:
    return DiskFull(out) if problem.errno == errno.ENOSPC else UnwritableOutput(out)
