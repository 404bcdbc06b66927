"""Rejections in words."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from second_wind.core.log.entries import Channel, Rejection, Stage
from second_wind.words.entries import rejections as words

DAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("company", "role", "title", "facts"),
    [
        ("Contoso", "Analyst", "Contoso", "Analyst · interview · by phone"),
        ("", "Analyst", "Analyst", "interview · by phone"),
        (" \n", "", "A no", "interview · by phone"),
    ],
)
def test_a_rejection_is_named_by_what_is_known(
    company: str, role: str, title: str, facts: str
) -> None:
    """Its company names it, else its role, else a plain word; nothing is said twice."""
    rejection = Rejection(
        day=DAY, company=company, role=role, stage=Stage.INTERVIEW, how=Channel.PHONE
    )
    assert (words.title(rejection), words.facts(rejection)) == (title, facts)


def test_only_what_was_written_is_shown() -> None:
    """Empty texts leave no empty heading."""
    rejection = Rejection(day=DAY, lesson="Ask earlier.", note=" ")
    assert words.written(rejection) == (("What I learned", "Ask earlier."),)


@pytest.mark.parametrize(
    ("dent", "said"),
    [(2.14, "2.1 below, ± 1.0"), (-0.42, "0.4 above, ± 1.0"), (-0.04, "0.0 below, ± 1.0")],
)
def test_the_first_week_comes_with_its_range(dent: float, said: str) -> None:
    """The dent is told in points with its give-or-take, above usual as well as below."""
    finding: Any = SimpleNamespace(known_first_week=True, dent=dent, dent_give_or_take=1.0)
    assert words.first_week(finding) == said


def test_an_unknown_first_week_is_left_blank() -> None:
    """With too few check-ins that week nothing is said about it."""
    finding: Any = SimpleNamespace(known_first_week=False, dent=2.0, dent_give_or_take=1.0)
    assert words.first_week(finding) == ""


def test_days_are_told_with_their_weekday() -> None:
    """Lists have the short form, a rejection's page the long one."""
    assert words.list_date(DAY) == "Mon 16 Nov 2026"
    assert words.full_date(DAY) == "Monday 16 November 2026"
    assert len(words.columns()) == len(words.column_hints())
