"""What assistive technology is told about widgets that Qt knows nothing about."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

CHART = "ChartCanvas"
"""The class name by which Qt asks for a chart's interface."""

_kept: dict[int, QAccessibleInterface] = {}
"""Qt holds no reference to what Python made; this does, until the widget is gone."""
_installed: list[bool] = []


class ChartInterface(QAccessibleWidget):
    """A chart is one graphic: its name is its title, its description its one sentence."""

    def __init__(self, widget: QWidget) -> None:
        """Speak for a chart."""
        super().__init__(widget, QAccessible.Role.Graphic)

    def childCount(self) -> int:
        """Return 0: what the picture is made of says nothing."""
        return 0


def install() -> None:
    """Let Qt ask here for the interfaces of charts; more than once does nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


def kept() -> int:
    """Return how many interfaces are kept."""
    return len(_kept)


def _interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind != CHART or not isinstance(thing, QWidget):
        return None
    interface = ChartInterface(thing)
    _kept[id(thing)] = interface
    thing.destroyed.connect(partial(_kept.pop, id(thing), None))
    return interface
