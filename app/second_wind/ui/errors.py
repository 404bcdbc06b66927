"""Where errors go: known ones into a sentence, bugs into a report. Both load only when needed."""

import sys
from types import TracebackType

from second_wind.core.known_error import KnownError


def show_bugs() -> None:
    """Show every error that nothing else caught, instead of losing it."""
    sys.excepthook = _show


def show_error(error: KnownError) -> None:
    """Say in a dialog of its own what went wrong, where there is no window to say it."""
    from second_wind.ui.dialogs.problem import ProblemDialog

    ProblemDialog(error).exec()


def _show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    from second_wind.ui.dialogs.report import ReportDialog, report_of

    report = report_of(kind, trace)
    if sys.stderr is not None:  # desktops keep what is written there, so the message stays away
        sys.stderr.write(report)
    ReportDialog(report).exec()
