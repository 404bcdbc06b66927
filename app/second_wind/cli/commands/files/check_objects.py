"""What `second-wind check` found, as objects for programs."""

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from second_wind.journal.safety.checking import CheckReport
    from second_wind.journal.safety.rescue import DamageReport
    from second_wind.storage.damage.rescue import Dispute

VERSION = 1
"""Of the JSON object: its keys stay as they are."""


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


def _days(days: tuple[date, ...]) -> list[str]:
    return [day.isoformat() for day in days]
