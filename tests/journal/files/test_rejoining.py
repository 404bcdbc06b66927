"""A file that another program puts in the journal's place while it is open."""

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.errors.copy_errors import JournalReplaced
from second_wind.core.errors.encryption_errors import JournalLocked
from second_wind.core.errors.entry_errors import NoSuchEntry
from second_wind.core.errors.journal_errors import DamagedJournal, JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.keeping import Rejoined
from second_wind.journal.log import acts
from second_wind.journal.log.changes import ActName, Changes
from second_wind.journal.safety import encrypting
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.copy_contents import look_into
from second_wind.journal.safety.rescue import Use, carry_out, report_damage

DAY = date(2026, 11, 22)
OTHER = """
import sys
from datetime import date
from pathlib import Path
from second_wind.core.log.clock import SystemClock
from second_wind.core.errors.copy_errors import JournalReplaced
from second_wind.core.log.entries import CheckIn
from second_wind.journal.log.changes import ActName
from second_wind.journal.journal import Journal
try:
    journal = Journal(Path(sys.argv[1]), SystemClock())
except JournalReplaced:
    sys.exit(7)
journal.store(add=[CheckIn(day=date(2026, 11, 22), note="command")], name=ActName.NOTE)
journal.close(copy=False)
"""


def notes(journal: Journal) -> set[str]:
    """Return the notes of all check-ins."""
    return {each.note for each in journal.entries(CheckIn)}


def log(journal: Journal, note: str) -> CheckIn:
    """Log a note."""
    entry = CheckIn(day=DAY, note=note)
    journal.store(add=[entry], name=ActName.NOTE)
    return entry


@pytest.fixture
def from_elsewhere(journal: Journal, tmp_path: Path, clock: FixedClock) -> Path:
    """Return a file of another computer: it knows what was here first, and something of its own."""
    log(journal, "first")
    other = tmp_path / "other/journal.sqlite3"
    other.parent.mkdir()
    shutil.copy(journal.back_up("test"), other)
    theirs = Journal(other, clock)
    log(theirs, "theirs")
    theirs.close(copy=False)
    log(journal, "ours")
    clock.advance(minutes=1)
    return other


def sync(from_elsewhere: Path, journal: Journal) -> None:
    """Put the other file in the journal's place, as programs that sync do."""
    from_elsewhere.replace(journal.path)


def test_what_is_being_stored_is_stored(journal: Journal, from_elsewhere: Path) -> None:
    """Both files' entries are there, the new one as well, and a log left over harms none."""
    told: list[Rejoined] = []
    journal.on_rejoining(told.append)
    sync(from_elsewhere, journal)
    log(journal, "typed")
    assert notes(journal) == {"first", "theirs", "ours", "typed"}
    journal.close(copy=False)
    again = Journal(journal.path, journal.clock)
    assert notes(again) == {"first", "theirs", "ours", "typed"}
    again.close(copy=False)
    assert [(each.copy.exists(), dict(each.brought.new)) for each in told] == [
        (True, {"check_in": 1})
    ]


def test_a_change_is_stored_too(journal: Journal, from_elsewhere: Path) -> None:
    """Even if the other file doesn't know the entry that it changes."""
    entry = log(journal, "draft")
    sync(from_elsewhere, journal)
    journal.store(change=[CheckIn(id=entry.id, day=DAY, note="final")], name=ActName.NOTE)
    assert notes(journal) == {"first", "theirs", "ours", "final"}


def test_an_act_is_not_taken_for_one_of_the_other_file(
    journal: Journal, from_elsewhere: Path
) -> None:
    """What would have extended an act of the old file becomes one of its own."""
    act = journal.store(add=[CheckIn(day=DAY, note="begun")], name=ActName.NOTE)
    sync(from_elsewhere, journal)
    journal.store(add=[CheckIn(day=DAY, note="more")], name=ActName.NOTE, extend=act)
    journal.undo()
    assert notes(journal) == {"first", "theirs", "ours", "begun"}


def test_noticed_without_storing(journal: Journal, from_elsewhere: Path) -> None:
    """A look is enough; one undo takes back what was brought over."""
    changes: list[Changes] = []
    journal.subscribe(changes.append)
    assert not journal.rejoin_if_replaced()
    sync(from_elsewhere, journal)
    assert journal.is_replaced
    assert journal.rejoin_if_replaced()
    assert not journal.is_replaced
    assert changes == [Changes.anything()]
    assert notes(journal) == {"first", "theirs", "ours"}
    assert journal.undo().name is ActName.MERGE
    assert notes(journal) == {"first", "theirs"}


