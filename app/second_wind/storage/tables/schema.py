"""The tables as peewee models, for queries; `migrations` makes them.

Those of entries follow from the fields of each kind.
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import partial
from typing import Any

from peewee import (
    BooleanField,
    CharField,
    Field,
    FloatField,
    IntegerField,
    Model,
    TextField,
)

from second_wind.core.log.entries import AnyEntry, Entry, EntryType
from second_wind.core.log.kinds import KINDS, Kind, types_of
from second_wind.storage.tables.fields import (
    ChoiceField,
    DayField,
    MomentField,
    TimeOfDayField,
    WordsField,
)

_FIELDS: Mapping[Any, Callable[[], Field]] = {
    str: TextField,
    int: IntegerField,
    int | None: partial(IntegerField, null=True),
    float | None: partial(FloatField, null=True),
    bool: BooleanField,
    date | None: partial(DayField, null=True),
    time | None: partial(TimeOfDayField, null=True),
    tuple[str, ...]: WordsField,
}
"""By the type of an entry's field; one of a choice is none of them."""


class Row(Model):
    """What every row has: a key for life and the times that a merge needs."""

    id = CharField(primary_key=True)
    created_at = MomentField()
    updated_at = MomentField()
    deleted_at = MomentField(null=True)
    seal = TextField()


class EntryRow(Row):
    """What every logged row has; `origin` is the digest of what an import brought."""

    day = DayField()
    note = TextField()
    source = TextField()
    source_id = TextField()
    origin = TextField(default="")


class SettingRow(Row):
    """A setting that belongs to the log; its id is its name."""

    value = TextField()

    class Meta:
        table_name = "setting"


class StateRow(Row):
    """Something that the window remembers, such as a draft; its id says what."""

    value = TextField()

    class Meta:
        table_name = "state"


def _model(kind: Kind) -> type[EntryRow]:
    common = types_of(Entry)
    own = {name: _field(of) for name, of in types_of(kind.type).items() if name not in common}
    meta = type("Meta", (), {"table_name": str(kind.noun)})
    make: Any = type(EntryRow)  # peewee's, which has no types
    made: type[EntryRow] = make(f"{kind.type.__name__}Row", (EntryRow,), {"Meta": meta} | own)
    return made


def _field(of: Any) -> Field:
    return _FIELDS[of]() if of in _FIELDS else ChoiceField(of)


MODELS: dict[EntryType, type[EntryRow]] = {each.type: _model(each) for each in KINDS}


def model_of(entry: AnyEntry) -> type[EntryRow]:
    """Return the model that holds entries of this kind."""
    return MODELS[type(entry)]
