"""Entries that a recovery stored though nobody could vouch for them, until somebody looks.

One that is changed, deleted or taken from another journal since is in doubt no more; one that is
right as it stands is confirmed.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.rows import STATE, Rows, Values, alive

if TYPE_CHECKING:
    from second_wind.storage.damage.rescue import Dispute

DOUBT = "doubt/"
"""Begins the name under which a journal remembers such an entry."""


def to_remember(disputes: "Iterable[Dispute]", now: datetime) -> dict[str, Values]:
    """Return what a recovered journal remembers of entries in doubt, as rows by their id."""
    found = (_row(each, stamp(now)) for each in disputes if each.table != STATE)
    return {values["id"]: values for values in found}


def doubts_in(rows: Rows) -> "tuple[Dispute, ...]":
    """Return the entries that are still in doubt, in order of days, from all rows of a journal."""
    remembered = alive(rows.get(STATE, {}))
    found = (_dispute(each["value"]) for key, each in remembered.items() if key.startswith(DOUBT))
    still = (each for each in found if each is not None and _stands(each, rows))
    return tuple(sorted(still, key=lambda each: (each.day, each.table)))


def _row(dispute: "Dispute", moment: str) -> Values:
    first = dispute.versions[0].values
    versions = [
        {"copy": each.source.name if each.source else None, "values": each.values}
        for each in dispute.versions
    ]
    said = json.dumps({"table": dispute.table, "versions": versions}, ensure_ascii=False)
    key = f"{DOUBT}{dispute.table}/{first['id']}"
    times = {"created_at": moment, "updated_at": moment, "deleted_at": None}
    return {"id": key, "value": said} | times


def _dispute(text: str) -> "Dispute | None":
    """Return what was remembered; None if a newer program did so in its own way."""
    from second_wind.storage.damage.rescue import Dispute, Version  # after a recovery alone

    try:
        said: dict[str, Any] = json.loads(text)
        versions = [
            Version(dict(each["values"]), Path(each["copy"]) if each["copy"] else None)
            for each in said["versions"]
        ]
        return Dispute(str(said["table"]), tuple(versions)) if versions else None
    except (ValueError, KeyError, TypeError):
        return None


def _stands(dispute: "Dispute", rows: Rows) -> bool:
    """Tell whether the entry is still as the recovery stored it."""
    first = dispute.versions[0].values
    now = rows.get(dispute.table, {}).get(first.get("id", ""))
    if now is None or now["deleted_at"] is not None:
        return False
    return all(now[name] == first[name] for name in now.keys() & first.keys())
