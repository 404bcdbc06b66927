"""Finds the files under resources/: beside the installed package, or at a checkout's root."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """Return the directory that holds the resources."""
    for place in (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources"):
        if place.is_dir():
            return place
    raise FileNotFoundError("the program's resources are not installed")


def path(*parts: str) -> Path:
    """Return the path of one resource, such as `path("icons", "check.svg")`."""
    return root().joinpath(*parts)
