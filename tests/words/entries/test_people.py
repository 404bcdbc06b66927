"""People in words: how long ago, how often, and the one line on Today."""

from datetime import date, timedelta

import pytest

from second_wind.core.log.entries import (
    Consultation,
    ConsultationKind,
    Person,
    Stage,
    Talk,
    TalkKind,
)
from second_wind.core.people.people import FollowUp, Mention
from second_wind.core.people.themes import Theme, Themes
from second_wind.words.entries import consultations, people

TODAY = date(2026, 11, 22)
ANA = Person(day=TODAY, name="Ana", kind=TalkKind.MENTOR, role="Team lead", organisation="Contoso")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (35, "5 weeks"),
        (61, "8 weeks"),
        (62, "2 months"),
        (365, "12 months"),
        (699, "23 months"),
        (700, "1 year"),
        (731, "2 years"),
        (3650, "9 years"),
    ],
)
def test_lengths_of_time_are_told_as_one_says_them(days: int, said: str) -> None:
    """Days at first, then weeks, months, years; never more than has passed by much."""
    assert people.span(days) == said


def test_how_long_ago() -> None:
    """Today and yesterday have words of their own."""
    said = [people.ago(TODAY - timedelta(days=days), TODAY) for days in (0, 1, 2, 21)]
    assert said == ["today", "yesterday", "2 days ago", "3 weeks ago"]


@pytest.mark.parametrize(
    ("days", "said"), [(None, ""), (7, "every week"), (30, "every month"), (45, "every 45 days")]
)
def test_how_often(days: int | None, said: str) -> None:
    """Usual lengths have names; nothing stands for never."""
    assert people.interval(days) == said


def test_every_interval_that_is_offered_has_a_name_of_its_own() -> None:
    """None of them is told as a number of days."""
    assert not [each for each in people.INTERVALS if "days" in people.interval(each)]


def test_todays_line_says_how_long_and_nothing_else() -> None:
    """Whether there was a talk or none yet."""
    assert people.follow_up(FollowUp(ANA, TODAY, 35)) == (
        "It has been 5 weeks since you talked with Ana."
    )
    assert people.follow_up(FollowUp(ANA, None, 35)) == (
        "You noted Ana down 5 weeks ago, to stay in touch."
    )


def test_who_somebody_is() -> None:
    """Kind, role and organisation, as far as they are known."""
    assert people.facts(ANA) == "a mentor · Team lead, Contoso"
    assert people.facts(Person(day=TODAY, name="Bo")) == ""
    assert people.called(ANA) == "Ana (Contoso)"
    assert people.called(Person(day=TODAY, name="Bo")) == "Bo"


def test_a_name_from_talks() -> None:
    """What kind of person, how many talks, when last; a question to an expert is no talk."""
    talks = (Talk(day=TODAY), Talk(day=TODAY))
    asked = Consultation(day=TODAY, kind=ConsultationKind.COACHING)
    mention = Mention("Mina", TalkKind.FRIEND, TODAY, TODAY, talks)
    assert people.mention(mention) == "a friend · 2 talks · 22 Nov 2026"
    other = Mention("Tom", TalkKind.OTHER, TODAY, TODAY, (asked,))
    assert people.mention(other) == "22 Nov 2026"


def test_a_question_and_its_answer() -> None:
    """On a line with its state; below it what they said."""
    asked = Consultation(day=TODAY, kind=ConsultationKind.FEEDBACK, person="Ms Ito", note="Why?\n-")
    heard = Consultation(
        day=TODAY, kind=ConsultationKind.REFERENCE, received=TODAY, said=" Gladly. "
    )
    assert consultations.line(asked) == (
        "Feedback asked, 22 Nov 2026 · Ms Ito · Why? · no answer yet"
    )
    assert consultations.answer(asked) == "No answer yet."
    assert consultations.line(heard) == "Reference asked, 22 Nov 2026 · answered 22 Nov 2026"
    assert consultations.answer(heard) == "Answered 22 Nov 2026: Gladly."


def test_themes_are_counted_in_words() -> None:
    """Of those with feedback, by stage, never in percent."""
    theme = Theme("examples", 3, ((Stage.TASK, 1), (Stage.INTERVIEW, 2)))
    themes = Themes(7, (theme,))
    assert consultations.theme(theme, themes) == (
        "3 of 7 with feedback (technical or task 1, interview 2)"
    )
    assert consultations.themes_intro(themes) == "So far 7 rejections came with feedback."
    assert "Once somebody tells you" in consultations.themes_intro(Themes(0, ()))
