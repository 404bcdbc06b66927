"""Settings that belong to the log."""

import pytest

from second_wind.core.clock import FixedClock
from second_wind.core.errors import InvalidAmount
from second_wind.journal.journal import Journal
from second_wind.journal.settings import LogSettings
from second_wind.paths import AppPaths


def test_defaults(journal: Journal) -> None:
    """A day starts at four, and twenty minutes are the goal."""
    assert journal.settings == LogSettings(day_start=4, goal=20)


def test_settings_are_kept_and_undone(journal: Journal, paths: AppPaths, clock: FixedClock) -> None:
    """They travel with the file, and a change of them is an act like any other."""
    new = LogSettings(day_start=0, goal=45)
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
