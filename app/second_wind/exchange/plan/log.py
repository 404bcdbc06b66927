"""What an import is compared with: a journal, or the one that is still to be begun."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from second_wind.core.log.entries import AnyEntry, Entry

E = TypeVar("E", bound=Entry)


class Log(Protocol):
    """The part of a journal that a plan reads."""

    def today(self) -> date:
        """Return the day that it is now."""

    def entries(self, kind: type[E], start: date | None = None, end: date | None = None) -> list[E]:
        """Return the entries of one kind."""

    def sourced(self, source: str) -> list[AnyEntry]:
        """Return what came from one other program."""

    def removed(self, source: str) -> list[tuple[str, str]]:
        """Return identity and origin of what one other program brought and a person deleted."""


@dataclass(frozen=True, slots=True)
class EmptyLog:
    """A log without an entry: a file can be looked at before there is a journal."""

    day: date

    def today(self) -> date:
        """Return the day that it is now."""
        return self.day

    def entries(
        self,
        kind: type[E],  # noqa: ARG002
        start: date | None = None,  # noqa: ARG002
        end: date | None = None,  # noqa: ARG002
    ) -> list[E]:
        """Return nothing."""
        return []

    def sourced(self, source: str) -> list[AnyEntry]:  # noqa: ARG002
        """Return nothing."""
        return []

    def removed(self, source: str) -> list[tuple[str, str]]:  # noqa: ARG002
        """Return nothing."""
        return []
