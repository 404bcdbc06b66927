"""The person's own names of the moods on the terminal."""

from collections.abc import Callable
from typing import Any

from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.journal.log.settings import LogSettings
from second_wind.paths import AppPaths


def test_moods_are_called_by_their_own_names(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """In what log, day, edit and delete say."""
    journal = Journal(paths.journal, clock)
    journal.change_settings(LogSettings(mood_names=(*[""] * 5, "fair enough", *[""] * 4)))
    journal.close(copy=False)
    assert "mood 6 (fair enough)" in command("log", "--mood", "6").out
    assert "Mood 6 (fair enough)" in command("day").out
    journal = Journal(paths.journal, clock)
    key = journal.day(journal.today()).check_ins[0].id
    journal.close(copy=False)
    assert "Mood 6 (fair enough)" in command("edit", key, "--note", "a walk").out
    assert "Mood 6 (fair enough)" in command("delete", key).out
