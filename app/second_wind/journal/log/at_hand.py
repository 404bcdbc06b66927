"""Entries that were read at one go, looked up as if each kind were asked for by itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from second_wind.core.log.entries import EntryType
from second_wind.storage.tables.entries import Span


class AtHand:
    """Answers what lies in the spans that were read, and nothing else."""

    def __init__(
        self, spans: Mapping[EntryType, Span], found: Mapping[EntryType, list[Any]]
    ) -> None:
        """Hold entries by kind, each kind oldest first."""
        self._spans, self._found = spans, found

    def entries(self, kind: EntryType, start: date | None, end: date | None) -> list[Any] | None:
        """Return the entries of one kind from `start` to `end`, None if some are not here."""
        if kind not in self._spans:
            return None
        first, last = self._spans[kind]
        if first is not None and (start is None or start < first):
            return None
        if last is not None and (end is None or end > last):
            return None
        return [
            each
            for each in self._found[kind]
            if (start is None or each.day >= start) and (end is None or each.day <= end)
        ]
