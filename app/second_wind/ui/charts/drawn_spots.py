"""Where the spots of a drawn chart lie on the screen, and which one a place or a key leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from second_wind.charts.base.hotspots import Hotspots

_SIDEWAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UP_DOWN: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
STEPS = (*_SIDEWAYS, *_UP_DOWN, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that lead from spot to spot."""


@dataclass(frozen=True, slots=True, eq=False)
class DrawnSpots:
    """The spots of a chart in the pixels of the widget that shows it.

    Attributes
    ----------
    hotspots : Hotspots
        What was drawn, in the chart's own data.
    ratio : float
        How many pixels of the figure make one of the widget.
    height : int
        How tall the widget is: a figure counts from below.
    """

    hotspots: "Hotspots"
    ratio: float
    height: int

    def place(self, index: int) -> QPointF:
        """Return where a spot is; y is NaN where nothing is drawn."""
        spots = self.hotspots
        panel = spots.axes[self._panels_of(index)[0]]
        # Two transforms: with a y of NaN, x would become NaN, too.
        x, _y = panel.transData.transform((spots.x[index], 0.0))
        _x, y = panel.transData.transform((0.0, spots.y[index]))
        return QPointF(float(x) / self.ratio, self._from_below(float(y)))

    def index_at(self, place: QPointF) -> int | None:
        """Return which spot is under a place; in the gap between two panels, too."""
        x, y = place.x() * self.ratio, (self.height - place.y()) * self.ratio
        number = self._panel_at(x, y)
        if number is None:
            return None
        panel = self.hotspots.axes[number]
        in_data = panel.transData.inverted().transform((x, y))
        return self.hotspots.index_at(panel, float(in_data[0]), float(in_data[1]))

    def line(self, index: int) -> tuple[float, float]:
        """Return from where to where the line goes that shows which spot is meant."""
        if not self.hotspots.line:
            y = self.place(index).y()
            return y, y
        boxes = [self.hotspots.axes[each].bbox for each in self._panels_of(index)]
        top, bottom = max(each.y1 for each in boxes), min(each.y0 for each in boxes)
        return self._from_below(top), self._from_below(bottom)

    def share(self, x: float) -> float:
        """Return how far along the axis a place lies, 0 to 1."""
        box = self.hotspots.axes[0].bbox
        return float(min(max((x * self.ratio - box.x0) / max(box.width, 1.0), 0.0), 1.0))

    def day_width(self) -> float:
        """Return how many pixels lie between the first two spots, 0 if there are not so many."""
        return self.place(1).x() - self.place(0).x() if len(self.hotspots.days) > 1 else 0.0

    def next(self, index: int | None, key: int) -> int:
        """Return the spot to which a key leads; the first key leads to the last spot."""
        last = len(self.hotspots.days) - 1
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End or index is None:
            return last
        if key in _UP_DOWN:
            return self._above(index, _UP_DOWN[key])
        return min(max(index + _SIDEWAYS[key], 0), last)

    def _above(self, index: int, by: int) -> int:
        """Return the next higher (by 1) or lower (by -1) spot at the same place along the axis."""
        spots = self.hotspots
        panels = spots.panel
        column = [
            each
            for each in range(len(spots.days))
            if spots.x[each] == spots.x[index] and (panels is None or panels[each] == panels[index])
        ]
        column.sort(key=lambda each: float(spots.y[each]))
        return column[min(max(column.index(index) + by, 0), len(column) - 1)]

    def _panels_of(self, index: int) -> Sequence[int]:
        """Return the numbers of the panels that a spot belongs to."""
        spots = self.hotspots
        return range(len(spots.axes)) if spots.panel is None else (int(spots.panel[index]),)

    def _panel_at(self, x: float, y: float) -> int | None:
        """Return the number of the panel at a place of the figure, the last one for a gap."""
        spots = self.hotspots
        boxes = [each.bbox for each in spots.axes]
        for number, box in enumerate(boxes):
            if box.contains(x, y):
                return number
        between = min(each.y0 for each in boxes) <= y <= max(each.y1 for each in boxes)
        return len(boxes) - 1 if between and spots.panel is None else None

    def _from_below(self, y: float) -> float:
        return self.height - y / self.ratio
