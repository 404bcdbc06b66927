"""What each command may do where there is no journal, and where it may write."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto
from pathlib import Path

from second_wind.core.errors.copy_errors import JournalThere
from second_wind.core.errors.encryption_errors import PassphraseUnasked
from second_wind.core.errors.journal_errors import JournalReadOnly
from second_wind.paths import AppPaths
from second_wind.words.base.language import _


class Writes(Flag):
    """Where a command may write, besides what keeping the journal brings along."""

    NOTHING = 0
    JOURNAL = auto()
    SETTINGS = auto()
    """The settings of this computer, such as the second place for copies."""
    OUTPUT = auto()
    """A file where the person wants it, through the one gate for all output."""


def _never(_arguments: argparse.Namespace) -> bool:
    return False


def _none(_arguments: argparse.Namespace) -> Path | None:
    return None


@dataclass(frozen=True, slots=True)
class Duty:
    """What a command declares; without one the parser refuses it.

    Attributes
    ----------
    writes : where it may write.
    begins : whether it may begin a journal where there is none.
    looks : tells from its words whether it only looks this time, though it may write.
    rescues : tells from its words whether it works where a journal is missing beside its copies.
    other : tells from its words which other file it reads, for which a passphrase may be, too.
    changes_key : whether a passphrase that is given becomes the journal's.
    is_apart : whether it has a place of its own, so that the person's journal doesn't matter.
    """

    writes: Writes
    begins: bool = False
    looks: Callable[[argparse.Namespace], bool] = _never
    rescues: Callable[[argparse.Namespace], bool] = _never
    other: Callable[[argparse.Namespace], Path | None] = _none
    changes_key: bool = False
    is_apart: bool = False


def dry_run(arguments: argparse.Namespace) -> bool:
    """Tell whether a command was asked to write nothing."""
    return bool(arguments.dry_run)


def add_new(parser: argparse.ArgumentParser) -> None:
    """Add the option to begin a journal where one is missing; for those that may begin one."""
    parser.add_argument(
        "--new",
        action="store_true",
        help=_("begin a new journal even where safe copies of one that is missing lie"),
    )


def gate(arguments: argparse.Namespace, paths: AppPaths) -> None:
    """Let a command go on if there is a journal, or if it may do without.

    Raises
    ------
    KnownError
        JournalGone or NoJournalYet; JournalThere, if a new one was asked for beside one;
        PassphraseUnasked, if one was given for a plain journal; JournalReadOnly, if nothing could
        be stored in it.
    """
    duty: Duty = arguments.duty
    if duty.is_apart:
        return
    _require_journal(arguments, duty, paths.journal)
    if hasattr(arguments, "passphrase_fd") and not duty.changes_key:
        _refuse_plain(paths.journal, duty.other(arguments))
    if Writes.JOURNAL in duty.writes and not duty.looks(arguments):
        _require_writable(paths.journal)


def _require_journal(arguments: argparse.Namespace, duty: Duty, journal: Path) -> None:
    from second_wind.journal.safety import presence  # not for help

    other = duty.other(arguments)
    is_elsewhere = other is not None and other.is_file()  # a copy, on a new computer
    if duty.rescues(arguments) and (is_elsewhere or presence.is_gone(journal)):
        return
    if not duty.begins:
        presence.require(journal)
    elif not arguments.new:
        presence.refuse_gone(journal, begins=True)
    elif presence.is_there(journal):
        raise JournalThere(journal)


def _require_writable(journal: Path) -> None:
    from second_wind.storage.file.read_only import is_read_only

    if is_read_only(journal):
        raise JournalReadOnly(journal)


def _refuse_plain(journal: Path, other: Path | None) -> None:
    """Refuse a passphrase for what isn't encrypted: words believed secret would lie in plain."""
    from second_wind.journal.safety.locked import is_plain_journal
    from second_wind.storage.sqlite.encryption import is_encrypted

    if is_plain_journal(journal) and not (other and other.is_file() and is_encrypted(other)):
        raise PassphraseUnasked(journal)
