"""A journal that can't be opened: both ways in view, and nothing is changed before the choice."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.errors.copy_errors import JournalGone
from second_wind.core.errors.journal_errors import JournalUnreachable, NewerJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.rescue import DamageReport, Use, report_damage
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.ui.opening.damage_dialog import ANEW, DamageDialog, choices
from second_wind.ui.opening.opening import Opened, open_journal
from second_wind.words.files import damage

Show = Callable[[], DamageDialog]


def log(paths: AppPaths, clock: FixedClock, day: date, note: str, *, copy: bool) -> None:
    """Log a note, with a copy afterwards or without."""
    journal = Journal(paths.journal, clock)
    journal.store(add=[CheckIn(day=day, note=note)], name=ActName.NOTE)
    clock.advance(minutes=5)
    journal.close(copy=copy)


@pytest.fixture
def logged(paths: AppPaths, clock: FixedClock) -> None:
    """Log before and after a copy."""
    log(paths, clock, date(2026, 11, 20), "before", copy=True)
    log(paths, clock, date(2026, 11, 21), "after", copy=False)


@pytest.fixture
def show(qtbot: QtBot, paths: AppPaths, clock: FixedClock) -> Iterator[Show]:
    """Show the dialog and wait until everything was read."""
    shown: list[DamageDialog] = []

    def show() -> DamageDialog:
        dialog = DamageDialog(paths.journal, clock)
        qtbot.addWidget(dialog)
        shown.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.go.isEnabled() or dialog.notice.text() != "", timeout=10_000)
        return dialog

    yield show
    for each in shown:
        each.close()


def overwrite(path: Path, begin: int, length: int = 4096) -> None:
    """Damage a part of a file."""
    with path.open("r+b") as file:
        file.seek(begin)
        file.write(b"\xff" * length)


def page_of(path: Path, table: str) -> int:
    """Return where the first page of a table begins."""
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        (page,) = found.fetchone()
    return int(page - 1) * 4096


def forget_acts(path: Path) -> None:
    """Leave the file without the acts that would say what the rows were."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM act")
        db.commit()


def said(dialog: QWidget) -> str:
    """Return everything that a dialog says."""
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


def notes(paths: AppPaths, clock: FixedClock) -> set[str]:
    """Return the notes in the journal as it is now."""
    with closing(Journal(paths.journal, clock)) as journal:
        return {each.note for each in journal.entries(CheckIn)}


def files(paths: AppPaths) -> dict[str, bytes]:
    """Return every file under the home."""
    found = (each for each in paths.data.rglob("*") if each.is_file())
    return {str(each.relative_to(paths.data)): each.read_bytes() for each in found}


@pytest.mark.usefixtures("logged")
def test_both_ways_are_in_view(show: Show, paths: AppPaths) -> None:
    """How much, up to which day, and what only one of them has; looking changes nothing."""
    overwrite(paths.journal, 0, 512)
    before = files(paths)
    dialog = show()
    text = said(dialog)
    assert "Read from the damaged file" in text
    assert "2 entries, up to 21 November 2026" in text
    assert "Newest safe copy" in text
    assert "made 22 Nov 2026, 14:37" in text
    assert "1 entry, on 20 November 2026" in text
    assert "Only here: 21 Nov 2026" in text
    assert "nothing is lost" in text
    dialog.reject()
    assert files(paths) == before
    assert dialog.outcome == ""


