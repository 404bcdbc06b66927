"""What can be wrong with a place where something shall be written: facts only."""

from pathlib import Path

from second_wind.core.errors.base import KnownError


class OutputProblem(KnownError):
    """A place that nothing is written to; what lies there is as it was."""


class OutputAmongOwn(OutputProblem):
    """A place in one of the program's own folders, or a name that belongs to a journal."""

    path: Path


class OutputIsDatabase(OutputProblem):
    """A database, such as a journal, a safe copy, or photos."""

    path: Path


class OutputNoFile(OutputProblem):
    """A folder, a device or a socket."""

    path: Path


class OutputUnread(OutputProblem):
    """A named pipe that nobody reads, or whose reader has left."""

    path: Path


class OutputThere(OutputProblem):
    """A file that is there already; `option` replaces it, if there is one."""

    path: Path
    option: str = ""
