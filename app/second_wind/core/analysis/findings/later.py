"""A figure that nobody may ever look at."""

from collections.abc import Callable
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Later(Generic[T_co]):
    """A figure that is worked out when it is first asked for, and kept from then on."""

    __slots__ = ("_found", "_work")

    def __init__(self, work: Callable[[], T_co]) -> None:
        """Remember how it is worked out; whoever asks twice at once gets the same."""
        self._work: Callable[[], T_co] | None = work
        self._found: tuple[T_co, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether it was worked out."""
        return bool(self._found)

    def get(self) -> T_co:
        """Return the figure."""
        work = self._work
        if not self._found and work is not None:
            self._found = (work(),)
            self._work = None  # what it was worked out from may go
        return self._found[0]
