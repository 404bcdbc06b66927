"""A journal that can't be opened, in the window's words: what there is, and the choice."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from second_wind.words.base.language import _, pgettext, plain_date, translate_plural
from second_wind.words.base.quoting import isolated
from second_wind.words.files.damage import named
from second_wind.words.safety.safety import moment


def damage_intro() -> str:
    """Return what happened and that nothing is lost by looking."""
    return _(
        "This happens when a disk or a program that syncs goes wrong. Nothing was changed. Below"
        " is what can be read from the file, and what your newest safe copy holds. Whatever you"
        " choose, the damaged file is kept."
    )


def unreadable_intro(path: Path) -> str:
    """Return what it may be, and that nothing was changed."""
    return _(
        "Either all of it is damaged, or it is something else that lies where your journal should"
        " be. There is no safe copy beside it. Nothing was changed, and whatever you choose, the"
        " file is kept.\n{path}"
    ).format(path=isolated(str(path)))


def from_copy() -> str:
    """Return the title of the newest safe copy."""
    return _("Newest safe copy")


def of_moment(local: datetime) -> str:
    """Return when a copy was made."""
    return _("made {moment}").format(moment=moment(local))


def entries(count: int, last: date | None) -> str:
    """Return how many entries there are and up to which day."""
    if last is None or not count:
        return pgettext("how many entries", "Nothing")
    return translate_plural("{n} entry, on {day}", "{n} entries, up to {day}", count).format(
        n=count, day=plain_date(last)
    )


def no_copy(*, unasked: bool) -> str:
    """Return what is said when no sound copy is there, or none that could be looked at."""
    if unasked:
        return _("The safe copies could not be looked at.")
    return _("There is no sound safe copy.")


def only_here(days: Sequence[date]) -> str:
    """Return of which days only the one side has something."""
    return _("Only here: {days}").format(days=named(days))


def lost(days: Sequence[date]) -> str:
    """Return which days have lost an entry for good."""
    if not days:
        return _("As far as can be told, nothing is lost.")
    return _("An entry of these days could not be read anywhere: {days}").format(days=named(days))


def doubtful(days: Sequence[date]) -> str:
    """Return which days are worth a look."""
    return _("Please look at these days; nobody can say for sure how an entry was: {days}").format(
        days=named(days)
    )


def use_file(*, is_best: bool) -> str:
    """Return the choice of what was read alone."""
    if is_best:
        return _("Use what was read from the file (recommended)")
    return _("Use only what was read from the file")


def use_copy(*, is_best: bool) -> str:
    """Return the choice of the copy alone."""
    return _("Use the safe copy (recommended)") if is_best else _("Use only the safe copy")


def gone_intro(path: Path, *, is_empty: bool) -> str:
    """Return what was found in the journal's place."""
    if is_empty:
        return _(
            "The file is there but empty, which a full disk or a program that syncs can cause."
            " Your safe copies are still there.\n{path}"
        ).format(path=isolated(str(path)))
    return _(
        "The file is missing; perhaps it was moved, or its drive is not plugged in."
        " Your safe copies are still there.\n{path}"
    ).format(path=isolated(str(path)))


def done(aside: Path | None) -> str:
    """Return what was done, once the window shows the journal."""
    if aside is None:
        return _("Your journal is back.")
    return _("Your journal is in order again. The damaged file is kept as {name}.").format(
        name=isolated(aside.name)
    )


def begun_anew(aside: Path | None) -> str:
    """Return what is said once a new journal was begun."""
    if aside is None:
        return _("This is a new journal. Your safe copies are kept; see Settings.")
    return _("This is a new journal. The old file is kept as {name}.").format(
        name=isolated(aside.name)
    )
