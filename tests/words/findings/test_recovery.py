"""What is said about one rejection, the typical course, and what is not known yet."""

import math
import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.findings import (
    ActivityFinding,
    ActivityName,
    Checks,
    Interval,
    Need,
    RejectionFinding,
    Shortfall,
    Status,
    TypicalCurve,
    TypicalDays,
)
from second_wind.words.findings import associations, recovery, shortfalls, typical

DAY = date(2026, 11, 15)
FORBIDDEN = re.compile(r"\b(caus\w+|because|help\w*|improv\w*|effect\w*|missed|fail\w*|bad)\b|!")

FINDING = RejectionFinding(
    day=DAY,
    count=1,
    ids=("a",),
    status=Status.RECOVERED,
    days=9,
    dent=2.14,
    dent_give_or_take=1.09,
    follow_up=21,
    logged_first_week=6,
    days_to_end=30,
    line=np.zeros(29),
)
DAYS = TypicalDays(7.4, 4.2, 12.9, 3.0, 16.0, open_ended80=False, open_ended95=False)
CURVE = TypicalCurve(
    lags=np.arange(22),
    change=np.zeros(22),
    low=np.zeros(22),
    high=np.zeros(22),
    before=np.zeros(7),
    rejection_days=9,
    known_first_weeks=9,
    early=False,
    clear_dip=True,
    depth=Interval(2.9, 2.1, 3.7),
    first_week=Interval(2.0, 1.4, 2.6),
    days=DAYS,
    days_withheld=False,
)


def test_the_sentence_of_the_picture() -> None:
    """The dent with its give-or-take, and coarse words for the days."""
    assert recovery.one_rejection("Contoso", FINDING) == (
        "After Contoso: 2.1 below your usual in the first week, give or take 1.1;"
        " back near your usual in one to two weeks."
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "within a few days"),
        (3, "within a few days"),
        (4, "within about a week"),
        (7, "within about a week"),
        (8, "in one to two weeks"),
        (14, "in one to two weeks"),
        (15, "in two to three weeks"),
        (21, "in two to three weeks"),
    ],
)
def test_days_are_coarse_words(days: int, words: str) -> None:
    """One check-in a day knows no better."""
    assert recovery.coarse_days(days) == words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.LITTLE_DIP, "dipped later that week"),
        (Status.CUT_SHORT, "the next one came first"),
        (Status.ONGOING, "still on the way"),
        (Status.NOT_IN_3_WEEKS, "below usual for three weeks"),
        (Status.TOO_FEW, "too early to say"),
    ],
)
def test_each_status_has_its_words(status: Status, words: str) -> None:
    """As the method gives them."""
    assert recovery.status(replace(FINDING, status=status)) == words


def test_little_dip_is_said_only_if_the_range_reaches_zero() -> None:
    """Otherwise the week did dip."""
    little = replace(FINDING, status=Status.LITTLE_DIP, dent=0.4)
    assert recovery.status(little) == "stayed near your usual"
    assert recovery.status(replace(little, dent=-1.0)) == "stayed near your usual"
    unchanged = replace(little, dent=-2e-15, dent_give_or_take=1e-15)
    assert recovery.status(unchanged) == "stayed near your usual"


def test_a_week_clearly_above_usual_did_not_stay_near_it() -> None:
    """The number before it says how far above."""
    assert recovery.one_rejection(
        "Contoso", replace(FINDING, status=Status.LITTLE_DIP, dent=-2.0)
    ) == (
        "After Contoso: 2.0 above your usual in the first week, give or take 1.1; no dip that week."
    )


def test_a_first_week_above_usual_is_said_so() -> None:
    """No negative numbers below."""
    assert recovery.below_usual(-0.44) == "0.4 above your usual"
    assert recovery.below_usual(-0.04) == "at your usual level"


def test_few_check_ins_say_no_number() -> None:
    """Nor a status that nobody can know."""
    few = replace(FINDING, logged_first_week=2, dent=math.nan)
    assert recovery.one_rejection("Contoso", few) == "After Contoso: few check-ins that week."
    early = replace(few, days_to_end=3)
    assert recovery.one_rejection("Contoso", early) == "After Contoso: too early to say."


def test_rejections_have_names() -> None:
    """The company, else the date; several on a day are counted; long ones shortened."""
    assert recovery.name(["Contoso"], DAY) == "Contoso"
    assert recovery.name([""], DAY) == "15 Nov 2026"
    assert recovery.name(["", "Contoso", ""], DAY) == "Contoso and 2 more"
    assert len(recovery.name(["a" * 200], DAY)) == recovery.LONGEST_NAME
    assert recovery.mark_label("", recovery.mark_suffix(1, "")) == "a no"
    assert recovery.mark_label("Contoso", recovery.mark_suffix(2, "task")) == (
        "Contoso · 2 that day"
    )


