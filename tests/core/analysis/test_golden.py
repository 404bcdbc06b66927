"""The analysis against an independent implementation of the same method."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from second_wind.core.analysis.figures.analysis import analyse_days
from second_wind.core.analysis.figures.study import study
from second_wind.core.analysis.figures.trend import trend
from second_wind.core.analysis.method.timeline import moods_only

GOLDEN = json.loads((Path(__file__).parent / "data" / "golden.json").read_text("utf-8"))
MONDAY = date(2024, 1, 1)
NAN = float("nan")


def nan_for_none(values: list[float | None]) -> list[float]:
    return [NAN if value is None else value for value in values]


def close(expected: object) -> Any:
    return pytest.approx(expected, abs=1e-6, rel=0, nan_ok=True)


class Golden:
    """One log of golden.json, analysed.

    Its figures were made without trimming: every day has an activity logged, and the second log
    ends with three days without a mood.
    """

    def __init__(self, log: dict[str, Any]) -> None:
        self.expect = log["expect"]
        first = MONDAY + timedelta(days=log["dow"][0])
        moods = moods_only(first, nan_for_none(log["y"]), log["ev"])
        self.log = replace(moods, talks=np.array(log["activity"]))
        self.scale = tuple(log["scale"])
        self.found = analyse_days(self.log, self.scale)


@pytest.fixture(scope="module", params=GOLDEN, ids=[each["name"] for each in GOLDEN])
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(request.param)


def test_golden_curve(golden: Golden) -> None:
    """Curve, band, depth and first week agree with the independent implementation."""
    curve = golden.found.typical
    assert curve is not None
    assert curve.change == close(golden.expect["curve"])
    assert [curve.low, curve.high] == [close(edge) for edge in golden.expect["band"]]
    assert numbers(curve.depth) == close(golden.expect["first_days"])
    assert numbers(curve.first_week) == close(golden.expect["first_week"])
    assert curve.clear_dip == golden.expect["clear_dip"]


def numbers(interval: Any) -> list[float]:
    return [interval.estimate, interval.low, interval.high]


def test_golden_days(golden: Golden) -> None:
    """Typical days agree, with their 80 % and 95 % range."""
    assert golden.found.typical is not None
    days = golden.found.typical.days
    assert days is not None
    assert [days.estimate, days.low95, days.high95] == close(golden.expect["days"])
    assert [days.estimate, days.low80, days.high80] == close(golden.expect["days80"])


def test_golden_levels(golden: Golden) -> None:
    """Usual level, mood line, spread, persistence and stretches agree."""
    assert golden.found.usual[::10] == close(golden.expect["level"])
    assert golden.found.mood_line[::5] == close(nan_for_none(golden.expect["smooth"]))
    assert golden.found.residual_sd == close(golden.expect["s"])
    assert golden.found.residual_phi == close(golden.expect["phi"])
    assert (golden.found.state, golden.found.stretches) == ("ok", golden.expect["G"])


def test_golden_coefficients(golden: Golden) -> None:
    """Weekend, pile-up and the cuts between stretches agree."""
    base = study(golden.log, golden.scale)
    assert base.fitted is not None
    coefficients, design = base.fitted.coefficients, base.fitted.design
    assert coefficients[design.weekend] == close(golden.expect["weekend"])
    assert coefficients[design.rejections.stop - 1] == close(golden.expect["damping"])
    assert base.starts.tolist() == golden.expect["blocks"]


def test_golden_rejections(golden: Golden) -> None:
    """Each rejection's dent, give-or-take, status, days, follow-up and logged days agree."""
    rejections = zip(golden.found.rejections, golden.expect["records"], strict=True)
    for found, expected in rejections:
        assert (found.day - golden.log.first).days == expected["day"]
        assert found.status == expected["status"]
        assert found.days == expected["days"]
        assert found.follow_up == expected["follow_up"]
        assert found.logged_first_week == expected["n_obs7"]
        dent, error, drop = nan_for_none([expected[key] for key in ("dent", "dent_se", "drop")])
        assert [found.dent, found.dent_give_or_take] == close([dent, 1.96 * error])
        assert first_days_of(found.line) == close(drop)


def first_days_of(line: Any) -> float:
    logged = line[7:10][np.isfinite(line[7:10])]
    return -float(logged.mean()) if len(logged) >= 2 else NAN


def test_golden_trend(golden: Golden) -> None:
    """The trend agrees, also in the log that is too short to show it."""
    base = study(golden.log, golden.scale)
    assert base.fitted is not None
    found = trend(base.fitted.design, golden.log.mood, base.events, base.starts)
    assert numbers(found) == close(golden.expect["trend"])
    assert (golden.found.trend is not None) == (len(base.events) >= 12)


def test_golden_activity(golden: Golden) -> None:
    """The day before, the day itself, the day after and their difference agree, with counts."""
    found, expected = golden.found.activities[-1], golden.expect["activity"]
    bars = [found.after, found.same, found.before]
    assert None not in bars
    assert [bar.estimate for bar in bars if bar] == close(
        [expected[key] for key in ("after", "same", "before")]
    )
    assert numbers(found.difference) == close(expected["contrast"])
    counts = found.active_days, found.inactive_days, found.usable_days
    assert counts == (expected["n_active"], expected["n_inactive"], expected["n"])


def test_golden_checks(golden: Golden) -> None:
    """The counts and shares behind the honesty checks agree."""
    checks, expected = golden.found.checks, golden.expect["checks"]
    assert [checks.missing_after, checks.missing_elsewhere] == close(
        [expected["miss_after"], expected["miss_other"]]
    )
    assert [checks.close_share, checks.floor_share] == close(
        [expected["close_share"], expected["floor_share"]]
    )
    assert (checks.clean_days, checks.quiet_days) == (expected["clean"], expected["quiet"])
    assert golden.found.logged_days == expected["observed"]
    assert golden.found.rejection_days == expected["n_rejection_days"]


def test_five_steps_mapped_to_ten_give_the_same_in_larger_points() -> None:
    """The log on 1 to 5, mapped to 1 to 10, gives golden's points times 2.25 and its statuses."""
    golden = Golden(GOLDEN[1])
    mapped = analyse_days(replace(golden.log, mood=1 + (golden.log.mood - 1) * 2.25))
    assert mapped.typical is not None
    assert mapped.typical.change == close(np.array(golden.expect["curve"]) * 2.25)
    assert [each.status for each in mapped.rejections] == [
        each["status"] for each in golden.expect["records"]
    ]
