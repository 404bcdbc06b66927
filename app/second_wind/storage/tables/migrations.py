"""The history of the schema: one function per version, literal SQL, never the living models."""

from collections.abc import Callable, Iterable

from second_wind.storage.tables import rows, seals
from second_wind.storage.tables.sql import OpenDatabase, connection, execute

APPLICATION_ID = 0x5EC0_4D57
"""Marks a file as ours in SQLite's header."""

_ROW = """
    id TEXT PRIMARY KEY NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT"""

_ENTRY = f"""{_ROW},
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    source_id TEXT NOT NULL"""

_TABLES_1 = {
    "check_in": "at TEXT, mood REAL CHECK (mood BETWEEN 1 AND 10), feelings TEXT NOT NULL,"
    " original TEXT NOT NULL",
    "exercise": "at TEXT, minutes INTEGER NOT NULL CHECK (minutes > 0), kind TEXT NOT NULL",
    "outing": "at TEXT, kind TEXT NOT NULL, minutes INTEGER CHECK (minutes > 0),"
    " place TEXT NOT NULL, photos TEXT NOT NULL, as_exercise INTEGER NOT NULL",
    "volunteering": "at TEXT, minutes INTEGER NOT NULL CHECK (minutes > 0),"
    " organisation TEXT NOT NULL, practised TEXT NOT NULL, met TEXT NOT NULL",
    "talk": "at TEXT, kind TEXT NOT NULL, person TEXT NOT NULL, person_id TEXT NOT NULL,"
    " minutes INTEGER CHECK (minutes > 0), tip TEXT NOT NULL",
    "rejection": "company TEXT NOT NULL, role TEXT NOT NULL, stage TEXT NOT NULL,"
    " how TEXT NOT NULL, feedback TEXT NOT NULL, lesson TEXT NOT NULL, met TEXT NOT NULL,"
    " themes TEXT NOT NULL, people TEXT NOT NULL",
    "rest": "",
    "step_mark": "rejection TEXT NOT NULL, step INTEGER NOT NULL CHECK (step IN (6, 7))",
    "person": "name TEXT NOT NULL, kind TEXT NOT NULL, organisation TEXT NOT NULL,"
    " role TEXT NOT NULL, how_met TEXT NOT NULL, contact TEXT NOT NULL,"
    " keep_in_touch INTEGER CHECK (keep_in_touch > 0), lean_on INTEGER NOT NULL",
    "consultation": "kind TEXT NOT NULL, rejection TEXT NOT NULL, person TEXT NOT NULL,"
    " person_id TEXT NOT NULL, received TEXT, said TEXT NOT NULL",
    "good_news": "kind TEXT NOT NULL, company TEXT NOT NULL, role TEXT NOT NULL, reopened TEXT",
    "feeling_word": "word TEXT NOT NULL, group_id TEXT NOT NULL, meaning TEXT NOT NULL",
}

_ACTS_1 = (
    """CREATE TABLE act (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    detail TEXT NOT NULL,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0)""",
    """CREATE TABLE act_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES act(id) ON DELETE CASCADE,
    noun TEXT NOT NULL,
    row TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL)""",
    "CREATE INDEX act_change_act ON act_change(act)",
    # The act that is being written; the triggers record nothing while there is none.
    "CREATE TABLE act_open (act INTEGER NOT NULL REFERENCES act(id))",
)


def migrate(database: OpenDatabase, found: int) -> None:
    """Bring a database from version `found` to the newest; the caller holds the transaction.

    Acts hold rows in the shape of their version, so none outlives a migration. Rows get their seals
    from what they say now: whoever calls this for a journal of before seals has proved them.
    """
    seals.register(connection(database))
    if 0 < found < newest():
        execute(database, "DELETE FROM act")
    for version, step in enumerate(MIGRATIONS[found:], start=found + 1):
        step(database)
        execute(database, f"PRAGMA user_version = {version}")


def _version_1(database: OpenDatabase) -> None:
    execute(database, f"PRAGMA application_id = {APPLICATION_ID}")
    for noun, own in _TABLES_1.items():
        columns = f"{_ENTRY}, {own}" if own else _ENTRY
        execute(database, f"CREATE TABLE {noun} ({columns})")
        execute(database, f"CREATE INDEX {noun}_day ON {noun}(day)")
        execute(
            database,
            f"CREATE UNIQUE INDEX {noun}_source ON {noun}(source, source_id)"
            " WHERE source <> '' AND deleted_at IS NULL",
        )
    execute(database, f"CREATE TABLE setting ({_ROW}, value TEXT NOT NULL)")
    for statement in _ACTS_1:
        execute(database, statement)
    for noun in (*_TABLES_1, "setting"):
        _record_changes(database, noun)


def _record_changes(database: OpenDatabase, noun: str) -> None:
    """Let triggers write each row before and after into `act_change` while an act is open."""
    columns = _columns(database, noun)
    for event, before in (("INSERT", "NULL"), ("UPDATE", _as_json("OLD", columns))):
        execute(
            database,
            f"CREATE TRIGGER {noun}_{event.lower()} AFTER {event} ON {noun}"
            " WHEN EXISTS (SELECT 1 FROM act_open) BEGIN"
            " INSERT INTO act_change (act, noun, row, before, after)"
            f" SELECT act, '{noun}', NEW.id, {before}, {_as_json('NEW', columns)} FROM act_open;"
            " END",
        )


