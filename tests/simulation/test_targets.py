"""A short form of the targets: few kinds of logs, few logs of each, and limits as much wider."""

import pytest
from cells import Cell, all_cells, measure_cells
from comparisons import comparison_cells
from report import page
from targets import TARGETS, Measured, Unit

LOGS = 100
SLACK = {Unit.SHARE: 0.05, Unit.POINTS: 0.10, Unit.DAYS: 0.8}
MANY_IN_A_LOG = {"dent_covered": 0.01}
"""Less slack for what each log shows many times."""
SHORT = {
    "curve": (
        "ref, spaced, 10",
        "ref, overlap, 30",
        "fast, spaced, 10",
        "miss60, spaced, 10",
        "slow, spaced, 10",
        "no dip, spaced, 10",
        "bursty, bursty, 10",
    ),
    "n = 3": ("ref, spaced, 3",),
    "weak": ("mnar50, spaced, 10", "slow + saturate, overlap, 10"),
    "trend": ("ref, overlap, 12", "ref, densing, 20"),
    "activity": (
        "mood 0, spaced, 10",
        "mood 1, spaced, 10",
        "mood 1, habit, spaced, 10",
        "lift 0.8, spaced, 10",
    ),
}


def short_cells() -> list[Cell]:
    return [each for each in all_cells() if each.name in SHORT[each.group]]


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Measure once for all tests here; in one process the same as in many."""
    return measure_cells(short_cells(), LOGS)


def test_every_target_holds(measured: Measured) -> None:
    """Ranges hold as often as they claim, errors are small, and nothing is found in noise."""
    verdicts = [
        each.judge(measured, MANY_IN_A_LOG.get(each.measure, SLACK[each.unit])) for each in TARGETS
    ]
    missed = {
        f"{each.target.number}: {each.target.what}": {
            "mean": each.mean,
            **{cell.name: value for cell, value in each.missed.items()},
        }
        for each in verdicts
        if not each.met
    }
    assert not missed
    assert all(each.judged for each in verdicts)


def test_the_same_numbers_measure_the_same() -> None:
    """A cell is measured alike each time, and other numbers are other logs."""
    cell = short_cells()[0]
    first, second, other = (measure_cells([cell], 3, first=at)[cell] for at in (0, 0, 3))
    assert first == second
    assert first != other


def test_cells_have_names_of_their_own() -> None:
    """No two cells of a group share a name, and with it their logs."""
    cells = all_cells() + comparison_cells()
    assert len({each.seed(0) for each in cells}) == len(cells)


def test_a_miss_is_told(measured: Measured) -> None:
    """A cell outside its limits is named, and counted as missed on the page."""
    strict = [each for each in TARGETS if each.measure == "dent_covered"]
    verdicts = [each.judge(measured, slack=-0.05) for each in strict]
    assert [each.met for each in verdicts] == [False]
    text = page(measured | _compared(), verdicts, measured, LOGS, LOGS)
    assert "no (2 of 2 cells)" in text
    assert text.count("ref, overlap, 30") >= 1


def _compared() -> Measured:
    return measure_cells(comparison_cells(), 1)
