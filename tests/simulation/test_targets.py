"""A short form of the targets: few kinds of logs, few logs of each, and limits as much wider."""

from dataclasses import replace

import numpy as np
import pytest
from comparisons import comparison_cells
from report import Run, page
from sampling import doubled, sampled, undecided
from simulated.cells import Cell, all_cells, measure_cells
from simulated.measures import Measures
from simulated.simulated_log import Kind
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
        "drift.1, spaced, 30",
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
    named = [each for each in all_cells() if each.name in SHORT.get(each.group, ())]
    return [replace(each, times=1) for each in named]


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
    strict = [replace(each, each=(0.99, 1.0)) for each in TARGETS if each.number == 11]
    verdicts = [each.judge(measured) for each in strict]
    assert [each.met for each in verdicts] == [False, False]
    spoilt = {cell: [_spoilt(each) for each in found] for cell, found in measured.items()}
    text = page(Run(spoilt | _compared(), [], LOGS, LOGS))
    assert "no (2 of 2 cells: `ref, spaced, 10`, `ref, overlap, 30`)" in text


def _spoilt(measures: Measures) -> Measures:
    return measures | ({"dent_covered": 0.5} if "dent_covered" in measures else {})


def test_cells_near_a_limit_get_more_logs(measured: Measured) -> None:
    """They are the same on both sides of it; the first logs stay, and new ones come after them."""
    target = next(each for each in TARGETS if each.measure == "dent_covered")
    cell = next(each for each in measured if each.name == "ref, spaced, 10")
    value, error = target.value(measured[cell]), target.error(measured[cell])
    for away, near in ((-3.0, False), (-2.0, True), (2.0, True), (3.0, False)):
        bar = replace(target, each=(value + away * error, 1.0))
        assert [each.cell for each in undecided({cell: measured[cell]}, [bar])] == [cell] * near
    more = doubled(measured, [cell], LOGS + 5, 1)
    assert more[cell] == measure_cells([cell], LOGS + 5)[cell]
    assert more[cell][:LOGS] == measured[cell]
    assert all(more[each] == measured[each] for each in measured if each is not cell)


def test_more_logs_end_when_a_cell_is_decided_or_has_the_most() -> None:
    """Logs double while a limit is near; a cell away from it keeps its first ones."""
    cell = replace(all_cells()[0], measure=_alternating)
    first = measure_cells([cell], 20)
    target = replace(TARGETS[0], enough=5)
    for limit, logs in ((0.5, 70), (0.75, 40), (0.95, 20)):
        bar = replace(target, each=(limit, 1.0))
        measured, ever = sampled(first, [bar], 70, 1)
        assert len(measured[cell]) == logs
        assert [each.logs for each in ever] == [20] * (logs > 20)


def _alternating(kind: Kind, seed: tuple[int, ...]) -> Measures:
    return {"band": float(seed[-1] % 2)}


def test_the_error_of_a_median() -> None:
    """It is that of a normal sample where the sample is normal."""
    target = replace(TARGETS[0], median=True)
    sample = np.random.default_rng(1).normal(0, 1, 4000)
    found = target.error([{target.measure: each} for each in sample.tolist()])
    assert found == pytest.approx(1.2533 / np.sqrt(4000), rel=0.2)


def test_a_pile_up_may_hold_its_band_instead_of_warning() -> None:
    """Too few warned cells need a band that holds where nothing warns, on logs enough."""
    target = next(each for each in TARGETS if each.otherwise)
    cell = next(each for each in all_cells() if target.cells(each))
    warned = [{"close": 1.0}] * 1000
    for unwarned, band, met in ((300, 0.91, True), (300, 0.89, False), (100, 0.95, False)):
        measures = [*warned, *[{"close": 0.0, "band_apart": band}] * unwarned]
        assert target.judge({cell: measures}).met == met


def _compared() -> Measured:
    return measure_cells(comparison_cells(), 1)
