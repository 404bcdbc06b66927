"""Stores a mood or a few words from outside the pages: one act, like any other."""

from datetime import date

from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise
from second_wind.core.log.joining import moment_of, new_check_in, pressed
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName


def store_mood(journal: Journal, day: date, mood: int) -> None:
    """Store a mood: a new check-in, or the correction of one of the last two minutes.

    Raises
    ------
    KnownError
        If it can't be stored; then nothing was changed.
    """
    now = journal.now()
    corrected = pressed(journal.day(day), mood, now, separate=False)
    if corrected is not None:
        journal.store(change=[corrected], name=ActName.MOOD)
    else:
        journal.store(add=[new_check_in(day, journal.today(), now, mood)], name=ActName.MOOD)


def store_moment(journal: Journal, day: date, mood: int | None, minutes: int, note: str) -> bool:
    """Store all that was given as one act, and tell whether anything was.

    Raises
    ------
    KnownError
        If it can't be stored; then nothing was changed.
    """
    at = moment_of(day, journal.today(), journal.now())
    given: list[AnyEntry] = []
    if mood is not None or note:
        given.append(CheckIn(day=day, at=at, mood=mood, note=note))
    if minutes:
        given.append(Exercise(day=day, at=at, minutes=minutes))
    if given:
        journal.store(add=given, name=ActName.LOG)
    return bool(given)
