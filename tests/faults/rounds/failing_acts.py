"""All that the program does with its files, each made ready so that it can be let fail.

An act's `prepare` makes files in a directory; `begin` opens what is open when the act starts, and
returns what is done then. Everything is the same each time: ids, times, and what is imported.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from first_version import write_as_first_version
from PIL import Image

from second_wind.computer import second_place
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise, Outing, Rejection
from second_wind.exchange.out import export
from second_wind.exchange.plan.plan import ImportPlan, prepare
from second_wind.exchange.plan.plan import carry_out as import_plan
from second_wind.exchange.values.options import Options, Scale
from second_wind.journal.files import tidying
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.rescue import Use, carry_out, put_in_place, report_damage
from second_wind.storage.photos.photos import PhotoStore
from second_wind.storage.tables import migrations, shapes
from second_wind.storage.tables.sql import OpenDatabase, execute

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=1)))
DAY = date(2026, 11, 20)
JOURNAL, PHOTOS, COPY, OTHER = "journal.sqlite3", "photos.sqlite3", "older", "elsewhere"
SECOND, CONFIG, OUT = "drive", "config", "out"


@dataclass(frozen=True)
class Ready:
    """What is done, and the journal that is open meanwhile."""

    do: Callable[[], object]
    journal: Journal | None = None


@dataclass(frozen=True)
class Act:
    """One thing that the program does."""

    name: str
    prepare: Callable[[Path], object]
    begin: Callable[[Path], Ready]
    patched: Callable[[], AbstractContextManager[object]] = nullcontext


def clock(**later: int) -> FixedClock:
    """Return the clock of every act, or a later one."""
    return FixedClock(NOW + timedelta(**later))


def opened(home: Path, **later: int) -> Journal:
    """Open the journal."""
    return Journal(home / JOURNAL, clock(**later))


def entries(mark: str, count: int = 12) -> list[AnyEntry]:
    """Return entries whose ids tell whose they are; notes long enough for several pages."""
    found: list[AnyEntry] = []
    for number in range(count):
        key, note = f"{mark}-{number}", f"{mark} {number} " * 60
        found += [
            CheckIn(id=f"{key}-c", day=DAY, mood=1 + number % 10, note=note),
            Exercise(id=f"{key}-e", day=DAY, minutes=20 + number),
        ]
    rejection = Rejection(id=f"{mark}-r", day=DAY, company=mark)
    return [*found, rejection]


# Made ready


def nothing(home: Path) -> None:
    """Leave the directory empty."""


def log_of_a_day(home: Path) -> None:
    """Log, change, undo once, so that there is something to undo and to redo."""
    journal = opened(home)
    journal.store(add=entries("kept"), name=ActName.LOG)
    journal.store(add=entries("newest"), name=ActName.LOG)
    journal.store(add=entries("undone"), name=ActName.LOG)
    journal.undo()
    journal.close(copy=False)


def of_the_first_version(home: Path) -> None:
    """Log a day as the first version did."""
    place = home.with_name("newer")
    log_of_a_day(place)
    write_as_first_version(place / JOURNAL, home / JOURNAL)
    shutil.rmtree(place)


def left_by_a_killed_process(home: Path) -> None:
    """Leave the write-ahead log as a killed process does."""
    place = home.with_name("killed")
    log_of_a_day(place)
    journal = opened(place)
    journal.store(add=entries("in-the-log"), name=ActName.LOG)
    shutil.copytree(place, home, dirs_exist_ok=True)
    journal.close(copy=False)
    shutil.rmtree(place)


def with_a_copy(home: Path) -> None:
    """Keep a copy of an older state, and one in the second place."""
    journal = opened(home)
    journal.store(add=entries("kept"), name=ActName.LOG)
    shutil.copy(journal.back_up("older"), home / COPY)
    journal.store(add=entries("newest"), delete=entries("kept", 3), name=ActName.LOG)
    journal.close(copy=False)
    (home / SECOND).mkdir(mode=0o700)
    second_place.choose(home / CONFIG, home / SECOND)


def with_another(home: Path) -> None:
    """Put another journal with a photo beside it."""
    log_of_a_day(home)
    place = home / OTHER
    with_photos(place)


def with_photos(home: Path) -> None:
    """Log an outing with a photo, and keep a photo that nothing refers to."""
    log_of_a_day(home)
    store = PhotoStore(home / PHOTOS)
    keys = [store.add(picture(home, shade), clock().now()) for shade in (40, 90)]
    store.close()
    journal = opened(home)
    outing = Outing(id=f"outing-{home.name}", day=DAY, place="wood", photos=(keys[0],))
    journal.store(add=[outing], name=ActName.LOG)
    journal.close(copy=False)


def with_trash(home: Path) -> None:
    """Delete some entries."""
    log_of_a_day(home)
    journal = opened(home)
    journal.store(delete=entries("kept", 4), name=ActName.DELETE)
    journal.close(copy=False)


def with_a_table(home: Path) -> None:
    """Read a table of 300 days, once, since each reading gives its entries other ids."""
    log_of_a_day(home)
    table = home.parent / "table.csv"
    days = [(DAY - timedelta(days=number)).isoformat() for number in range(300)]
    rows = [f"{day},{1 + number % 10},a day {number}" for number, day in enumerate(days)]
    table.write_text("\n".join(["date,mood,note", *rows]), encoding="utf-8")
    columns = {"day": "date", "mood": "mood", "note": "note"}
    journal = opened(home)
    _PLANS.append(prepare(table, Options(columns=columns, scale=Scale(1, 10)), journal))
    journal.close(copy=False)
    assert len(_PLANS[-1].new) == 300, _PLANS[-1]


_PLANS: list[ImportPlan] = []


def damaged(home: Path) -> None:
    """Overwrite the journal's first page; a copy of an older state is there."""
    with_a_copy(home)
    with (home / JOURNAL).open("r+b") as file:
        file.write(b"\xff" * 512)


