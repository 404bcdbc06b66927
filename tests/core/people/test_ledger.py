"""The ledger adds up what was given, by organisation, week and month."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.log.entries import Volunteering
from second_wind.core.people.ledger import Total, months, organisations, weeks

SUNDAY = date(2026, 11, 22)
ENTRIES = st.lists(
    st.builds(
        Volunteering,
        day=st.dates(date(2024, 1, 1), SUNDAY),
        minutes=st.integers(1, 600),
        organisation=st.sampled_from(["", "Food bank", "food  bank ", "Library"]),
        practised=st.sampled_from(["", "sorting", "Sorting, asking"]),
    ),
    max_size=30,
)


def test_letter_case_and_spaces_make_no_second_organisation() -> None:
    """It is called as it was written last; what was practised and who was met stand once."""
    old = Volunteering(
        day=SUNDAY - timedelta(days=30),
        minutes=60,
        organisation="food  bank",
        practised="sorting, asking",
        met="Dana",
    )
    new = Volunteering(
        day=SUNDAY, minutes=90, organisation="Food bank", practised="Asking", met="Dana, Lee"
    )
    (found,) = organisations([old, new])
    assert (found.name, found.minutes, found.times) == ("Food bank", 150, 2)
    assert (found.first, found.last) == (old.day, new.day)
    assert found.practised == ("Asking", "sorting")
    assert found.met == ("Dana", "Lee")


def test_the_latest_comes_first() -> None:
    """Organisations are not ranked by hours."""
    early = Volunteering(day=SUNDAY - timedelta(days=9), minutes=900, organisation="A")
    late = Volunteering(day=SUNDAY, minutes=10, organisation="B")
    assert [each.name for each in organisations([early, late])] == ["B", "A"]


def test_weeks_begin_where_the_person_lives() -> None:
    """A Sunday belongs to the week before Monday, or begins its own."""
    entries = [Volunteering(day=SUNDAY, minutes=30)]
    assert weeks(entries, 0) == [Total(date(2026, 11, 16), 30)]
    assert weeks(entries, 6) == [Total(SUNDAY, 30)]


@given(ENTRIES, st.integers(0, 6))
def test_no_minute_is_lost(entries: list[Volunteering], week_start: int) -> None:
    """Each way of adding up gives the same sum, and each span once."""
    minutes = sum(each.minutes for each in entries)
    assert sum(each.minutes for each in organisations(entries)) == minutes
    for totals in (weeks(entries, week_start), months(entries)):
        assert sum(each.minutes for each in totals) == minutes
        firsts = [each.first for each in totals]
        assert firsts == sorted(set(firsts), reverse=True)
