"""The plain event-aligned average against MNE-Python's, on data with a known answer."""

import csv
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from second_wind.core.analysis.findings import (
    Epoch,
    Epochs,
    NotComplete,
    Overlapping,
    TooFewBaselineDays,
)
from second_wind.core.analysis.method.epochs import Window, epochs
from second_wind.core.analysis.method.timeline import Timeline, empty_timeline, moods_only

REFERENCE = Path(__file__).parent / "data" / "erp_reference"
LAST_PRINTED_DIGIT = 1e-9
WINDOWS = {
    "A_complete": Window(whole_only=True),
    "B_nanaware": Window(),
    "C_isolated": Window(apart_only=True),
}


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"synthetic_{name}.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def log() -> Timeline:
    series = rows("series")
    first = date.fromisoformat(series[0]["date"])
    days = [date.fromisoformat(each["date"]) for each in rows("events")]
    moods = [float(each["mood"] or "nan") for each in series]
    return moods_only(first, moods, [(day - first).days for day in days])


@pytest.mark.parametrize("name", WINDOWS)
@pytest.mark.parametrize("figure", ["n", "mean", "sd", "sem"])
def test_averages_equal_the_reference(log: Timeline, name: str, figure: str) -> None:
    """Every figure at every lag is the reference's, to the last digit that it prints."""
    expected = np.array([float(row[figure]) for row in rows(name)])
    found = getattr(epochs(log, WINDOWS[name]), figure)
    np.testing.assert_allclose(found, expected, rtol=0, atol=LAST_PRINTED_DIGIT)


def as_in_reference(epoch: Epoch) -> dict[str, str]:
    return {
        "event": epoch.day.isoformat(),
        "n_base": str(epoch.baseline_days),
        "n_after": str(epoch.after_days),
        "other_events_in_window": str(list(epoch.others)),
        "kept": str(epoch.kept),
        "reason": reason_as_in_reference(epoch),
    }


def reason_as_in_reference(epoch: Epoch) -> str:
    match epoch.dropped:
        case TooFewBaselineDays(days, needed):
            return f"baseline_days={days}<{needed}"
        case Overlapping(lags):
            return "overlap:" + ",".join(f"{lag:+d}" for lag in lags)
        case NotComplete(missing):
            return f"missing={missing}"
        case None:
            return ""


@pytest.mark.parametrize("name", ["B_nanaware", "C_isolated"])
def test_drop_log_equals_the_reference(log: Timeline, name: str) -> None:
    """Each rejection day is kept or dropped for the reference's reason, with its counts."""
    found = [as_in_reference(each) for each in epochs(log, WINDOWS[name]).log]
    assert found == rows(f"{name}_epochs")


def test_whole_windows_are_the_references(log: Timeline) -> None:
    """With whole windows only, the same days are kept as in the reference."""
    kept = [each.day.isoformat() for each in epochs(log, WINDOWS["A_complete"]).kept]
    assert kept == [row["event"] for row in rows("A_kept_events")]


def test_one_clean_rejection_gives_the_known_response() -> None:
    """Around one rejection in a steady mood, the change is exactly what was added."""
    added = np.array([float(row["added"]) for row in rows("truth_one_event")])
    mood = np.full(40, 6.0)
    mood[10:32] += added
    found = epochs(moods_only(date(2024, 1, 1), mood, [10]))
    np.testing.assert_allclose(found.mean, [0.0] * 7 + added.tolist(), atol=1e-12)
    assert np.isnan(found.sd).all()


def shape(found: Epochs) -> tuple[int, ...]:
    return (*found.change.shape, len(found.log))


def test_no_rejection_gives_an_empty_average() -> None:
    """Without a rejection there are no windows, counts of 0 and no mean."""
    found = epochs(empty_timeline(date(2024, 1, 1)))
    assert shape(found) == (0, 29, 0)
    assert found.n.sum() == 0
    assert np.isnan(found.mean).all()


def test_rejection_outside_the_log_is_dropped_not_lost() -> None:
    """A rejection far outside the log appears in the drop log with no days."""
    found = epochs(moods_only(date(2024, 1, 1), [5.0] * 30, [-90]))
    (only,) = found.log
    assert (only.day, only.after_days, only.kept) == (date(2023, 10, 3), 0, False)
