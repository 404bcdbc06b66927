"""Sums by day, straight from SQL: what a timeline is made of."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from second_wind.core.log.kinds import Role, with_role
from second_wind.storage.tables.sql import OpenDatabase, connection

Sums = dict[str, float]
"""ISO day to a number; a day without an entry of that kind is absent."""
Carried = dict[str, frozenset[str]]
"""Source to the nouns of the activities that it ever brought."""


@dataclass(frozen=True, slots=True)
class DailySums:
    """The whole log, or some of its days, summed by day.

    Attributes
    ----------
    mood : mean of the day's moods.
    exercise, volunteering : minutes.
    outings, talks : counts.
    rest : days marked as rest.
    sources : day to the sources of its entries ("" is the person's own hand).
    """

    mood: Sums
    exercise: Sums
    outings: Sums
    volunteering: Sums
    talks: Sums
    rest: frozenset[str]
    sources: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class DailyMarks:
    """What is marked on days of the whole log, and what its sources brought.

    Attributes
    ----------
    rejections : (day, id, company, stage), oldest first.
    good_news : (day, id, company, kind), oldest first.
    carried : what its sources ever brought.
    """

    rejections: tuple[tuple[str, str, str, str], ...]
    good_news: tuple[tuple[str, str, str, str], ...]
    carried: Carried


def daily_sums(database: sqlite3.Connection, days: Collection[date] | None = None) -> DailySums:
    """Read some days, or the whole log, summed by day."""
    some = _Some(database, days)
    return DailySums(
        mood=some.sums("SELECT day, avg(mood) FROM check_in WHERE mood IS NOT NULL AND"),
        exercise=some.sums(
            "SELECT day, sum(minutes) FROM (SELECT day, minutes, deleted_at FROM exercise"
            " UNION ALL SELECT day, coalesce(minutes, 0), deleted_at FROM outing"
            " WHERE as_exercise) WHERE"
        ),
        outings=some.sums("SELECT day, count(*) FROM outing WHERE"),
        volunteering=some.sums("SELECT day, sum(minutes) FROM volunteering WHERE"),
        talks=some.sums("SELECT day, count(*) FROM talk WHERE"),
        rest=frozenset(some.sums("SELECT day, 1 FROM rest WHERE")),
        sources=_grouped(some.days_and_sources()),
    )


def daily_marks(database: sqlite3.Connection, carried: Carried | None = None) -> DailyMarks:
    """Read what is marked on the days of the whole log; what sources brought may be known."""
    return DailyMarks(
        rejections=_marks(database, "rejection", "stage"),
        good_news=_marks(database, "good_news", "kind"),
        carried=_grouped(_sources_and_nouns(database)) if carried is None else carried,
    )


def first_day(database: sqlite3.Connection) -> date | None:
    """Return the first day on which anything was logged; quick, however long the log is."""
    parts = (
        f"SELECT min(day) AS day FROM {each.noun} WHERE deleted_at IS NULL"
        for each in with_role(Role.ACTIVITY, Role.LOGGED)
    )
    union = " UNION ALL ".join(parts)
    (first,) = database.execute(f"SELECT min(day) FROM ({union})").fetchone()
    return date.fromisoformat(first) if first else None


def whole_log(database: OpenDatabase) -> tuple[DailySums, DailyMarks]:
    """Read the whole log as it is at one moment, whatever is written meanwhile."""
    with database.atomic():
        return daily_sums(connection(database)), daily_marks(connection(database))


class _Some:
    """Some days of a journal, or all."""

    def __init__(self, database: sqlite3.Connection, days: Collection[date] | None) -> None:
        self._database = database
        self._days = None if days is None else [each.isoformat() for each in days]
        places = ", ".join("?" * len(self._days or ()))
        self._which = "" if self._days is None else f" AND day IN ({places})"

    def sums(self, select: str) -> Sums:
        query = f"{select} deleted_at IS NULL{self._which} GROUP BY day"
        return dict(self._database.execute(query, self._days or ()).fetchall())

    def days_and_sources(self) -> Iterable[tuple[str, str]]:
        parts = [
            f"SELECT day, source FROM {each.noun} WHERE deleted_at IS NULL{self._which}"
            for each in with_role(Role.ACTIVITY, Role.LOGGED)
        ]
        values = (self._days or []) * len(parts)
        rows: Iterable[tuple[str, str]]
        rows = self._database.execute(" UNION ".join(parts), values).fetchall()
        return rows


def _marks(
    database: sqlite3.Connection, noun: str, kind: str
) -> tuple[tuple[str, str, str, str], ...]:
    rows = database.execute(
        f"SELECT day, id, company, {kind} FROM {noun} WHERE deleted_at IS NULL"
        " ORDER BY day, created_at, id"
    ).fetchall()
    return tuple(rows)


def _sources_and_nouns(database: sqlite3.Connection) -> Iterable[tuple[str, str]]:
    nouns = [each.noun for each in with_role(Role.ACTIVITY)]
    parts = (
        f"SELECT DISTINCT source, '{noun}' FROM {noun} WHERE deleted_at IS NULL AND source > ''"
        for noun in nouns
    )
    rows: Iterable[tuple[str, str]] = database.execute(" UNION ".join(parts)).fetchall()
    return rows


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for key, value in pairs:
        groups.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in groups.items()}
