"""Numbers that stand in from the frame of their field."""

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

_INDENT = 7


def indent(field: QAbstractSpinBox) -> None:
    """Set a number in from the frame, where a style sheet's padding does not reach."""
    line = field.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(_INDENT, 0, _INDENT, 0)
