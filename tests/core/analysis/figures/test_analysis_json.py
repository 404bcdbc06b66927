"""The analysis as plain data."""

import json
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.analysis_json import analysis_json
from second_wind.core.analysis.method.timeline import empty_timeline, moods_only

TOP = (
    "version scale first_day last_day logged_days rejection_days rejections_outside state usual "
    "residual_sd residual_phi stretches typical typical_missing rejections trend activities checks"
)
TYPICAL = "lags change low high before early clear_dip depth first_week days"
DAYS = "estimate low80 high80 low95 high95 open_ended80 open_ended95"
REJECTION = "day count status days dent dent_give_or_take follow_up logged_first_week line"
ACTIVITY = (
    "name before same after difference low_sentence high_sentence active_days inactive_days "
    "usable_days aftermath"
)
CHECKS = (
    "missing_after missing_elsewhere floor_share close_share clean_days quiet_days usual_uncertain"
)


@pytest.fixture(scope="module")
def full() -> dict:
    draws = np.random.default_rng(0)
    events = np.arange(30, 600, 40)
    since = np.arange(600)[:, None] - events
    dips = np.where(since >= 0, 3 * 0.5 ** (np.maximum(since, 0) / 3), 0).sum(axis=1)
    mood = 7 - dips + draws.normal(0, 0.8, 600)
    mood[40] = np.nan
    return analysis_json(analyse(moods_only(date(2024, 1, 1), mood, events.tolist())))


def test_keys_are_the_documented_ones(full: dict) -> None:
    """Every object has exactly the keys that the method lists, in its order."""
    assert list(full) == TOP.split()
    assert list(full["typical"]) == TYPICAL.split()
    assert list(full["typical"]["days"]) == DAYS.split()
    assert all(list(each) == REJECTION.split() for each in full["rejections"])
    assert all(list(each) == ACTIVITY.split() for each in full["activities"])
    assert list(full["checks"]) == CHECKS.split()
    for interval in (full["trend"], full["typical"]["depth"], full["typical"]["first_week"]):
        assert list(interval) == ["estimate", "low", "high"]


def test_lists_have_the_documented_lengths(full: dict) -> None:
    """One usual level for each day, 22 lags after, 7 before, 29 in a line."""
    assert len(full["usual"]) == 600
    assert full["typical"]["lags"] == list(range(22))
    lengths = {key: len(full["typical"][key]) for key in ("change", "low", "high", "before")}
    assert lengths == {"change": 22, "low": 22, "high": 22, "before": 7}
    assert {len(each["line"]) for each in full["rejections"]} == {29}


def test_values_are_plain(full: dict) -> None:
    """Days are ISO dates, a day without a mood is null, and the whole is valid JSON."""
    assert (full["first_day"], full["last_day"]) == ("2024-01-01", "2025-08-22")
    assert full["rejections"][0]["day"] == "2024-01-31"
    assert full["rejections"][0]["line"][7 + 10] is None
    assert json.loads(json.dumps(full, allow_nan=False)) == full


def test_nothing_is_null_not_zero() -> None:
    """An empty log gives null where a rule says that there is not enough."""
    found = analysis_json(analyse(empty_timeline(date(2024, 1, 1))))
    nulls = ("first_day", "last_day", "usual", "residual_sd", "typical", "trend")
    assert [found[key] for key in nulls] == [None] * len(nulls)
    assert found["typical_missing"][0] == {"what": "logged_days", "have": 0, "need": 14}
    assert {each["difference"] for each in found["activities"]} == {None}
    assert found["checks"]["missing_after"] is None
