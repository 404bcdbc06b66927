"""The trash is emptied in time, and photos go when nothing refers to them any more."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from second_wind.core.errors.entry_errors import NothingToUndo
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.core.log.entries import CheckIn, Exercise, Outing, StepMark
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.paths import AppPaths
from second_wind.storage.photos.photo_files import check_photos
from second_wind.storage.photos.photos import PhotoStore

DAY = date(2026, 11, 22)
WORD = "zucchini"


@pytest.fixture
def opened(paths: AppPaths, clock: FixedClock) -> Iterator[list[Journal]]:
    """Keep what a test opens, and close it."""
    found: list[Journal] = []
    yield found
    for each in found:
        each.close(copy=False)


def again(opened: list[Journal], paths: AppPaths, clock: FixedClock, **later: float) -> Journal:
    """Close the journal and open it some time later."""
    while opened:
        opened.pop().close(copy=False)
    clock.advance(**later)
    opened.append(Journal(paths.journal, clock))
    return opened[0]


def dump(path: Path) -> str:
    """Return all that a file holds as SQL."""
    with closing(sqlite3.connect(path)) as db:
        return "\n".join(db.iterdump())


def test_deleted_content_goes_after_30_days(
    opened: list[Journal], paths: AppPaths, clock: FixedClock
) -> None:
    """Until then an undo brings it back; afterwards no byte of it is in the file."""
    journal = again(opened, paths, clock)
    entry = CheckIn(day=DAY, mood=3, note=WORD, feelings=(WORD,))
    journal.store(add=[entry], name=ActName.LOG)
    journal.store(delete=[entry], name=ActName.DELETE)
    again(opened, paths, clock, days=29)
    assert WORD in dump(paths.journal)
    journal = again(opened, paths, clock, days=2)
    assert WORD not in dump(paths.journal)
    assert entry.id in dump(paths.journal)
    with pytest.raises(NothingToUndo):
        journal.undo()
    journal.close(copy=False)
    assert WORD.encode() not in paths.journal.read_bytes()


def test_every_kind_can_be_wiped(opened: list[Journal], paths: AppPaths, clock: FixedClock) -> None:
    """Minutes, steps and photos have rules of their own, and the journal stays sound."""
    journal = again(opened, paths, clock)
    entries = [
        Exercise(day=DAY, minutes=45, kind=WORD, source="csv", source_id=f"{WORD}/2026-11-22"),
        Outing(day=DAY, minutes=30, place=WORD, photos=("a" * 64,), as_exercise=True),
        StepMark(day=DAY, rejection="r", step=7, note=WORD),
    ]
    journal.store(add=entries, name=ActName.LOG)
    journal.store(delete=entries, name=ActName.DELETE)
    again(opened, paths, clock, days=32)
    text = dump(paths.journal)
    assert WORD not in text
    assert "a" * 64 not in text
    assert all(each.id in text for each in entries)
    assert not examine(paths.journal, paths.photos).is_damaged


def test_a_day_is_the_least_step(opened: list[Journal], paths: AppPaths, clock: FixedClock) -> None:
    """All that was deleted on one day goes at once: no more than one look a day finds anything."""
    journal = again(opened, paths, clock)
    entry = CheckIn(day=DAY, note=WORD)
    journal.store(add=[entry], name=ActName.LOG)
    journal.store(delete=[entry], name=ActName.DELETE)
    again(opened, paths, clock, days=30, hours=2)
    assert WORD in dump(paths.journal)
    again(opened, paths, clock, days=1)
    assert WORD not in dump(paths.journal)


def test_acts_around_it_stay_consistent(
    opened: list[Journal], paths: AppPaths, clock: FixedClock
) -> None:
    """Acts up to the one that knew it are forgotten; later ones can still be taken back."""
    journal = again(opened, paths, clock)
    gone, stays = CheckIn(day=DAY, note=WORD), CheckIn(day=DAY, note="stays")
    journal.store(add=[gone, stays], name=ActName.LOG)
    journal.store(delete=[gone], name=ActName.DELETE)
    journal = again(opened, paths, clock, days=20)
    new = CheckIn(day=DAY, note="new")
    journal.store(add=[new], name=ActName.LOG)
    journal = again(opened, paths, clock, days=20)
    assert journal.undo().name is ActName.LOG
    assert journal.entries(CheckIn) == [stays]
    assert journal.next_undo() is None
    journal.redo()
    assert journal.entries(CheckIn) == [stays, new]


def test_what_waits_to_be_done_again_is_forgotten_whole(
    opened: list[Journal], paths: AppPaths, clock: FixedClock
) -> None:
    """Of acts undone long ago none can be done again without the others."""
    journal = again(opened, paths, clock)
    entry = CheckIn(day=DAY, note=WORD)
    journal.store(add=[entry], name=ActName.LOG)
    journal.store(add=[CheckIn(day=DAY)], name=ActName.LOG)
    journal.undo()
    journal.undo()
    journal = again(opened, paths, clock, days=40)
    assert journal.next_redo() is None
    assert WORD not in dump(paths.journal)


def test_wiped_row_is_not_brought_back(
    opened: list[Journal], paths: AppPaths, clock: FixedClock
) -> None:
    """A copy that still has the content of what was deleted doesn't revive it."""
    journal = again(opened, paths, clock)
    entry = CheckIn(day=DAY, note=WORD)
    journal.store(add=[entry], name=ActName.LOG)
    copy = journal.back_up("test")
    clock.advance(minutes=1)
    journal.store(delete=[entry], name=ActName.DELETE)
    journal = again(opened, paths, clock, days=40)
    assert not journal.plan_merge(copy)
    journal.restore(copy)
    assert journal.entries(CheckIn) == [entry]