def test_the_note_counts_days_and_says_what_is_typical() -> None:
    """With n and the range."""
    assert recovery.note(31, 36, CURVE) == (
        "31 of 36 days logged · typical of 9 rejection days: about a week (8 in 10: 4 to 13 days)"
    )
    assert recovery.note(1, 1, None) == "1 of 1 day logged"


def test_the_small_chart_says_of_how_many_it_is_typical() -> None:
    """The days with their range and n, under the first week with its own."""
    assert recovery.so_far(FINDING, CURVE) == (
        "2.1 below your usual in the first week, give or take 1.1.\n"
        "Typically about a week (8 in 10: 4 to 13 days; n = 9)."
    )


def test_without_a_usual_level_nothing_is_compared() -> None:
    """It says how much is needed, and no figure."""
    missing = (Shortfall(Need.LOGGED_DAYS, 9, 14),)
    assert recovery.no_usual_yet("Contoso", missing) == (
        "After Contoso: 5 more days with a check-in, and your usual level appears."
    )


def test_a_rejection_outside_the_moods_says_so() -> None:
    """One after the last check-in counts from the next."""
    assert recovery.outside_moods("Contoso", is_before=True) == (
        "Contoso came before your first check-in, so there is nothing to compare."
    )
    assert recovery.outside_moods("Contoso", is_before=False) == (
        "Contoso counts from your next check-in."
    )


@pytest.mark.parametrize("below", [2.1, 0.0, -1.4])
def test_the_wordings_at_the_bracket_grow_shorter(below: float) -> None:
    """So that one fits into a small chart; each has the range."""
    wordings = recovery.dent_labels(below, 1.1)
    assert sorted(wordings, key=len, reverse=True) == list(wordings)
    assert all("1.1" in each for each in wordings)


def test_a_clear_dip_is_said_with_every_range_and_n() -> None:
    """The depth, the days, and of how many rejection days."""
    assert typical.sentence(CURVE) == (
        "On average 2.9 below your usual in the first three days (2.1 to 3.7); back near it in"
        " about a week (8 in 10: 4 to 13 days); typical of 9 rejection days."
    )


def test_no_clear_dip_is_not_called_unaffected() -> None:
    """Mood stayed near usual on average, no more is known."""
    said = typical.sentence(replace(CURVE, clear_dip=False, days=None))
    assert said == (
        "On average your mood stayed near your usual after rejections"
        " (first three days: 2.1 below to 3.7 below; 9 rejection days)."
    )
    around = replace(CURVE, clear_dip=False, days=None, depth=Interval(0.6, -0.42, 1.58))
    assert "(first three days: 0.4 above to 1.6 below; 9 rejection days)" in typical.sentence(
        around
    )


def test_days_that_can_not_be_known_are_not_printed() -> None:
    """Too few rejections, or slow dips that came close together."""
    assert "too early to give a number of days" in typical.sentence(replace(CURVE, days=None))
    withheld = typical.sentence(replace(CURVE, days_withheld=True))
    assert "still below usual after a week or more" in withheld
    assert "8 in 10" not in withheld
    assert typical.sentence(replace(CURVE, early=True)).startswith("Early sketch. ")


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (0.4, "about a day"),
        (4.6, "about 5 days"),
        (6.6, "about a week"),
        (20.4, "about three weeks"),
    ],
)
def test_typical_days_are_round(estimate: float, words: str) -> None:
    """Whole days, and weeks where they are near."""
    assert typical.about(estimate) == words


def test_an_open_range_ends_at_three_weeks_or_more() -> None:
    """No number is made up for its end."""
    assert typical.day_range(4.2, math.nan, open_ended=True) == "4 days to three weeks or more"
    assert typical.day_range(4.2, 4.4, open_ended=False) == "4 days"


ACTIVITY = ActivityFinding(
    name=ActivityName.EXERCISE_20,
    before=None,
    same=None,
    after=None,
    difference=Interval(0.4, 0.1, 0.7),
    low_sentence=0.05,
    high_sentence=0.75,
    active_days=40,
    inactive_days=60,
    usable_days=100,
    aftermath=None,
    missing=(),
)


