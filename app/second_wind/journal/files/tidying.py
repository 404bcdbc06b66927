"""Tidies: empties the trash when its time is over, and collects photos that nothing refers to."""

import json
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from second_wind.core.secrets.passphrase_key import Key
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.file.database import Database
from second_wind.storage.merge import waiting
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables import state, trash
from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.rows import Rows
from second_wind.storage.tables.sql import OpenDatabase, connection

_A_DAY = timedelta(days=1)


def empty_trash(database: Database, now: datetime) -> None:
    """Wipe what was deleted 30 days ago or more; a look that finds nothing writes nothing."""
    with database.reading() as reader:
        if not (trash.due(reader, now) or waiting.settled_for_good(reader)):
            return
    with database.writing() as writer:
        trash.empty(writer, now)
        waiting.forget_settled(writer, now)


def collect_photos(database: Database, now: datetime) -> None:
    """Remove, at most once a day, photos that no entry, act, trash or copy refers to.

    None is removed that was kept within the last 30 days, nor while a file lies there that is still
    to be merged or recovered from.
    """
    photos = photos_of(database.path)
    with known_faults(photos):
        if not photos.exists():
            return
    from second_wind.storage.photos.photo_files import last_collected  # where there are photos

    with known_faults(photos):
        is_due = last_collected(photos, database.key) <= stamp(now - _A_DAY)
        if not is_due or _awaits_files(database.path):
            return
    _collect(database, photos, now)


def _awaits_files(journal: Path) -> bool:
    """Tell whether a file lies there that is still to be merged or recovered from."""
    from second_wind.computer.conflicts import conflict_copies
    from second_wind.storage.file.swap import set_aside_files

    return bool(set_aside_files(journal) or conflict_copies(journal) or backups.unproved(journal))


def _collect(database: Database, photos: Path, now: datetime) -> None:
    from second_wind.storage.pages.proof import is_sound
    from second_wind.storage.photos import photo_files
    from second_wind.storage.sqlite.encryption import read_only

    key = database.key
    with database.reading() as reader:
        wanted = photo_files.keys_in(connection(reader))
        wanted |= _in_drafts(reader) | waiting.photos(reader)
    for copy in backups.listed(database.path):
        if not is_sound(copy, key):
            return
        with known_faults(copy), closing(read_only(copy, key)) as kept:
            wanted |= photo_files.keys_in(kept)
    photo_files.collect_photos(photos, wanted, now - timedelta(days=trash.KEPT_DAYS), now, key)


def _in_drafts(database: OpenDatabase) -> set[str]:
    """Return the photos of outings that were being written down and wait to be put back."""
    from second_wind.journal.log.draft_texts import DRAFT, draft_of

    found = state.all_of(database, DRAFT).items()
    drafts = (draft_of(name, text) for name, text in found)
    return {key for each in drafts if each for key in each.fields.get("photos", "").split()}


def bring_photos(
    other: Path, theirs: Rows, journal: Path, key: Key | None = None, own: Key | None = None
) -> None:
    """Bring the photos of another journal, from whatever files of photos lie beside it."""
    from second_wind.storage.photos.photo_files import bring_photos as bring

    outings = theirs.get("outing", {}).values()
    wanted = {key for values in outings for key in json.loads(values["photos"])}
    ours = photos_of(journal)
    for source in sorted(other.parent.glob("*photos*.sqlite3")):
        if source != ours:
            bring(source, ours, wanted, key, own)


def photos_of(journal: Path) -> Path:
    """Return the file that holds the photos of a journal."""
    return AppPaths.under(journal.parent).with_journal(journal).photos
