"""What came of a look at the journal, its photos and its copies, in the window's words."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from second_wind.words.base.language import _, translate_plural
from second_wind.words.files import damage
from second_wind.words.safety.safety import moment


class Photos(Protocol):
    """How the photos are."""

    @property
    def count(self) -> int:
        """How many are sound."""

    @property
    def damaged(self) -> Sequence[str]:
        """Those with other content than when they were kept."""

    @property
    def missing(self) -> Sequence[str]:
        """Those that are not there."""

    @property
    def faults(self) -> Sequence[str]:
        """What is wrong with their file."""

    @property
    def is_sound(self) -> bool:
        """Whether all is well."""


class Report(Protocol):
    """What a check found; it lies above the words."""

    @property
    def faults(self) -> Sequence[str]:
        """What is wrong with the file."""

    @property
    def garbled(self) -> Sequence[date]:
        """Days with an entry that is not what was written."""

    @property
    def photos(self) -> Photos:
        """How the photos are."""

    @property
    def photo_days(self) -> Sequence[date]:
        """Days with a photo that is damaged or missing."""

    @property
    def copies(self) -> int:
        """How many copies there are."""

    @property
    def unsound_copies(self) -> Sequence[Path]:
        """Those that are damaged."""


def under_way() -> str:
    """Return what is said while the check goes on."""
    return _("Reading everything once…")


def result(report: Report, newest: datetime | None) -> str:
    """Return what a check found; `newest` is when the newest sound copy was made, local."""
    said = photos_unsound(report.photos, report.photo_days)
    return " ".join((*_journal(report), *filter(None, [said]), *_copies(report, newest)))


def photos_unsound(photos: Photos, days: Sequence[date]) -> str:
    """Return what is wrong with photos, and of which days they are; empty if nothing is."""
    if photos.faults:
        return damage.photos_unreadable()
    if photos.is_sound:
        return ""
    said = damage.photos_unsound(len(photos.damaged), len(photos.missing), days)
    said = said if said.endswith(".") else f"{said}."
    return f"{said} {damage.put_in_again(len(photos.damaged) + len(photos.missing))}"


def damage_found(garbled: Sequence[date]) -> str:
    """Return that a look a while after the start found damage, and what follows."""
    what = (
        _("Some entries are not as they were written: {days}.").format(days=damage.named(garbled))
        if garbled
        else _("Something in your journal's file is damaged.")
    )
    return _(
        "{what} Nothing was changed. The sound safe copies stay; no new ones are made meanwhile."
    ).format(what=what)


def _journal(report: Report) -> list[str]:
    if report.faults:
        return [_("Something in the journal's file is damaged; nothing was changed.")]
    if report.garbled:
        return [damage.garbled(report.garbled) + "."]
    if report.photos.count and report.photos.is_sound:
        return [
            translate_plural(
                "Your journal and its photo are sound.",
                "Your journal and its {n} photos are sound.",
                report.photos.count,
            ).format(n=report.photos.count)
        ]
    return [_("Your journal is sound.")]


def _copies(report: Report, newest: datetime | None) -> list[str]:
    bad = len(report.unsound_copies)
    said = []
    if bad:
        said.append(
            translate_plural(
                "{n} safe copy is damaged and won't be used.",
                "{n} safe copies are damaged and won't be used.",
                bad,
            ).format(n=bad)
        )
    if newest is not None:
        said.append(_("The newest sound copy is of {moment}.").format(moment=moment(newest)))
    else:
        said.append(_("There is no safe copy yet."))
    return said
