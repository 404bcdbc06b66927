"""The tables as peewee models, for statements about one entry or one source, and no others.

Those of entries follow from the fields of each kind. Peewee writes the statements; they run on the
one connection, as all others do: see docs/decisions/0027.
"""

import sqlite3
from typing import Any

from peewee import CharField, Field, Model

from second_wind.core.log.entries import AnyEntry, Entry, EntryType
from second_wind.core.log.kinds import KINDS, Kind, types_of
from second_wind.storage.tables.fields import DAY, MOMENT, TEXT, Converter, converter_of
from second_wind.storage.tables.sql import OpenDatabase, execute


class Converted(Field):
    """A column whose values are stored and read by a converter."""

    field_type = "TEXT"

    def __init__(self, converter: Converter, **options: Any) -> None:
        super().__init__(**options)
        self.how = converter

    def db_value(self, value: Any) -> Any:
        """Return what is stored."""
        return self.how.into(value)

    def python_value(self, value: Any) -> Any:
        """Return what was stored."""
        return self.how.out(value)


class Row(Model):
    """What every row has: a key for life and the times that a merge needs."""

    id = CharField(primary_key=True)
    created_at = Converted(MOMENT)
    updated_at = Converted(MOMENT)
    deleted_at = Converted(MOMENT, null=True)
    seal = Converted(TEXT)


class EntryRow(Row):
    """What every logged row has; `origin` is the digest of what an import brought."""

    day = Converted(DAY)
    note = Converted(TEXT)
    source = Converted(TEXT)
    source_id = Converted(TEXT)
    origin = Converted(TEXT)


def _model(kind: Kind) -> type[EntryRow]:
    common = types_of(Entry)
    own = {
        name: Converted(converter_of(of), null=True)
        for name, of in types_of(kind.type).items()
        if name not in common
    }
    meta = type("Meta", (), {"table_name": str(kind.noun)})
    make: Any = type(EntryRow)  # peewee's, which has no types
    made: type[EntryRow] = make(f"{kind.type.__name__}Row", (EntryRow,), {"Meta": meta} | own)
    return made


MODELS: dict[EntryType, type[EntryRow]] = {each.type: _model(each) for each in KINDS}


def model_of(entry: AnyEntry) -> type[EntryRow]:
    """Return the model that holds entries of this kind."""
    return MODELS[type(entry)]


def run(database: OpenDatabase, query: Any) -> sqlite3.Cursor:
    """Run a statement that peewee has written."""
    statement, values = query.sql()
    return execute(database, statement, values)
