"""What is kept on this computer about reminders and the tray."""

from datetime import UTC, datetime, time
from pathlib import Path

from pytestqt.qtbot import QtBot

from second_wind.core.people.reminders import Wish
from second_wind.paths import AppPaths
from second_wind.ui.kit.service.preferences import Preferences


def test_off_until_asked_for(qtbot: QtBot, paths: AppPaths) -> None:
    """Nobody is reminded, and nothing goes on behind a closed window, unless it is asked for."""
    preferences = Preferences(paths)
    kept = preferences.background
    assert kept.wish == Wish()
    assert not kept.stays
    assert kept.has_icon


def test_kept_on_the_disk(qtbot: QtBot, paths: AppPaths) -> None:
    """Another start finds what was chosen."""
    wish = Wish(time(20, 30), datetime(2026, 11, 22, 19, 0, tzinfo=UTC))
    preferences = Preferences(paths)
    kept = preferences.background
    with qtbot.waitSignals([kept.changed] * 3):
        kept.wish, kept.stays, kept.has_icon = wish, True, False
    text = (paths.config / "window.ini").read_text(encoding="utf-8")
    others = Preferences(paths)
    again = others.background
    assert again.wish == wish
    assert (again.stays, again.has_icon) == (True, False)
    assert "20:30" in text


def test_a_spoilt_file_is_nothing_chosen(qtbot: QtBot, paths: AppPaths) -> None:
    """Values that nobody can read count as none."""
    file: Path = paths.config / "window.ini"
    file.parent.mkdir(parents=True)
    file.write_text(
        "[reminder]\nat=late\nsince=2026-11-22T19:00\n",
        encoding="utf-8",
    )
    preferences = Preferences(paths)
    kept = preferences.background
    assert kept.wish == Wish()
