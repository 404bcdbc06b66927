"""Draw the figures of docs/method.md, from simulated logs and from docs/simulation.md.

python tests/simulation/figures.py
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from simulated.measures import days_on
from simulated.simpler import windows_with_band
from simulated.simulated_log import Kind, SimulatedLog, Spacing, simulate
from simulated.truth import full_curve
from written import Row, written

from second_wind.charts.base.fonts import families
from second_wind.charts.base.style import LIGHT
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.study import study
from second_wind.core.analysis.findings import FIRST_LAG, Analysis, Status
from second_wind.core.analysis.method.mood_log import mood_log, rejection_days

FOLDER = Path(__file__).parents[2] / "docs" / "figures"
ONE_LOG = Kind(12, Spacing.OVERLAP), (7,)
DASHES = (0, (4, 2))
Draw = Callable[[Figure], None]


def one_log(figure: Figure) -> None:
    """Show a log with its mood line and usual level, and what the regression makes of it."""
    log = simulate(*ONE_LOG)
    found = analyse(log.timeline)
    days = np.arange(len(found.usual))
    top, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    _moods(top, log, found)
    base = study(mood_log(log.timeline), (1, 10))
    assert base.fitted is not None
    for day in base.events:
        course = base.fitted.dip[:-1][: len(days) - day]
        below.fill_between(day + np.arange(len(course)), course, color=LIGHT.rejection, alpha=0.25)
    below.plot(days, base.fitted.rejections, color=LIGHT.rejection, lw=1.5)
    below.set_ylabel("points from usual")
    below.set_xlabel("day")
    below.set_title("the fitted dips (areas) and what they come to together (line)", loc="left")


def _moods(panel: Axes, log: SimulatedLog, found: Analysis) -> None:
    mood = mood_log(log.timeline)
    days = np.arange(len(mood))
    panel.plot(days, mood.mood, "o", ms=3, color=LIGHT.ghost)
    for piece in np.split(days, rejection_days(mood)):
        panel.plot(piece, found.mood_line[piece], color=LIGHT.accent, lw=1.5)
    panel.plot(days, found.usual, color=LIGHT.muted, lw=1.5)
    first = log.timeline.offset(mood.first)
    true_usual = log.usual[first : first + len(days)]
    panel.plot(days, true_usual, color=LIGHT.muted, lw=1, ls=DASHES)
    for day in rejection_days(mood):
        panel.axvline(day, color=LIGHT.rejection, lw=0.8, alpha=0.6)
    panel.set_ylabel("mood")
    panel.set_title(
        "a simulated log: days, mood line, usual level (dashes: the true one)", loc="left"
    )


def curves(figure: Figure) -> None:
    """Show the plain average of windows beside the corrected curve, both with their bands."""
    kind, seed = Kind(30, Spacing.OVERLAP, saturates=True), (3,)
    log = simulate(kind, seed)
    found, truth = analyse(log.timeline).typical, full_curve(kind)
    assert found is not None
    mean, low, high = windows_with_band(log.timeline, 22)
    left, right = figure.subplots(1, 2, sharey=True)
    for panel, title, curve, edges, colour in (
        (left, "average of windows, bootstrap", mean, (low, high), LIGHT.outing),
        (right, "Second Wind", found.change, (found.low, found.high), LIGHT.accent),
    ):
        panel.axhline(0, color=LIGHT.line, lw=1)
        panel.fill_between(found.lags, *edges, color=colour, alpha=0.2, lw=0)
        panel.plot(found.lags, curve, color=colour, lw=2)
        panel.plot(found.lags, truth, color=LIGHT.text, lw=1.2, ls=DASHES)
        panel.set_title(title, loc="left")
        panel.set_xlabel("days after a rejection")
    left.set_ylabel("points from usual")


MARKS = {"5": "o", "10": "s", "30": "^"}


def coverage(figure: Figure) -> None:
    """Show how often the band held the truth, cell by cell, beside the simpler way's."""
    panel = figure.subplots()
    rows = written("Typical curve")
    names = list(dict.fromkeys(each["scenario"] for each in rows))
    for each in rows:
        at = names.index(each["scenario"])
        _held(panel, at, each["spacing"], each["rejections"], each.number("band"), LIGHT.accent)
    simpler = len(names) + 0.5
    for each in _of_way("average of windows, bootstrap over rejections"):
        scenario, spacing, count = each["logs"].split(", ")
        if scenario == "ref":
            _held(panel, simpler, spacing, count, each.number("simpler way"), LIGHT.outing)
    panel.axhline(95, color=LIGHT.muted, lw=1, ls=DASHES)
    panel.set_xticks([*range(len(names)), simpler], [*names, "ref,\nplain\naverage"])
    panel.set_ylim(65, 101)
    panel.set_ylabel("% of lags 0 to 14 held")
    for count, mark in MARKS.items():
        panel.plot([], [], mark, ms=5, color=LIGHT.muted, mew=0, label=f"{count} rejections")
    panel.plot([], [], "o", ms=5, color=LIGHT.muted, mfc="none", label="hollow: overlapping")
    panel.legend(frameon=False, loc="lower left", ncols=4)


