"""Work on the journal that nobody waits for: done beside whoever has it open."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
_AT_ONCE = 2
"""A safe copy, and what is to be shown meanwhile."""


class OwnThread:
    """Does work on threads of its own; the file is let go of only when it rests."""

    def __init__(self) -> None:
        """Begin no thread before there is work."""
        self._threads: ThreadPoolExecutor | None = None

    def do(self, work: Callable[[], T]) -> "Future[T]":
        """Have some work done; whoever wants what comes of it asks what is returned."""
        from concurrent.futures import ThreadPoolExecutor  # not before it is needed

        if self._threads is None:
            self._threads = ThreadPoolExecutor(_AT_ONCE, "journal")
        return self._threads.submit(work)

    def rest(self) -> None:
        """Begin nothing that was not begun, and wait for what was."""
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
            self._threads = None
