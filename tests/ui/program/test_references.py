"""Qt's binding must not use up Python's own objects."""

import sys

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

_CALLS = 500


def test_none_is_not_used_up(qapp: QApplication) -> None:
    """Calls that return nothing leave the count of None as it is (PySide6 6.12.0 did not).

    Before Python 3.12 the interpreter ends when that count reaches nought.
    """
    layout, widget = QVBoxLayout(), QWidget()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        layout.takeAt(0)
        widget.focusWidget()
    assert sys.getrefcount(None) > before - _CALLS / 2
