"""The Markdown page with all that was measured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from comparisons import compared
from sampling import Undecided, decided
from simulated.cells import values
from simulated.measures import Measures
from targets import (
    ENOUGH_LOGS,
    FULL,
    FULL_TARGETS,
    NEAR,
    TARGETS,
    Limits,
    Measured,
    Target,
    Unit,
    Verdict,
)

from second_wind.core.analysis.findings import Floats

Column = tuple[str, str, Unit]
CURVE_COLUMNS: tuple[Column, ...] = (
    ("shown", "shown", Unit.SHARE),
    ("band", "band", Unit.SHARE),
    ("clear_dip", "clear dip", Unit.SHARE),
    ("depth_error", "depth, error", Unit.POINTS),
    ("depth_covered", "depth, 95 %", Unit.SHARE),
    ("days_error", "days, error (median)", Unit.DAYS),
    ("days_covered80", "days, 80 %", Unit.SHARE),
    ("days_covered95", "days, 95 %", Unit.SHARE),
    ("dent_error", "one dent, error", Unit.POINTS),
    ("dent_covered", "one dent, 95 %", Unit.SHARE),
)
FULL_COLUMNS: tuple[Column, ...] = tuple(
    (f"{measure}_full", name, unit) for measure, name, unit in CURVE_COLUMNS if measure in FULL
)
WALK_COLUMNS: tuple[Column, ...] = (
    ("band", "band", Unit.SHARE),
    ("band_full", "band, full dip", Unit.SHARE),
    ("depth_error", "depth, error", Unit.POINTS),
    ("depth_error_full", "depth, error, full dip", Unit.POINTS),
    ("depth_covered", "depth, 95 %", Unit.SHARE),
    ("depth_covered_full", "depth, 95 %, full dip", Unit.SHARE),
    ("days_error", "days, error (median)", Unit.DAYS),
    ("days_error_full", "days, error (median), full dip", Unit.DAYS),
)
WEAK_COLUMNS = (
    *CURVE_COLUMNS,
    ("close", "“close together”", Unit.SHARE),
    ("withheld", "days withheld", Unit.SHARE),
)
TREND_COLUMNS: tuple[Column, ...] = (("trend_false", "trend found", Unit.SHARE),)
ACTIVITY_COLUMNS: tuple[Column, ...] = (
    ("lift_error", "error", Unit.POINTS),
    ("lift_apart", "range leaves out 0", Unit.SHARE),
    ("lift_better", "range above 0", Unit.SHARE),
    ("lift_said", "sentence (98.75 %)", Unit.SHARE),
    ("aftermath_apart", "aftermath leaves out 0", Unit.SHARE),
)
TABLES = (
    ("Typical curve", "curve", CURVE_COLUMNS),
    ("Typical curve, against the full dip", "curve", FULL_COLUMNS),
    ("Three rejections", "n = 3", CURVE_COLUMNS),
    ("Weak spots", "weak", WEAK_COLUMNS),
    ("Weak spots, against the full dip", "weak", FULL_COLUMNS),
    ("Where the usual level goes, with drift.1", "walk", WALK_COLUMNS),
    ("Trend, where nothing changes", "trend", TREND_COLUMNS),
    ("Activity: after less before", "activity", ACTIVITY_COLUMNS),
)
HEAD = """# Logs whose truth is known

