"""Files that the window writes where the person wants them: through the one gate, whole or not."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.import_errors import UnwritableOutput
from second_wind.core.errors.journal_errors import DiskFull
from second_wind.exchange.file.gate import require_output
from second_wind.exchange.file.output import is_full, moved_into_place
from second_wind.paths import AppPaths
from second_wind.ui.kit.service.preferences import Preferences


def require_place(file: Path, widget: QWidget) -> None:
    """Let a file through that the person chose, and agreed to replace, in a dialog of a widget.

    Raises
    ------
    OutputProblem
        If it lies among the program's own files, or is a database, a folder, a device or a pipe.
    """
    require_output(file, _own_places(widget))


def write(file: Path, content: bytes, widget: QWidget) -> None:
    """Write a file that the person chose in a dialog of a widget.

    Raises
    ------
    KnownError
        If the gate refuses it or it can't be written; a file that was there is as it was.
    """
    require_place(file, widget)
    try:
        with moved_into_place(file) as partial:
            partial.write_bytes(content)
    except OSError as error:
        raise (DiskFull(file) if is_full(error) else UnwritableOutput(file)) from error


def _own_places(widget: QWidget) -> AppPaths:
    """Return the places of the window that a widget or a dialog belongs to."""
    each: QWidget | None = widget
    while each is not None:
        preferences = getattr(each, "preferences", None)  # the window's, which knows all who ask
        if isinstance(preferences, Preferences):
            return preferences.paths
        each = each.parentWidget()
    return AppPaths.for_user()
