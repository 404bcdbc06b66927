"""Why a picture was not kept: facts only; `words.errors` makes the sentences."""

from pathlib import Path

from second_wind.core.errors.base import KnownError


class PhotoProblem(KnownError):
    """A picture that is not kept; no path where it was pasted."""

    path: Path | None


class UnreadablePhoto(PhotoProblem):
    """A file that is no picture, or a broken one."""

    path: Path | None


class PhotoIsNoFile(PhotoProblem):
    """A folder, a named pipe or a device where a picture was expected."""

    path: Path | None


class PhotoTooLarge(PhotoProblem):
    """A picture of more pixels than can be decoded in little memory.

    Attributes
    ----------
    kind : str
        The format as people call it, such as "PNG"; empty for a JPEG, `is_progressive` or not.
    """

    path: Path | None
    kind: str
    width: int
    height: int
    highest: int
    is_progressive: bool = False
