"""What `second-wind check` found, as a person reads it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from second_wind.cli.session import Session
    from second_wind.journal.safety.checking import CheckReport
    from second_wind.journal.safety.rescue import DamageReport


def say_found(found: "CheckReport", session: "Session") -> None:
    """Tell how the journal, its photos and its copies are, and what to do."""
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


def say_damage(report: "DamageReport", session: "Session") -> None:
    """Tell what of a damaged journal can be saved."""
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
