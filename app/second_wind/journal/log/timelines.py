"""Turns daily sums into a timeline, and decides where an activity is known."""

from datetime import date, timedelta

import numpy as np

from second_wind.core.analysis.method.timeline import (
    Floats,
    GoodNewsMark,
    RejectionMark,
    Timeline,
    empty_timeline,
)
from second_wind.core.log.entries import GoodNewsKind
from second_wind.storage.queries.daily import DailySums, Sums


def timeline_of(sums: DailySums, today: date) -> Timeline:
    """Return the log as arrays, from the first to the last day on which anything was logged."""
    if not sums.sources:
        return empty_timeline(today)
    first, last = date.fromisoformat(min(sums.sources)), date.fromisoformat(max(sums.sources))
    days = [(first + timedelta(days=i)).isoformat() for i in range((last - first).days + 1)]
    return Timeline(
        first=first,
        mood=np.array([sums.mood.get(day, np.nan) for day in days], dtype=np.float64),
        rest=np.array([day in sums.rest for day in days], dtype=np.bool_),
        exercise=_activity(days, sums.exercise, "exercise", sums),
        outings=_activity(days, sums.outings, "outing", sums),
        volunteering=_activity(days, sums.volunteering, "volunteering", sums),
        talks=_activity(days, sums.talks, "talk", sums),
        rejections=tuple(
            RejectionMark(key, _offset(first, day), company, stage)
            for day, key, company, stage in sums.rejections
        ),
        good_news=tuple(
            GoodNewsMark(key, _offset(first, day), GoodNewsKind(kind), company)
            for day, key, company, kind in sums.good_news
        ),
    )


def _offset(first: date, day: str) -> int:
    return (date.fromisoformat(day) - first).days


def _activity(days: list[str], amounts: Sums, noun: str, sums: DailySums) -> Floats:
    """Return amounts by day, 0 on known days without one, NaN on unknown ones (method.md, 2.8)."""
    begins = min(amounts, default="9999")
    known = [day >= begins and _is_known(day, noun, sums) for day in days]
    values = [
        amounts.get(day, 0.0 if knows else np.nan) for day, knows in zip(days, known, strict=True)
    ]
    return np.array(values, dtype=np.float64)


def _is_known(day: str, noun: str, sums: DailySums) -> bool:
    if day in sums.rest:
        return False
    return any(
        not source or noun in sums.carried.get(source, ()) for source in sums.sources.get(day, ())
    )
