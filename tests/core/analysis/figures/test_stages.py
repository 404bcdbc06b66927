"""Rejections by the stage that was reached."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.stages import by_stage
from second_wind.core.analysis.findings import Need
from second_wind.core.analysis.method.timeline import RejectionMark, Timeline, moods_only

EVENTS = tuple(range(30, 600, 30))


def log(stages: dict[int, tuple[str, ...]]) -> Timeline:
    """Return dips of 4 points after an offer and 1 after all else."""
    days = np.arange(620)
    mood = 7 + np.random.default_rng(2).normal(0, 0.5, 620)
    for day in EVENTS:
        deep = 4.0 if "offer-stage" in stages[day] else 1.0
        mood -= np.where(days >= day, deep * 0.5 ** (np.maximum(days - day, 0) / 3), 0.0)
    marks = [RejectionMark(f"{day}{s}", day, "", s) for day in EVENTS for s in stages[day]]
    return replace(moods_only(date(2024, 1, 1), mood), rejections=tuple(marks))


def test_each_stage_has_its_own_dip() -> None:
    """Offers lost hurt 4 points and applications 1, and each curve says its own."""
    stages = {day: ("offer-stage" if day % 60 else "applied",) for day in EVENTS}
    applied, offer = by_stage(log(stages))
    assert (applied.stage, offer.stage) == ("applied", "offer-stage")
    assert applied.typical is not None
    assert offer.typical is not None
    assert applied.typical.change[0] == pytest.approx(-1, abs=0.5)
    assert offer.typical.change[0] == pytest.approx(-4, abs=0.5)
    assert offer.typical.rejection_days == len(offer.rejections) == 10


def test_one_stage_for_all_is_the_whole_curve() -> None:
    """Where all rejections reached the same stage, its curve is that of the whole log."""
    timeline = log(dict.fromkeys(EVENTS, ("applied",)))
    (only,), whole = by_stage(timeline), analyse(timeline)
    assert only.typical is not None
    assert whole.typical is not None
    np.testing.assert_array_equal(only.typical.change, whole.typical.change)
    np.testing.assert_array_equal(only.typical.high, whole.typical.high)


def test_a_rare_stage_has_lines_but_no_curve() -> None:
    """Two rejections of a stage are grouped, and say that one more is needed for a curve."""
    stages = {day: ("task" if day < 80 else "applied",) for day in EVENTS}
    rare = by_stage(log(stages))[1]
    assert [each.stages for each in rare.rejections] == [("task",)] * 2
    assert rare.typical is None
    assert [(each.what, each.more) for each in rare.typical_missing] == [
        (Need.KNOWN_FIRST_WEEKS, 1)
    ]


def test_a_day_of_two_stages_is_in_both() -> None:
    """A day with rejections of two stages belongs to both; one without a stage to none."""
    stages = {day: ("applied", "task") if day == 30 else ("applied",) for day in EVENTS}
    applied, task = by_stage(log(stages))
    assert (len(applied.rejections), len(task.rejections)) == (len(EVENTS), 1)
    assert by_stage(moods_only(date(2024, 1, 1), [5.0, 6.0] * 20, [10])) == ()
