"""Safe copies, in words."""

from datetime import datetime
from pathlib import Path

from second_wind.words.base import numbers
from second_wind.words.base.language import _, clock_time, pgettext, short_date
from second_wind.words.base.quoting import isolated

_KIB = 1024


def reason(name: str) -> str:
    """Return why a copy was made."""
    names = {
        "regular": pgettext("why a copy was made", "regular"),
        "close": pgettext("why a copy was made", "on closing"),
        "by-hand": pgettext("why a copy was made", "asked for"),
        "import": pgettext("why a copy was made", "before an import"),
        "before-restore": pgettext("why a copy was made", "before a return to a copy"),
        "before-merge": pgettext("why a copy was made", "before a merge"),
        "before-migration": pgettext("why a copy was made", "before an update of the format"),
        "recovered": pgettext("why a copy was made", "after a recovery"),
        "replaced": pgettext("why a copy was made", "the file was replaced"),
        "before-encryption": pgettext("why a copy was made", "before a change of encryption"),
    }
    return names.get(name, name)


def line(
    made_at: datetime, why: str, size: int, sound: bool, name: str, *, misdated: bool = False
) -> str:
    """Return a copy as a line of a list; `made_at` is local."""
    text = _line(made_at, why, size, sound, name)
    return f"{text}\n  {misdated_hint()}" if misdated else text


def misdated_hint() -> str:
    """Return what is said of a copy whose name tells another moment than what it holds."""
    return _("A clock was wrong when this copy was made; its place here is by what it holds.")


def _line(made_at: datetime, why: str, size: int, sound: bool, name: str) -> str:
    return _("{day}, {time} · {size} · {state} · {reason}\n  {name}").format(
        day=short_date(made_at.date()),
        time=clock_time(made_at.time()),
        size=amount(size),
        state=pgettext("state of a copy", "sound")
        if sound
        else pgettext("state of a copy", "damaged"),
        reason=reason(why),
        name=name,
    )


def amount(size: int) -> str:
    """Return a number of bytes, such as "84 KB" or "1.2 MB"."""
    if size < _KIB * _KIB:
        return _("{n} KB").format(n=max(1, round(size / _KIB)))
    return _("{n} MB").format(n=numbers.decimal(size / _KIB / _KIB))


def none_yet() -> str:
    """Return what is said when there is no copy."""
    return _("There is no safe copy yet; second-wind backup makes one.")


def made(copy: Path) -> str:
    """Return what is said once a copy was made."""
    return _("A safe copy was made and proved: {path}").format(path=isolated(str(copy)))


def also_in(folder: Path) -> str:
    """Return what is said when copies also lie in a second place."""
    return _("It also lies in {folder}").format(folder=isolated(str(folder)))


def second_place(folder: Path) -> str:
    """Return what is said once a second place was chosen."""
    return _("From now on copies also go to {folder}").format(folder=isolated(str(folder)))


def no_second_place() -> str:
    """Return what is said once the second place was given up."""
    return _("From now on copies only lie beside the journal; those made before stay.")


def all_sound(count: int) -> str:
    """Return what is said when every copy was checked and found well."""
    return _("Checked {n}: each safe copy is sound.").format(n=count)


def restored(moment: str) -> str:
    """Return what is said once the journal is as a copy was."""
    return _(
        "The journal is as it was at the safe copy ({moment}). What there was before lies in a"
        " copy of its own, and second-wind undo brings it back."
    ).format(moment=moment)


def brought_back(moment: str) -> str:
    """Return what is said once a copy lies where the journal was missing."""
    return _("The journal was missing; it is back as it was at the safe copy ({moment}).").format(
        moment=moment
    )


def brought(moment: str) -> str:
    """Return what is said once a copy lies where there was no journal yet."""
    return _("The journal is here now, as it was at the safe copy ({moment}).").format(
        moment=moment
    )


def nothing_to_restore() -> str:
    """Return what is said when a copy holds just what the journal holds."""
    return _("The journal holds just what that copy holds; nothing was changed.")
