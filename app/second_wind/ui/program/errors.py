"""Where errors go: known ones into a sentence, bugs into a report. Both load only when needed."""

import sys
from collections.abc import Callable
from functools import partial
from types import TracebackType

from second_wind.core.errors.base import KnownError


def show_bugs(keep: Callable[[], object]) -> None:
    """Show every error that nothing else caught, instead of losing it; `keep` what is typed first.

    What is wrong may go on to be wrong: nobody knows how the program ends from here.
    """
    sys.excepthook = partial(_show, keep)


def show_error(error: KnownError) -> None:
    """Say in a dialog of its own what went wrong, where there is no window to say it."""
    from second_wind.ui.kit.window.problem import ProblemDialog

    ProblemDialog(error).exec()


def _show(
    keep: Callable[[], object],
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    if isinstance(error, KnownError):  # no bug: what a person must hear, wherever it came up
        show_error(error)
        return
    from second_wind.ui.program.report import ReportDialog, report_of

    report = report_of(kind, trace)
    try:
        keep()
    except Exception as another:
        report += f"\n{report_of(type(another), another.__traceback__)}"
    if sys.stderr is not None:  # desktops keep what is written there, so the message stays away
        sys.stderr.write(report)
    ReportDialog(report).exec()
