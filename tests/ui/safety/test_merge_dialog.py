"""Another journal becomes part of this one: the plan before, one act, and the way back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise, Outing, Talk
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety import encrypting
from second_wind.paths import AppPaths
from second_wind.storage.photos.photos import PhotoStore
from second_wind.storage.sqlite import encryption
from second_wind.ui.safety.merge_dialog import MergeDialog

DAY = date(2026, 11, 22)


@pytest.fixture
def other(journal: Journal, clock: FixedClock, tmp_path: Path) -> Path:
    """Leave a journal of another computer with something new, newer, deleted and the same."""
    both = [CheckIn(id="same", day=DAY, mood=5), Exercise(id="walk", day=DAY, minutes=10)]
    journal.store(add=[*both, Talk(id="gone", day=DAY)], name=ActName.LOG)
    path = tmp_path / "desktop/journal.sqlite3"
    path.parent.mkdir()
    journal.save_copy(path)
    clock.advance(minutes=1)
    theirs = Journal(path, clock)
    theirs.store(
        add=[CheckIn(day=DAY, mood=7)],
        change=[Exercise(id="walk", day=DAY, minutes=30)],
        delete=[theirs.find("gone")],
        name=ActName.LOG,
    )
    theirs.close(copy=False)
    return path


def show(qtbot: QtBot, journal: Journal, conflict: Path | None = None) -> MergeDialog:
    """Show the dialog."""
    dialog = MergeDialog(journal, conflict=conflict)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def said(dialog: MergeDialog) -> list[str]:
    """Return what it would bring."""
    return [each.text() for each in dialog.card.findChildren(QLabel)][1:]


def finish(qtbot: QtBot, dialog: MergeDialog) -> None:
    """Merge, and wait until that is done."""
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)


def test_the_plan_comes_first(qtbot: QtBot, journal: Journal, other: Path) -> None:
    """New, newer, deleted and the same, in words; nothing is written before."""
    dialog = show(qtbot, journal)
    assert not dialog.go.isEnabled()
    dialog.look_at(other)
    assert said(dialog) == [
        "",
        "New here: 1 check-in",
        "Newer there than here: 1 entry of exercise",
        "Deleted there since: 1 talk",
        "Here already: 1 check-in",
        "A safe copy is made first, and Undo takes all of it back.",
    ]
    assert len(journal.entries(CheckIn)) == 1
    before = other.read_bytes()
    finish(qtbot, dialog)
    assert len(journal.entries(CheckIn)) == 2
    assert journal.entries(Exercise)[0].minutes == 30
    assert journal.entries(Talk) == []
    assert journal.next_undo() == dialog.act
    assert other.read_bytes() == before
    journal.undo()
    assert (len(journal.entries(CheckIn)), len(journal.entries(Talk))) == (1, 1)


def test_a_damaged_file_that_was_set_aside(
    qtbot: QtBot, journal: Journal, paths: AppPaths, garble: Callable[[Path, str], None]
) -> None:
    """It is said first that only what is proved of it comes."""
    aside = paths.data / "journal.damaged-20261122-1442.sqlite3"
    with closing(Journal(aside, journal.clock)) as old:
        old.store(add=[CheckIn(day=DAY, note="proved")], name=ActName.NOTE)
        old.store(add=[CheckIn(day=DAY, note="not so")], name=ActName.NOTE)
    with closing(sqlite3.connect(aside)) as db, db:
        db.execute("DELETE FROM act_change")
        db.execute("DELETE FROM act")
    garble(aside, "UPDATE check_in SET note = 'nxxxso' WHERE note = 'not so'")
    dialog = show(qtbot, journal)
    dialog.look_at(aside)
    assert said(dialog)[1].startswith("This file is damaged; only what can be proved of it is")
    finish(qtbot, dialog)
    notes = {each.note for each in journal.entries(CheckIn)}
    assert "proved" in notes
    assert "nxxxso" not in notes


def test_photos_come_along(
    qtbot: QtBot, journal: Journal, other: Path, clock: FixedClock, paths: AppPaths, tmp_path: Path
) -> None:
    """They are there before the entries that show them."""
    Image.new("RGB", (80, 60), "red").save(tmp_path / "red.png")
    store = PhotoStore(other.with_name("photos.sqlite3"))
    key = store.add(tmp_path / "red.png", clock.now())
    store.close()
    theirs = Journal(other, clock)
    theirs.store(add=[Outing(day=DAY, minutes=5, photos=(key,))], name=ActName.OUTING)
    theirs.close(copy=False)
    dialog = show(qtbot, journal)
    dialog.look_at(other)
    finish(qtbot, dialog)
    store = PhotoStore(paths.photos)
    assert store.picture(key)
    store.close()


@pytest.mark.usefixtures("sqlcipher")
@pytest.mark.parametrize("has_photos", [True, False])
def test_photos_of_an_encrypted_journal_come_along_encrypted(
    qtbot: QtBot,
    journal: Journal,
    other: Path,
    clock: FixedClock,
    paths: AppPaths,
    tmp_path: Path,
    has_photos: bool,
) -> None:
    """Whether there were photos here before, or none: no picture is ever written in plain."""
    kept = []
    for number, photos in enumerate([other.with_name("photos.sqlite3"), paths.photos]):
        Image.new("RGB", (80, 60 + number), "red").save(tmp_path / "red.png")
        if photos != paths.photos or has_photos:
            with closing(PhotoStore(photos)) as store:
                kept.append(store.add(tmp_path / "red.png", clock.now()))
    with closing(Journal(other, clock)) as theirs:
        theirs.store(add=[Outing(day=DAY, minutes=5, photos=(kept[0],))], name=ActName.OUTING)
    key = Key("quiet otter lantern")
    journal.release()
    for each in (paths.journal, other):
        encrypting.encrypt(each, key, clock.now())
    journal.resume_with(key)
    dialog = show(qtbot, journal)
    dialog.look_at(other)
    finish(qtbot, dialog)
    assert len(journal.entries(Outing)) == 1
    assert encryption.is_encrypted(paths.photos)
    with closing(PhotoStore(paths.photos, key)) as store:
        assert all(store.picture(each) for each in kept)


@pytest.mark.usefixtures("sqlcipher")
@pytest.mark.parametrize("own", [None, "lamp river"])
def test_a_journal_with_another_passphrase_is_told(
    qtbot: QtBot, journal: Journal, other: Path, clock: FixedClock, own: str | None
) -> None:
    """Nobody was asked for a passphrase, so none is called wrong; what to do is said."""
    encrypting.encrypt(other, Key("quiet otter lantern"), clock.now())
    if own:
        journal.release()
        encrypting.encrypt(journal.path, Key(own), clock.now())
        journal.resume_with(Key(own))
    dialog = show(qtbot, journal)
    dialog.look_at(other)
    assert "encrypted with a passphrase that your journal does not have" in dialog.notice.text()
    assert dialog.choose.isEnabled()


def test_a_journal_that_brings_nothing(qtbot: QtBot, journal: Journal, other: Path) -> None:
    """It says so; there is nothing to merge."""
    journal.merge(journal.plan_merge(other))
    dialog = show(qtbot, journal)
    dialog.look_at(other)
    assert "Everything in it is here already." in said(dialog)
    assert not dialog.go.isEnabled()


def test_a_conflict_copy_that_brings_nothing_can_be_put_away(
    qtbot: QtBot, journal: Journal, other: Path
) -> None:
    """There need not be a file that says the same."""
    journal.merge(journal.plan_merge(other))
    dialog = show(qtbot, journal, other)
    assert dialog.go.text() == "Put it away"
    dialog.go.click()
    assert (dialog.is_merged, dialog.act) == (True, None)


def _foreign(path: Path) -> Path:
    path.write_bytes(b"hello" * 100)
    return path


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda tmp, _own: tmp / "nowhere.sqlite3", "There is no journal at"),
        (lambda tmp, _own: _foreign(tmp / "text.txt"), "text.txt is damaged, or no journal."),
        (lambda _tmp, own: own, "is this journal itself"),
    ],
)
def test_what_is_no_other_journal_is_told(
    qtbot: QtBot,
    journal: Journal,
    tmp_path: Path,
    make: Callable[[Path, Path], Path],
    sentence: str,
) -> None:
    """The dialog stays, and another file can be chosen."""
    dialog = show(qtbot, journal)
    dialog.look_at(make(tmp_path, journal.path))
    assert sentence in dialog.notice.text()
    assert not dialog.go.isEnabled()
    assert dialog.choose.isEnabled()


def test_leaving_merges_nothing(qtbot: QtBot, journal: Journal, other: Path) -> None:
    """Escape is no yes."""
    dialog = show(qtbot, journal, other)
    dialog.reject()
    assert not dialog.is_merged
    assert len(journal.entries(CheckIn)) == 1


@pytest.mark.parametrize("photos_came", [False, True])
def test_leaving_while_photos_come_merges_nothing(
    qtbot: QtBot, journal: Journal, other: Path, photos_came: bool
) -> None:
    """A copy whose entries were not brought is not taken for one that can be put away."""
    dialog = show(qtbot, journal, other)
    dialog.go.click()
    if photos_came:  # but nobody has heard of it yet
        dialog.tasks._pool.waitForDone()
    dialog.reject()
    qtbot.wait(20)
    assert (dialog.is_merged, dialog.act) == (False, None)
    assert len(journal.entries(CheckIn)) == 1


def clash_with(journal: Journal, other: Path, clock: FixedClock) -> None:
    """Change the same check-in here and, later, there."""
    journal.store(change=[CheckIn(id="same", day=DAY, note="mine")], name=ActName.NOTE)
    clock.advance(minutes=1)
    with closing(Journal(other, clock)) as theirs:
        theirs.store(change=[CheckIn(id="same", day=DAY, note="theirs")], name=ActName.NOTE)


@pytest.mark.parametrize(
    ("choice", "stay"),
    [(None, {"theirs"}), ("mine", {"mine"}), ("both", {"mine", "theirs"})],
)
def test_what_both_changed_is_shown_and_chosen(
    qtbot: QtBot,
    journal: Journal,
    other: Path,
    clock: FixedClock,
    choice: str | None,
    stay: set[str],
) -> None:
    """Both texts are in view, the later one is chosen before, and one Undo takes it back."""
    clash_with(journal, other, clock)
    dialog = show(qtbot, journal, other)
    ((clash, choices),) = dialog.clashes.choices
    assert "Changed here and there: 1 check-in" in said(dialog)
    assert choices.value() == "theirs"
    assert choices.values() == ("mine", "theirs", "both")
    texts = [each.text() for each in dialog.clashes.findChildren(QLabel)]
    assert any("mine" in each for each in texts)
    assert any("theirs" in each for each in texts)
    if choice:
        choices.choose(choice)
    finish(qtbot, dialog)
    notes = {each.note for each in journal.entries(CheckIn)} - {""}
    assert notes == stay
    journal.undo()
    assert {each.note for each in journal.entries(CheckIn)} == {"mine"}
    assert clash.place == ("check_in", "same")
