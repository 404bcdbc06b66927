"""An encrypted journal in the window: asked for, set, changed, removed, locked."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.errors.encryption_errors import JournalLocked, KeyChangeUnfinished
from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import LONGEST_TEXT, CheckIn
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety import encrypting
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.locking import Locker
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.opening.lock import LockPage
from second_wind.ui.photos.photos import Photos
from second_wind.ui.program.start import Start
from second_wind.ui.quick.quick_entry import QuickEntry
from second_wind.ui.rejections.rejection_dialog import RejectionDialog
from second_wind.ui.safety.passphrase_dialog import Aim, PassphraseDialog
from second_wind.ui.safety.recovery_sheet import RecoverySheetDialog
from second_wind.ui.settings.security import SecuritySection
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.ledger_dialog import LedgerDialog

pytest.importorskip("sqlcipher3")
WORDS = "lamp river seven cloud"
NOTE = "zucchini in the rain"


@pytest.fixture
def encrypted(paths: AppPaths, clock: FixedClock) -> AppPaths:
    """Encrypt a journal with one note."""
    journal = Journal(paths.journal, clock)
    journal.store(add=[CheckIn(day=journal.today(), mood=6, note=NOTE)], name=ActName.LOG)
    journal.close(copy=False)
    encrypting.encrypt(paths.journal, Key(WORDS), clock.now())
    return paths


@pytest.fixture
def start(encrypted: AppPaths, clock: FixedClock, theme: Theme, qtbot: QtBot) -> Iterator[Start]:
    """Start the window on the encrypted journal."""
    window = MainWindow(theme, Preferences(encrypted))
    window.show()
    start = Start(window, encrypted, clock)
    start.fill()
    yield start
    start._window.close()
    shiboken6.delete(window)
    start.close()


class Stays:
    """An application that goes on."""

    @staticmethod
    def exit() -> None:
        """Stay."""


def lock_page(start: Start) -> LockPage:
    """Return the page that asks."""
    page = start._lock_page
    assert page is not None
    return page


def seen(widget: QWidget) -> str:
    """Return every word that is shown, the title included."""
    labels = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    fields = [each.text() for each in widget.findChildren(QLineEdit) if each.isVisible()]
    return "\n".join([widget.windowTitle(), *labels, *fields])


def unlock(qtbot: QtBot, start: Start, words: str = WORDS) -> None:
    """Type a passphrase and wait until the journal is shown."""
    page = lock_page(start)
    page.field.setText(words)
    with qtbot.waitSignal(start.filled, timeout=10_000):
        page.try_typed()


def test_nothing_is_shown_until_the_passphrase_is_given(qtbot: QtBot, start: Start) -> None:
    """No page, no word of the content; a wrong one is told, the right one opens."""
    assert start.is_waiting
    assert NOTE not in seen(start._window)
    assert start._window.sidebar.isHidden()
    page = lock_page(start)
    page.field.setText("wrong")
    page.try_typed()
    qtbot.waitUntil(page.field.isEnabled, timeout=10_000)
    assert "passphrase" in page.notice.text()
    assert start.is_waiting
    unlock(qtbot, start)
    assert not start.is_waiting
    assert start.journal.entries(CheckIn)[0].note == NOTE
    assert not start._window.sidebar.isHidden()


def test_it_listens_for_the_lock_of_the_session_at_once(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opens it and walks away leaves nothing open while the chart is drawn."""
    monkeypatch.setattr("second_wind.ui.program.start.QGuiApplication", Stays)
    unlock(qtbot, start)
    QCoreApplication.processEvents()
    services = start._services
    assert services is not None
    services.locker.lock_wanted.emit()
    assert start.was_locked


def test_an_empty_passphrase_is_told_at_once(start: Start) -> None:
    """Enter alone tries nothing."""
    page = lock_page(start)
    page.try_typed()
    assert page.notice.text()
    assert page.field.isEnabled()


