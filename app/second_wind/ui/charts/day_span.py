"""A stretch of days that can be looked at closer, wider, earlier or later."""

from dataclasses import dataclass
from datetime import date, timedelta

_FEWEST_DAYS = 14


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def is_within(self, whole: "DaySpan") -> bool:
        """Tell whether all its days are among those of the whole log."""
        return whole.first <= self.first and self.last <= whole.last

    def zoomed(self, factor: float, share: float, whole: "DaySpan") -> "DaySpan":
        """Return `factor` times as many days of the whole log, at least 14.

        The day at `share` of the width (0 to 1) stays where it is, as far as the log reaches.
        """
        wanted = max(round(len(self) * factor), _FEWEST_DAYS)
        kept = share * (len(self) - 1) - share * (wanted - 1)
        return DaySpan._within(self.first + timedelta(days=round(kept)), wanted, whole)

    def panned(self, share: float, whole: "DaySpan") -> "DaySpan":
        """Return as many days, `share` of the width later; at least a day, earlier if negative."""
        days = round(share * len(self)) or (1 if share > 0 else -1)
        return DaySpan._within(self.first + timedelta(days=days), len(self), whole)

    @staticmethod
    def _within(first: date, days: int, whole: "DaySpan") -> "DaySpan":
        days = min(days, len(whole))
        latest = whole.last - timedelta(days=days - 1)
        begin = min(max(first, whole.first), latest)
        return DaySpan(begin, begin + timedelta(days=days - 1))
