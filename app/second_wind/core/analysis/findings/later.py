"""A figure that nobody may ever look at."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """A figure that is worked out when it is first asked for, and kept from then on."""

    __slots__ = ("_found", "_work")

    def __init__(self, work: Callable[[], T]) -> None:
        """Remember how it is worked out; whoever asks twice at once gets the same."""
        self._work: Callable[[], T] | None = work
        self._found: tuple[T, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether it was worked out."""
        return bool(self._found)

    def get(self) -> T:
        """Return the figure."""
        work = self._work
        if not self._found and work is not None:
            self._found = (work(),)
            self._work = None  # what it was worked out from may go
        return self._found[0]
