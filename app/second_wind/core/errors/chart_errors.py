"""What can go wrong when a chart is saved: facts only."""

from pathlib import Path

from second_wind.core.errors.base import KnownError


class ChartProblem(KnownError):
    """A chart that can't be saved as it was asked for; nothing was written."""


class UnknownPicture(ChartProblem):
    """A file name that ends in no kind of picture that charts are saved as."""

    path: Path
    possible: tuple[str, ...]


class InvalidPictureSize(ChartProblem):
    """A text that is no size such as 1240x720, or too small or large."""

    given: str
    lowest: int
    highest: int


class InvalidDpi(ChartProblem):
    """A text that is no whole number of dots per inch, or out of range."""

    given: str
    lowest: int
    highest: int


class PictureTooDense(ChartProblem):
    """A picture whose pixels leave too little room for words at its dots per inch."""

    width: int
    height: int
    dpi: int
    highest_dpi: int


class PictureUnwritable(ChartProblem):
    """A place where the picture can't be written."""

    path: Path


class FolderMissing(ChartProblem):
    """A place in a folder that does not exist."""

    folder: Path


class OnlyForCharts(ChartProblem):
    """An option that belongs to other charts."""

    option: str
    charts: tuple[str, ...]
