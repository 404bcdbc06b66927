"""Measure the analysis on simulated logs and write down how right it is.

    python tests/simulation/run.py --logs 400 --jobs 2

The same numbers of logs give the same page, whatever the number of jobs.
"""

import argparse
import sys
import time
from pathlib import Path

from cells import Cell, all_cells, measure_cells
from comparisons import comparison_cells
from report import page
from targets import TARGETS, Verdict

PAGE = Path(__file__).parents[2] / "docs" / "simulation.md"
OTHER_LOGS = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    """Run all cells, look again at those outside their limits, and write the page."""
    options = _options(arguments)
    begun = time.monotonic()
    cells = all_cells() + comparison_cells()
    measured = measure_cells(cells, options.logs, options.jobs)
    verdicts = [each.judge(measured) for each in TARGETS]
    again = measure_cells(_missed(verdicts), options.again, options.jobs, OTHER_LOGS)
    text = page(measured, verdicts, again, options.logs, options.again)
    options.page.write_text(text, "utf-8", newline="\n")
    met = sum(each.met for each in verdicts)
    took = time.monotonic() - begun
    sys.stdout.write(f"{met} of {len(verdicts)} targets met; {took:.0f} s; {options.page}\n")
    return 0


def _missed(verdicts: list[Verdict]) -> list[Cell]:
    return list(dict.fromkeys(cell for each in verdicts for cell in each.missed))


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--logs", type=int, default=400, help="logs for each cell")
    parser.add_argument("--again", type=int, default=2000, help="logs for a second look")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    parser.add_argument("--page", type=Path, default=PAGE, help="where to write")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
