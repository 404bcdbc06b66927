"""The window's ini file holds what belongs to this computer, and nothing that tells of entries."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import second_wind.ui
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Rejection
from second_wind.core.people.reminders import Memory, Wish
from second_wind.core.people.support import OfferState
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import ThemeChoice
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.service.quiet_files import QuietFiles
from second_wind.ui.kit.service.remembered import Remembered
from second_wind.ui.notices.reminders import Reminders
from second_wind.ui.program.carrying_over import carry_over
from second_wind.ui.shell.main_window import MainWindow

ALLOWED = {
    "country",
    "geometry",
    "language",
    "lock/after",
    "lock/with_session",
    "page",
    "quiet",
    "reminder/at",
    "reminder/since",
    "single_keys",
    "theme",
    "tray/icon",
    "tray/stays",
    "tray/told",
}
"""How the window looks and behaves here. What depends on entries lies in the journal."""
TODAY = date(2026, 11, 22)
OLD = """[General]
lines=2026-11-22 3 5
theme=dark
[support]
offered=2026-11-20
waved_away=false
[reminder]
at=20:30:00
shown=2026-11-20 2026-11-21
put_off=2026-11-21
later_for=2026-11-21
later_at=2026-11-21T21:10:00+00:00
"""


def keys(file: Path) -> set[str]:
    """Return the keys of an ini file."""
    found, group = set(), ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = "" if line == "[General]" else f"{line[1:-1]}/"
        elif "=" in line:
            found.add(group + line.split("=")[0])
    return found


def test_only_these_keys_are_written(
    window: MainWindow, journal: Journal, clock: FixedClock, paths: AppPaths
) -> None:
    """After a day with a low mood, an offer, a rejection, a reminder, and every choice made."""
    preferences = window.preferences
    journal.store(
        add=[CheckIn(day=TODAY, mood=1), Rejection(day=TODAY, company="Northwind")],
        name=ActName.LOG,
    )
    clock.advance(minutes=3)
    window.today.support.look()
    assert not window.today.support.isHidden()
    window.commands._remembered.remember_lines(TODAY, {3})
    preferences.theme, preferences.language = ThemeChoice.DARK, "en"
    preferences.single_keys, preferences.country = False, "DE"
    preferences.lock_after, preferences.locks_with_session = 5, False
    kept = preferences.background
    kept.has_icon, kept.stays = True, True
    kept.wish = Wish(time(14, 20), datetime(2026, 11, 22, tzinfo=UTC))
    kept.remember_telling()
    reminders = Reminders(journal, kept)
    reminders.asked = TODAY
    reminders.put_off(TODAY)
    QuietFiles(paths).add(paths.journal)
    window.close()
    preferences.store_now()
    assert keys(paths.config / "window.ini") == ALLOWED


def test_no_other_key_is_named_in_the_source() -> None:
    """Whoever writes another value there has to say here why it tells nothing of entries."""
    write = re.compile(r"""(?:setValue|_write|_switch)\(\s*"([^"]+)\"""")
    folder = Path(second_wind.ui.__file__).parent
    found = {
        name
        for each in folder.rglob("*.py")
        for name in write.findall(each.read_text(encoding="utf-8"))
    }
    assert found == ALLOWED


def test_what_an_earlier_version_kept_there_is_brought_into_the_journal(
    qapp: object, journal: Journal, paths: AppPaths
) -> None:
    """Nothing is offered, shown or asked again because of it, and the file knows it no more."""
    file = paths.config / "window.ini"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OLD, encoding="utf-8")
    carry_over(Preferences(paths), journal)
    remembered = Remembered(journal)
    assert remembered.support_offers == OfferState(date(2026, 11, 20), is_waved_away=False)
    assert remembered.shown_lines(TODAY) == {3, 5}
    moment = datetime(2026, 11, 21, 21, 10, tzinfo=UTC)
    days = (date(2026, 11, 20), date(2026, 11, 21))
    assert remembered.reminders == Memory(days, days[1:], days[1], moment)
    assert keys(file) == {"theme", "reminder/at"}
    assert not re.search("2026-11-2[01]", file.read_text(encoding="utf-8"))


def test_what_the_journal_knows_itself_counts(
    qapp: object, journal: Journal, paths: AppPaths
) -> None:
    """An old file that comes back, from a copy of the settings, makes no offer come twice."""
    Remembered(journal).support_offers = OfferState(TODAY, is_waved_away=True)
    file = paths.config / "window.ini"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OLD, encoding="utf-8")
    carry_over(Preferences(paths), journal)
    assert Remembered(journal).support_offers == OfferState(TODAY, is_waved_away=True)
