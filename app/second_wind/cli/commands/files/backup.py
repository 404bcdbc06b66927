"""`second-wind backup`: makes safe copies, shows and proves them, and returns to one."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.commands.files.other_file import blamed
from second_wind.cli.duty import Duty, Writes
from second_wind.cli.files import place
from second_wind.core.errors.copy_errors import UnsoundCopies
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "backup",
        help=_("make a safe copy, or return to one"),
        description=_(
            "Makes a proved copy of the journal. Copies are also made by themselves, and thinned"
            " with age; this shows them, checks them, and returns to one of them."
        ),
        epilog=_(
            "Examples:\n"
            "  second-wind backup\n"
            "  second-wind backup --list\n"
            "  second-wind backup --restore"
            " journal_20261122T133200.000000-close.backup.sqlite3\n"
            "  second-wind backup --folder /media/usb"
        ),
    )
    parser.set_defaults(
        run=run,
        duty=Duty(Writes.JOURNAL | Writes.SETTINGS, looks=_looks, rescues=_rescues, other=_other),
    )
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--list", action="store_true", help=_("show the copies: when, how large, sound, and why")
    )
    one.add_argument("--verify", action="store_true", help=_("check every copy (status 2 if not)"))
    one.add_argument(
        "--restore",
        type=values.words,
        metavar="NAME",
        help=_("return to a copy, by its name or its path; a copy of the present is made first"),
    )
    one.add_argument(
        "--folder",
        type=place,
        metavar="DIR",
        help=_("let copies also go to a second place, such as a drive or a folder that is synced"),
    )
    one.add_argument("--no-folder", action="store_true", help=_("give up the second place"))


def _looks(arguments: argparse.Namespace) -> bool:
    return bool(arguments.list or arguments.verify)


def _rescues(arguments: argparse.Namespace) -> bool:
    return bool(arguments.list or arguments.verify or arguments.restore is not None)


def _other(arguments: argparse.Namespace) -> Path | None:
    """Return the copy to return to: it may be encrypted where the journal isn't."""
    return Path(arguments.restore).expanduser() if arguments.restore else None


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Do the one thing that was asked for."""
    if arguments.list:
        _list(session)
    elif arguments.verify:
        _verify(session)
    elif arguments.restore is not None:
        _restore(arguments.restore, session)
    elif arguments.no_folder or arguments.folder is not None:
        _second_place(arguments.folder, session)
    else:
        _make(session)
    return 0


def _make(session: "Session") -> None:
    from second_wind.computer.second_place import chosen
    from second_wind.words.files import copies as words

    journal = session.journal()
    session.say(words.made(journal.back_up("by-hand")))
    if journal.second_place_problem is not None:
        raise journal.second_place_problem
    folder = chosen(session.paths.config)
    if folder is not None:
        session.say(words.also_in(folder))


def _list(session: "Session") -> None:
    from second_wind.journal.files.copies import safe_copies
    from second_wind.storage.pages.proof import is_sound
    from second_wind.words.files import copies as words

    key, now = session.key, session.clock.now()
    found = safe_copies(session.paths.journal, key, now)
    zone = now.tzinfo
    for each in found:
        sound = is_sound(each.path, key)
        local = each.made_at.astimezone(zone)
        wrong = each.is_misdated
        name = each.path.name
        session.say(words.line(local, each.reason, each.size, sound, name, misdated=wrong))
    if not found:
        session.say(words.none_yet())


def _verify(session: "Session") -> None:
    from second_wind.journal.files.copies import safe_copies
    from second_wind.storage.pages.proof import is_sound
    from second_wind.words.files import copies as words

    key = session.key
    found = safe_copies(session.paths.journal, key)
    damaged = tuple(each.path.name for each in found if not is_sound(each.path, key))
    if damaged:
        raise UnsoundCopies(damaged)
    session.say(words.all_sound(len(found)) if found else words.none_yet())


def _restore(name: str, session: "Session") -> None:
    from second_wind.journal.files.copies import find_copy, moment_text
    from second_wind.journal.safety.presence import is_there

    copy = find_copy(session.paths.journal, name)
    moment = moment_text(session.paths.journal, copy, session.clock.now())
    with blamed(copy):
        if is_there(session.paths.journal):
            _return_to(copy, moment, session)
        else:
            _bring_back(copy, moment, session)


def _return_to(copy: Path, moment: str, session: "Session") -> None:
    from second_wind.words.files import copies as words

    try:
        journal = session.journal()
        act = journal.restore(copy)
    except DamagedJournal as error:
        if error.path != session.paths.journal:
            raise
        session.close_damaged()
        _restore_over_damage(copy, moment, session)
        return
    changed = journal.next_undo() == act
    session.say(words.restored(moment) if changed else words.nothing_to_restore())


def _bring_back(copy: Path, moment: str, session: "Session") -> None:
    from second_wind.journal.safety.presence import is_gone
    from second_wind.journal.safety.rescue import bring_back
    from second_wind.words.files import copies as words

    journal = session.paths.journal
    was_here = is_gone(journal) or journal.exists()
    bring_back(journal, copy, session.clock.now(), session.key)
    session.say(words.brought_back(moment) if was_here else words.brought(moment))


def _restore_over_damage(copy: Path, moment: str, session: "Session") -> None:
    from second_wind.computer.second_place import chosen
    from second_wind.journal.safety.replacing import replace_by
    from second_wind.words.files import damage as words

    place = chosen(session.paths.config)
    second = place if place and place.is_dir() else None
    done = replace_by(session.paths.journal, copy, session.clock.now(), session.key, second)
    session.say(words.replaced(moment, done.aside))
    if not done.is_known:
        session.say(words.unknown_what_is_lacking())
    for each in done.lacking:
        session.say(words.lacking(each.path, each.counts, each.days))


def _second_place(folder: Path | None, session: "Session") -> None:
    from second_wind.computer import second_place
    from second_wind.exchange.file.gate import require_outside
    from second_wind.words.files import copies as words

    if folder is None:
        second_place.forget(session.paths.config)
        session.say(words.no_second_place())
        return
    require_outside(folder, session.paths)
    session.say(words.second_place(second_place.choose(session.paths.config, folder)))
