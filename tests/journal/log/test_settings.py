"""Settings that belong to the log."""

from datetime import date, timedelta

import pytest

from second_wind.core.errors.entry_errors import InvalidAmount, TooLong
from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.journal.log.settings import LONGEST_NAME, LogSettings, WeekStart
from second_wind.paths import AppPaths

OWN_NAMES = ("rock bottom", *[""] * 8, "flying")


def test_defaults(journal: Journal) -> None:
    """A day starts at four, and twenty minutes are the goal."""
    assert journal.settings == LogSettings(day_start=4, goal=20)


def test_settings_are_kept_and_undone(journal: Journal, paths: AppPaths, clock: FixedClock) -> None:
    """They travel with the file, and a change of them is an act like any other."""
    new = LogSettings(
        0,
        45,
        OWN_NAMES,
        WeekStart.SATURDAY,
        exclude_lowest_days=True,
        dismissed_lines=(3, 17),
    )
    journal.change_settings(new)
    other = Journal(paths.journal, clock)
    assert other.settings == new
    other.close(copy=False)
    journal.undo()
    assert journal.settings == LogSettings()
    journal.redo()
    assert journal.settings == new


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        (LogSettings(goal=0), "goal"),
        (LogSettings(goal=241), "goal"),
        (LogSettings(day_start=-1), "day start"),
        (LogSettings(day_start=7), "day start"),
    ],
)
def test_settings_out_of_range_are_refused(
    journal: Journal, settings: LogSettings, what: str
) -> None:
    """A value that would be ignored later is refused now."""
    with pytest.raises(InvalidAmount) as refused:
        journal.change_settings(settings)
    assert refused.value.what == what
    assert journal.next_undo() is None


@pytest.mark.parametrize("stored", ["0", "241", "x", "-5", "", "²"])
def test_unusable_stored_value_falls_back(stored: str) -> None:
    """What another hand wrote into the file can't stop the program."""
    assert LogSettings.from_stored({"goal": stored}).goal == 20


def test_setting_changed_elsewhere_is_not_lost(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """What is stored is compared with the file, not with what this window last saw."""
    assert journal.settings.goal == 20
    other = Journal(paths.journal, clock)
    other.change_settings(LogSettings(goal=30))
    other.close(copy=False)
    journal.change_settings(LogSettings(goal=20))
    assert journal.settings.goal == 20


def test_long_mood_name_is_refused(journal: Journal) -> None:
    """A name that would be cut later is refused now."""
    names = ("x" * (LONGEST_NAME + 1), *[""] * 9)
    with pytest.raises(TooLong):
        journal.change_settings(LogSettings(mood_names=names))
    assert journal.next_undo() is None


def test_unusable_stored_texts_fall_back() -> None:
    """A foreign week start is the system's, a foreign name becomes one short line."""
    stored = {
        "week_start": "tuesday",
        "mood_name_3": "a\n b" + "x" * 50,
        "exclude_lowest_days": "?",
    }
    settings = LogSettings.from_stored(stored)
    assert settings.week_start is WeekStart.SYSTEM
    assert settings.mood_names[2] == ("a b" + "x" * 50)[:LONGEST_NAME]
    assert not settings.exclude_lowest_days


def test_two_names_changed_apart_are_both_kept(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """Each name is stored by itself, so that another process's change of another one stays."""
    journal.change_settings(LogSettings(mood_names=("one", *[""] * 9)))
    other = Journal(paths.journal, clock)
    other.change_settings(LogSettings(mood_names=("one", "two", *[""] * 8)))
    other.undo()
    other.close(copy=False)
    journal.notice_foreign_changes()
    assert journal.settings.mood_names[:2] == ("one", "")


@pytest.mark.parametrize(
    ("chosen", "first"),
    [(WeekStart.SYSTEM, 3), (WeekStart.MONDAY, 0), (WeekStart.SATURDAY, 5), (WeekStart.SUNDAY, 6)],
)
def test_week_start(chosen: WeekStart, first: int) -> None:
    """The person's choice comes before the system's."""
    assert chosen.weekday(of_system=3) == first


def test_a_follow_up_is_put_off_for_good_and_undone(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """It is kept in the file; what rested long enough is forgotten with the next one."""
    today = journal.today()
    later = today + timedelta(days=7)
    journal.change_settings(LogSettings(put_off=(("old", today), ("waits", later))))
    journal.change_settings(journal.settings.putting_off("ana", later, today))
    other = Journal(paths.journal, clock)
    assert other.settings.put_off == (("waits", later), ("ana", later))
    other.close(copy=False)
    journal.undo()
    assert dict(journal.settings.put_off) == {"old": today, "waits": later}


@pytest.mark.parametrize("stored", ["x", "ana=", "=", "ana=2026-13-01"])
def test_unusable_follow_ups_are_due(stored: str) -> None:
    """One that can't be read hides none of the others."""
    settings = LogSettings.from_stored({"put_off": f"{stored} bo=2026-11-29"})
    assert settings.put_off == (("bo", date(2026, 11, 29)),)
