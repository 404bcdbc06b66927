"""`second-wind check`: looks whether all is sound, and saves what can be saved."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.commands.files.check_objects import as_object, damage_as_object
from second_wind.cli.commands.files.check_told import say_damage, say_found
from second_wind.cli.duty import Duty, Writes
from second_wind.core.errors.copy_errors import (
    CopiesUnasked,
    EntriesInDoubt,
    NothingToRecover,
    UnsoundJournal,
    UnsoundPhotos,
)
from second_wind.core.errors.usage_errors import OptionNeeds, OptionsApart
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session
    from second_wind.journal.safety.checking import CheckReport
    from second_wind.journal.safety.rescue import DamageReport, Use


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "check",
        help=_("look whether the journal, its photos and its copies are sound"),
        description=_(
            "Looks whether the journal, its photos and its safe copies are sound (status 0) or not"
            " (status 2). With --recover it shows what can be saved of a damaged journal beside"
            " what the newest sound copy holds; with --use it puts that in the journal's place and"
            " sets the damaged file aside."
        ),
        epilog=_(
            "Examples:\n"
            "  second-wind check\n"
            "  second-wind check --recover\n"
            "  second-wind check --recover --use both"
        ),
    )
    parser.set_defaults(
        run=run,
        duty=Duty(
            Writes.JOURNAL,
            looks=lambda arguments: arguments.use is None,
            rescues=lambda arguments: bool(arguments.recover),
        ),
    )
    parser.add_argument("--recover", action="store_true", help=_("show what can be saved"))
    parser.add_argument(
        "--use",
        metavar="WHAT",
        help=_("recovered, backup or both: what shall become the journal"),
    )
    parser.add_argument(
        "--hours-right",
        action="store_true",
        help=_("leave the hours that are asked about as they are, and ask no more"),
    )
    parser.add_argument(
        "--entries-right",
        action="store_true",
        help=_("take entries in doubt since a recovery as they stand, and name them no more"),
    )
    parser.add_argument("--json", action="store_true", help=_("print an object for programs"))


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Check, and recover if that was asked for."""
    from second_wind.journal.safety.checking import examine
    from second_wind.journal.safety.presence import is_gone

    if arguments.use is not None and not arguments.recover:
        raise OptionNeeds("--use", "--recover")
    for option in ("--hours-right", "--entries-right"):
        if getattr(arguments, option[2:].replace("-", "_")) and arguments.recover:
            raise OptionsApart(option, "--recover")
    if arguments.hours_right or arguments.entries_right:
        return _settle(arguments, session)
    if arguments.recover and is_gone(session.paths.journal):
        return _recover_gone(arguments, session)
    found = examine(session.paths.journal, session.paths.photos, key=session.key)
    if arguments.recover:
        return _recover(found, arguments, session)
    if arguments.json:
        session.say_json(as_object(found))
    else:
        say_found(found, session)
    _refuse_unsound(found, session)
    return 0


def _refuse_unsound(found: "CheckReport", session: "Session") -> None:
    """End with status 2 unless all is as it should be; what is wrong was said already."""
    if found.is_damaged:
        raise UnsoundJournal(found.journal)
    if not found.photos.is_sound:
        raise UnsoundPhotos(session.paths.photos)
    if found.doubts:
        raise EntriesInDoubt(len(found.doubts))


def _settle(arguments: argparse.Namespace, session: "Session") -> int:
    """Ask no more about what the person has looked at."""
    if arguments.hours_right:
        _settle_hours(session)
    if arguments.entries_right:
        _confirm_entries(session)
    return 0


def _confirm_entries(session: "Session") -> None:
    """Name the entries that are in doubt since a recovery no more."""
    from second_wind.words.files import disputes

    session.say(disputes.confirmed(session.journal().confirm_entries()))


def _settle_hours(session: "Session") -> None:
    """Ask no more about the hours that an earlier version may have read wrongly."""
    from second_wind.journal.safety.doubtful_hours import doubtful_hours, settle
    from second_wind.words.safety import doubtful_hours as words

    asked = doubtful_hours(session.journal())
    settle(session.journal(), [each.id for each in asked])
    session.say(words.settled() if asked else words.nothing_asked())


def _recover(found: "CheckReport", arguments: argparse.Namespace, session: "Session") -> int:
    from second_wind.journal.safety.rescue import carry_out, report_damage
    from second_wind.words.files import damage as words

    use = _use(arguments)
    if not found.is_damaged:
        raise NothingToRecover(found.journal)
    report = report_damage(found.journal, session.key, _second_place(session))
    _require_copies(report, use)
    _show_damage(report, use, arguments, session)
    if use is not None:
        aside = carry_out(report, use, session.clock.now())
        if not arguments.json:
            session.say(words.set_aside(aside))
            _say_doubts_stay(report, use, session)
    return 0


def _say_doubts_stay(report: "DamageReport", use: "Use", session: "Session") -> None:
    from second_wind.journal.safety.rescue import Use
    from second_wind.words.files import disputes

    if report.disputes and use is not Use.BACKUP:
        session.say(disputes.goes_on())


def _recover_gone(arguments: argparse.Namespace, session: "Session") -> int:
    """Recover where nothing is left of the journal but its copies, or its log."""
    from second_wind.journal.safety.presence import refuse_gone
    from second_wind.journal.safety.rescue import Use, fill_place, report_damage
    from second_wind.words.safety import rescue as words

    use = _use(arguments)
    report = report_damage(session.paths.journal, session.key, _second_place(session))
    if use is Use.RECOVERED and not report.recovered:
        refuse_gone(session.paths.journal)  # nothing is left but the copies
    _require_copies(report, use)
    _show_damage(report, use, arguments, session)
    if use is not None:
        aside = fill_place(report, use, session.clock.now())
        if not arguments.json:
            session.say(words.done(aside))
            _say_doubts_stay(report, use, session)
    return 0


def _require_copies(report: "DamageReport", use: "Use | None") -> None:
    """Wait for copies that can't be read, unless the person wants to do without them."""
    from second_wind.journal.safety.rescue import Use

    problem = report.copies_problem
    if problem is not None and use not in {None, Use.RECOVERED}:
        raise CopiesUnasked(getattr(problem, "path", report.journal)) from problem


def _second_place(session: "Session") -> Path | None:
    from second_wind.computer.second_place import chosen

    place = chosen(session.paths.config)
    return place if place and place.is_dir() else None


def _use(arguments: argparse.Namespace) -> "Use | None":
    from second_wind.journal.safety.rescue import Use

    return values.choice(Use, "use")(arguments.use) if arguments.use is not None else None


def _show_damage(
    report: "DamageReport", use: "Use | None", arguments: argparse.Namespace, session: "Session"
) -> None:
    from second_wind.words.files import damage as words

    if arguments.json:
        session.say_json(damage_as_object(report))
    else:
        say_damage(report, session)
        if use is None:
            session.say(words.choose())
