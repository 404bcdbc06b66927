"""`second-wind reject`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import Channel, Rejection, Stage
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths


def rejections(paths: AppPaths, clock: FixedClock) -> list[Rejection]:
    """Return what is stored, ids left out."""
    journal = Journal(paths.journal, clock)
    try:
        return [replace(each, id="") for each in journal.entries(Rejection)]
    finally:
        journal.close()


def test_nothing_but_the_day_is_needed(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """`reject` alone logs one for today."""
    assert command("reject").status == 0
    assert rejections(paths, clock) == [Rejection(day=date(2026, 11, 22), id="")]


def test_everything_given_is_stored(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """Company, role, stage, how it came, feedback, lesson, note, on a past day."""
    ran = command(
        *("reject", "--day", "2026-11-20", "--company", "Alderquay", "--role", "Analyst"),
        *("--stage", "final interview", "--how", "phone", "--feedback", "close"),
        *("--lesson", "ask earlier", "--note", "they were kind"),
    )
    assert ran.out == "Friday 20 November: 1 rejection\n"
    assert rejections(paths, clock) == [
        Rejection(
            id="",
            day=date(2026, 11, 20),
            company="Alderquay",
            role="Analyst",
            stage=Stage.FINAL_INTERVIEW,
            how=Channel.PHONE,
            feedback="close",
            lesson="ask earlier",
            note="they were kind",
        )
    ]


def test_one_undo_takes_it_back(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """It is an act, and named."""
    command("reject")
    assert command("undo").out == "Undone: the rejection\n"
    assert rejections(paths, clock) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--stage", "final"], "“final” is not among the choices for the stage: applied,"),
        (["--how", "mail"], "did you mean email?"),
        (["--day", "2027-01-01"], "1 January 2027 is still to come"),
        (["--company", "x" * 501], "The company is 501 characters long; at most 500"),
        (["--feedback", "x" * 100_001], "The feedback is 100,001 characters long"),
        (["Alderquay"], "second-wind reject has no use for “Alderquay”"),
    ],
)
def test_what_cannot_be_stored_changes_nothing(
    command: Callable[..., Any], refused: Callable[..., str], words: list[str], said: str
) -> None:
    """One sentence, status 2, the same rows."""
    command("reject", "--company", "Alderquay")
    assert said in refused("reject", *words)