def test_a_file_that_has_all_brings_no_act(journal: Journal, tmp_path: Path) -> None:
    """Nothing is there to be taken back."""
    log(journal, "one")
    before = journal.next_undo()
    same = tmp_path / "same"
    shutil.copy(journal.back_up("test"), same)
    same.replace(journal.path)
    journal.rejoin_if_replaced()
    assert journal.next_undo() == before


@pytest.mark.parametrize("is_known", [True, False])
def test_copies_of_a_file_with_fewer_acts_are_the_newest(
    journal: Journal, from_elsewhere: Path, clock: FixedClock, *, is_known: bool
) -> None:
    """Whatever was done here before: none is refused as cut short, and none is passed over."""
    for number in range(5):
        log(journal, f"ours {number}")
        journal.undo()
    if is_known:  # so that nothing is left to be brought
        other = from_elsewhere.with_name("more.sqlite3")
        journal.save_copy(other)
        theirs = Journal(from_elsewhere, clock)
        theirs.merge(theirs.plan_merge(other))
        theirs.close(copy=False)
    sync(from_elsewhere, journal)
    assert journal.rejoin_if_replaced()
    clock.advance(minutes=1)
    if not is_known:
        journal.undo()
    made = journal.back_up("test")
    assert safe_copies(journal.path)[0].path == made
    log(journal, "after")
    clock.advance(minutes=1)
    assert safe_copies(journal.path)[0].path == made
    assert journal.back_up("test") == safe_copies(journal.path)[0].path


def test_what_the_window_had_is_copied(journal: Journal, from_elsewhere: Path) -> None:
    """What the old file held lies among the safe copies, and undo brings back the new one."""
    sync(from_elsewhere, journal)
    journal.rejoin_if_replaced()
    newest = safe_copies(journal.path)[0]
    assert newest.reason == "replaced"
    assert look_into(newest.path).entries == 2


def test_a_journal_taken_away_is_written_again(journal: Journal) -> None:
    """Whoever deletes the file while it is open loses nothing."""
    log(journal, "kept")
    journal.path.unlink()
    log(journal, "typed")
    assert notes(journal) == {"kept", "typed"}
    assert journal.path.exists()


def test_closing_brings_all_together(
    journal: Journal, from_elsewhere: Path, clock: FixedClock
) -> None:
    """The log of the old file doesn't overwrite the new one, and what it held comes along."""
    sync(from_elsewhere, journal)
    journal.close()
    again = Journal(journal.path, clock)
    assert notes(again) == {"first", "theirs", "ours"}
    again.close(copy=False)


def test_a_damaged_file_is_told(journal: Journal, from_elsewhere: Path, clock: FixedClock) -> None:
    """What is open can still be read, and lies in a copy; nothing is written."""
    with from_elsewhere.open("r+b") as file:
        file.write(b"\xff" * 512)
    sync(from_elsewhere, journal)
    with pytest.raises(DamagedJournal):
        log(journal, "typed")
    assert notes(journal) == {"first", "ours"}
    assert safe_copies(journal.path)[0].reason == "replaced"
    with pytest.raises(JournalReplaced):
        journal.undo()


def test_a_damaged_file_is_no_reason_for_a_copy_each_second(
    journal: Journal, from_elsewhere: Path, clock: FixedClock
) -> None:
    """What is open here is copied once, however often the new file is tried, and at closing."""
    from_elsewhere.write_bytes(b"\xff" * 8192)
    sync(from_elsewhere, journal)
    for _ in range(3):
        clock.advance(seconds=1)
        with pytest.raises(DamagedJournal):
            journal.rejoin_if_replaced()
    journal.close()
    made = [each.reason for each in safe_copies(journal.path)]
    assert made.count("replaced") == 1


@pytest.mark.usefixtures("sqlcipher")
def test_a_file_that_was_encrypted_elsewhere_meets_what_was_here_at_the_next_start(
    journal: Journal, from_elsewhere: Path, clock: FixedClock
) -> None:
    """Until its passphrase is known, what is open here can only be read, and lies in a copy."""
    key = Key("quiet otter lantern")
    encrypting.encrypt(from_elsewhere, key, clock.now())
    sync(from_elsewhere, journal)
    with pytest.raises(JournalLocked):
        log(journal, "typed")
    assert notes(journal) == {"first", "ours"}
    journal.close()
    with closing(Journal(journal.path, clock, key=key)) as again:
        assert again.finish_rejoining()
        assert notes(again) == {"first", "theirs", "ours"}