def test_opening_writes_only_when_something_is_due(
    opened: list[Journal], paths: AppPaths, clock: FixedClock
) -> None:
    """A window isn't stirred by every command that opens the journal."""
    journal = again(opened, paths, clock)
    entry = CheckIn(day=DAY, note=WORD)
    journal.store(add=[entry], name=ActName.LOG)
    journal.store(delete=[entry], name=ActName.DELETE)
    for days in (1, 31, 1):
        clock.advance(days=days)
        other = Journal(paths.journal, clock)
        other.close(copy=False)
        assert journal.notice_foreign_changes() is (days == 31)


def keep_photo(paths: AppPaths, clock: FixedClock, colour: str) -> str:
    """Keep a photo and return its key."""
    picture = paths.data / f"{colour}.png"
    Image.new("RGB", (20, 20), colour).save(picture)
    store = PhotoStore(paths.photos)
    try:
        return store.add(picture, clock.now())
    finally:
        store.close()


def photos(paths: AppPaths) -> set[str]:
    """Return the keys of the photos that are kept."""
    with closing(sqlite3.connect(paths.photos)) as db:
        return {key for (key,) in db.execute("SELECT sha256 FROM photo")}


def visit(paths: AppPaths, clock: FixedClock, **later: float) -> None:
    """Open the journal some time later, and close it as the program does."""
    clock.advance(**later)
    Journal(paths.journal, clock).close()


def test_photo_goes_with_the_last_that_refers_to_it(paths: AppPaths, clock: FixedClock) -> None:
    """Neither the entry, nor acts, nor the trash, nor a copy may have it."""
    Journal(paths.journal, clock).close(copy=False)
    used, loose = (keep_photo(paths, clock, each) for each in ("red", "blue"))
    outing = Outing(day=DAY, photos=(used,))
    journal = Journal(paths.journal, clock)
    journal.store(add=[outing], name=ActName.OUTING)
    journal.close()
    visit(paths, clock, days=2)
    assert photos(paths) == {used, loose}
    visit(paths, clock, days=30)
    assert photos(paths) == {used}
    journal = Journal(paths.journal, clock)
    journal.store(delete=[outing], name=ActName.DELETE)
    journal.close(copy=False)
    visit(paths, clock, days=2)
    assert photos(paths) == {used}
    visit(paths, clock, days=40)
    assert photos(paths) == {used}, "a copy still has it"
    shutil.rmtree(paths.data / "backups")
    visit(paths, clock, days=2)
    assert photos(paths) == set()


