"""Files that a command writes for the person: through the gate, and over none that is there."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.words.base.language import _, pgettext

if TYPE_CHECKING:
    from second_wind.paths import AppPaths


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add the option that replaces a file."""
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def require(files: Iterable[Path], own: "AppPaths", *, force: bool) -> None:
    """Let files through that may be made; one that is there is replaced by --force or a yes.

    Raises
    ------
    OutputProblem
        If one of them may not be written, or is there and shall stay.
    """
    from second_wind.core.errors.output_errors import OutputThere
    from second_wind.exchange.file.gate import require_output

    some = list(files)
    for each in some:
        require_output(each, own, takes_pipe=True)
    for each in some:
        if each.is_file() and not (force or _is_wanted(each)):
            raise OutputThere(each, "--force")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there once it is complete.

    Raises
    ------
    FolderMissing, PictureUnwritable, DiskFull
        If it can't be written; what was there before is still there.
    """
    from second_wind.core.errors.chart_errors import FolderMissing, PictureUnwritable
    from second_wind.core.errors.journal_errors import DiskFull
    from second_wind.exchange.file.output import is_full, moved_into_place

    place = Path(os.path.realpath(path))
    if not path.exists() and not place.parent.is_dir():
        raise FolderMissing(place.parent)
    try:
        with moved_into_place(path) as partial:
            partial.write_bytes(content)
    except OSError as error:
        raise (DiskFull(path) if is_full(error) else PictureUnwritable(path)) from error


def _is_wanted(file: Path) -> bool:
    """Ask whether a file shall be replaced, if there is a terminal to ask on."""
    from second_wind.words.base.quoting import quoted

    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    question = _("{path} is there already. Replace it? [y/N]").format(path=quoted(file))
    print(question, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {
        "y",
        "yes",
        # Translators: the first letter of "yes", which answers a question on a terminal.
        pgettext("answer", "y"),
        pgettext("answer", "yes"),
    }
