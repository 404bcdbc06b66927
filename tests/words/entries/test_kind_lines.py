"""What is said after a rejection."""

from datetime import date, timedelta

import pytest

from second_wind.core.log.entries import Stage
from second_wind.words.entries import kind_lines

DAY = date(2026, 11, 22)
BY_STAGE = (
    Stage.APPLIED,
    Stage.PHONE_SCREEN,
    Stage.TASK,
    Stage.INTERVIEW,
    Stage.FINAL_INTERVIEW,
    Stage.OFFER_STAGE,
)


def everything() -> list[str]:
    """Return every sentence of this module."""
    said = [text for stage in Stage for text in kind_lines.acknowledgements(stage)]
    return [
        *said,
        *kind_lines.reframing_lines(),
        *(text for _step, text in kind_lines.small_steps()),
    ]


@pytest.mark.parametrize("text", everything())
def test_words_are_calm(text: str) -> None:
    """No exclamation mark, no "at least", no judgement, and no promise that can't be kept."""
    for unkind in ("!", "at least", "should", "failed", "missed", "everything happens", "cheer up"):
        assert unkind not in text.lower()


def test_nothing_is_said_twice() -> None:
    """All sentences differ."""
    assert len(set(everything())) == len(everything())


def test_acknowledgement_grows_with_the_stage() -> None:
    """The further one got, the more is said, whichever variant."""
    lengths = [[len(text) for text in kind_lines.acknowledgements(stage)] for stage in BY_STAGE]
    means = [sum(each) / len(each) for each in lengths]
    assert means == sorted(means)
    assert all(2 <= len(each) <= 3 for each in lengths)


@pytest.mark.parametrize("stage", Stage)
def test_variants_take_turns(stage: Stage) -> None:
    """On following days another variant is said."""
    week = {kind_lines.acknowledgement(stage, DAY + timedelta(days=i)) for i in range(7)}
    assert week == set(kind_lines.acknowledgements(stage))


def test_there_are_lines_enough() -> None:
    """There are 25 reframing lines or more."""
    assert len(kind_lines.reframing_lines()) >= 25


@pytest.mark.parametrize("offset", [0, 1, 17])
def test_no_line_comes_twice_in_a_day(offset: int) -> None:
    """Asked again and again, every line comes once, and then none."""
    shown: set[int] = set()
    while found := kind_lines.reframing_line(DAY + timedelta(days=offset), shown):
        number, line = found
        assert number not in shown
        assert line == kind_lines.reframing_lines()[number]
        shown.add(number)
    assert len(shown) == len(kind_lines.reframing_lines())


def test_days_begin_with_different_lines() -> None:
    """For a month no day begins with the line of another."""
    firsts = [kind_lines.reframing_line(DAY + timedelta(days=i), ()) for i in range(30)]
    assert len(set(firsts)) == 30


def test_small_steps_belong_to_the_seven() -> None:
    """Each of the seven steps has something small to do."""
    assert {step for step, _text in kind_lines.small_steps()} == set(range(1, 8))


def test_nobody_is_asked_to_write_to_people_never_met() -> None:
    """Keeping the connection is offered only from the stage on at which one met somebody."""
    days = [DAY + timedelta(days=i) for i in range(30)]
    assert 6 not in {kind_lines.small_step(Stage.APPLIED, day)[0] for day in days}
    assert 6 in {kind_lines.small_step(Stage.INTERVIEW, day)[0] for day in days}


def test_what_was_done_is_not_offered_again() -> None:
    """A step that was touched gives way, until all of them were touched."""
    days = [DAY + timedelta(days=i) for i in range(30)]
    offered = {kind_lines.small_step(Stage.INTERVIEW, day, touched={1, 3})[0] for day in days}
    assert offered == {2, 4, 5, 6, 7}
    assert kind_lines.small_step(Stage.INTERVIEW, DAY, touched=range(1, 8))[1]


def test_two_rejections_of_a_day_get_two_small_steps() -> None:
    """The second time on a day another step is offered."""
    assert kind_lines.small_step(Stage.TASK, DAY, 1) != kind_lines.small_step(Stage.TASK, DAY, 2)
