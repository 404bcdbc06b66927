"""The latest talk with everybody."""

from datetime import date

from second_wind.core.log.entries import Talk
from second_wind.core.people.people import Contact
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

FIRST, SECOND = date(2026, 11, 2), date(2026, 11, 9)


def test_one_day_for_each_name_and_link(journal: Journal) -> None:
    """The last one, as it was written and linked; what was deleted doesn't count."""
    gone = Talk(day=date(2026, 11, 20), person="Ana", person_id="ana")
    talks = [
        Talk(day=SECOND, person="Ana", person_id="ana"),
        Talk(day=FIRST, person="Ana", person_id="ana"),
        Talk(day=FIRST, person="Ana"),
        gone,
    ]
    journal.store(add=talks, name=ActName.TALK)
    journal.store(delete=[gone], name=ActName.DELETE)
    found = sorted(journal.latest_talks(), key=lambda each: each.person_id)
    assert found == [Contact(FIRST, "Ana", ""), Contact(SECOND, "Ana", "ana")]


def test_an_empty_log_knows_nobody(journal: Journal) -> None:
    """No talk, no contact."""
    assert journal.latest_talks() == []
