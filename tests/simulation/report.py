"""The Markdown page with all that was measured."""

from collections.abc import Iterable, Sequence

import numpy as np
from cells import values
from comparisons import compared
from measures import Measures
from targets import ENOUGH_LOGS, Limits, Measured, Target, Unit, Verdict

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
    ("Three rejections", "n = 3", CURVE_COLUMNS),
    ("Weak spots", "weak", WEAK_COLUMNS),
    ("Trend, where nothing changes", "trend", TREND_COLUMNS),
    ("Activity: after less before", "activity", ACTIVITY_COLUMNS),
)
HEAD = """# Logs whose truth is known

Made by `python tests/simulation/run.py --logs {logs} --again {again}`: {logs} simulated logs for
each cell, the same for the same numbers. How the logs are made and what is counted is told in
[method.md](method.md#how-it-was-tested). A true share of 95 % is measured within about
{chance:.1f} points by {logs} logs (two standard errors): among many cells a few lie outside a limit
by chance alone. So each cell outside its limit is measured a second time, on other logs.
"""


def page(
    measured: Measured,
    verdicts: Sequence[Verdict],
    looked_again: Measured,
    logs: int,
    again: int,
) -> str:
    """Return the whole page."""
    chance = 200 * float(np.sqrt(0.05 * 0.95 / logs))
    parts = [
        HEAD.format(logs=logs, again=again, chance=chance),
        _targets(verdicts),
        _again(verdicts, looked_again, again),
        *(_cells(title, group, columns, measured) for title, group, columns in TABLES),
        _simpler(measured),
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
            "yes" if each.met else f"no ({len(each.missed)} of {len(each.judged)} cells)",
        ]
        for each in verdicts
    ]
    head = ["#", "what", "target", "cells", "lowest", "mean", "highest", "met"]
    return f"## Targets\n\n{_table(head, rows)}"


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


def _again(verdicts: Iterable[Verdict], looked_again: Measured, logs: int) -> str:
    missed = [(each, cell, value) for each in verdicts for cell, value in each.missed.items()]
    if not missed:
        return "## Cells outside their limits\n\nNone.\n"
    rows = []
    for verdict, cell, value in missed:
        target = verdict.target
        second = target.judge({cell: looked_again[cell]})
        text = target.unit.text(second.judged[cell]) if second.judged else "–"
        outcome = "no" if second.missed else "yes"
        rows.append(
            [
                str(target.number),
                target.what,
                cell.name,
                target.unit.text(value),
                text,
                outcome if second.judged else "–",
            ]
        )
    head = ["#", "what", "cell", "first", f"{logs} other logs", "within"]
    return f"## Cells outside their limits, looked at again\n\n{_table(head, rows)}"


def _cells(title: str, group: str, columns: Sequence[Column], measured: Measured) -> str:
    head = ["scenario", "spacing", "rejections", *(f"{name}" for _, name, _ in columns)]
    rows = [
        [cell.scenario, str(cell.kind.spacing), str(cell.kind.rejections)]
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
    return unit.text(float(np.median(shown) if measure == "days_error" else np.mean(shown)))


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
