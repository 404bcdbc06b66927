"""Damage to a journal and what can be saved of it, in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from second_wind.words.base.language import _, pgettext, short_date, translate_plural
from second_wind.words.base.quoting import isolated, quoted
from second_wind.words.files.copies import reason
from second_wind.words.files.extent import extent
from second_wind.words.files.merging import amounts

_DAYS_SHOWN = 12
_A_FEW = 3
"""Days in a sentence for an error."""


def journal_sound() -> str:
    """Return what is said of a sound journal."""
    return _("The journal is sound.")


def journal_damaged(faults: Sequence[str]) -> str:
    """Return what is said of a damaged file: plainly, how much of it."""
    return _("The journal is damaged: {extent}.").format(extent=extent(faults))


def garbled(days: Sequence[date]) -> str:
    """Return which days hold something else than what was written."""
    return _("Some entries are not as they were written: {days}").format(days=named(days))


def not_as_written(days: Sequence[date | None]) -> str:
    """Return how many entries of which days, each with its own, are not as they were written."""
    known = sorted({each for each in days if each})
    if not known:
        return translate_plural(
            "One entry is not as it was written",
            "{n} entries are not as they were written",
            len(days),
        ).format(n=len(days))
    return translate_plural(
        "One entry of {days} is not as it was written",
        "{n} entries of {days} are not as they were written",
        len(days),
    ).format(n=len(days), days=named(known, _A_FEW))


def garbled_entries(path: Path, days: Sequence[date | None]) -> str:
    """Return the sentence for entries, or something else, that are not as they were written."""
    if not days:
        return _(
            "Something in {path} is not as it was written;"
            " second-wind check --recover shows what can be saved, and can mend it."
        ).format(path=quoted(path))
    return translate_plural(
        "{what}; second-wind check --recover shows what it may have been, and can mend it.",
        "{what}; second-wind check --recover shows what they may have been, and can mend them.",
        len(days),
    ).format(what=not_as_written(days))


def photos(count: int) -> str:
    """Return what is said of sound photos."""
    return translate_plural("{n} photo is sound.", "{n} photos are sound.", count).format(n=count)


def photos_unsound(damaged: int, missing: int, days: Sequence[date]) -> str:
    """Return what is wrong with photos, and of which days they are."""
    said = [
        translate_plural("{n} photo is damaged", "{n} photos are damaged", damaged).format(
            n=damaged
        ),
        _missing(missing, is_alone=not damaged),
    ]
    text = ", ".join(part for part, n in zip(said, (damaged, missing), strict=True) if n)
    return _("{text}: {days}").format(text=text, days=named(days)) if days else f"{text}."


def _missing(count: int, *, is_alone: bool) -> str:
    if is_alone:
        said = translate_plural("{n} photo is missing", "{n} photos are missing", count)
    else:
        said = translate_plural("{n} is missing", "{n} are missing", count)
    return said.format(n=count)


def put_in_again(count: int) -> str:
    """Return what to do about photos that are damaged or missing."""
    return translate_plural(
        "If you still have the original picture, edit the outing of that day in the window and put"
        " it in again.",
        "If you still have the original pictures, edit the outings of those days in the window and"
        " put them in again.",
        count,
    )


def photos_unreadable() -> str:
    """Return what is said when the file of photos itself is damaged."""
    return _("The file of photos is damaged; the journal itself does not depend on it.")


def no_copies() -> str:
    """Return what is said when no copy is there to fall back on."""
    return _("There is no safe copy yet; second-wind backup makes one.")


def nothing_to_fall_back_on() -> str:
    """Return what is said beside damage when no copy is sound: none can be made now."""
    return _("There is no sound safe copy to fall back on.")


def newest_copy(made: date, count: int) -> str:
    """Return which copy there is to fall back on."""
    return translate_plural(
        "{n} safe copy; the newest sound one is of {day}.",
        "{n} safe copies; the newest sound one is of {day}.",
        count,
    ).format(n=count, day=short_date(made))


def unsound_copy(name: str) -> str:
    """Return what is said of a damaged copy."""
    return _("This safe copy is damaged and won't be used: {name}").format(name=isolated(name))


def conflict(name: str) -> str:
    """Return what is said of a conflict copy."""
    return _(
        "A conflict copy lies beside the journal: {name}\n"
        '  second-wind merge "{name}" brings what it has into this journal.'
    ).format(name=isolated(name))


def recovered(counts: Mapping[str, int]) -> str:
    """Return what could be read of a damaged journal."""
    held = amounts(counts) or pgettext("how many entries", "nothing")
    return _("Recovered from the damaged journal: {things}").format(things=held)


def in_copy(counts: Mapping[str, int], made: date, why: str) -> str:
    """Return what the newest sound copy holds."""
    return _("In the safe copy of {day} ({reason}): {things}").format(
        day=short_date(made),
        reason=reason(why),
        things=amounts(counts) or pgettext("how many entries", "nothing"),
    )


def no_sound_copy() -> str:
    """Return what is said when there is nothing to compare with."""
    return _("There is no sound safe copy to compare with.")


def only_copy(counts: Mapping[str, int], days: Sequence[date]) -> str:
    """Return what only the copy has."""
    return _("Only the copy has {things}: {days}").format(things=amounts(counts), days=named(days))


def only_recovered(counts: Mapping[str, int], days: Sequence[date]) -> str:
    """Return what only the damaged journal has."""
    return _("Only the damaged journal has {things}: {days}").format(
        things=amounts(counts), days=named(days)
    )


def lost(days: Sequence[date]) -> str:
    """Return which days have lost an entry for good."""
    if not days:
        return _("As far as can be told, nothing else was lost.")
    return _("Something of these days could not be saved: {days}").format(days=named(days))


def end_missing() -> str:
    """Return that more may be lost than can be named."""
    return _(
        "The end of the file is missing. Something that was logged after the newest sound copy may"
        " be lost, of days that can't be told."
    )


def file_missing() -> str:
    """Return what is said where no file is left to read anything from."""
    return _("The journal is missing or empty; nothing of it is left but its safe copies.")


def rest_unknown() -> str:
    """Return that more may be lost than can be named, where there is no file."""
    return _(
        "Something that was logged after the newest sound copy may be lost, of days that can't be"
        " told."
    )


def readable_first() -> str:
    """Return what to do before a choice is made without the copies."""
    return _("Please make them readable first, and look again: they may hold what is missing here.")


def doubtful(days: Sequence[date]) -> str:
    """Return which days are worth a look."""
    return _("Please look at these days; nobody can say for sure how an entry was: {days}").format(
        days=named(days)
    )


def ways_back(newest: str) -> list[str]:
    """Return how to go on from damage: each way with its command."""
    ways = [
        _(
            "second-wind check --recover\n"
            "    shows what can be saved, from the journal and from every copy; nothing is changed"
        ),
    ]
    if newest:
        ways.append(
            _(
                "second-wind backup --restore {name}\n"
                "    puts the newest sound copy in its place; the damaged file is kept"
            ).format(name=isolated(newest))
        )
    return [_("Ways back:"), *(f"  {each}" for each in ways)]


def copies_unreadable(reason: str) -> str:
    """Return what is said when the folder of copies can't be read."""
    return _("Safe copies could not be looked at: {reason}").format(reason=reason)


