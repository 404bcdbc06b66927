"""Which hours are asked about: those that lay in a journal before this version, until an answer."""

from collections.abc import Iterable
from datetime import date

from second_wind.core.log.entries import Volunteering
from second_wind.core.people.doubtful_hours import ASKED, DoubtfulHours, is_doubtful
from second_wind.journal.remembering import Remembering
from second_wind.storage.tables.rows import STATE, Rows, Values, alive

_TABLE = "volunteering"
_ANY = "asked"
"""Remembered of an entry since the migration: whatever hours it has are asked about."""


def doubtful_hours(journal: Remembering) -> list[DoubtfulHours]:
    """Return the entries to be asked about, the earliest first."""
    asked = journal.remembered_under(ASKED)
    if not asked:
        return []
    found = [
        DoubtfulHours(each.id, each.day, each.minutes, each.organisation)
        for each in journal.entries(Volunteering)
        if _is_asked(asked.get(ASKED + each.id), each.minutes)
    ]
    return sorted(found, key=_order)


def settle(journal: Remembering, ids: Iterable[str]) -> None:
    """Never ask about these again.

    Raises
    ------
    KnownError
        If that can't be remembered.
    """
    journal.forget(ASKED + each for each in ids)


def keep_asked(journal: Remembering) -> None:
    """Remember which hours are asked about; raises as `settle` does.

    Others are an answer, whatever they are. Where that is undone, those of before ask again.
    """
    asked = journal.remembered_under(ASKED)
    if _ANY not in asked.values() or journal.is_read_only:
        return
    held = [e for e in journal.entries(Volunteering) if asked.get(ASKED + e.id) == _ANY]
    journal.remember({ASKED + e.id: str(e.minutes) for e in held if is_doubtful(e.minutes)})
    settle(journal, [e.id for e in held if not is_doubtful(e.minutes)])


def _is_asked(remembered: str | None, minutes: int) -> bool:
    return is_doubtful(minutes) and remembered in (_ANY, str(minutes))


def doubtful_in(rows: Rows) -> tuple[DoubtfulHours, ...]:
    """Return the entries to be asked about from the rows of a journal of any version."""
    asked = alive(rows[STATE]) if STATE in rows else None

    def remembered(key: str, values: Values) -> str | None:
        if asked is None:
            return None if values["source"] else _ANY
        mark = asked.get(ASKED + key)
        return mark["value"] if mark else None

    held = alive(rows.get(_TABLE, {})).items()
    found = ((remembered(key, values), _of_row(values)) for key, values in held)
    return tuple(
        sorted((each for mark, each in found if _is_asked(mark, each.minutes)), key=_order)
    )


def _of_row(values: Values) -> DoubtfulHours:
    day = date.fromisoformat(values["day"])
    return DoubtfulHours(values["id"], day, values["minutes"], values["organisation"])


def _order(each: DoubtfulHours) -> tuple[date, str]:
    return each.day, each.id
