"""`second-wind check`: looks whether all is sound, and saves what can be saved."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
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
    from second_wind.storage.damage.rescue import Dispute

VERSION = 1
"""Of the JSON object: its keys stay as they are."""


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
        _say(found, session)
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


def as_object(found: "CheckReport") -> dict[str, Any]:
    """Return what a check found as an object for JSON."""
    newest = found.newest_copy
    return {
        "version": VERSION,
        "sound": found.is_sound,
        "journal": str(found.journal),
        "encrypted": found.is_encrypted,
        "faults": list(found.faults),
        "garbled_days": _days(found.garbled),
        "photos": {
            "sound": found.photos.count,
            "damaged": list(found.photos.damaged),
            "missing": list(found.photos.missing),
            "faults": list(found.photos.faults),
        },
        "ways_back": ways_back(found),
        "copies_readable": found.copies_problem is None,
        "copies": found.copies,
        "newest_sound_copy": newest.path.name if newest else None,
        "unsound_copies": [each.name for each in found.unsound_copies],
        "conflict_copies": [str(each) for each in found.conflicts],
        "in_doubt": [_dispute_as_object(each) for each in found.doubts],
        "doubtful_hours": [
            {
                "id": each.id,
                "day": each.day.isoformat(),
                "hours": each.minutes / 60,
                "organisation": each.organisation,
            }
            for each in found.hours
        ],
    }


def ways_back(found: "CheckReport") -> list[str]:
    """Return the commands that lead back from damage, none if there is none."""
    if not found.is_damaged:
        return []
    ways = ["second-wind check --recover"]
    if found.newest_copy:
        ways.append(f"second-wind backup --restore {found.newest_copy.path.name}")
    return ways


def damage_as_object(report: "DamageReport") -> dict[str, Any]:
    """Return what can be saved as an object for JSON."""
    return {
        "version": VERSION,
        "journal": str(report.journal),
        "backup": report.backup.path.name if report.backup else None,
        "recovered": dict(report.recovered),
        "in_backup": dict(report.in_backup),
        "only_recovered": dict(report.only_recovered),
        "only_recovered_days": _days(report.only_recovered_days),
        "only_backup": dict(report.only_backup),
        "only_backup_days": _days(report.only_backup_days),
        "lost_days": _days(report.lost_days),
        "end_missing": report.is_cut,
        "doubtful_days": _days(report.doubtful_days),
        "disputes": [_dispute_as_object(each) for each in report.disputes],
        "only_older": dict(report.only_older),
        "only_older_days": _days(report.only_older_days),
        "list_damaged": report.is_blind,
        "passed_over": [each.name for each in report.passed_over],
        "used_in_part": [each.name for each in report.used_in_part],
        "copies_readable": report.copies_problem is None,
    }


def _dispute_as_object(dispute: "Dispute") -> dict[str, Any]:
    """Return an entry of which no version is proved; the first one is used."""
    return {
        "kind": dispute.table,
        "id": dispute.id,
        "day": dispute.day or None,
        "versions": [
            {"copy": each.source.name if each.source else None, "values": each.values}
            for each in dispute.versions
        ],
    }


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
        _say_damage(report, session)
        if use is None:
            session.say(words.choose())


def _say(found: "CheckReport", session: "Session") -> None:
    from second_wind.words.files import damage as words

    if found.faults:
        session.say(words.journal_damaged(found.faults))
    if found.garbled:
        session.say(words.garbled(found.garbled))
    if not found.is_damaged:
        _say_sound(found, session)
    _say_photos(found, session)
    _say_copies(found, session)
    for each in found.conflicts:
        session.say(words.conflict(str(each)))
    _say_hours(found, session)
    if found.is_damaged:
        for line in words.ways_back(found.newest_copy.path.name if found.newest_copy else ""):
            session.say(line)


def _say_sound(found: "CheckReport", session: "Session") -> None:
    """Say that the journal is sound, and what of it nobody could vouch for."""
    from second_wind.journal.safety.rescue import source_in
    from second_wind.words.files import damage, disputes

    if not found.doubts:
        session.say(damage.journal_sound())
        return
    session.say(disputes.in_doubt(len(found.doubts)))
    zone = session.clock.now().tzinfo
    for line in disputes.lines(found.doubts, source_in(found.journal, zone)):
        session.say(f"  {line}")
    for line in disputes.ways_out([each.id for each in found.doubts if each.day]):
        session.say(line)


def _say_copies(found: "CheckReport", session: "Session") -> None:
    from second_wind.words.errors.sentences import sentence
    from second_wind.words.files import damage as words

    if found.copies_problem:
        session.say(words.copies_unreadable(sentence(found.copies_problem)))
    elif found.newest_copy:
        made = found.newest_copy.made_at.astimezone(session.clock.now().tzinfo)
        session.say(words.newest_copy(made.date(), found.copies))
    else:
        session.say(words.nothing_to_fall_back_on() if found.is_damaged else words.no_copies())
    for each in found.unsound_copies:
        session.say(words.unsound_copy(each.name))


def _say_hours(found: "CheckReport", session: "Session") -> None:
    from second_wind.words.safety import doubtful_hours

    for line in doubtful_hours.lines(found.hours) if found.hours else ():
        session.say(line)


def _say_photos(found: "CheckReport", session: "Session") -> None:
    from second_wind.words.files import damage as words

    photos = found.photos
    if photos.faults:
        session.say(words.photos_unreadable())
    if photos.damaged or photos.missing:
        damaged, missing = len(photos.damaged), len(photos.missing)
        session.say(words.photos_unsound(damaged, missing, found.photo_days))
        session.say(words.put_in_again(damaged + missing))
    elif photos.count:
        session.say(words.photos(photos.count))


def _say_damage(report: "DamageReport", session: "Session") -> None:
    from second_wind.journal.safety.rescue import source_in
    from second_wind.words.files import damage as words
    from second_wind.words.files import disputes

    has_file = report.journal.exists() and report.journal.stat().st_size > 0
    if has_file or report.recovered:
        session.say(words.recovered(report.recovered))
    else:
        session.say(words.file_missing())
    _say_newest(report, session)
    _say_witnesses(report, session)
    if report.is_cut:
        session.say(words.end_missing() if has_file else words.rest_unknown())
    elif report.is_blind:
        session.say(words.list_damaged())
    if report.lost_days or report.is_surely_complete:
        session.say(words.lost(report.lost_days))
    if report.doubtful_days:
        session.say(words.doubtful(report.doubtful_days))
    for line in disputes.lines(
        report.disputes, source_in(report.journal, session.clock.now().tzinfo)
    ):
        session.say(f"  {line}")


def _say_newest(report: "DamageReport", session: "Session") -> None:
    from second_wind.words.files import damage as words

    if report.backup is None:
        if not report.copies_problem:
            session.say(words.no_sound_copy())
    else:
        made = report.backup.made_at.astimezone(session.clock.now().tzinfo).date()
        session.say(words.in_copy(report.in_backup, made, report.backup.reason))
        if report.only_backup:
            session.say(words.only_copy(report.only_backup, report.only_backup_days))
        if report.only_recovered:
            session.say(words.only_recovered(report.only_recovered, report.only_recovered_days))


def _say_witnesses(report: "DamageReport", session: "Session") -> None:
    from second_wind.words.errors.sentences import sentence
    from second_wind.words.files import damage as words

    if report.only_older:
        session.say(words.only_older(report.only_older, report.only_older_days))
    if report.used_in_part:
        session.say(words.used_in_part([each.name for each in report.used_in_part]))
    if report.passed_over:
        session.say(words.passed_over([each.name for each in report.passed_over]))
    if report.copies_problem:
        session.say(words.copies_unreadable(sentence(report.copies_problem)))
        session.say(words.readable_first())


def _days(days: tuple[date, ...]) -> list[str]:
    return [day.isoformat() for day in days]