@pytest.mark.usefixtures("logged")
def test_enter_waits_until_everything_was_read(
    qtbot: QtBot, paths: AppPaths, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before that it does nothing, above all not leave; then it takes what is recommended."""
    overwrite(paths.journal, 0, 512)
    may_go_on = threading.Event()

    def report(journal: Path, key: Key | None, place: Path | None) -> DamageReport:
        may_go_on.wait(5)
        return report_damage(journal, key, place)

    monkeypatch.setattr("second_wind.ui.opening.damage_dialog.report_damage", report)
    dialog = DamageDialog(paths.journal, clock)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    may_go_on.set()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=10_000)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.outcome


@pytest.mark.usefixtures("logged")
def test_what_is_lost_is_named_by_its_day(show: Show, paths: AppPaths) -> None:
    """And where there is no copy, that is said, and none is offered."""
    shutil.rmtree(paths.data / "backups")
    forget_acts(paths.journal)
    overwrite(paths.journal, page_of(paths.journal, "check_in"))
    dialog = show()
    text = said(dialog)
    assert "could not be read anywhere: 20 Nov 2026, 21 Nov 2026" in text
    assert "There is no sound safe copy." in text
    assert dialog.choices.values() == (ANEW,)


@pytest.mark.usefixtures("logged")
def test_both_together_are_recommended_where_each_has_something(
    show: Show, paths: AppPaths, clock: FixedClock
) -> None:
    """The file lost what the copy has, and has what the copy lacks."""
    with closing(sqlite3.connect(paths.journal)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM act")
        db.execute("DELETE FROM check_in WHERE note = 'before'")
        db.commit()
    overwrite(paths.journal, page_of(paths.journal, "talk_source"))
    dialog = show()
    assert dialog.choices.values() == (Use.BOTH, Use.RECOVERED, Use.BACKUP, ANEW)
    assert dialog.choices.value() == Use.BOTH
    dialog.carry_out()
    assert notes(paths, clock) == {"before", "after"}
    (aside,) = paths.data.glob("journal.damaged-*.sqlite3")
    assert dialog.outcome == (
        f"Your journal is in order again. The damaged file is kept as {aside.name}."
    )


@pytest.mark.parametrize(
    ("choice", "held"),
    [(Use.RECOVERED, {"before", "after"}), (Use.BACKUP, {"before"}), (ANEW, set())],
)
@pytest.mark.usefixtures("logged")
def test_each_choice_does_what_it_says(
    show: Show, paths: AppPaths, clock: FixedClock, choice: str, held: set[str]
) -> None:
    """The damaged file is kept byte for byte, whichever it is."""
    overwrite(paths.journal, 0, 512)
    damaged = paths.journal.read_bytes()
    dialog = show()
    dialog.choices.choose(choice)
    dialog.carry_out()
    (aside,) = paths.data.glob("journal.damaged-*.sqlite3")
    assert aside.read_bytes() == damaged
    assert notes(paths, clock) == held


@pytest.mark.usefixtures("logged")
def test_a_truncated_file(show: Show, paths: AppPaths, clock: FixedClock) -> None:
    """Whatever is cut off comes from the copy."""
    content = paths.journal.read_bytes()
    paths.journal.write_bytes(content[: len(content) // 3])
    dialog = show()
    dialog.carry_out()
    assert "before" in notes(paths, clock)


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.usefixtures("logged")
def test_missing_or_empty(
    show: Show, paths: AppPaths, clock: FixedClock, *, is_there: bool
) -> None:
    """The newest copy is offered before a new journal begins; no empty file is kept."""
    paths.journal.unlink()
    if is_there:
        paths.journal.touch()
    dialog = show()
    assert dialog.title.text() == "Your journal is not where it was"
    assert ("there but empty" in said(dialog)) is is_there
    assert dialog.choices.values() == (Use.BACKUP, ANEW)
    dialog.carry_out()
    assert dialog.outcome == "Your journal is back."
    assert notes(paths, clock) == {"before"}
    assert list(paths.data.glob("*damaged*")) == []


def test_what_is_no_journal_is_not_called_a_damaged_one_alone(
    show: Show, paths: AppPaths, clock: FixedClock
) -> None:
    """A picture in the journal's place, and no copy: it is kept, and a journal can begin."""
    paths.journal.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (300, 200), "red").save(paths.journal, "PNG")
    before = paths.journal.read_bytes()
    dialog = show()
    assert dialog.title.text() == "This file can't be read as a journal"
    assert "something else" in said(dialog)
    assert "The end of the file is missing" not in said(dialog)
    assert paths.journal.read_bytes() == before
    dialog.carry_out()
    assert notes(paths, clock) == set()
    assert before in files(paths).values()


