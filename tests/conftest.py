"""What every test stands on: a fixed place in time, files of its own, no network, nothing left."""

import atexit
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import socket
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from second_wind.cli.commands.smoke import HARMLESS
from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.storage.file.database import Database
from second_wind.words.base import numbers

_SCRATCH = Path(tempfile.mkdtemp(prefix="sw-"))
"""For what outlives one test; short, since the path of a socket may have 108 bytes only."""

atexit.register(shutil.rmtree, _SCRATCH, ignore_errors=True)
_FONT_CACHE = Path(tempfile.gettempdir()) / f"second-wind-tests-matplotlib-{os.getuid()}"
_HOME_VARIABLES = {
    "HOME": ".",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
}
_homes = count()
_made: dict[str, tuple[Path, datetime]] = {}
"""What `made_once` keeps: the files, and where the clock stood."""

_HERE = Path(__file__).parent
_HOURS_OF_BEFORE = ((300, ""), (900, ""), (540, ""), (330, ""), (900, "any-csv"))
"""Minutes and source; the first two may be 0.5 and 1.5 hours of which the mark was dropped."""
_FOR_ENCRYPTION = ("sqlcipher3", "cryptography", "keyring", "zxcvbn")


def _home(directory: Path) -> dict[str, str]:
    """Return the environment of a person whose files all lie in a directory."""
    directory.mkdir(parents=True, exist_ok=True)
    return {name: str(directory / part) for name, part in _HOME_VARIABLES.items()}


# Before anything imports Qt or matplotlib, and for fixtures that live longer than one test.
os.environ |= _home(_SCRATCH / "home") | {
    "QT_QPA_PLATFORM": "offscreen",
    "MPLCONFIGDIR": str(_FONT_CACHE),
    "XDG_RUNTIME_DIR": str(_SCRATCH),
    "LC_ALL": "C.UTF-8",
    "TZ": "CET-1CEST,M3.5.0,M10.5.0/3",
}
# Whoever runs the tests in the background lets them ignore these, and so what they start.
for _number in (signal.SIGINT, getattr(signal, "SIGHUP", None)):
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.SIG_DFL)
# How busy the machine is says nothing about the program.
settings.register_profile("any", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any")
for _name in ("SECOND_WIND_HOME", "LANGUAGE"):
    os.environ.pop(_name, None)
_FONT_CACHE.mkdir(exist_ok=True)
time.tzset()


def pytest_configure(config: pytest.Config) -> None:
    """Let every other warning of Qt fail the test that caused it."""
    for text in HARMLESS:
        config.addinivalue_line("qt_log_ignore", re.escape(text))


@pytest.fixture
def clock() -> FixedClock:
    """Stand at a Sunday afternoon; `advance` it, or set its `moment`."""
    return FixedClock(datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=1))))


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Keep every file of the program in the test's own directory."""
    return AppPaths.under(tmp_path)


@pytest.fixture
def journal(paths: AppPaths, clock: FixedClock) -> Iterator[Journal]:
    """Open an empty journal at `paths.journal`, and close it afterwards."""
    journal = Journal(paths.journal, clock)
    yield journal
    journal.close(copy=False)


@pytest.fixture
def made_once(paths: AppPaths, clock: FixedClock) -> Callable[[Callable[[], object]], None]:
    """Let something make the test's files, or copy those that it made for a test before.

    What it makes is the same each time and closed in the end; the clock is where it was left.
    """

    def bring(make: Callable[[], object]) -> None:
        name = f"{make.__module__}.{make.__qualname__}"
        if name in _made:
            kept, clock.moment = _made[name]
            shutil.copytree(kept, paths.data, dirs_exist_ok=True)
            return
        make()
        kept = Path(shutil.copytree(paths.data, _SCRATCH / "made" / str(len(_made))))
        _made[name] = kept, clock.moment

    return bring


