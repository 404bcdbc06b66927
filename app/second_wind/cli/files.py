"""Where the files lie that the words of a command line ask for."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from second_wind.paths import AppPaths

HOME_VARIABLE = "SECOND_WIND_HOME"
HIDDEN = "--hidden"
_OPTIONS = ("--home", "--journal")


class Opening(NamedTuple):
    """How the window is to be opened: on which files, and whether out of sight."""

    paths: AppPaths
    is_hidden: bool = False


def places(home: Path | None, journal: Path | None) -> AppPaths:
    """Return the person's own places, or those under `home`, with another journal if one is given.

    Raises
    ------
    JournalUnreachable
        If the environment names a home of somebody who isn't there.
    """
    named = os.environ.get(HOME_VARIABLE)
    home = home or (place(named) if named else None)
    paths = AppPaths.under(home) if home else AppPaths.for_user()
    return paths.with_journal(journal) if journal else paths


def place(text: str) -> Path:
    """Read the path of a file or a folder."""
    try:
        place = Path(text).expanduser().absolute()
    except RuntimeError:  # the home of somebody who isn't there
        place = None
    if not text or place is None:
        # Only when something went wrong.
        from second_wind.core.errors.journal_errors import JournalUnreachable

        raise JournalUnreachable(Path(text))
    return place


def for_the_window(argv: Sequence[str]) -> Opening | None:
    """Return how to open the window if the words hold nothing else, so that it is what is wanted.

    The window need not wait for the parser and all commands that way.
    """
    given: dict[str, Path] = {}
    words = iter(each for each in argv if each != HIDDEN)
    for word in words:
        name, equals, value = word.partition("=")
        if name not in _OPTIONS:
            return None
        value = value if equals else next(words, "")
        if not value or value.startswith("-"):
            return None
        given[name] = place(value)
    paths = places(given.get("--home"), given.get("--journal"))
    return Opening(paths, is_hidden=HIDDEN in argv)