Made by `python tests/simulation/run.py --logs {logs} --most {plain}`: {logs} simulated logs for
each cell, the same for the same numbers. How the logs are made and what is counted is told in
[method.md](method.md#how-it-was-tested). A true share of 95 % is measured within about
{chance:.1f} points by {logs} logs (two standard errors): among many cells a few lie outside a
limit by chance alone, or just inside. So there is a rule, the same on both sides: while a cell
lies within {near} standard errors of a limit it gets as many new logs as it has, up to {most}. They
are added to the first ones, and all are judged together. The tables say how many logs each
cell has.
"""
FULL_HEAD = """
What a band has to hold above is the dip as the scale lets it be seen: the mean of what is
logged with it, less without it, at that log's usual level. Below it is the full dip that was put
in, also where the usual level has left the scale (`drift.1`) and nobody could log the dip.

"""
PILE_UPS = """
The one kind of logs in which the band may fail. In each cell 95 % of the curves have to come with
the note that most rejections came close together, or the band has to hold the truth on 90 % of
lags in those without it, if there are 250 or more.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What was measured, and how.

    Attributes
    ----------
    measured : dict
    undecided : list of Undecided
        Cells that were given more logs.
    logs, most : int
        For each cell; for those that were undecided.
    """

    measured: Measured
    undecided: Sequence[Undecided]
    logs: int
    most: int

    def verdicts(self, targets: Iterable[Target] = TARGETS) -> list[Verdict]:
        """Return whether each target was met."""
        return [each.judge(self.measured) for each in targets]


def page(run: Run) -> str:
    """Return the whole page."""
    chance = 200 * float(np.sqrt(0.05 * 0.95 / run.logs))
    head = HEAD.format(
        logs=run.logs, most=f"{run.most:,}", plain=run.most, chance=chance, near=NEAR
    )
    full = "## The same against the full dip\n" + FULL_HEAD
    parts = [
        head,
        "## Targets\n\n" + _targets(run.verdicts()),
        full + _targets(run.verdicts(FULL_TARGETS)),
        _pile_ups(run),
        _undecided(run),
        *(_cells(title, group, columns, run.measured) for title, group, columns in TABLES),
        _simpler(run.measured),
    ]
    return "\n".join(parts)


def _targets(verdicts: Iterable[Verdict]) -> str:
    rows = [
        [
            str(each.target.number),
            each.target.what,
            _limits(each.target),
            str(len(each.judged)),
            *_extremes(each),
            _met(each),
        ]
        for each in verdicts
    ]
    head = ["#", "what", "target", "cells", "lowest", "mean", "highest", "met"]
    return _table(head, rows)


def _met(verdict: Verdict) -> str:
    if not verdict.met:
        cells = ", ".join(f"`{each.name}`" for each in verdict.missed)
        return f"no ({len(verdict.missed)} of {len(verdict.judged)} cells: {cells})"
    return f"yes ({verdict.instead} by holding unwarned)" if verdict.instead else "yes"


def _extremes(verdict: Verdict) -> list[str]:
    found = list(verdict.judged.values())
    if not found:
        return ["–", "–", "–"]
    return [verdict.target.unit.text(each) for each in (min(found), verdict.mean, max(found))]


def _limits(target: Target) -> str:
    each, mean = _range(target.each, target.unit), _range(target.mean, target.unit)
    return f"{each}; mean {mean}" if mean else each


def _range(limits: Limits, unit: Unit) -> str:
    low, high = (f"{100 * each:g}" if unit is Unit.SHARE else f"{each:g}" for each in limits)
    if np.isinf(limits[1]):
        return ""
    if unit is not Unit.SHARE:
        return f"{low} to {high} {unit}"
    if limits[0] == 0:
        return f"≤ {high} %"
    return f"≥ {low} %" if limits[1] == 1 else f"{low} to {high} %"


def _pile_ups(run: Run) -> str:
    """Return how the band does in the one kind that is exempt, with and without the warning."""
    rows = [
        [
            each.name,
            str(len(found)),
            Unit.SHARE.text(float(values(found, "shown").mean())),
            Unit.SHARE.text(float(values(found, "close").mean())),
            *_band(values(found, "band_close")),
            *_band(values(found, "band_apart")),
        ]
        for each, found in run.measured.items()
        if each.scenario == "slow + saturate"
    ]
    head = ["cell", "logs", "shown", "warned of"]
    head += ["logs warned of", "their band", "logs not warned of", "the band of these"]
    return f"## Slow and saturating pile-ups\n{PILE_UPS}\n{_table(head, rows)}"


def _band(bands: Floats) -> list[str]:
    if len(bands) < ENOUGH_LOGS:
        return [str(len(bands)), "–"]
    error = float(bands.std()) / float(np.sqrt(len(bands)))
    text = Unit.SHARE.text
    return [str(len(bands)), f"{text(float(bands.mean()))} ± {text(error)}"]


def _undecided(run: Run) -> str:
    rows = [_decided(each, run.measured) for each in run.undecided]
    head = ["#", "what", "cell", "limit", "first logs", "first", "all logs", "all", "within"]
    return f"## Cells near a limit, with more logs\n\n{_table(head, rows)}"


def _decided(each: Undecided, measured: Measured) -> list[str]:
    value, error, kept = decided(each, measured)
    full = ", full dip" if each.target.measure.endswith("_full") else ""
    unit = each.target.unit
    return [
        str(each.target.number),
        each.target.what + full,
        each.cell.name,
        f"{100 * each.limit:g}" if unit is Unit.SHARE else f"{each.limit:g}",
        str(each.logs),
        f"{unit.text(each.value)} ± {unit.text(each.error)}",
        str(len(measured[each.cell])),
        f"{unit.text(value)} ± {unit.text(error)}",
        "yes" if kept else "no",
    ]


def _cells(title: str, group: str, columns: Sequence[Column], measured: Measured) -> str:
    head = ["scenario", "spacing", "rejections", "logs", *(name for _, name, _ in columns)]
    rows = [
        [cell.scenario, str(cell.kind.spacing), str(cell.kind.rejections), str(len(found))]
        + [_figure(found, each) for each in columns]
        for cell, found in measured.items()
        if cell.group == group
    ]
    return f"## {title}\n\n{_table(head, rows)}"


def _figure(found: Sequence[Measures], column: Column) -> str:
    measure, _, unit = column
    shown = values(found, measure)
    if len(shown) < ENOUGH_LOGS:
        return "–"
    return unit.text(
        float(np.median(shown) if measure.startswith("days_error") else np.mean(shown))
    )


def _simpler(measured: Measured) -> str:
    rows, last = [], None
    for each, cell, simple, ours in compared(measured):
        named = [each.way, each.outcome] if each is not last else ["", ""]
        rows.append([*named, cell.name, _number(each.unit, simple), _number(each.unit, ours)])
        last = each
    head = ["way", "what is counted", "logs", "simpler way", "Second Wind"]
    return f"## Simpler ways, on the same kinds of logs\n\n{_table(head, rows)}"


def _number(unit: Unit, value: float) -> str:
    if np.isnan(value):
        return ""
    return f"{unit.text(value)} %" if unit is Unit.SHARE else f"{unit.text(value)} {unit}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(each)} |\n" for each in lines)