def picture(home: Path, shade: int) -> Path:
    """Make a file with a picture."""
    file = home.parent / f"picture-{shade}.png"
    if not file.exists():
        Image.new("RGB", (900, 600), (shade, 120, 200)).save(file)
    return file


def exported(home: Path) -> None:
    """Put a file where an export will go."""
    log_of_a_day(home)
    (home / OUT).write_text("before")


# Done


def beginning(home: Path) -> Ready:
    """Begin a journal."""
    return Ready(lambda: opened(home).close(copy=False))


def logging(home: Path) -> Ready:
    """Log a day."""
    journal = opened(home)
    return Ready(lambda: journal.store(add=entries("new"), name=ActName.LOG), journal)


def typing(home: Path) -> Ready:
    """Go on with a note, as more of the same act."""
    journal = opened(home)
    (first,) = [each for each in entries("newest") if each.id == "newest-0-c"]
    act = journal.next_undo()
    more = replace(first, note="a longer note " * 900)
    return Ready(lambda: journal.store(change=[more], name=ActName.EDIT, extend=act), journal)


def setting(home: Path) -> Ready:
    """Change a setting of the log."""
    journal = opened(home)
    return Ready(lambda: journal.change_settings(replace(journal.settings, goal=55)), journal)


def undoing(home: Path) -> Ready:
    """Undo."""
    journal = opened(home)
    return Ready(journal.undo, journal)


def redoing(home: Path) -> Ready:
    """Redo."""
    journal = opened(home)
    return Ready(journal.redo, journal)


def importing(home: Path) -> Ready:
    """Import a table of 300 days."""
    journal = opened(home)
    return Ready(lambda: import_plan(_PLANS[-1], journal), journal)


def backing_up(home: Path) -> Ready:
    """Make a safe copy."""
    journal = opened(home)
    return Ready(lambda: journal.back_up("by-hand"), journal)


def mirroring(home: Path) -> Ready:
    """Make a safe copy, in the second place too."""
    journal = Journal(home / JOURNAL, clock(), second_place.chosen(home / CONFIG))

    def make() -> None:
        journal.back_up("by-hand")
        if journal.second_place_problem:
            raise journal.second_place_problem

    return Ready(make, journal)


def closing(home: Path) -> Ready:
    """Close, with a copy."""
    journal = opened(home)

    def close() -> None:
        problem = journal.close()
        if problem:
            raise problem

    return Ready(close)


