"""Sums by day, straight from SQL: what a timeline is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import SqliteDatabase

from second_wind.core.log.kinds import Role, with_role
from second_wind.storage.tables.sql import execute

Sums = dict[str, float]
"""ISO day to a number; a day without an entry of that kind is absent."""


@dataclass(frozen=True, slots=True)
class DailySums:
    """The whole log summed by day.

    Attributes
    ----------
    mood : mean of the day's moods.
    exercise, volunteering : minutes.
    outings, talks : counts.
    rest : days marked as rest.
    rejections : (day, id, company, stage), oldest first.
    good_news : (day, id, company, kind), oldest first.
    sources : day to the sources of its entries ("" is the person's own hand).
    carried : source to the nouns of the activities that it ever brought.
    """

    mood: Sums
    exercise: Sums
    outings: Sums
    volunteering: Sums
    talks: Sums
    rest: frozenset[str]
    rejections: tuple[tuple[str, str, str, str], ...]
    good_news: tuple[tuple[str, str, str, str], ...]
    sources: dict[str, frozenset[str]]
    carried: dict[str, frozenset[str]]


def daily_sums(database: SqliteDatabase) -> DailySums:
    """Read the whole log summed by day."""
    return DailySums(
        mood=_sums(database, "SELECT day, avg(mood) FROM check_in WHERE mood IS NOT NULL AND"),
        exercise=_sums(
            database,
            "SELECT day, sum(minutes) FROM (SELECT day, minutes, deleted_at FROM exercise"
            " UNION ALL SELECT day, coalesce(minutes, 0), deleted_at FROM outing"
            " WHERE as_exercise) WHERE",
        ),
        outings=_sums(database, "SELECT day, count(*) FROM outing WHERE"),
        volunteering=_sums(database, "SELECT day, sum(minutes) FROM volunteering WHERE"),
        talks=_sums(database, "SELECT day, count(*) FROM talk WHERE"),
        rest=frozenset(_sums(database, "SELECT day, 1 FROM rest WHERE")),
        rejections=_marks(database, "rejection", "stage"),
        good_news=_marks(database, "good_news", "kind"),
        sources=_grouped(_days_and_sources(database)),
        carried=_grouped(_sources_and_nouns(database)),
    )


def _sums(database: SqliteDatabase, select: str) -> Sums:
    return dict(execute(database, f"{select} deleted_at IS NULL GROUP BY day").fetchall())


def _marks(database: SqliteDatabase, noun: str, kind: str) -> tuple[tuple[str, str, str, str], ...]:
    rows = execute(
        database,
        f"SELECT day, id, company, {kind} FROM {noun} WHERE deleted_at IS NULL"
        " ORDER BY day, created_at, id",
    ).fetchall()
    return tuple(rows)


def _days_and_sources(database: SqliteDatabase) -> Iterable[tuple[str, str]]:
    parts = (
        f"SELECT day, source FROM {each.noun} WHERE deleted_at IS NULL"
        for each in with_role(Role.ACTIVITY, Role.LOGGED)
    )
    rows: Iterable[tuple[str, str]] = execute(database, " UNION ".join(parts)).fetchall()
    return rows


def _sources_and_nouns(database: SqliteDatabase) -> Iterable[tuple[str, str]]:
    nouns = [each.noun for each in with_role(Role.ACTIVITY)]
    parts = (
        f"SELECT DISTINCT source, '{noun}' FROM {noun} WHERE deleted_at IS NULL AND source <> ''"
        for noun in nouns
    )
    rows: Iterable[tuple[str, str]] = execute(database, " UNION ".join(parts)).fetchall()
    return rows


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for key, value in pairs:
        groups.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in groups.items()}
