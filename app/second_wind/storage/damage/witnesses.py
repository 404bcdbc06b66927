"""What all copies of a journal say of its rows; of a damaged one, the rows whose seals fit."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies.copy_order import reach_in
from second_wind.storage.damage.snapshots import snapshot
from second_wind.storage.damage.unlocking import opener_for
from second_wind.storage.pages.salvage import salvage
from second_wind.storage.sqlite.encryption import read_only
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables import rows, shapes
from second_wind.storage.tables.rows import Rows, Values


@dataclass(frozen=True, slots=True)
class Said:
    """A row as a copy has it, and the newest copy that has it so."""

    values: Values
    source: Path


@dataclass(slots=True)
class Witnesses:
    """What the copies say.

    Attributes
    ----------
    said : table and id to the states of a row, newest first, each with the newest copy that has it.
    newest : all rows of the newest copy that could be read.
    taken_from : that copy.
    passed_over : copies of which nothing could be used.
    used_in_part : damaged copies, of which only the rows count whose seals fit.
    roots : the first page of each table and index in it.
    acts_ever : how many acts there ever were, as the copies tell.
    """

    said: dict[tuple[str, str], list[Said]] = field(default_factory=dict)
    newest: Rows = field(default_factory=lambda: {table: {} for table in shapes.columns()})
    taken_from: Path | None = None
    passed_over: list[Path] = field(default_factory=list)
    used_in_part: list[Path] = field(default_factory=list)
    roots: dict[str, int] = field(default_factory=dict)
    acts_ever: int = 0
    strangers: set[Path] = field(default_factory=set)

    def keys(self, table: str) -> set[str]:
        """Return the ids of a table that any copy knows."""
        return {key for of, key in self.said if of == table}

    def only_older(self) -> Rows:
        """Return the last state of the rows that the newest copy lacks, of the same journal."""
        found: Rows = {table: {} for table in self.newest}
        for (table, key), states in self.said.items():
            if key not in self.newest[table] and states[0].source not in self.strangers:
                found[table][key] = states[0].values
        return found


def ask(copies: Sequence[Path], key: Key | None = None) -> Witnesses:
    """Read all of some copies, the newest first."""
    found = Witnesses()
    for copy in copies:
        try:
            with snapshot(copy, key) as database:
                held = rows.read(database)
                found.acts_ever = max(found.acts_ever, reach_in(database).acts)
        except KnownError:
            _add_in_part(found, copy, key)
            continue
        if found.taken_from is None:
            found.taken_from, found.newest = copy, held
            found.roots = _roots_of(copy, key)
        elif _is_another(held, found.said):
            found.strangers.add(copy)
        _add(found, held, copy)
    return found


def _add_in_part(found: Witnesses, copy: Path, key: Key | None) -> None:
    """Take of a damaged copy what its seals prove; it is never the one to compare with as a whole.

    How many acts it tells of is not proved.
    """
    held = _last_proved_in(copy, found.roots, key)
    if not any(held.values()):
        found.passed_over.append(copy)
        return
    found.used_in_part.append(copy)
    if found.said and _is_another(held, found.said):
        found.strangers.add(copy)
    _add(found, held, copy)


def _last_proved_in(copy: Path, roots: Mapping[str, int], key: Key | None) -> Rows:
    """Return the last state of each row of a damaged copy whose seal fits, as far as it reads."""
    with suppress(KnownError), known_faults(copy):
        sealed = salvage(copy, roots, opener_for(copy, key)).sealed
        return {
            table: {key: max(states, key=_moment) for key, states in by_key.items() if states}
            for table, by_key in sealed.items()
        }
    return {}


def _moment(values: Values) -> str:
    return str(values["updated_at"])


def _add(found: Witnesses, held: Rows, copy: Path) -> None:
    for table, by_key in held.items():
        for key, values in by_key.items():
            states = found.said.setdefault((table, key), [])
            if not any(each.values == values for each in states):
                states.append(Said(values, copy))


def _is_another(held: Rows, known: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a copy is of another journal, begun anew in the same place."""
    names = {(table, key) for table, by_key in held.items() for key in by_key}
    return bool(names) and names.isdisjoint(known)


def _roots_of(copy: Path, key: Key | None) -> dict[str, int]:
    with closing(read_only(copy, key)) as database:
        listed = database.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0")
        return dict(listed.fetchall())