def passed_over(names: Sequence[str]) -> str:
    """Return which copies were no witnesses at all."""
    return translate_plural(
        "{n} safe copy can't be read and was passed over: {names}",
        "{n} safe copies can't be read and were passed over: {names}",
        len(names),
    ).format(n=len(names), names=", ".join(map(isolated, names)))


def used_in_part(names: Sequence[str]) -> str:
    """Return of which copies only a part counted."""
    return translate_plural(
        "{n} safe copy is damaged; of it, only what is proved was used: {names}",
        "{n} safe copies are damaged; of them, only what is proved was used: {names}",
        len(names),
    ).format(n=len(names), names=", ".join(map(isolated, names)))


def only_older(counts: Mapping[str, int], days: Sequence[date]) -> str:
    """Return what only copies before the newest one have."""
    return _("Only an older copy has {things}: {days}").format(
        things=amounts(counts), days=named(days)
    )


def list_damaged() -> str:
    """Return that something may be lost that nothing names."""
    return _(
        "The file's own list of what it holds is damaged, so it can't be told for certain whether"
        " anything else is missing."
    )


def choose() -> str:
    """Return how to choose."""
    return _(
        "Nothing was changed yet. To go on, choose one; both together are usually best:\n"
        "  second-wind check --recover --use both|recovered|backup"
    )


def set_aside(aside: Path) -> str:
    """Return where the damaged file went."""
    return _("The journal is in order again. The damaged file was set aside as {path}").format(
        path=isolated(str(aside))
    )


def replaced(moment: str, aside: Path) -> str:
    """Return which copy has taken a damaged file's place, and where that went."""
    return _(
        "The journal is as it was at the safe copy ({moment}). The damaged file was set aside as"
        " {path}\nUndo can't take this back."
    ).format(moment=moment, path=isolated(str(aside)))


def unknown_what_is_lacking() -> str:
    """Return that nothing of the damaged file could be read."""
    return _("What was logged after that copy can't be told: nothing of the file can be read.")


def lacking(path: Path, counts: Mapping[str, int], days: Sequence[date]) -> str:
    """Return what a copy that was returned to lacks, which file has it, and how it comes along."""
    return _(
        "That copy lacks, or has in an older state, {things}: {days}\n"
        '  second-wind merge "{path}" brings along what is proved of it.'
    ).format(things=amounts(counts), days=named(days) or "–", path=isolated(str(path)))


def named(days: Sequence[date], most: int = _DAYS_SHOWN) -> str:
    """Return days by name, and how many more there are."""
    shown = ", ".join(short_date(day) for day in days[:most])
    more = len(days) - most
    if more <= 0:
        return shown
    return translate_plural("{shown} and {n} more day", "{shown} and {n} more days", more).format(
        shown=shown, n=more
    )
