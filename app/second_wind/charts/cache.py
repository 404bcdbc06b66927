"""Where matplotlib keeps what it finds out about fonts; to be told before it is loaded."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from second_wind.paths import AppPaths


def keep_in_cache(paths: AppPaths) -> None:
    """Let it be kept in the program's cache; where nothing can be written, until the end."""
    if "MPLCONFIGDIR" not in os.environ:
        os.environ["MPLCONFIGDIR"] = str(_usable(paths.font_cache))


def _usable(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return _passing()
    return folder if os.access(folder, os.W_OK) else _passing()


def _passing() -> Path:
    folder = tempfile.mkdtemp(prefix="second-wind-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