def _version_2(database: OpenDatabase) -> None:
    """Give each row a seal, and imported ones what the import brought; keep drafts apart."""
    recorded, sealed = (*_TABLES_1, "setting"), (*_TABLES_1, "setting", "state", "act_change")
    # First, since SQLite reads all triggers again for each column that is added.
    for noun in recorded:
        for event in ("insert", "update"):
            execute(database, f"DROP TRIGGER {noun}_{event}")
    # Of a journal without rows, those triggers would have begun to count when its rows were sealed.
    execute(
        database,
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'act_change', 0"
        " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'act_change')",
    )
    for noun in _TABLES_1:
        execute(database, f"ALTER TABLE {noun} ADD COLUMN origin TEXT NOT NULL DEFAULT ''")
        execute(database, f"DROP INDEX {noun}_source")
        execute(database, f"CREATE INDEX {noun}_source ON {noun}(source, source_id)")
        _fill_origins(database, noun)
    execute(database, f"CREATE TABLE state ({_ROW}, value TEXT NOT NULL)")
    _ask_about_hours(database)
    for noun in sealed:
        execute(database, f"ALTER TABLE {noun} ADD COLUMN {rows.SEAL} TEXT NOT NULL DEFAULT ''")
    for noun in sealed:
        reseal(database, noun)
    for noun in recorded:
        _record_sealed_changes(database, noun)


def _ask_about_hours(database: OpenDatabase) -> None:
    """Note which hours that were typed before may be 1.5 read as 15, or 0.5 read as 5.

    The moment is the entry's own: an answer is later, however often an older file is merged.
    """
    execute(
        database,
        "INSERT INTO state (id, created_at, updated_at, value)"
        " SELECT 'hours/' || id, updated_at, updated_at, 'asked' FROM volunteering"
        " WHERE source = '' AND (minutes = 300 OR minutes >= 600 AND minutes % 60 = 0)",
    )


def _fill_origins(database: OpenDatabase, noun: str) -> None:
    """Note what an import brought where nobody has changed it since."""
    names = [name for name, _ in _columns(database, noun)]
    found = execute(
        database,
        f"SELECT {', '.join(names)} FROM {noun} WHERE source <> '' AND created_at = updated_at",
    ).fetchall()
    states = [dict(zip(names, row, strict=True)) for row in found]
    connection(database).executemany(
        f"UPDATE {noun} SET origin = ? WHERE id = ?",
        [(seals.origin(noun, each), each["id"]) for each in states],
    )


def reseal(database: OpenDatabase, noun: str) -> None:
    """Seal all rows of a table; for every migration that changes its columns or its rows.

    Triggers seal each row that is written from now on. One that is not as it was sealed is not
    written over: its garbage would be sealed with it.
    """
    names = [name for name, _ in _columns(database, noun) if name != rows.SEAL]
    old, new, row = (seals.expression(noun, names, each) for each in ("OLD", "NEW", noun))
    for event in ("insert", "update"):
        execute(database, f"DROP TRIGGER IF EXISTS {noun}_sealed_on_{event}")
    execute(database, f"UPDATE {noun} SET {rows.SEAL} = {row}")
    put = f"UPDATE {noun} SET {rows.SEAL} = {new} WHERE rowid = NEW.rowid; END"
    execute(database, f"CREATE TRIGGER {noun}_sealed_on_insert AFTER INSERT ON {noun} BEGIN {put}")
    execute(
        database,
        f"CREATE TRIGGER {noun}_sealed_on_update AFTER UPDATE OF {', '.join(names)} ON {noun} BEGIN"
        f" SELECT RAISE(ABORT, 'a row is not as it was sealed')"
        f" WHERE OLD.{rows.SEAL} IS NOT {old}; {put}",
    )


def _record_sealed_changes(database: OpenDatabase, noun: str) -> None:
    """Record changes as before; that a row gets its seal is none."""
    columns = [each for each in _columns(database, noun) if each[0] != rows.SEAL]
    written = f"UPDATE OF {', '.join(name for name, _ in columns)}"
    for event, before in (("INSERT", "NULL"), (written, _as_json("OLD", columns))):
        execute(
            database,
            f"CREATE TRIGGER {noun}_{event[:6].lower()} AFTER {event} ON {noun}"
            " WHEN EXISTS (SELECT 1 FROM act_open) BEGIN"
            " INSERT INTO act_change (act, noun, row, before, after)"
            f" SELECT act, '{noun}', NEW.id, {before}, {_as_json('NEW', columns)} FROM act_open;"
            " END",
        )


def _columns(database: OpenDatabase, noun: str) -> list[tuple[str, str]]:
    found = execute(database, f"PRAGMA table_info({noun})").fetchall()
    return [(str(name), str(kind)) for _, name, kind, *_ in found]


def _as_json(row: str, columns: Iterable[tuple[str, str]]) -> str:
    return f"json_object({', '.join(_member(row, *each) for each in columns)})"


def _member(row: str, name: str, kind: str) -> str:
    value = f"{row}.{name}"
    if kind == "REAL":
        # JSON keeps 15 digits of a real number, which would move an imported mood by its last bits.
        value = f"json(CASE WHEN {value} IS NOT NULL THEN printf('%!.17g', {value}) END)"
    return f"'{name}', {value}"


def newest() -> int:
    """Return the version that this program writes."""
    return len(MIGRATIONS)


MIGRATIONS: tuple[Callable[[OpenDatabase], None], ...] = (_version_1, _version_2)