@pytest.mark.usefixtures("logged")
def test_begin_anew_though_there_are_copies(show: Show, paths: AppPaths, clock: FixedClock) -> None:
    """The copies stay."""
    copies = sorted((paths.data / "backups").iterdir())
    paths.journal.write_bytes(b"")
    dialog = show()
    dialog.choices.choose(ANEW)
    dialog.carry_out()
    assert notes(paths, clock) == set()
    assert set(copies) <= set((paths.data / "backups").iterdir())


@pytest.mark.usefixtures("logged")
def test_a_file_that_is_still_open_is_not_replaced(
    show: Show, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, the dialog stays, and nothing was changed."""
    overwrite(paths.journal, 0, 512)
    dialog = show()
    paths.data.chmod(0o700)
    monkeypatch.setattr("second_wind.storage.file.swap.held", _refuse)
    before = paths.journal.read_bytes()
    dialog.carry_out()
    assert "still has" in dialog.notice.text()
    assert dialog.isVisible()
    assert paths.journal.read_bytes() == before


def _refuse(journal: Path) -> None:
    from second_wind.core.errors.copy_errors import JournalOpen

    raise JournalOpen(journal)


@pytest.mark.usefixtures("logged")
def test_copies_that_cannot_be_looked_at_are_waited_for(
    show: Show, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said of them, nothing that needs them is offered, and Enter changes nothing."""
    overwrite(paths.journal, 0, 512)

    def refuse(_journal: Path, _place: Path | None = None) -> list[Path]:
        raise JournalUnreachable(backups.directory(paths.journal))

    monkeypatch.setattr(backups, "listed", refuse)
    dialog = show()
    text = said(dialog)
    assert "Safe copies could not be looked at: " in text
    assert damage.readable_first() in text
    assert "There is no sound safe copy" not in text
    assert "recommended" not in "".join(e.text() for e in dialog.findChildren(QRadioButton))
    assert dialog.choices.values() == (Use.RECOVERED, ANEW)
    assert dialog.focusWidget() is dialog.leave


@pytest.mark.usefixtures("logged")
def test_a_journal_that_is_gone_says_what_may_be_lost(
    show: Show, paths: AppPaths, clock: FixedClock
) -> None:
    """What came after the newest copy, as check says it; and which copy can't be read."""
    (first,) = (paths.data / "backups").iterdir()
    log(paths, clock, date(2026, 11, 22), "later", copy=True)
    (newest,) = {*(paths.data / "backups").iterdir()} - {first}
    newest.write_bytes(b"no journal" * 1000)
    paths.journal.unlink()
    text = said(show())
    assert damage.rest_unknown() in text
    assert f"can't be read and was passed over: {newest.name}" in text


@pytest.mark.usefixtures("logged")
def test_unreadable_copies_are_not_called_none(show: Show, paths: AppPaths) -> None:
    """Where neither the file nor any copy can be read, each copy is named."""
    (copy,) = (paths.data / "backups").iterdir()
    for path in (copy, paths.journal):
        path.write_bytes(b"no journal" * 1000)
    text = said(show())
    assert "There is no safe copy beside it" not in text
    assert copy.name in text


# Opening


@pytest.fixture
def choose(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """Let a person choose one way as soon as the dialog offers it, or leave."""

    def choose(value: str | None) -> None:
        def answer(dialog: DamageDialog) -> None:
            dialog.show()
            qtbot.waitUntil(dialog.go.isEnabled, timeout=10_000)
            if value is None:
                dialog.reject()
            else:
                dialog.choices.choose(value)
                dialog.carry_out()

        monkeypatch.setattr(DamageDialog, "exec", answer)

    return choose


@pytest.mark.usefixtures("logged", "qapp")
def test_opening_goes_on_with_what_was_chosen(
    paths: AppPaths, clock: FixedClock, choose: Callable[[str | None], None]
) -> None:
    """The journal opens, and it is known what was done to it."""
    overwrite(paths.journal, 0, 512)
    choose(Use.RECOVERED)
    opened = open_journal(paths.journal, clock, None)
    assert isinstance(opened, Opened)
    assert opened.said.startswith("Your journal is in order again.")
    opened.journal.close(copy=False)


@pytest.mark.usefixtures("logged", "qapp")
def test_the_second_place_is_asked_as_well(
    paths: AppPaths, clock: FixedClock, tmp_path: Path, choose: Callable[[str | None], None]
) -> None:
    """Where the journal and the copies beside it are beyond reading; a drive that is away isn't."""
    place = tmp_path / "second"
    shutil.move(paths.data / "backups", place)
    paths.journal.write_bytes(b"no journal" * 1000)
    choose(None)
    assert open_journal(paths.journal, clock, tmp_path / "away") is None
    choose(Use.BACKUP)
    opened = open_journal(paths.journal, clock, place)
    assert opened is not None
    assert {each.note for each in opened.journal.entries(CheckIn)} == {"before"}
    opened.journal.close(copy=False)


@pytest.mark.usefixtures("logged", "qapp")
def test_whoever_leaves_changes_nothing(
    paths: AppPaths, clock: FixedClock, choose: Callable[[str | None], None]
) -> None:
    """No journal opens."""
    overwrite(paths.journal, 0, 512)
    before = files(paths)
    choose(None)
    assert open_journal(paths.journal, clock, None) is None
    assert files(paths) == before


@pytest.mark.usefixtures("logged", "qapp")
def test_a_missing_journal_is_asked_about(
    paths: AppPaths, clock: FixedClock, choose: Callable[[str | None], None]
) -> None:
    """None begins in its place unasked; one that never was begins at once."""
    paths.journal.unlink()
    choose(ANEW)
    opened = open_journal(paths.journal, clock, None)
    assert opened is not None
    assert opened.said == "This is a new journal. Your safe copies are kept; see Settings."
    opened.journal.close(copy=False)
    fresh = open_journal(paths.data / "fresh/journal.sqlite3", clock, None)
    assert fresh is not None
    assert fresh.said == ""
    fresh.journal.close(copy=False)


@pytest.mark.usefixtures("logged", "qapp")
def test_other_trouble_is_raised(paths: AppPaths, clock: FixedClock) -> None:
    """A newer file is no damaged one."""
    with paths.journal.open("r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    with pytest.raises(NewerJournal):
        open_journal(paths.journal, clock, None)


def test_journal_gone_says_how_many_copies(paths: AppPaths, clock: FixedClock) -> None:
    """A log without its journal counts as well."""
    from second_wind.journal.safety.presence import refuse_gone

    refuse_gone(paths.journal)
    paths.journal.with_name("journal.sqlite3-wal").write_bytes(b"x")
    with pytest.raises(JournalGone) as gone:
        refuse_gone(paths.journal)
    assert gone.value.copies == 0


def test_what_only_a_damaged_copy_proves_is_offered(
    show: Show, paths: AppPaths, clock: FixedClock, garble: Callable[[Path, str], None]
) -> None:
    """Both together is the first choice, and the copy is named as one used in part."""
    log(paths, clock, date(2026, 11, 20), "before", copy=False)
    log(paths, clock, date(2026, 11, 21), "after", copy=True)
    (copy,) = (paths.data / "backups").iterdir()
    garble(copy, "UPDATE check_in SET note = 'axxer' WHERE note = 'after'")
    forget_acts(paths.journal)
    with closing(sqlite3.connect(paths.journal)) as db, db:
        db.execute("DELETE FROM check_in WHERE note = 'before'")
    overwrite(paths.journal, page_of(paths.journal, "talk_source"))
    assert choices(report_damage(paths.journal))[0][0] == Use.BOTH
    assert f"only what is proved was used: {copy.name}" in said(show())