@pytest.fixture
def hours_of_before() -> Callable[[Path], Path]:
    """Write a journal of version 1 with hours of volunteering as its fields may have read them."""

    def write(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_HERE / "journals" / "v1.sqlite3", path)
        columns = ("id", "created_at", "updated_at", "day", "note", "source", "source_id",
                   "minutes", "organisation", "practised", "met")  # fmt: skip
        moment = "2026-11-21T09:00:00.000000+00:00"
        with closing(sqlite3.connect(path)) as database, database:
            for number, (minutes, source) in enumerate(_HOURS_OF_BEFORE):
                values = (f"hours-{number}", moment, moment, f"2026-11-{10 + number}", "", source,
                          str(number) if source else "", minutes, "Food bank", "", "")  # fmt: skip
                database.execute(
                    f"INSERT INTO volunteering ({', '.join(columns)})"
                    f" VALUES ({', '.join('?' * len(columns))})",
                    values,
                )
        return path

    return write


@pytest.fixture(scope="session")
def samples() -> Path:
    """Find files of other programs: in the directory that SECOND_WIND_SAMPLES names."""
    named = os.environ.get("SECOND_WIND_SAMPLES")
    if not named:
        pytest.skip("SECOND_WIND_SAMPLES names no directory of sample files")
    return Path(named)


@pytest.fixture(scope="session")
def sqlcipher() -> None:
    """Skip where the extra for encryption isn't installed, unless it is required."""
    missing = [name for name in _FOR_ENCRYPTION if importlib.util.find_spec(name) is None]
    if missing:
        reason = f"encryption needs {', '.join(missing)}"
        if os.environ.get("SECOND_WIND_REQUIRE_ENCRYPTION"):
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test a home of its own: none touches the files of the person who runs it."""
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_homes))
    for name, value in _home(home).items():
        monkeypatch.setenv(name, value)


@pytest.fixture(autouse=True)
def _own_numbers() -> Iterator[None]:
    """Let each test write numbers as the environment tells, whatever another one chose."""
    numbers.choose(None)
    yield
    numbers.choose(None)


@pytest.fixture(scope="session", autouse=True)
def _each_key_once() -> Iterator[None]:
    """Derive the key of a passphrase and a salt once: it takes a tenth of a second on purpose."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(hashlib, "pbkdf2_hmac", lru_cache(maxsize=None)(hashlib.pbkdf2_hmac))
        yield


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever wants to talk to another computer; sockets of this one are fine."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(this: socket.socket, address: Any) -> None:
        _refuse_network(this, address)
        connect(this, address)

    def guarded_ex(this: socket.socket, address: Any) -> int:
        _refuse_network(this, address)
        return connect_ex(this, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


def _refuse_network(this: socket.socket, address: Any) -> None:
    if this.family != socket.AF_UNIX:
        pytest.fail(f"the network was asked for: {address}")


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    """Fail the test that leaves a journal open; before Python 3.13 sqlite3 doesn't warn."""
    before = _open_databases()
    yield
    left = _open_databases() - before
    assert not left, f"still open: {sorted(left)}"


def _open_databases() -> set[str]:
    """Return the SQLite files that this process holds open, where the system can tell."""
    handles = Path("/proc/self/fd")
    found = set()
    for each in handles.iterdir() if handles.is_dir() else ():
        try:
            target = str(each.readlink())
        except OSError:  # the handle of the listing itself is gone by now
            continue
        if ".sqlite3" in target:
            found.add(target)
    return found


@pytest.fixture
def garble() -> Callable[[Path, str], None]:
    """Return what changes rows of a journal behind the back of its triggers, as damage does."""

    def change(path: Path, statement: str) -> None:
        with closing(sqlite3.connect(path)) as db:
            triggers = db.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
            ).fetchall()
            for name, _ in triggers:
                db.execute(f"DROP TRIGGER {name}")
            db.execute(statement)
            for _, definition in triggers:
                db.execute(definition)
            db.commit()

    return change


@pytest.fixture
def database(paths: AppPaths, clock: FixedClock) -> Iterator[Database]:
    """Open an empty file, below the journal."""
    database = Database(paths.journal, clock.now())
    yield database
    database.close()
