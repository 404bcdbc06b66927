"""A chart in pixels, drawn step by step so that nobody waits long for one of them."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg

from second_wind.charts.base.chart import Chart
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import ChartStyle


@dataclass(frozen=True, slots=True)
class RasterSize:
    """How large a chart is on a screen.

    Attributes
    ----------
    width, height : int
        In the screen's own measure, of which `dpi` make an inch.
    ratio : float
        How many pixels make one of them.
    """

    width: int
    height: int
    dpi: float
    ratio: float


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """What was drawn: red, green, blue and opacity, a byte each, from the top left.

    They are kept small: a chart that is not in sight takes a fiftieth of its room.
    """

    packed: bytes
    width: int
    height: int

    def unpacked(self) -> bytes:
        """Return the bytes."""
        return zlib.decompress(self.packed)


class Raster:
    """One chart in one style and size.

    Attributes
    ----------
    hotspots : Hotspots or None
        What can be pointed at, and `pixels` what is seen; None until all is drawn.
    """

    def __init__(self, chart: Chart, style: ChartStyle, size: RasterSize) -> None:
        """Draw nothing yet."""
        self.chart, self.style, self.size = chart, style, size
        self.hotspots: Hotspots | None = None
        self.pixels: Pixels | None = None
        self._steps = self._draw()

    def draw_on(self) -> bool:
        """Do the next step; tell whether all is drawn."""
        return next(self._steps, True)

    def is_of(self, chart: Chart, style: ChartStyle, size: RasterSize) -> bool:
        """Tell whether this is how a chart looks."""
        return (self.chart is chart) and (self.style, self.size) == (style, size)

    def _draw(self) -> Iterator[bool]:
        size = self.size
        inches = size.width / size.dpi, size.height / size.dpi
        figure = new_figure(*inches, size.dpi * size.ratio)
        canvas = FigureCanvasAgg(figure)
        hotspots = self.chart.draw(figure, self.style)
        yield False
        engine = figure.get_layout_engine()
        if engine is not None:
            engine.execute(figure)
            figure.set_layout_engine("none")  # it is laid out
        yield False
        canvas.draw()  # type: ignore[no-untyped-call]
        width, height = canvas.get_width_height()
        drawn = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        hotspots = hotspots.fixed()
        del figure, engine, canvas  # what was drawn takes more room than how it looks
        yield False
        self.pixels = Pixels(zlib.compress(drawn, 1), width, height)
        self.hotspots = hotspots
        yield True
