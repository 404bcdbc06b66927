"""A chart as the window and the command line show it: its words, its numbers, its drawing."""

from collections.abc import Callable
from dataclasses import dataclass

from matplotlib.figure import Figure

from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.style import ChartStyle


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The numbers behind a chart, as text: one row for each day, week or rejection."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart with its data bound, ready to be shown.

    Attributes
    ----------
    title : str
        Its name, for headings and accessible names.
    reading : str
        The one sentence that says what is seen; what a screen reader gets.
    note : str
        A quieter line: how much was logged, what is drawn; may be empty.
    method : str
        How it was computed, in two or three sentences.
    enough : bool
        Whether there is anything to draw; if not, `reading` says how much is needed.
    draw : callable
        Clears a figure and draws on it; returns what can be pointed at.
    table : callable
        Returns the numbers.
    """

    title: str
    reading: str
    note: str
    method: str
    enough: bool
    draw: Callable[[Figure, ChartStyle], Hotspots]
    table: Callable[[], ChartTable]