def restoring(home: Path) -> Ready:
    """Return to a copy."""
    journal = opened(home)
    return Ready(lambda: journal.restore(home / COPY), journal)


def merging(home: Path) -> Ready:
    """Merge another journal, photos included."""
    journal = opened(home)
    plan = journal.plan_merge(home / OTHER / JOURNAL)
    return Ready(lambda: journal.merge(plan), journal)


def migrating(home: Path) -> Ready:
    """Open the journal with a program of tomorrow, or one of before with today's."""
    return Ready(lambda: opened(home).close(copy=False))


def emptying(home: Path) -> Ready:
    """Empty the trash when its time is over."""
    journal = opened(home)
    database, now = journal._database, clock(days=40).now()
    return Ready(lambda: tidying.empty_trash(database, now), journal)


def collecting(home: Path) -> Ready:
    """Collect photos that nothing refers to."""
    journal = opened(home)
    database, now = journal._database, clock(days=40).now()
    return Ready(lambda: tidying.collect_photos(database, now), journal)


def photographing(home: Path) -> Ready:
    """Keep a photo."""
    store = PhotoStore(home / PHOTOS)

    def add() -> None:
        key = store.add(picture(home, 200), clock().now())
        assert store.picture(key)

    return Ready(add)


def recovering(home: Path) -> Ready:
    """Recover a damaged journal, together with what its copy holds."""
    report = report_damage(home / JOURNAL)
    return Ready(lambda: carry_out(report, Use.BOTH, clock().now()))


def replacing(home: Path) -> Ready:
    """Put a copy in a damaged journal's place."""
    (newest, *_) = safe_copies(home / JOURNAL)
    return Ready(lambda: put_in_place(home / JOURNAL, newest.path, clock().now()))


def choosing(home: Path) -> Ready:
    """Choose a second place."""
    return Ready(lambda: second_place.choose(home / CONFIG, home))


def exporting(home: Path) -> Ready:
    """Export into one file, over one that is there."""
    journal = opened(home)
    return Ready(lambda: export.to_path("json", journal, home / OUT), journal)


@contextmanager
def tomorrow() -> Iterator[None]:
    """Let the program know one more version, which rewrites every check-in."""

    def more(database: OpenDatabase) -> None:
        execute(database, "ALTER TABLE check_in ADD COLUMN weather TEXT NOT NULL DEFAULT ''")
        execute(database, "UPDATE check_in SET weather = 'rain' || id")
        migrations.reseal(database, "check_in")
        execute(database, "CREATE TABLE tomorrow (day TEXT NOT NULL)")

    before: Any = migrations.MIGRATIONS
    try:
        migrations.MIGRATIONS = (*before, more)
        forget_shapes()
        yield
    finally:
        migrations.MIGRATIONS = before
        forget_shapes()


def forget_shapes() -> None:
    """Let the program look once more what the newest version looks like."""
    shapes.columns.cache_clear()
    shapes.nullable.cache_clear()


ACTS = (
    Act("begin", nothing, beginning),
    Act("open", log_of_a_day, beginning),
    Act("open after a kill", left_by_a_killed_process, beginning),
    Act("log", log_of_a_day, logging),
    Act("type a note", log_of_a_day, typing),
    Act("change a setting", log_of_a_day, setting),
    Act("undo", log_of_a_day, undoing),
    Act("redo", log_of_a_day, redoing),
    Act("import", with_a_table, importing),
    Act("back up", log_of_a_day, backing_up),
    Act("back up twice", with_a_copy, mirroring),
    Act("close", log_of_a_day, closing),
    Act("restore", with_a_copy, restoring),
    Act("merge", with_another, merging),
    Act("migrate", log_of_a_day, migrating, tomorrow),
    Act("seal", of_the_first_version, migrating),
    Act("empty the trash", with_trash, emptying),
    Act("collect photos", with_photos, collecting),
    Act("keep a photo", with_photos, photographing),
    Act("recover", damaged, recovering),
    Act("put a copy in place", damaged, replacing),
    Act("choose a second place", log_of_a_day, choosing),
    Act("export", exported, exporting),
)
