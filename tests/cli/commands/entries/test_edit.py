"""`second-wind edit` and `delete`."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import Rejection, StepMark
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths


@pytest.fixture
def day(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return today as programs see it."""
    return lambda *words: json.loads(command("day", "--json", *words).out)


def test_only_what_is_given_changes(command: Callable[..., Any], day: Callable[..., Any]) -> None:
    """The id and everything else stay, and the new state is said."""
    command("log", "--mood", "6", "--feeling", "calm", "--note", "old", "--at", "10:00")
    (before,) = day()["check_ins"]
    ran = command("edit", before["id"], "--mood", "7.5", "--feeling", "Proud", "--feeling", "calm")
    assert ran.out == "10:00  Mood 7.5 (bright) · proud, calm · old\n"
    assert day()["check_ins"] == [before | {"mood": 7.5, "feelings": ["proud", "calm"]}]


def test_every_kind_can_be_changed(command: Callable[..., Any], day: Callable[..., Any]) -> None:
    """The options are those that logged it."""
    command(
        *("log", "--exercise", "10", "--outing", "nature", "--volunteer", "1", "--talk", "x"),
    )
    command("reject")
    now = day()
    command("edit", now["exercise"][0]["id"], "--exercise", "30", "--kind", "run")
    command("edit", now["outings"][0]["id"], "--outing", "photo", "--minutes", "40")
    command("edit", now["volunteering"][0]["id"], "--volunteer", "2.5")
    command("edit", now["talks"][0]["id"], "--person", "Ana", "--talk-kind", "family")
    command("edit", now["rejections"][0]["id"], "--company", "Alderquay", "--stage", "task")
    now = day()
    assert (now["exercise_minutes"], now["exercise"][0]["kind"]) == (30, "run")
    assert (now["outings"][0]["kind"], now["outings"][0]["minutes"]) == ("photo", 40)
    assert now["volunteering_hours"] == 2.5
    assert (now["talks"][0]["person"], now["talks"][0]["kind"]) == ("Ana", "family")
    assert now["talks"][0]["note"] == "x"
    assert now["rejections"][0]["company"] == "Alderquay"


def test_it_can_move_to_another_day(command: Callable[..., Any], day: Callable[..., Any]) -> None:
    """--day moves it, its time stays."""
    command("log", "--mood", "6", "--at", "10:00")
    command("edit", day()["check_ins"][0]["id"], "--day", "yesterday")
    assert day()["check_ins"] == []
    assert day("yesterday")["check_ins"][0]["at"] == "10:00"


def test_an_empty_text_clears(command: Callable[..., Any], day: Callable[..., Any]) -> None:
    """Of mood, time and feelings nothing is left but the note."""
    command("log", "--mood", "6", "--feeling", "calm", "--note", "stays")
    key = day()["check_ins"][0]["id"]
    command("edit", key, "--mood", "", "--at", "", "--feeling", "")
    assert day()["check_ins"] == [
        {"id": key, "at": None, "mood": None, "feelings": [], "note": "stays", "original": ""}
    ]


def test_an_edit_is_one_act(
    command: Callable[..., Any], day: Callable[..., Any], rows: Callable[[], str]
) -> None:
    """Undo brings the old state back; an edit that changes nothing is no act."""
    command("log", "--mood", "6", "--note", "n")
    before = day()
    key = before["check_ins"][0]["id"]
    command("edit", key, "--mood", "3", "--note", "m")
    assert command("undo").out == "Undone: the change\n"
    assert day() == before
    stored = rows()
    assert command("edit", key, "--mood", "6").status == 0
    assert rows() == stored


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Nothing was given to store"),
        (["--mood", "0"], "A mood is a number from 1 to 10"),
        (["--minutes", "20"], "--minutes is nothing that a check-in has; it has --day, --note,"),
        (["--company", "x"], "--company is nothing that a check-in has"),
        (["--day", "2027-01-01"], "is still to come"),
        (["--mood", "", "--note", ""], "That would leave nothing in this entry"),
    ],
)
def test_what_cannot_be_changes_nothing(
    command: Callable[..., Any],
    day: Callable[..., Any],
    refused: Callable[..., str],
    words: list[str],
    said: str,
) -> None:
    """One sentence, status 2, the same rows."""
    command("log", "--mood", "6", "--note", "n")
    assert said in refused("edit", day()["check_ins"][0]["id"], *words)


def test_exercise_keeps_its_minutes(
    command: Callable[..., Any], day: Callable[..., Any], refused: Callable[..., str]
) -> None:
    """Minutes that an entry needs can't be cleared."""
    command("log", "--exercise", "10")
    said = refused("edit", day()["exercise"][0]["id"], "--minutes", "")
    assert "Minutes can be a number from 1 to 1440" in said


@pytest.mark.parametrize("words", [["edit", "x", "--mood", "3"], ["delete", "x"]])
def test_an_id_that_names_nothing(
    command: Callable[..., Any], refused: Callable[..., str], words: list[str]
) -> None:
    """A known error that says where ids are found."""
    command("log", "--mood", "6")
    assert "No entry in this journal has the id “x”" in refused(*words)


def test_a_deletion_says_what_it_was_and_can_be_undone(
    command: Callable[..., Any], day: Callable[..., Any]
) -> None:
    """Gone, named, and back."""
    command("log", "--mood", "6", "--at", "10:00")
    before = day()
    key = before["check_ins"][0]["id"]
    assert command("delete", key).out == "Deleted: 10:00  Mood 6 (okay)\n"
    assert day()["check_ins"] == []
    command("undo")
    assert day() == before


def test_the_steps_of_a_rejection_go_and_come_with_it(
    command: Callable[..., Any], day: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """A mark without its rejection would mean nothing."""
    command("reject")
    key = day()["rejections"][0]["id"]
    journal = Journal(paths.journal, clock)
    mark = StepMark(day=date(2026, 11, 22), rejection=key, step=7)
    journal.store(add=[mark], name=ActName.STEP)
    command("delete", key)
    assert journal.entries(StepMark) == []
    journal.undo()
    assert journal.entries(StepMark) == [mark]
    assert len(journal.entries(Rejection)) == 1
    journal.close()