def _held(panel: Axes, at: float, spacing: str, count: str, share: float, colour: str) -> None:
    hollow = spacing == "overlap"
    place = at + 0.1 * (list(MARKS).index(count) - 1) + (0.2 if hollow else -0.2)
    face = LIGHT.card if hollow else colour
    panel.plot(place, share, MARKS[count], ms=5, color=colour, mfc=face, mew=1)


def _of_way(way: str) -> list[Row]:
    rows, named = [], ""
    for each in written("Simpler ways, on the same kinds of logs"):
        named = each["way"] or named
        rows += [each] if named == way else []
    return rows


def activity(figure: Figure) -> None:
    """Show how often three comparisons call a lift that is not there."""
    panel = figure.subplots()
    same = _of_way("t test of active against inactive days, same day")
    after = _of_way("the same test on the next day")
    bars = [
        ("same day", [each.number("simpler way") for each in same], LIGHT.outing),
        ("next day", [each.number("simpler way") for each in after], LIGHT.volunteering),
        ("after minus before", [each.number("Second Wind") for each in same], LIGHT.accent),
    ]
    for i, (name, heights, colour) in enumerate(bars):
        at = np.arange(len(heights)) + 0.27 * (i - 1)
        drawn = panel.bar(at, heights, 0.24, color=colour, label=name)
        panel.bar_label(drawn, fmt="%.0f", color=LIGHT.muted, padding=2)
    labels = [each["logs"].replace(", spaced,", "\n") + " rejections" for each in same]
    panel.set_xticks(range(len(labels)), labels)
    panel.set_ylim(0, 112)
    panel.set_ylabel("% of logs: “better” found\nwhere nothing was lifted")
    panel.legend(frameon=False, loc="upper left")


def days(figure: Figure) -> None:
    """Show how far off the days of single rejections and of whole logs are."""
    single, ten = _errors(10)
    _, thirty = _errors(30)
    edges = np.arange(-12.5, 18, 1)
    panels = figure.subplots(1, 3, sharex=True, sharey=True)
    for panel, title, errors, colour in (
        (panels[0], "one rejection", single, LIGHT.outing),
        (panels[1], "10 together", ten, LIGHT.accent),
        (panels[2], "30 together", thirty, LIGHT.accent),
    ):
        share = np.full(len(errors), 100 / len(errors))
        panel.hist(errors, edges, weights=share, color=colour, rwidth=0.9)
        panel.set_title(f"{title}: sd {float(np.std(errors)):.1f} days", loc="left")
        panel.set_xlabel("days found less true days")
    panels[0].set_ylabel("% of estimates")


def _errors(rejections: int) -> tuple[list[float], list[float]]:
    """Return the errors of single rejections' days and of typical days, over 200 logs."""
    kind = Kind(rejections)
    single, typical = [], []
    for seed in range(200):
        log = simulate(kind, (11, seed))
        found = analyse(log.timeline)
        single += _single_errors(log, found)
        if found.typical and found.typical.days:
            truth = days_on(full_curve(kind), found.tolerance)
            typical.append(found.typical.days.estimate - truth)
    return single, typical


def _single_errors(log: SimulatedLog, found: Analysis) -> list[float]:
    events = sorted({each.offset for each in log.timeline.rejections})
    errors = []
    for each in found.rejections:
        day = log.timeline.offset(each.day)
        if each.status is Status.RECOVERED and each.days is not None:
            own = np.zeros(len(each.line) + FIRST_LAG)
            course = log.dips[events.index(day), day : day + len(own)]
            own[: len(course)] = course
            errors.append(each.days - days_on(own, found.tolerance))
    return errors


FIGURES: dict[str, tuple[Draw, float]] = {
    "one-log": (one_log, 4.6),
    "curves": (curves, 3.2),
    "coverage": (coverage, 3.6),
    "activity": (activity, 3.2),
    "days": (days, 2.8),
}


def main() -> int:
    """Write every figure as SVG, the same each time."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (draw, height) in FIGURES.items():
        with mpl.rc_context(_dress()):
            figure = Figure(figsize=(8.6, height), layout="constrained")
            draw(figure)
            figure.savefig(FOLDER / f"{name}.svg", metadata={"Date": None})
    return 0


def _dress() -> dict[Any, Any]:
    return {
        "svg.hashsalt": "second wind",
        "font.family": list(families(())),
        "font.size": LIGHT.size,
        "axes.titlesize": LIGHT.size,
        "axes.facecolor": "none",
        "figure.facecolor": LIGHT.card,
        "axes.edgecolor": LIGHT.line,
        "axes.labelcolor": LIGHT.muted,
        "axes.titlecolor": LIGHT.text,
        "xtick.color": LIGHT.muted,
        "ytick.color": LIGHT.muted,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "text.color": LIGHT.text,
    }


if __name__ == "__main__":
    sys.exit(main())
