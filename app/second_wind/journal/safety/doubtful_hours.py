"""Which hours are asked about: those that lay in a journal before this version, until an answer."""

from collections.abc import Iterable
from datetime import date

from second_wind.core.log.entries import Volunteering
from second_wind.core.people.doubtful_hours import ASKED, DoubtfulHours, is_doubtful
from second_wind.journal.remembering import Remembering
from second_wind.storage.tables.rows import STATE, Rows, Values, alive

_TABLE = "volunteering"


def doubtful_hours(journal: Remembering) -> list[DoubtfulHours]:
    """Return the entries to be asked about, the earliest first."""
    asked = journal.remembered_under(ASKED)
    if not asked:
        return []
    found = [
        DoubtfulHours(each.id, each.day, each.minutes, each.organisation)
        for each in journal.entries(Volunteering)
        if ASKED + each.id in asked and is_doubtful(each.minutes)
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


def settle_mended(journal: Remembering) -> None:
    """Never ask again about those that were changed to other hours; raises as `settle` does."""
    asked = journal.remembered_under(ASKED)
    if asked:
        held = journal.entries(Volunteering)
        mended = (e.id for e in held if ASKED + e.id in asked and not is_doubtful(e.minutes))
        settle(journal, list(mended))


def doubtful_in(rows: Rows) -> tuple[DoubtfulHours, ...]:
    """Return the entries to be asked about from the rows of a journal of any version."""
    asked = alive(rows[STATE]) if STATE in rows else None
    found = (
        _of_row(values)
        for key, values in alive(rows.get(_TABLE, {})).items()
        if (not values["source"] if asked is None else ASKED + key in asked)
    )
    return tuple(sorted((each for each in found if is_doubtful(each.minutes)), key=_order))


def _of_row(values: Values) -> DoubtfulHours:
    day = date.fromisoformat(values["day"])
    return DoubtfulHours(values["id"], day, values["minutes"], values["organisation"])


def _order(each: DoubtfulHours) -> tuple[date, str]:
    return each.day, each.id
