"""What became of a journal whose file another program replaced while it was open."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from second_wind.words.base.language import _
from second_wind.words.base.quoting import isolated
from second_wind.words.files.damage import named
from second_wind.words.files.merging import amounts


def replaced(*, brought: bool) -> str:
    """Return that another program put another file in the journal's place."""
    if brought:
        return _(
            "Another program, perhaps one that syncs, put another file in your journal's place."
            " What was only here was brought into it, so nothing is lost."
        )
    return _(
        "Another program, perhaps one that syncs, put another file in your journal's place."
        " It holds everything that was here."
    )


def replaced_damaged(days: Sequence[date], copy: str, *, brought: bool) -> str:
    """Return the same where the file that was open is damaged: only what is proved is vouched for.

    Parameters
    ----------
    days : those of what stays behind, as far as they can be told.
    copy : where the whole of it lies now.
    """
    said = _("Another program, perhaps one that syncs, put another file in your journal's place.")
    if brought:
        what = _("What is proved of what was only here was brought into it.")
    else:
        what = _("It holds all that is proved of what was here.")
    if days:
        rest = _(
            "But something of these days was not as it was written, and stays behind: {days}."
            " All of it is kept as {name}."
        ).format(days=named(days), name=isolated(copy))
    else:
        rest = _(
            "But something that was here was not as it was written, and stays behind."
            " All of it is kept as {name}."
        ).format(name=isolated(copy))
    return " ".join((said, what, rest))


def later_first() -> str:
    """Return that what was brought into a replaced file is not what an undo takes back next."""
    return _(
        "Something was logged after your entries were brought into the new file. Ctrl+Z takes that"
        " back first; after it, Undo here takes back what was brought."
    )


def brought_over(*counts: Mapping[str, int]) -> str:
    """Return how much of what was open was brought into the file that replaced it."""
    things = amounts(dict(sum(map(Counter, counts), Counter())))
    return _("Brought into the new file: {things}").format(things=things) if things else ""