def test_locking_closes_everything_and_asks_again(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window goes, with all that it showed, and a new one is to ask."""
    unlock(qtbot, start)
    # It would end the event loops of all tests that follow.
    monkeypatch.setattr("second_wind.ui.program.start.QGuiApplication", Stays)
    start.lock()
    assert start.begins_again
    assert start.was_locked
    assert not start._window.isVisible()


def test_a_plain_journal_has_nothing_to_lock_with(
    qtbot: QtBot, paths: AppPaths, clock: FixedClock, theme: Theme
) -> None:
    """It is said, and the window stays."""
    window = MainWindow(theme, Preferences(paths))
    window.show()
    start = Start(window, paths, clock)
    start.fill()
    window.lock_requested.emit()
    assert not start.begins_again
    assert window.isVisible()
    window.close()
    shiboken6.delete(window)
    start.close()


# When it locks


@pytest.fixture
def locker(qtbot: QtBot, paths: AppPaths, clock: FixedClock) -> Iterator[Locker]:
    """Make a locker that has begun to look."""
    locker = Locker(Preferences(paths), clock)
    locker.start()
    yield locker
    locker.stop()
    shiboken6.delete(locker)


def heard(locker: Locker) -> list[int]:
    """Return a list that grows with each wish to lock."""
    wishes: list[int] = []
    locker.lock_wanted.connect(lambda: wishes.append(1))
    return wishes


def test_sleep_and_a_locked_session_lock(locker: Locker, clock: FixedClock) -> None:
    """A timer that comes late was asleep; the setting can turn it off."""
    wishes = heard(locker)
    clock.advance(seconds=6)
    locker.look()
    assert wishes == []
    clock.advance(minutes=20)
    locker.look()
    assert wishes == [1]
    locker.leave()
    assert wishes == [1, 1]
    locker._preferences.locks_with_session = False
    locker.leave()
    clock.advance(hours=8)
    locker.look()
    assert wishes == [1, 1]


def test_idle_minutes_lock_unless_somebody_is_there(
    locker: Locker, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """A key, a press or a move begins the time anew; 0 never locks."""
    wishes = heard(locker)
    preferences = locker._preferences
    preferences.lock_after = 5
    passed = 5 * 60_000
    monkeypatch.setattr(locker, "_idle", Idle(passed))
    locker.look()
    assert wishes == [1]
    locker._idle = Idle(passed)  # type: ignore[assignment]
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.Wheel))
    locker.look()
    assert wishes == [1]
    preferences.lock_after = 0
    locker._idle = Idle(10 * passed)  # type: ignore[assignment]
    locker.look()
    assert wishes == [1]


def test_composed_letters_are_a_sign_of_life(locker: Locker, qapp: QApplication) -> None:
    """Where an input method makes the letters, no key arrives."""
    wishes = heard(locker)
    locker._preferences.lock_after = 5
    locker._idle = Idle(5 * 60_000)  # type: ignore[assignment]
    QApplication.sendEvent(qapp, QInputMethodEvent())
    locker.look()
    assert wishes == []


class Idle:
    """A time that has passed."""

    def __init__(self, milliseconds: int) -> None:
        self._milliseconds = milliseconds

    def elapsed(self) -> int:
        """Return the time since the last sign of life."""
        return self._milliseconds

    def restart(self) -> None:
        """Begin anew."""
        self._milliseconds = 0


def test_what_goes_on_in_a_dialog_is_waited_for(locker: Locker, qtbot: QtBot) -> None:
    """It locks once the dialog is closed."""
    wishes = heard(locker)
    form = QDialog()
    qtbot.addWidget(form)
    form.setModal(True)
    form.show()
    qtbot.waitExposed(form)
    locker.leave()
    assert wishes == []
    form.close()
    locker.look()
    assert wishes == [1]


def test_what_only_shows_is_closed(locker: Locker, qtbot: QtBot, journal: Journal) -> None:
    """A window without a form doesn't keep the journal open: it goes, and then it locks."""
    wishes = heard(locker)
    ledger, entry = LedgerDialog(journal), QuickEntry(journal)
    for each in (ledger, entry):
        qtbot.addWidget(each)
    ledger.setModal(True)
    ledger.show()
    entry.open_on(journal.today())
    locker.leave()
    assert not ledger.isVisible()
    assert not entry.isVisible()
    locker.look()
    assert wishes == [1]


def test_a_form_is_no_hindrance(locker: Locker, qtbot: QtBot, journal: Journal) -> None:
    """What is typed in it is kept as a draft, so that nobody's journal stays open for it."""
    wishes = heard(locker)
    entry, dialog = QuickEntry(journal), RejectionDialog(journal)
    for each in (entry, dialog):
        qtbot.addWidget(each)
    entry.open_on(journal.today())
    entry._note.setText(NOTE)
    dialog.setModal(True)
    dialog.show()
    dialog.form.note.setPlainText(NOTE)
    locker.leave()
    assert wishes == [1]


def test_what_is_typed_when_it_locks_is_offered_when_it_is_unlocked(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    """A form that is open, and words that were refused; neither lies outside of the journal."""
    unlock(qtbot, start)
    monkeypatch.setattr("second_wind.ui.program.start.QGuiApplication", Stays)
    note = start._window.today.mood._note
    note.setPlainText(f"{NOTE} " * LONGEST_TEXT)
    dialog = RejectionDialog(start.journal, start._window)
    dialog.show()
    dialog.form.company.setText("Zugunruhe Ltd")
    start.lock()
    assert start.begins_again
    assert start.was_locked
    paths = start._paths
    files = [each for each in paths.journal.parent.parent.rglob("*") if each.is_file()]
    assert not any(b"Zugunruhe" in each.read_bytes() for each in files)
    journal = Journal(paths.journal, clock, key=Key(WORDS))
    assert {each.words[:9] for each in journal.drafts()} == {"Zugunruhe", NOTE[:9]}
    journal.close(copy=False)


def test_a_locker_that_stopped_hears_of_no_session(locker: Locker) -> None:
    """It belongs to a window that is gone."""
    wishes = heard(locker)
    locker.stop()
    locker._session.left.emit()
    assert wishes == []
    locker.start()


# Its passphrase


@pytest.fixture
def section(window: MainWindow, journal: Journal, photos: Photos) -> SecuritySection:
    """Show the section of Settings."""
    section = SecuritySection(journal, photos, window.preferences, window)
    section.refresh()
    return section


def fill(dialog: PassphraseDialog, **typed: str) -> None:
    """Type into the fields of a dialog."""
    for name, text in typed.items():
        field: QLineEdit = getattr(dialog, name)
        field.setText(text)


@pytest.fixture
def ask(
    qtbot: QtBot, journal: Journal, photos: Photos, paths: AppPaths
) -> Callable[..., PassphraseDialog]:
    """Return a function that carries one aim out and waits until it is done or refused."""

    def asked(aim: Aim, **typed: str) -> PassphraseDialog:
        dialog = PassphraseDialog(aim, journal, photos, paths)
        qtbot.addWidget(dialog)
        dialog.show()
        fill(dialog, **typed)
        dialog.carry_out()
        qtbot.waitUntil(dialog.cancel.isEnabled, timeout=20_000)
        return dialog

    return asked


def test_set_changed_and_removed(
    journal: Journal, paths: AppPaths, ask: Callable[..., PassphraseDialog]
) -> None:
    """The journal stays open and keeps every entry; its files are encrypted, or plain again."""
    journal.store(add=[CheckIn(day=journal.today(), mood=6, note=NOTE)], name=ActName.LOG)
    done = ask(Aim.ENCRYPT, new=WORDS, repeat=WORDS)
    assert "encrypted" in done.notice.text()
    assert encrypting.is_locked(paths.journal)
    assert journal.entries(CheckIn)[0].note == NOTE
    assert NOTE.encode() not in paths.journal.read_bytes()
    ask(Aim.CHANGE, old=WORDS, new="other words for it", repeat="other words for it")
    encrypting.unlock(paths.journal, Key("other words for it"))
    ask(Aim.REMOVE, old="other words for it")
    assert not encrypting.is_locked(paths.journal)
    assert journal.entries(CheckIn)[0].note == NOTE
    journal.store(add=[CheckIn(day=journal.today(), mood=7)], name=ActName.LOG)


@pytest.mark.parametrize(
    ("aim", "typed"),
    [
        (Aim.ENCRYPT, {"new": "", "repeat": ""}),
        (Aim.ENCRYPT, {"new": "one", "repeat": "other"}),
        (Aim.CHANGE, {"old": "wrong", "new": "one", "repeat": "one"}),
        (Aim.REMOVE, {"old": "wrong"}),
    ],
)
def test_a_slip_changes_nothing(
    journal: Journal,
    paths: AppPaths,
    ask: Callable[..., PassphraseDialog],
    aim: Aim,
    typed: dict[str, str],
) -> None:
    """It is told in a sentence, the dialog stays, and the journal goes on."""
    if aim is not Aim.ENCRYPT:
        ask(Aim.ENCRYPT, new=WORDS, repeat=WORDS)
    before = paths.journal.read_bytes()
    dialog = ask(aim, **typed)
    assert dialog.isVisible()
    assert dialog.notice.text()
    assert not dialog.save.isHidden()
    assert paths.journal.read_bytes() == before
    journal.store(add=[CheckIn(day=journal.today(), mood=7)], name=ActName.LOG)


def test_what_is_said_squeezes_nothing(qtbot: QtBot, ask: Callable[..., PassphraseDialog]) -> None:
    """The dialog grows with the word on the strength and with what went wrong, or it scrolls."""
    ask(Aim.ENCRYPT, new=WORDS, repeat=WORDS)
    dialog = ask(Aim.CHANGE, old="wrong", new="password1", repeat="password1")
    dialog.strength.setText("This passphrase would be guessed in a moment. " * 3)
    dialog.grow_soon()
    qtbot.wait(50)
    for each in (dialog.old, dialog.new, dialog.repeat, dialog.shows):
        assert each.height() >= each.sizeHint().height()
    assert dialog.strength.height() >= dialog.strength.heightForWidth(dialog.strength.width())
    dialog.reject()


def test_how_strong_it_is_is_said_while_it_is_typed(
    qtbot: QtBot, journal: Journal, photos: Photos, paths: AppPaths
) -> None:
    """After a pause, in words, and gone with the letters."""
    pytest.importorskip("zxcvbn")
    dialog = PassphraseDialog(Aim.ENCRYPT, journal, photos, paths)
    qtbot.addWidget(dialog)
    dialog.new.setText("password1")
    qtbot.waitUntil(lambda: "guessed" in dialog.strength.text(), timeout=10_000)
    dialog.new.setText("")
    qtbot.waitUntil(lambda: dialog.strength.text() == "", timeout=10_000)
    dialog.reject()


def test_settings_offer_what_fits(
    section: SecuritySection, journal: Journal, ask: Callable[..., PassphraseDialog]
) -> None:
    """A plain journal can be encrypted; an encrypted one locked, changed, made plain."""
    others = (section.lock, section.change, section.remove, section.sheet)
    assert not section.encrypt.isHidden()
    assert all(each.isHidden() for each in others)
    ask(Aim.ENCRYPT, new=WORDS, repeat=WORDS)
    section.refresh()
    assert section.encrypt.isHidden()
    assert not any(each.isHidden() for each in others)


def test_the_sheet_is_saved_without_the_passphrase(
    qtbot: QtBot, journal: Journal, paths: AppPaths, tmp_path: Path
) -> None:
    """Where the files lie, how they open, and room to write."""
    dialog = RecoverySheetDialog(journal, paths)
    qtbot.addWidget(dialog)
    said = dialog.view.toPlainText()
    assert str(paths.journal) in said
    assert "____" in said
    assert WORDS not in said
    file = tmp_path / "sheet.pdf"
    dialog.save_to(file)
    assert file.read_bytes().startswith(b"%PDF")
    assert dialog.notice.text() == f"Saved: {file}"


def test_a_sheet_that_could_not_be_written_is_not_called_saved(
    qtbot: QtBot, journal: Journal, paths: AppPaths, tmp_path: Path
) -> None:
    """Nobody may rely on a sheet that is not there."""
    dialog = RecoverySheetDialog(journal, paths)
    qtbot.addWidget(dialog)
    file = tmp_path / "nowhere" / "sheet.pdf"
    dialog.save_to(file)
    assert not file.exists()
    assert "can't be written" in dialog.notice.text()


def test_a_bug_leaves_a_dialog_that_closes(
    qtbot: QtBot, journal: Journal, photos: Photos, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bug is shown as one; the journal goes on as it was."""

    def break_down(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(encrypting, "encrypt", break_down)
    dialog = PassphraseDialog(Aim.ENCRYPT, journal, photos, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    fill(dialog, new=WORDS, repeat=WORDS)
    with qtbot.capture_exceptions() as bugs:
        dialog.carry_out()
        qtbot.waitUntil(dialog.cancel.isEnabled, timeout=10_000)
    assert [kind for kind, *_ in bugs] == [ZeroDivisionError]
    dialog.reject()
    assert not dialog.isVisible()
    journal.store(add=[CheckIn(day=journal.today(), mood=7)], name=ActName.LOG)


def _refuse_renames(patched: pytest.MonkeyPatch, times: int) -> None:
    """Let so many files not be put in their place."""
    rename, left = os.replace, [times]

    def fail(source: Path, target: Path) -> None:
        if source.name.endswith(".recoded") and left[0]:
            left[0] -= 1
            raise OSError(errno.EIO, "not now")
        rename(source, target)

    patched.setattr(os, "replace", fail)


def test_a_last_step_that_fails_once_is_done_at_the_next_try(
    journal: Journal,
    paths: AppPaths,
    ask: Callable[..., PassphraseDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The window goes on with the new passphrase, under which everything is stored from then on."""
    journal.store(add=[CheckIn(day=journal.today(), mood=6, note=NOTE)], name=ActName.LOG)
    _refuse_renames(monkeypatch, 1)
    dialog = ask(Aim.ENCRYPT, new=WORDS, repeat=WORDS)
    assert "encrypted now" in dialog.notice.text()
    assert dialog.save.isHidden()
    journal.store(add=[CheckIn(day=journal.today(), mood=7)], name=ActName.LOG)
    journal.close(copy=False)
    with closing(Journal(paths.journal, journal.clock, key=Key(WORDS))) as opened:
        assert len(opened.entries(CheckIn)) == 2


def test_a_last_step_that_keeps_failing_is_told_and_nothing_is_stored_meanwhile(
    journal: Journal,
    paths: AppPaths,
    ask: Callable[..., PassphraseDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The passphrase was changed: nobody may think that the old one counts, or none."""
    journal.store(add=[CheckIn(day=journal.today(), mood=6, note=NOTE)], name=ActName.LOG)
    with monkeypatch.context() as patched:
        _refuse_renames(patched, -1)
        dialog = ask(Aim.ENCRYPT, new=WORDS, repeat=WORDS)
        assert "passphrase" in dialog.notice.text()
        assert "holds" in dialog.notice.text()
        assert dialog.save.isHidden()
        with pytest.raises(JournalUnreachable):
            journal.store(add=[CheckIn(day=journal.today(), mood=7)], name=ActName.LOG)
        with pytest.raises(KeyChangeUnfinished):
            Journal(paths.journal, journal.clock)
    with pytest.raises(JournalLocked):
        Journal(paths.journal, journal.clock)
    with closing(Journal(paths.journal, journal.clock, key=Key(WORDS))) as opened:
        assert [each.note for each in opened.entries(CheckIn)] == [NOTE]


def test_a_journal_that_stays_closed_is_opened_anew_with_its_window(
    qtbot: QtBot,
    paths: AppPaths,
    clock: FixedClock,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No window goes on in which nothing can be stored; the next one finishes what is left."""
    window = MainWindow(theme, Preferences(paths))
    start = Start(window, paths, clock)
    start.fill()
    section = SecuritySection(start.journal, start._photos, window.preferences, window)
    section.lock_wanted.connect(start.lock)

    def answer(dialog: PassphraseDialog) -> int:
        fill(dialog, new=WORDS, repeat=WORDS)
        dialog.carry_out()
        qtbot.waitUntil(dialog.cancel.isEnabled, timeout=20_000)
        return 0

    monkeypatch.setattr(PassphraseDialog, "exec", answer)
    # It would end the event loops of all tests that follow.
    monkeypatch.setattr("second_wind.ui.program.start.QGuiApplication", Stays)
    with monkeypatch.context() as patched:
        _refuse_renames(patched, -1)
        section.encrypt.click()
        assert start.begins_again
        assert start.was_locked
    shiboken6.delete(window)
    start.close()
    assert encrypting.is_locked(paths.journal)


def test_a_sheet_is_offered_after_encrypting(section: SecuritySection, qtbot: QtBot) -> None:
    """It comes by itself once, because without it a forgotten passphrase is the end."""
    shown: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PassphraseDialog) and not dialog._is_busy:
            if dialog.save.isVisible() and not dialog.new.text():
                fill(dialog, new=WORDS, repeat=WORDS)
                dialog.save.click()
            elif not dialog.save.isVisible():
                dialog.cancel.click()
        elif isinstance(dialog, RecoverySheetDialog):
            shown.append(dialog.windowTitle())
            dialog.accept()
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(50)
    section.encrypt.click()
    assert shown == ["Recovery sheet"]


def test_after_encrypting_it_is_still_known_when_something_was_saved(
    journal: Journal, ask: Callable[..., PassphraseDialog], clock: FixedClock
) -> None:
    """The acts go, the entries stay, and with them the moment."""
    assert journal.last_saved() is None
    journal.store(add=[CheckIn(day=journal.today(), mood=6)], name=ActName.LOG)
    saved = journal.last_saved()
    ask(Aim.ENCRYPT, new=WORDS, repeat=WORDS)
    assert journal.last_saved() == saved == clock.now()


def test_a_wrong_passphrase_is_told_without_a_command(qtbot: QtBot, start: Start) -> None:
    """Whoever looks at a window has no terminal open."""
    page = lock_page(start)
    page.field.setText("wrong")
    page.try_typed()
    qtbot.waitUntil(page.field.isEnabled, timeout=10_000)
    assert "second-wind" not in page.notice.text()
