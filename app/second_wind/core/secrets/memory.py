"""Keeps the memory of this process, which holds a key, out of dumps and from other programs."""

import importlib
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def keep_to_oneself() -> None:
    """Let no core be written, and nobody of the same name look in, where the system allows.

    It holds until the process ends: Python can't wipe a text from memory for certain.
    """
    with suppress(ImportError, OSError, ValueError):
        resource = importlib.import_module("resource")  # not on Windows
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            ctypes = importlib.import_module("ctypes")
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
