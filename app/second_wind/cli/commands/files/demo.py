"""`second-wind demo`: makes a sample journal, apart from one's own."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli.duty import Duty, Writes
from second_wind.core.errors.journal_errors import JournalUnreachable, NotASample
from second_wind.core.errors.usage_errors import OptionsApart
from second_wind.core.log.clock import Clock
from second_wind.paths import AppPaths
from second_wind.words.base import amounts
from second_wind.words.base.language import _, translate_plural

if TYPE_CHECKING:
    from second_wind.cli.session import Session

_FOLDER = "sample"
_MOST_YEARS = 20


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "demo",
        help=_("make a sample journal to look around in"),
        description=_(
            "Makes a sample journal in a folder of its own, or makes it anew; --home says where."
        ),
        epilog=_("Example:\n  second-wind demo --home /tmp/sample --years 3 --seed 7"),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.JOURNAL, begins=True, is_apart=True))
    parser.add_argument(
        "--years",
        type=amounts.whole("years", 1, _MOST_YEARS),
        default=2,
        metavar="N",
        help=_("how many years it holds (2 unless given)"),
    )
    parser.add_argument(
        "--seed",
        type=amounts.whole("seed", 0, 2**31),
        default=1,
        metavar="S",
        help=_("another number makes another journal"),
    )


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Make the sample and say how to open it."""
    for option in ("journal", "passphrase_fd"):
        if hasattr(arguments, option):
            raise OptionsApart("demo", f"--{option.replace('_', '-')}")
    given = getattr(arguments, "home", None)
    paths = session.paths if given else AppPaths.under(session.paths.data / _FOLDER)
    rejections = make_sample(paths, session.clock, arguments.years, arguments.seed)
    text = translate_plural(
        "A sample journal of {n} year is ready, with {rejections} rejections. To open it:",
        "A sample journal of {n} years is ready, with {rejections} rejections. To open it:",
        arguments.years,
    )
    session.say(text.format(n=arguments.years, rejections=rejections))
    session.say(f'  second-wind --home "{paths.data}"')
    return 0


def make_sample(paths: AppPaths, clock: Clock, years: int = 2, seed: int = 1) -> int:
    """Make the sample journal, or make it anew, and return how many rejections it holds.

    Raises
    ------
    NotASample
        If there is a journal that no earlier call has made.
    """
    from second_wind.core.log.entries import Rejection
    from second_wind.core.sample.days import sample_entries
    from second_wind.journal.journal import Journal
    from second_wind.journal.log.changes import ActName

    _make_room(paths)
    journal = Journal(paths.journal, clock)
    try:
        entries = sample_entries(journal.today(), years, seed)
        journal.store(add=entries, name=ActName.SAMPLE)
    finally:
        journal.close(copy=False)
    return sum(isinstance(each, Rejection) for each in entries)


def _make_room(paths: AppPaths) -> None:
    from second_wind.journal.safety.presence import is_there, refuse_gone
    from second_wind.storage.copies.backups import listed  # peewee only when it is needed

    there = is_there(paths.journal)  # first, as it refuses a folder where nobody may look
    if not paths.is_sample:
        if there:
            raise NotASample(paths.journal)
        refuse_gone(paths.journal)
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = _("The journal in this folder is a sample; second-wind demo replaces it.")
        paths.sample_marker.write_text(f"{text}\n", encoding="utf-8")
        for each in (paths.journal, paths.photos):
            _remove(each)
        for copy in listed(paths.journal):
            copy.unlink()
    except OSError as error:
        raise JournalUnreachable(paths.journal) from error


def _remove(database: Path) -> None:
    """Remove a database with its write-ahead log, which is worthless and harmful without it."""
    for suffix in ("-wal", "-shm", ""):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
