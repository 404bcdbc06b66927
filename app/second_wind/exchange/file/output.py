"""Files that a person asks for, wherever they want them: whole or not at all."""

import errno
import os
import secrets
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.import_errors import UnwritableOutput
from second_wind.core.errors.journal_errors import DiskFull
from second_wind.core.errors.output_errors import OutputUnread
from second_wind.core.files.private_files import give_usual_mode, make_usual_folder

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
        make_usual_folder(out)
    except OSError as problem:
        raise UnwritableOutput(out) from problem
    for name, text in files.items():
        with _whole(out / name) as partial:
            partial.write_text(text, encoding="utf-8", newline="")


@contextmanager
def moved_into_place(out: Path) -> Iterator[Path]:
    """Yield a path to write to, and move it into place only when all was written.

    The file may be read by whom new files may be read by, or the one that it replaces. A pipe that
    somebody reads is written to as it is.

    Raises
    ------
    OSError
        If it can't be written; what was there before is still there.
    OutputUnread
        If it is a pipe that nobody reads.
    """
    if _is_pipe(out):
        with _held_open(out):
            yield out
        return
    place = Path(os.path.realpath(out))  # a link keeps pointing at the file
    if place.exists() and not place.is_file():
        raise FileExistsError(errno.EEXIST, "not a file", str(place))
    partial = place.with_name(f".second-wind-{secrets.token_hex(6)}.partial")
    try:
        # New, so that nobody can lay a link there for us to write through.
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        give_usual_mode(partial)
        if place.is_file():
            partial.chmod(stat.S_IMODE(place.stat().st_mode))
        yield partial
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.replace(place)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _is_pipe(out: Path) -> bool:
    try:
        return stat.S_ISFIFO(out.stat().st_mode)
    except OSError:
        return False


@contextmanager
def _held_open(pipe: Path) -> Iterator[None]:
    """Keep a pipe open: one that is closed too early ends for its reader, and the next waits."""
    try:
        handle = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as problem:  # to open it in the usual way would wait for a reader
        raise OutputUnread(pipe) from problem
    try:
        yield
    except BrokenPipeError as problem:
        raise OutputUnread(pipe) from problem
    finally:
        os.close(handle)


@contextmanager
def _whole(out: Path) -> Iterator[Path]:
    try:
        with moved_into_place(out) as partial:
            yield partial
    except OSError as problem:
        raise _known(out, problem) from problem


def is_full(problem: OSError) -> bool:
    """Tell whether there was no room, on the disk or in the person's share of it."""
    return problem.errno in {errno.ENOSPC, errno.EDQUOT}


def _known(out: Path, problem: OSError) -> KnownError:
    return DiskFull(out) if is_full(problem) else UnwritableOutput(out)
