"""Moods as numbers, as parts of a whole, and on scales that are asked."""

import pytest

from second_wind.core.errors.import_errors import Asked


def moods(*texts: str) -> str:
    """Return a table with these moods."""
    return "date,mood\n" + "".join(f"2026-01-{i:02},{each}\n" for i, each in enumerate(texts, 1))


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (("0.55", "0.7", "1", "0.2"), "--scale 0:1"),
        (("0", "1"), "--scale 0:1"),
        (("-0.4", "0.9"), "--scale=-1:1"),
        (("-1", "0", "1"), "--scale=-1:1"),
        (("1", "1"), "--scale 1:5"),
        (("2", "5"), "--scale 1:5"),
        (("0", "7"), "--scale 0:10"),
        (("-2", "1"), "--scale=-2:2"),
        (("0.5", "70"), "--scale 0:100"),
        (("7/10", "9/10"), "--scale 1:10"),
        (("0/10", "9/10", "4"), "--scale 0:10"),
        (("3/7", "5/7"), "--scale 0:7"),
        (("70%", "85 %"), "--scale 0:100"),
    ],
)
def test_the_scale_that_fits_best_is_offered(read, texts: tuple[str, ...], answer: str) -> None:
    """The narrowest of the usual ones, shares of one among them, or the whole that is written."""
    (question,) = read(moods(*texts)).questions
    assert (question.asked, question.answer) == (Asked.SCALE, answer)


def test_parts_of_different_wholes_are_asked_by_name(read) -> None:
    """No scale fits them all, so each is told for itself."""
    (question,) = read(moods("7/10", "3/5", "70%", "3/5")).questions
    assert (question.asked, question.names) == (Asked.MOODS, ("7/10", "3/5", "70%"))
    assert question.counts == (1, 2, 1)
    found = read(moods("7/10", "3/5", "70%"), map=["7/10=7", "3/5=6", "70%=7.3"])
    assert [each.mood for each in found.entries] == [7, 6, 7.3]


@pytest.mark.parametrize(
    ("scale", "asked"),
    [("0:100", ("7/10", "3/5")), ("1:10", ("3/5", "70%")), ("1:5", ("7/10", "70%"))],
)
def test_a_whole_that_is_written_counts(read, scale: str, asked: tuple[str, ...]) -> None:
    """On a scale of 100, seven of ten is not seven."""
    (question,) = read(moods("7/10", "3/5", "70%"), scale=scale).questions
    assert (question.asked, question.names) == (Asked.MOODS, asked)


def test_parts_of_the_scales_own_whole_are_read(read) -> None:
    """Beside plain numbers of the same scale."""
    found = read(moods("7/10", "10/10", "4"), scale="1:10")
    assert [each.mood for each in found.entries] == [7, 10, 4]


def test_a_scale_that_falls_has_its_greater_end_as_the_whole(read) -> None:
    """One of six is the best where one is the best."""
    found = read(moods("1/6", "6/6"), scale="6:1")
    assert [each.mood for each in found.entries] == [10, 1]
