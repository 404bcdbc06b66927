"""Everything that warns while the window is looked at."""

import logging
import sys
import warnings

from PySide6.QtCore import qDebug, qWarning

from second_wind.cli.commands.smoke import HARMLESS
from second_wind.ui.program.smoke_warnings import Warned


def test_warnings_of_python_qt_and_logs_and_lost_exceptions_are_taken() -> None:
    """Each once, whoever it comes from."""
    with Warned(HARMLESS) as warned:
        for _ in range(2):
            warnings.warn("from Python", stacklevel=1)
            qWarning("from Qt")
            logging.getLogger("library").warning("from a %s", "log")
        sys.excepthook(ValueError, ValueError("lost in a slot"), None)
    texts = "\n".join(warned.texts)
    assert len(warned.texts) == 4
    assert "UserWarning: from Python" in texts
    assert "from Qt" in texts
    assert "library: from a log" in texts
    assert "ValueError: lost in a slot" in texts


def test_what_is_harmless_or_mere_information_is_not() -> None:
    """The one allow-list, and nothing below a warning."""
    with Warned(HARMLESS) as warned:
        qWarning(HARMLESS[0])
        qDebug("chatter")
        logging.getLogger("library").info("chatter")
    assert warned.texts == []


def test_afterwards_everything_goes_its_usual_way() -> None:
    """Hooks and handlers are those from before."""
    before = (sys.excepthook, warnings.showwarning, list(logging.getLogger().handlers))
    with Warned(HARMLESS):
        pass
    assert (sys.excepthook, warnings.showwarning, logging.getLogger().handlers) == before
