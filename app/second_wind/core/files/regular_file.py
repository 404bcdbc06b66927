"""Opens what a person chose if it is a file; a pipe or a device could keep us waiting for ever."""

import os
import stat
from pathlib import Path
from typing import BinaryIO


class NotRegularError(OSError):
    """A folder, a named pipe, a socket or a device stands under the name."""


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading, and nothing else.

    Raises
    ------
    NotRegularError
        If it is no file.
    OSError, ValueError
        If it can't be opened; the latter with a NUL in the name.
    """
    _require_regular(path.stat().st_mode)  # before: to open a device may do something already
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _require_regular(os.fstat(handle).st_mode)  # it may be another one by now
    except NotRegularError:
        os.close(handle)
        raise
    return os.fdopen(handle, "rb")


def _require_regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotRegularError
