"""Lets every file that is made be for the person alone; what is put out has the usual mode."""

import os
from pathlib import Path

_PRIVATE = 0o077
_usual: list[int] = []
"""What the person's system keeps from others in a new file, once that was set aside."""


def keep_private() -> None:
    """Make files and folders for the person alone from now on, whoever makes them: Qt, too."""
    if not _usual:
        _usual.append(os.umask(_PRIVATE))


def give_usual_mode(path: Path) -> None:
    """Give a file or a folder that was just made, and is put out, the mode of any new one."""
    if _usual:
        path.chmod((0o777 if path.is_dir() else 0o666) & ~_usual[0])


def make_usual_folder(folder: Path) -> None:
    """Make a folder that is put out, with those above it that are missing."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        give_usual_mode(each)
