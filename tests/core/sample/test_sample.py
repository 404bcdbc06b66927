"""The sample journal: plausible, and the same for the same seed."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean

import pytest

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    Exercise,
    Outing,
    Person,
    Rejection,
    Rest,
    Stage,
    Talk,
    Volunteering,
)
from second_wind.core.log.feelings import FEELINGS
from second_wind.core.log.validation import check
from second_wind.core.people.people import due
from second_wind.core.sample.days import GAPS, sample_entries

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample() -> list[AnyEntry]:
    """Return ten years: enough for means."""
    return sample_entries(TODAY, years=10, seed=3)


def moods(entries: list[AnyEntry]) -> dict[date, float]:
    """Return the mean mood of each day."""
    days: dict[date, list[float]] = {}
    for each in entries:
        if isinstance(each, CheckIn) and each.mood is not None:
            days.setdefault(each.day, []).append(each.mood)
    return {day: mean(values) for day, values in days.items()}


def test_the_same_arguments_make_the_same_entries() -> None:
    """Ids included; another seed or another day makes others."""
    first = sample_entries(TODAY, 1, 5)
    assert sample_entries(TODAY, 1, 5) == first
    assert sample_entries(TODAY, 1, 6) != first
    assert sample_entries(TODAY - timedelta(days=1), 1, 5) != first
    assert len({each.id for each in first}) == len(first)


def test_all_of_it_may_be_stored_as_if_by_hand(sample: list[AnyEntry]) -> None:
    """Every entry passes the same gate as a person's own, and names no other program."""
    for each in sample:
        check(each, TODAY)
        assert each.source == ""


def test_it_ends_today(sample: list[AnyEntry]) -> None:
    """The last entries are of today, the first of the first days."""
    days = {each.day for each in sample}
    assert max(days) == TODAY
    assert min(days) < TODAY - timedelta(days=3650 - 8)


@pytest.mark.parametrize("seed", range(20))
def test_two_years_hold_as_many_rejections_as_the_real_calendar_suggests(seed: int) -> None:
    """About 59 to 90, the latest some days ago."""
    days = [each.day for each in sample_entries(TODAY, 2, seed) if isinstance(each, Rejection)]
    assert 55 <= len(days) <= 95
    assert timedelta(days=4) <= TODAY - max(days) <= timedelta(days=11)


def test_rejections_follow_each_other_as_in_the_real_calendar(sample: list[AnyEntry]) -> None:
    """59 rejections in 472 days, and only pauses of the search are gaps of our own."""
    assert (len(GAPS), sum(GAPS)) == (58, 472)
    days = sorted(each.day for each in sample if isinstance(each, Rejection))
    found = Counter((b - a).days for a, b in pairwise(days))
    invented = {gap: count for gap, count in found.items() if gap not in GAPS}
    assert all(60 <= gap <= 120 for gap in invented)
    assert found[0] / sum(found.values()) == pytest.approx(GAPS.count(0) / 58, abs=0.03)


def test_most_rejections_come_early_in_the_process(sample: list[AnyEntry]) -> None:
    """Applied and phone screen lead; a final interview is rare."""
    stages = Counter(each.stage for each in sample if isinstance(each, Rejection))
    total = sum(stages.values())
    assert stages[Stage.APPLIED] + stages[Stage.PHONE_SCREEN] > 0.6 * total
    assert 0 < stages[Stage.FINAL_INTERVIEW] < 0.12 * total


def test_companies_are_many(sample: list[AnyEntry]) -> None:
    """At least forty, and none twice in a row."""
    names = [each.company for each in sample if isinstance(each, Rejection)]
    assert len(set(names)) >= 40
    assert all(a != b for a, b in pairwise(names))


def test_about_a_fifth_of_the_days_is_not_logged(sample: list[AnyEntry]) -> None:
    """Such days hold nothing at all."""
    days = {each.day for each in sample if not isinstance(each, Rest)}
    assert 0.15 < 1 - len(days) / 3650 < 0.26


