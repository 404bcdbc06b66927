"""Which check-in a press, a feeling or a word belongs to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from operator import itemgetter

from second_wind.core.log.entries import CheckIn, Day

CORRECTION = timedelta(minutes=2)
"""A press within this time corrects the one before."""

TOGETHER = timedelta(minutes=30)
"""Feelings and words within this time belong to the check-in before."""


def latest(day: Day, now: datetime, within: timedelta) -> CheckIn | None:
    """Return the check-in of a day that was logged by hand last, if it was within this time."""
    own = ((each.logged_at, each) for each in day.check_ins if each.logged_at and not each.source)
    moment, newest = max(own, key=itemgetter(0), default=(now, None))
    return newest if now - moment <= within else None


def pressed(day: Day, mood: float, now: datetime, *, separate: bool) -> CheckIn | None:
    """Return the check-in that a press changes, with its new mood; None if it makes a new one.

    That is the one pressed within the last two minutes, or one of the last half hour that has no
    mood yet, unless a separate one is wanted.
    """
    if separate:
        return None
    corrected = latest(day, now, CORRECTION)
    if corrected is not None:
        return replace(corrected, mood=mood)
    moodless = latest(day, now, TOGETHER)
    if moodless is not None and moodless.mood is None:
        return replace(moodless, mood=mood)
    return None


def new_check_in(day: date, today: date, now: datetime, mood: float | None = None) -> CheckIn:
    """Return a check-in for now; on a past day it has no time."""
    return CheckIn(day=day, at=moment_of(day, today, now), mood=mood)


def moment_of(day: date, today: date, now: datetime) -> time | None:
    """Return the time of day to the minute if the day is today, else None."""
    return time(now.hour, now.minute) if day == today else None


def rechosen(now: Sequence[str], shown: Sequence[str], chosen: Sequence[str]) -> tuple[str, ...]:
    """Return feelings with a choice carried over to what they are now.

    Parameters
    ----------
    now : sequence of str
        What holds now; it may have changed since `shown`.
    shown, chosen : sequence of str
        What the choice began with, and what it ended with.
    """
    stay = [each for each in now if each in chosen or each not in shown]
    added = [each for each in chosen if each not in shown]
    return tuple(dict.fromkeys((*stay, *added)))
