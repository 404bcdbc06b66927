"""The numbers that docs/method.md quotes, as docs/simulation.md has them."""

from collections.abc import Iterable

from written import Row, written

SIMPLER = "Simpler ways, on the same kinds of logs"
COUNTS = (5, 10, 30)
SPACINGS = ("spaced", "overlap")


def numbers() -> dict[str, str]:
    """Return every number by the name that the quotes use, as it is printed."""
    return _targets() | _simpler() | _weak() | _pile_ups() | _walks() | _activity()


def _targets() -> dict[str, str]:
    rows = {f"{each['#']} {each['what']}": each for each in written("Targets")}
    band = rows["1 the same with slow dips and low moods"]
    few = rows["2 the same with 3 rejections"]
    clear = rows["4 clear dip where there is none"]
    depth = rows["5 depth, mean error"]
    days = rows["6 days, median error"]
    slow = rows["7 days of slow dips, median error"]
    trend = rows["8 trend where there is none"]
    null = rows["9 after differs from before where nothing was lifted"]
    dent = rows["11 dent of one rejection, give-or-take"]
    return {
        "band_mean": band["mean"],
        "band_cells": band["cells"],
        "band_low": band["lowest"],
        "band_high": band["highest"],
        "band3_low": few["lowest"],
        "band3_high": few["highest"],
        "clear_low": clear["lowest"],
        "clear_high": clear["highest"],
        "depth_worst": _largest(depth["lowest"], depth["highest"]),
        "days_low": _signed(days["lowest"]),
        "days_high": _signed(days["highest"]),
        "days95_low": rows["6 days, 95 % range"]["lowest"],
        "days80_low": rows["6 days, 80 % range"]["lowest"],
        "slow_worst": _size(slow["lowest"]),
        "trend_mean": trend["mean"],
        "trend_high": trend["highest"],
        "null_mean": null["mean"],
        "null_high": null["highest"],
        "hab_better": rows["9 false “better next day” with a habit"]["highest"],
        "power": rows["10 lift of 0.8 is seen"]["lowest"],
        "lift_error": _size(rows["10 lift of 0.8, mean error"]["lowest"]),
        "dent_low": dent["lowest"],
        "dent_high": dent["highest"],
    }


def _simpler() -> dict[str, str]:
    rows = _by_outcome()
    band, error = "95 % band holds the truth, lags 0 to 14", "error of the curve (root mean square)"
    found = {}
    for n in COUNTS:
        both = [rows[band, f"ref, {spacing}, {n}"] for spacing in SPACINGS]
        found[f"naive{n}"] = _span(each["simpler way"] for each in both)
        found[f"ours{n}"] = _span(each["Second Wind"] for each in both)
    saturating = rows[band, "saturate, overlap, 30"]
    times = [
        each.number("simpler way") / each.number("Second Wind")
        for (outcome, _), each in rows.items()
        if outcome == error
    ]
    found["naive_saturate"] = _bare(saturating["simpler way"])
    found["ours_saturate"] = _bare(saturating["Second Wind"])
    found["times"] = f"{min(times):.1f} to {max(times):.1f}"
    return found | _single(rows) | _trends(rows) | _claims(rows)


Rows = dict[tuple[str, str], Row]


def _single(rows: Rows) -> dict[str, str]:
    depth, days = "mean error of the depth", "mean error of the days"
    one = "error of one rejection (root mean square)"
    keys = {
        "base10": ("mean error of the usual level", "ref, overlap, 10"),
        "base30": ("mean error of the usual level", "ref, overlap, 30"),
        "lowest": (depth, "ref, spaced, 10"),
        "lowest_none": (depth, "no dip, spaced, 10"),
        "lowest_overlap": (depth, "ref, overlap, 10"),
        "back": (days, "ref, spaced, 10"),
        "back_overlap": (days, "ref, overlap, 10"),
        "back_slow": (days, "slow, spaced, 10"),
        "back_slow_overlap": (days, "slow, overlap, 10"),
        "dropped": ("rejections dropped", "ref, overlap, 10"),
        "smooth_before": ("dip shown on the day before it", "ref, spaced, 10"),
        "smooth_hidden": ("part of the dip of day 0 that is hidden", "ref, spaced, 10"),
        "one": (one, "ref, spaced, 10"),
        "one_slow": (one, "slow, spaced, 10"),
        "one_none": ("“recovered” where there was no dip", "no dip, spaced, 10"),
    }
    return {name: _size(_bare(rows[key]["simpler way"])) for name, key in keys.items()}


def _trends(rows: Rows) -> dict[str, str]:
    outcome = "“faster” where nothing changed (beside it: any trend)"
    counts = [rows[outcome, f"ref, densing, {n}"] for n in (12, 20, 30, 60)]
    return {
        "kendall": ", ".join(_bare(each["simpler way"]) for each in counts),
        "trends": ", ".join(_bare(each["Second Wind"]) for each in counts),
    }


