"""Makes a journal's content that of one of its copies, row by row."""

from datetime import datetime

from second_wind.storage.tables import rows
from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.rows import Rows, Values
from second_wind.storage.tables.sql import OpenDatabase, connection


def restore(database: OpenDatabase, wanted: Rows, now: datetime) -> None:
    """Let exactly the live rows of `wanted` be alive; whatever else there is becomes deleted.

    Rows that change get the time of now, so that a later merge keeps what was restored.
    """
    present = rows.read(connection(database))
    for table, mine in present.items():
        if table == rows.STATE:  # what somebody has typed since is no part of the log yet
            continue
        states = states_of_return(mine, wanted.get(table, {}), stamp(now))
        rows.put(connection(database), table, states)


def states_of_return(mine: dict[str, Values], wanted: dict[str, Values], now: str) -> list[Values]:
    """Return the states of a table's rows that make exactly the live ones of `wanted` alive."""
    living, target = rows.alive(mine), rows.alive(wanted)
    gone = [
        _gone(values, wanted.get(key), now) for key, values in living.items() if key not in target
    ]
    changed = [
        values | {"updated_at": now}
        for key, values in target.items()
        if key not in living or rows.content(living[key]) != rows.content(values)
    ]
    return gone + changed


def _gone(values: Values, in_copy: Values | None, now: str) -> Values:
    """Return a row as deleted; one that the copy doesn't know was not deleted by hand."""
    if in_copy is None:
        return rows.never_lived(values) | {"updated_at": now}
    return values | {"updated_at": now, "deleted_at": in_copy["deleted_at"]}