def test_photo_that_an_undo_would_bring_back_stays(paths: AppPaths, clock: FixedClock) -> None:
    """As long as the act is kept that took it from its outing."""
    Journal(paths.journal, clock).close(copy=False)
    key = keep_photo(paths, clock, "red")
    journal = Journal(paths.journal, clock)
    outing = Outing(day=DAY, photos=(key,))
    journal.store(add=[outing], name=ActName.OUTING)
    journal.store(change=[replace(outing, photos=())], name=ActName.EDIT)
    journal.close(copy=False)
    visit(paths, clock, days=40)
    assert photos(paths) == {key}


@pytest.mark.parametrize(
    "name", ["journal.damaged-20261122-1432.sqlite3", "journal (1).sqlite3", "backups/broken"]
)
def test_photos_stay_while_something_is_unsettled(
    paths: AppPaths, clock: FixedClock, name: str
) -> None:
    """What was set aside, a conflict copy, a copy that can't be read: they may refer to it."""
    journal = Journal(paths.journal, clock)
    copy = journal.back_up("test")
    journal.close(copy=False)
    key = keep_photo(paths, clock, "red")
    if name == "backups/broken":
        copy.write_bytes(b"x")
    else:
        shutil.copy(paths.journal, paths.data / name)
    visit(paths, clock, days=40)
    assert photos(paths) == {key}


def test_photos_of_a_draft_are_kept(paths: AppPaths, clock: FixedClock) -> None:
    """An outing that was being written down may wait to be put back for longer than a month."""
    Journal(paths.journal, clock).close(copy=False)
    kept, loose = keep_photo(paths, clock, "red"), keep_photo(paths, clock, "blue")
    journal = Journal(paths.journal, clock)
    fields = {"photos": f"{kept} another", "place": "the bay"}
    draft = Draft(form=DraftForm.OUTING, day=DAY, fields=fields)
    journal.keep_drafts([draft])
    journal.close(copy=False)
    visit(paths, clock, days=31)
    assert photos(paths) == {kept}
    journal = Journal(paths.journal, clock)
    journal.keep_drafts([], [draft.id])
    journal.close(copy=False)
    visit(paths, clock, days=1)
    assert photos(paths) == set()
    assert loose


def test_photos_are_collected_once_a_day(paths: AppPaths, clock: FixedClock) -> None:
    """Closing twice on one day looks through the copies once."""
    Journal(paths.journal, clock).close(copy=False)
    keep_photo(paths, clock, "red")
    visit(paths, clock, days=1)
    (paths.data / "backups").mkdir(exist_ok=True)
    with closing(sqlite3.connect(paths.photos)) as db:
        before = db.execute("SELECT at FROM collected").fetchall()
    visit(paths, clock, hours=3)
    with closing(sqlite3.connect(paths.photos)) as db:
        assert db.execute("SELECT at FROM collected").fetchall() == before


def test_photos_come_along_with_a_merge(paths: AppPaths, clock: FixedClock) -> None:
    """Those that are sound and that an entry has; this computer may have had none before."""
    there = AppPaths.under(paths.data / "desktop")
    Journal(there.journal, clock).close(copy=False)
    key, damaged, loose = (keep_photo(there, clock, each) for each in ("red", "blue", "green"))
    other = Journal(there.journal, clock)
    other.store(add=[Outing(day=DAY, photos=(key, damaged))], name=ActName.OUTING)
    other.close(copy=False)
    with closing(sqlite3.connect(there.photos)) as db:
        db.execute("UPDATE photo SET picture = x'00' WHERE sha256 = ?", (damaged,))
        db.commit()
    journal = Journal(paths.journal, clock)
    journal.merge(journal.plan_merge(there.journal))
    journal.close(copy=False)
    assert photos(paths) == {key}
    assert loose not in photos(paths)
    assert check_photos(paths.photos, [key, damaged]).missing == (damaged,)