def _claims(rows: Rows) -> dict[str, str]:
    found, ours = {}, []
    for name in ("same day", "next day"):
        claims = [
            row
            for (outcome, logs), row in rows.items()
            if outcome.endswith(name) and not logs.startswith("mood 0,")
        ]
        found[name.replace(" ", "_")] = _span(each["simpler way"] for each in claims)
        ours += [each["Second Wind"] for each in claims]
    return found | {"after_before": _span(ours)}


def _by_outcome() -> Rows:
    rows, outcome = {}, ""
    for each in written(SIMPLER):
        outcome = each["what is counted"] or outcome
        rows[outcome, each["logs"]] = each
    return rows


def _weak() -> dict[str, str]:
    rows = {_name(each): each for each in written("Weak spots")}
    full = {_name(each): each for each in written("Weak spots, against the full dip")}
    curve = {_name(each): each for each in written("Typical curve, against the full dip")}
    missing = [each["depth, error"] for name, each in full.items() if name.startswith("mnar")]
    saturate = [full[f"saturate overlap {n}"]["depth, error"] for n in COUNTS]
    slow = [full[f"slow + saturate overlap {n}"]["days, error (median)"] for n in COUNTS]
    low = [curve[f"low {s} {n}"]["depth, error"] for s in SPACINGS for n in COUNTS]
    few = {_name(each): each for each in written("Three rejections")}
    return {
        "mnar_span": _span(_size(each) for each in missing if each != "–"),
        "mnar_depth": _span(full[f"mnar{p} spaced 30"]["depth, 95 %"] for p in (30, 50)),
        "withheld": _span(rows[f"slow + saturate overlap {n}"]["days withheld"] for n in COUNTS),
        "slow_short": _span(_size(each) for each in slow),
        "sat_span": _span(_size(each) for each in saturate),
        "sat_band": min((rows[f"saturate overlap {n}"]["band"] for n in COUNTS), key=float),
        "low_depth": _span(_size(each) for each in low),
        "slow_depth": _span(_size(curve[f"slow overlap {n}"]["depth, error"]) for n in COUNTS),
        "off_band": curve["drift.1 spaced 30"]["band"],
        "off_depth": curve["drift.1 spaced 30"]["depth, 95 %"],
        "off_error": _size(curve["drift.1 spaced 30"]["depth, error"]),
        "crowded": few["ref overlap 3"]["shown"],
    }


def _pile_ups() -> dict[str, str]:
    found = {}
    weak = {_name(each): each for each in written("Weak spots")}
    for n, each in zip(COUNTS, written("Slow and saturating pile-ups"), strict=True):
        found[f"pile_band{n}"] = weak[f"slow + saturate overlap {n}"]["band"]
        found[f"pile_warned{n}"] = each["warned of"]
        if each["the band of these"] != "–":
            found[f"pile_apart{n}"] = each["the band of these"]
            found[f"pile_logs{n}"] = f"{int(each['logs not warned of']):,}"
    return found


def _walks() -> dict[str, str]:
    """Return the rows of the table on where the usual level goes."""
    walks: dict[str, list[Row]] = {}
    for each in written("Where the usual level goes, with drift.1"):
        walks.setdefault(each["scenario"], []).append(each)
    return {f"walk {name}": _walk(name, rows) for name, rows in walks.items()}


def _walk(name: str, rows: list[Row]) -> str:
    lowest = [min((each[head] for each in rows), key=float) for head in ("band", "band, full dip")]
    last = next(each for each in rows if _name(each) == f"{name} spaced 30")
    errors = [last[head].replace("-", "−") for head in ("depth, error", "depth, error, full dip")]
    return " | ".join(["", name, lowest[0], errors[0], lowest[1], errors[1], ""]).strip()


def _activity() -> dict[str, str]:
    rows = {_name(each): each for each in written("Activity: after less before")}
    habits = [each["error"] for name, each in rows.items() if ", habit" in name]
    hidden = {n: rows[f"hidden cause spaced {n}"] for n in (10, 30)}
    return {
        "habit_worst": _largest(*habits),
        **{f"hid{n}": each["range above 0"] for n, each in hidden.items()},
        **{f"hids{n}": each["sentence (98.75 %)"] for n, each in hidden.items()},
    }


def _name(row: Row) -> str:
    return f"{row['scenario']} {row['spacing']} {row['rejections']}"


def _bare(text: str) -> str:
    return text.split(" ")[0]


def _size(text: str) -> str:
    return text.lstrip("-")


def _signed(text: str) -> str:
    return text.replace("-", "−")


def _largest(*texts: str) -> str:
    return max((_size(each) for each in texts), key=float)


def _span(texts: Iterable[str]) -> str:
    """Return the lowest and the highest, or the one that there is."""
    found = sorted((_bare(each) for each in texts), key=float)
    return found[0] if found[0] == found[-1] else f"{found[0]} to {found[-1]}"
