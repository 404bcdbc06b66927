"""Measure the analysis on simulated logs and write down how right it is.

    python tests/simulation/run.py --logs 400 --jobs 2

The same numbers of logs give the same page, whatever the number of jobs.
"""

import argparse
import sys
import time
from pathlib import Path

from comparisons import comparison_cells
from report import Run, page
from sampling import sampled
from simulated.cells import all_cells, measure_cells
from targets import FULL_TARGETS, TARGETS

PAGE = Path(__file__).parents[2] / "docs" / "simulation.md"


def main(arguments: list[str] | None = None) -> int:
    """Run all cells, give more logs to those near a limit, and write the page."""
    options = _options(arguments)
    begun = time.monotonic()
    first = measure_cells(all_cells() + comparison_cells(), options.logs, options.jobs)
    measured, near = sampled(first, TARGETS + FULL_TARGETS, options.most, options.jobs)
    run = Run(measured, near, options.logs, options.most)
    options.page.write_text(page(run), "utf-8", newline="\n")
    met = [each.met for each in run.verdicts()]
    took = time.monotonic() - begun
    sys.stdout.write(f"{sum(met)} of {len(met)} targets met; {took:.0f} s; {options.page}\n")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--logs", type=int, default=400, help="logs for each cell")
    parser.add_argument("--most", type=int, default=4000, help="logs for each cell near a limit")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    parser.add_argument("--page", type=Path, default=PAGE, help="where to write")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