def test_only_the_positive_claim_is_made() -> None:
    """With the wider range that a sentence goes by; below zero there is no sign of it."""
    assert associations.sentence(ACTIVITY) == (
        "The day after active days was 0.4 higher than the day before them"
        " (0.1 to 0.8; 40 active days)."
    )
    alike = replace(ACTIVITY, low_sentence=-0.1)
    assert "look alike so far" in associations.sentence(alike)
    below = replace(ACTIVITY, low_sentence=-0.9, high_sentence=-0.1)
    assert associations.sentence(below) == "No sign of a better next day (40 active days)."


def test_a_change_is_told_without_a_verdict() -> None:
    """Smaller, larger, or too early to tell; always with the range."""
    assert associations.change_over_time(Interval(-0.4, -1.3, 0.5)) == (
        "Too early to tell. So far: 0.4 points less below usual on days 2-9"
        " (from 0.5 more to 1.3 less)."
    )
    assert associations.change_over_time(Interval(-0.9, -1.6, -0.3)) == (
        "Later rejections were followed by smaller dents (0.3 to 1.6 points less on days 2-9)."
    )
    assert "So far: as far below usual on days 2-9 (from 0.9 more to 0.8 less)" in (
        associations.change_over_time(Interval(0.04, -0.8, 0.9))
    )
    larger = Interval(0.9, 0.3, 1.6)
    assert associations.change_over_time(larger) == (
        "Later rejections were followed by larger dents (0.3 to 1.6 points more on days 2-9)."
        " The Support page lists people to talk to."
    )
    closer = associations.change_over_time(larger, later_closer=True)
    assert "on days 2-9); more of them came close together. The Support page" in closer


@pytest.mark.parametrize("what", list(Need))
def test_what_is_missing_is_always_counted(what: Need) -> None:
    """How many there are and it takes, or how many more; no placeholder is left."""
    for say in (shortfalls.curve, shortfalls.trend, shortfalls.activity, shortfalls.activities):
        said = say([Shortfall(what, 9, 14)])
        assert said.endswith(".")
        assert "{" not in said
        if what is not Need.CHANGING_MOOD:
            assert "5" in said or {"9", "14"} <= set(re.findall(r"\d+", said))
        assert say([]) == ""


def test_five_more_check_ins() -> None:
    """The sentence of the design."""
    missing = [Shortfall(Need.LOGGED_DAYS, 9, 14), Shortfall(Need.SPAN_DAYS, 12, 21)]
    assert shortfalls.usual(missing[:1]) == (
        "5 more days with a check-in, and your usual level appears."
    )
    assert shortfalls.usual(missing) == (
        "5 more days with a check-in, over three weeks in all, and your usual level appears."
    )
    assert shortfalls.usual(missing[1:]) == "9 more days of logging, and your usual level appears."
    assert shortfalls.trend([Shortfall(Need.REJECTION_DAYS, 7, 12)]) == (
        "Needs about 12 rejections; you have 7."
    )


def test_nothing_is_promised_while_more_is_missing() -> None:
    """One thing is said, and that it is the least; it makes no curve appear by itself."""
    weeks, quiet = Shortfall(Need.KNOWN_FIRST_WEEKS, 1, 3), Shortfall(Need.QUIET_DAYS, 9, 10)
    assert shortfalls.curve([quiet]) == (
        "It takes 1 more check-in away from rejections before a typical curve appears."
    )
    assert shortfalls.curve([weeks, quiet]) == (
        "It takes at least 3 rejections whose first week was logged (so far: 1) before a typical"
        " curve appears."
    )
    assert "at least 5 more days with a check-in before" in shortfalls.activities(
        [Shortfall(Need.LOGGED_DAYS, 9, 14), Shortfall(Need.USABLE_DAYS, 0, 60)]
    )


def test_checks_speak_only_when_they_matter() -> None:
    """A log without trouble has none."""
    fine = Checks(0.1, 0.1, 0.0, 0.0, 100, 200)
    assert not any(
        (fine.logged_less_after, fine.near_floor, fine.close_together, fine.usual_uncertain)
    )


def test_no_word_claims_a_cause_or_blames() -> None:
    """Association, never cause; kind."""
    said = [recovery.one_rejection("Contoso", replace(FINDING, status=status)) for status in Status]
    said += [typical.sentence(CURVE), associations.sentence(ACTIVITY)]
    said += [shortfalls.curve([Shortfall(what, 1, 3)]) for what in Need]
    said += [associations.change_over_time(Interval(x, x - 0.1, x + 0.1)) for x in (-1, 0, 1)]
    for each in said:
        assert not FORBIDDEN.search(each), each
