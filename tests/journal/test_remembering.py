"""What the window remembers lies in the journal: no act, no entry, and gone when it is let go."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from second_wind.core.errors.entry_errors import NothingToUndo
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.core.log.entries import CheckIn
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes
from second_wind.journal.safety import encrypting
from second_wind.paths import AppPaths

TODAY = date(2026, 11, 22)
DRAFT = Draft(
    form=DraftForm.TALK,
    day=TODAY,
    entry="some-id",
    fields={"note": "she said “wait”\n\ud800\x00", "minutes": "1,5.0"},
    words="she said “wait”",
)


def test_a_draft_is_read_as_it_was_kept(journal: Journal) -> None:
    """Whatever letters were typed, halves of them and amounts that can't be read included."""
    journal.keep_drafts([DRAFT])
    assert journal.drafts() == [DRAFT]
    changed = replace(DRAFT, fields={"note": "she said wait and see"})
    journal.keep_drafts([changed])
    assert journal.drafts() == [changed]


def test_the_oldest_comes_first(journal: Journal, clock: FixedClock) -> None:
    """By when it was begun."""
    other = replace(DRAFT, id="0", day=date(2026, 11, 1))
    journal.keep_drafts([DRAFT])
    clock.advance(minutes=1)
    journal.keep_drafts([other])
    clock.advance(minutes=1)
    journal.keep_drafts([replace(DRAFT, words="more")])
    assert [each.id for each in journal.drafts()] == [DRAFT.id, "0"]


def test_it_is_no_act_and_tells_nobody(journal: Journal) -> None:
    """Undo knows nothing of it, and no page is drawn anew."""
    told: list[Changes] = []
    journal.subscribe(told.append)
    journal.keep_drafts([DRAFT])
    journal.remember({"support/offered": "2026-11-22"})
    assert told == []
    with pytest.raises(NothingToUndo):
        journal.undo()


def test_of_one_let_go_an_empty_row_stays(journal: Journal, paths: AppPaths) -> None:
    """No word of it is left, and no merge with an older copy brings it back."""
    journal.keep_drafts([DRAFT])
    copy = journal.back_up("manual")
    journal.keep_drafts([], [DRAFT.id])
    assert journal.drafts() == []
    with closing(sqlite3.connect(paths.journal)) as database:
        rows = database.execute("SELECT value, deleted_at FROM state").fetchall()
    assert [value for value, _ in rows] == [""]
    assert all(deleted for _, deleted in rows)
    journal.merge(journal.plan_merge(copy))
    assert journal.drafts() == []


def test_empty_rows_do_not_gather(journal: Journal, clock: FixedClock, paths: AppPaths) -> None:
    """They stay for three months; what waits to be put back stays for ever."""
    journal.keep_drafts([DRAFT, replace(DRAFT, id="waits")])
    journal.remember({"lines": "2026-11-22 1"})
    journal.keep_drafts([], [DRAFT.id])
    clock.advance(days=89)
    journal.keep_drafts([replace(DRAFT, id="later")])
    assert len(rows(paths)) == 4
    clock.advance(days=2)
    journal.keep_drafts([])
    assert rows(paths) == {"draft/waits", "draft/later", "lines"}


def rows(paths: AppPaths) -> set[str]:
    """Return the names of all rows, empty ones included."""
    with closing(sqlite3.connect(paths.journal)) as database:
        return {name for (name,) in database.execute("SELECT id FROM state").fetchall()}


def test_drafts_are_encrypted_with_the_journal(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """They come along, and no word of them is left in plain."""
    pytest.importorskip("sqlcipher3")
    journal.keep_drafts([DRAFT])
    journal.close(copy=False)
    key = Key("lamp river seven cloud")
    encrypting.encrypt(paths.journal, key, clock.now())
    files = [each for each in paths.journal.parent.rglob("*") if each.is_file()]
    assert not any(b"she said" in each.read_bytes() for each in files)
    again = Journal(paths.journal, clock, key=key)
    assert again.drafts() == [DRAFT]
    again.close(copy=False)


def test_a_return_to_a_copy_leaves_drafts_alone(journal: Journal, clock: FixedClock) -> None:
    """What was typed since then is not lost by it."""
    journal.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.MOOD)
    copy = journal.back_up("manual")
    clock.advance(minutes=1)
    journal.keep_drafts([DRAFT])
    journal.restore(copy)
    assert journal.drafts() == [DRAFT]


def test_what_a_newer_program_keeps_is_left_alone(journal: Journal) -> None:
    """It is neither offered nor thrown away."""
    newer = json.dumps(
        {"form": "plan", "day": "2026-11-22", "entry": "", "fields": {}, "words": ""}
    )
    journal.remember({"draft/new": newer, "draft/odd": "{", "draft/list": "[]"})
    assert journal.drafts() == []
    assert journal.remembered("draft/new") == newer


def test_names_are_told_apart(journal: Journal) -> None:
    """One may begin like another."""
    journal.remember({"lines": "a", "lines/more": "b"})
    assert (journal.remembered("lines"), journal.remembered("lines/more")) == ("a", "b")
    assert journal.remembered("line") == ""


def test_closing_copies_what_was_typed(journal: Journal, clock: FixedClock) -> None:
    """Also where nothing else changed since the last copy; and only once."""
    journal.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.MOOD)
    journal.back_up("manual")
    clock.advance(minutes=5)
    assert journal.back_up_before_end() is None
    assert len(safe_copies(journal.path)) == 1
    journal.keep_drafts([DRAFT])
    clock.advance(minutes=5)
    assert journal.back_up_before_end() is None
    clock.advance(minutes=5)
    assert journal.back_up_before_end() is None
    assert [each.reason for each in safe_copies(journal.path)] == ["close", "manual"]


def test_a_file_put_in_the_journals_place_takes_drafts(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """A sync may do that at any time; the words follow into the new file."""
    aside = paths.journal.with_name("aside.sqlite3")
    Journal(aside, clock).close(copy=False)
    aside.replace(paths.journal)
    journal.keep_drafts([DRAFT])
    journal.close(copy=False)
    again = Journal(paths.journal, clock)
    assert again.drafts() == [DRAFT]
    again.close(copy=False)
