"""Logs to draw, and figures to draw them on."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeAlias

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import LIGHT, ChartStyle
from second_wind.core.analysis.method.timeline import Floats, RejectionMark, Timeline

LAST = date(2026, 11, 22)
STAGES = ("applied", "phone-screen", "task", "interview", "final-interview", "offer-stage")
MakeLog: TypeAlias = Callable[..., Timeline]
Draw: TypeAlias = Callable[..., Figure]


def _moods(rng: np.random.Generator, days: int, rejections: list[int]) -> Floats:
    mood = 6.8 + rng.normal(0, 0.8, days)
    for each in rejections:
        mood[each:] -= 2.5 * 2 ** (-np.arange(days - each) / 3)
    return np.clip(np.round(mood), 1, 10).astype(np.float64)


@pytest.fixture
def make_log() -> MakeLog:
    """Return a maker of plausible logs that end on 22 November 2026."""

    def make(
        days: int = 120,
        rejections: Iterable[int] = (40, 70),
        *,
        seed: int = 1,
        missing: float = 0.2,
        companies: tuple[str, ...] = ("Contoso", "Fabrikam"),
        active: bool = True,
    ) -> Timeline:
        rng = np.random.default_rng(seed)
        offsets = sorted(rejections)
        mood = _moods(rng, days, offsets)
        mood[rng.random(days) < missing] = np.nan

        def some(share: float, amount: float) -> Floats:
            if not active:
                return np.full(days, np.nan)
            return np.where(rng.random(days) < share, amount, 0.0)

        marks = tuple(
            RejectionMark(str(i), each, companies[i % len(companies)], STAGES[i % len(STAGES)])
            for i, each in enumerate(offsets)
        )
        return Timeline(
            LAST - timedelta(days=days - 1),
            mood,
            np.zeros(days, np.bool_),
            some(0.6, 25.0),
            some(0.15, 1.0),
            some(0.1, 90.0),
            some(0.2, 1.0),
            marks,
        )

    return make


@pytest.fixture
def drawn() -> Draw:
    """Return a function that draws a chart and renders it, so that layout warnings surface."""

    def draw(
        chart: Chart, width: int = 900, height: int = 540, style: ChartStyle = LIGHT
    ) -> Figure:
        figure = new_figure(width / 100, height / 100)
        FigureCanvasAgg(figure)
        chart.draw(figure, style)
        figure.canvas.draw()
        return figure

    return draw