def test_a_folder_that_is_gone_is_not_made_anew(tmp_path: Path, clock: FixedClock) -> None:
    """A drive was unplugged: no second journal begins where it was."""
    place = tmp_path / "drive"
    moved = Journal(place / "journal.sqlite3", clock)
    log(moved, "one")
    place.rename(tmp_path / "unplugged")
    with pytest.raises(JournalUnreachable):
        log(moved, "typed")
    assert not place.exists()
    (tmp_path / "unplugged").rename(place)
    log(moved, "later")
    assert notes(moved) == {"one", "later"}
    moved.close(copy=False)


def test_an_entry_that_is_nowhere_is_told(journal: Journal, from_elsewhere: Path) -> None:
    """A retry hides no mistake."""
    sync(from_elsewhere, journal)
    with pytest.raises(NoSuchEntry):
        journal.store(change=[CheckIn(day=DAY, note="x")], name=ActName.NOTE)


def test_killed_before_all_was_brought_over(
    journal: Journal, from_elsewhere: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next window finishes that, once."""

    def die(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    sync(from_elsewhere, journal)
    with monkeypatch.context() as patch:
        patch.setattr(acts, "do", die)
        with pytest.raises(KeyboardInterrupt):
            journal.rejoin_if_replaced()
    journal.close(copy=False)
    again = Journal(journal.path, clock)
    assert notes(again) == {"first", "theirs"}
    assert again.finish_rejoining()
    assert notes(again) == {"first", "theirs", "ours"}
    assert not again.finish_rejoining()
    again.close(copy=False)


def test_another_process_waits_until_the_log_of_the_old_file_is_gone(
    journal: Journal, from_elsewhere: Path
) -> None:
    """It would play that log over the new file, and what came with it would be gone."""

    def other_process() -> int:
        return subprocess.run([sys.executable, "-c", OTHER, journal.path], check=False).returncode

    sync(from_elsewhere, journal)
    assert other_process() == 7
    assert journal.rejoin_if_replaced()
    assert notes(journal) == {"first", "theirs", "ours"}
    assert other_process() == 0
    assert notes(journal) == {"first", "theirs", "ours", "command"}


@pytest.mark.parametrize("passphrase", ["", "quiet otter lantern"])
def test_a_file_that_came_after_a_kill_is_not_hidden_by_the_log_of_before(
    tmp_path: Path, clock: FixedClock, passphrase: str
) -> None:
    """The log that the killed process left would be played over it; a recovery finds both."""
    if passphrase:
        pytest.importorskip("sqlcipher3")
    here, elsewhere = tmp_path / "here/journal.sqlite3", tmp_path / "elsewhere/journal.sqlite3"
    with closing(Journal(here, clock)) as first:
        log(first, "first")
    key = Key(passphrase) if passphrase else None
    if key:
        encrypting.encrypt(here, key, clock.now())
    shutil.copytree(here.parent, elsewhere.parent)
    journal = Journal(here, clock, key=key)
    log(journal, "ours")
    killed = tmp_path / "killed/journal.sqlite3"
    shutil.copytree(here.parent, killed.parent)
    journal.close(copy=False)
    clock.advance(minutes=1)
    with closing(Journal(elsewhere, clock, key=key)) as theirs:
        log(theirs, "theirs")
    elsewhere.replace(killed)
    with pytest.raises(DamagedJournal):
        Journal(killed, clock, key=key)
    assert examine(killed, killed.with_name("photos.sqlite3"), key=key).is_damaged
    carry_out(report_damage(killed, key), Use.BOTH, clock.now())
    with closing(Journal(killed, clock, key=key)) as again:
        assert notes(again) == {"first", "ours", "theirs"}


def test_a_merge_that_was_taken_back_is_no_sign_of_another_file(
    journal: Journal, from_elsewhere: Path, tmp_path: Path, clock: FixedClock
) -> None:
    """Its rows are gone, though the file had them before the log began."""
    journal.merge(journal.plan_merge(from_elsewhere))
    journal._database.fold()
    journal.undo()
    log(journal, "later")
    killed = tmp_path / "killed/journal.sqlite3"
    shutil.copytree(journal.path.parent, killed.parent, ignore=shutil.ignore_patterns("killed"))
    with closing(Journal(killed, clock)) as again:
        assert notes(again) == {"first", "ours", "later"}