def test_some_days_have_several_check_ins(sample: list[AnyEntry]) -> None:
    """One mostly, up to three, each at its own time."""
    count = Counter(each.day for each in sample if isinstance(each, CheckIn))
    assert {1, 2, 3} == set(count.values())
    times = [(each.day, each.at) for each in sample if isinstance(each, CheckIn)]
    assert len(set(times)) == len(times)


def test_moods_are_whole_and_use_the_scale(sample: list[AnyEntry]) -> None:
    """As if pressed on a button, from 1 to 10, most around the middle."""
    values = [each.mood for each in sample if isinstance(each, CheckIn)]
    assert {value == int(value) for value in values if value} == {True}
    assert {2.0, 9.0} < set(values)
    assert 5 < mean(value for value in values if value) < 7


def test_weekends_are_slightly_better(sample: list[AnyEntry]) -> None:
    """By a few tenths."""
    days = moods(sample)
    weekend = mean(value for day, value in days.items() if day.weekday() >= 5)
    week = mean(value for day, value in days.items() if day.weekday() < 5)
    assert 0.1 < weekend - week < 0.8


def test_later_stages_dent_deeper_and_it_comes_back(sample: list[AnyEntry]) -> None:
    """The day itself is lower than ten days later, after an interview more than an application."""
    days = moods(sample)
    dents: dict[bool, list[float]] = {True: [], False: []}
    for each in sample:
        late = each.day + timedelta(days=10)
        if isinstance(each, Rejection) and each.day in days and late in days:
            far = each.stage in (Stage.INTERVIEW, Stage.FINAL_INTERVIEW, Stage.OFFER_STAGE)
            dents[far].append(days[late] - days[each.day])
    assert mean(dents[True]) > mean(dents[False]) + 0.5 > 0.5


def test_feelings_and_notes_fit_the_mood(sample: list[AnyEntry]) -> None:
    """Words of the vocabulary, no proud day at mood 2; notes vary."""
    check_ins = [each for each in sample if isinstance(each, CheckIn)]
    assert {word for each in check_ins for word in each.feelings} <= set(FEELINGS)
    low = {word for each in check_ins if (each.mood or 0) <= 2 for word in each.feelings}
    assert not low & {"proud", "hopeful", "determined", "grateful"}
    assert len({each.note for each in check_ins}) >= 40


def test_there_is_something_of_everything(sample: list[AnyEntry]) -> None:
    """Movement on both sides of 20 minutes, outings with places, two organisations, talks, rest."""
    minutes = [each.minutes for each in sample if isinstance(each, Exercise)]
    assert min(minutes) < 20 <= max(minutes)
    assert all(each.place for each in sample if isinstance(each, Outing))
    assert len({each.organisation for each in sample if isinstance(each, Volunteering)}) == 2
    assert len({each.person for each in sample if isinstance(each, Talk)}) >= 5
    assert sum(isinstance(each, Rest) for each in sample) >= 10


def test_people_are_linked_and_some_names_are_left_to_add(sample: list[AnyEntry]) -> None:
    """A handful of people, links that lead somewhere, openings, questions of both kinds."""
    people = {each.id: each for each in sample if isinstance(each, Person)}
    talks = [each for each in sample if isinstance(each, Talk)]
    rejections = {each.id: each for each in sample if isinstance(each, Rejection)}
    asked = [each for each in sample if isinstance(each, Consultation)]
    assert 8 <= len(people) <= 12
    assert {each.lean_on for each in people.values()} == {True, False}
    assert all(people[e.person_id].name == e.person for e in talks if e.person_id)
    assert len({each.person for each in talks if not each.person_id}) == 2
    assert 3 <= sum(bool(each.tip) for each in talks) <= 6
    met = [key for each in rejections.values() for key in each.people]
    assert met
    assert set(met) <= people.keys()
    assert {each.rejection for each in asked} - {""} <= rejections.keys()
    assert {bool(each.said) for each in asked} == {True, False}
    assert len({theme for each in rejections.values() for theme in each.themes}) >= 4


def test_somebody_is_due_on_today(sample: list[AnyEntry]) -> None:
    """So that the line on Today can be seen."""
    people = [each for each in sample if isinstance(each, Person)]
    assert due(people, [each for each in sample if isinstance(each, Talk)], TODAY)
