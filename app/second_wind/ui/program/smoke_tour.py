"""A walk through the window: each page, each chart, each way to draw it."""

import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication, QPushButton

from second_wind.core.log.clock import Clock
from second_wind.core.log.entries import Rejection
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.charts.chart_canvas import ChartCanvas
from second_wind.ui.kit.fields.segments import Segments
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.page import Page
from second_wind.ui.photos.photos import Photos
from second_wind.ui.program.application import make_application
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base.language import pgettext

_QUIET = 0.25
"""Seconds without any work after which a page counts as shown; charts wait up to 0.15."""
_BUSY = 0.004
_LONGEST = 30.0

Shown = tuple[str, float]
"""What was shown, and its milliseconds."""


def tour(journal: Journal, paths: AppPaths, clock: Clock) -> Iterator[Shown]:
    """Open the window, show everything in it once, and close it."""
    application = make_application()
    begun = time.perf_counter()
    with _window(application, journal, paths, clock) as window:
        walk = _Walk(application, window)
        yield pgettext("part of the window", "window"), walk.measured(window.show, begun)
        for place, page in window.stack.pages().items():
            yield place.label, walk.measured(partial(window.open_page, place))
            yield from _choices(walk, page, place.label)
        for rejection in journal.entries(Rejection)[-1:]:
            open_it = partial(window.open_rejection, rejection.id)
            yield pgettext("part of the window", "one rejection"), walk.measured(open_it)


def _choices(walk: "_Walk", page: Page, name: str) -> Iterator[Shown]:
    """Choose all that a page of charts offers: each kind, and each of its ways."""
    rows = page.findChildren(Segments)
    kinds = [each for row in rows for each in _buttons(row) if each.property("role") == "tab"]
    for kind in kinds:
        title = f"{name}, {kind.text()}"
        yield title, walk.measured(kind.click)
        ways = [each for row in rows if row.isVisible() for each in _buttons(row)]
        for way in ways:
            if way not in kinds and not way.isChecked():
                yield f"{title}, {way.text()}", walk.measured(way.click)


def _buttons(row: Segments) -> list[QPushButton]:
    return row.findChildren(QPushButton)


class _Walk:
    """Measures how long it takes until the window has nothing left to do."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        """Listen to every chart."""
        self._application = application
        self._canvases = window.findChildren(ChartCanvas)
        self._drawn = 0
        for each in self._canvases:
            each.drawn.connect(self._count)

    def measured(self, do: Callable[[], object], begun: float | None = None) -> float:
        """Return the milliseconds from doing something until all of it is shown."""
        begun = begun or time.perf_counter()
        do()
        busy = time.perf_counter()
        while time.perf_counter() - busy < _QUIET and busy - begun < _LONGEST:
            drawn, step = self._drawn, time.perf_counter()
            self._application.processEvents()
            if self._drawn != drawn or time.perf_counter() - step > _BUSY:
                busy = time.perf_counter()
            time.sleep(0.001)
        for each in self._canvases:
            if each.isVisible() and each.hotspots is None:
                warnings.warn(f"a chart was not drawn: {each.accessibleName()}", stacklevel=2)
        return (busy - begun) * 1000

    def _count(self) -> None:
        self._drawn += 1


@contextmanager
def _window(
    application: QApplication, journal: Journal, paths: AppPaths, clock: Clock
) -> Iterator[MainWindow]:
    """Hold a window that leaves the person's own preferences alone."""
    with tempfile.TemporaryDirectory(prefix="second-wind-") as directory:
        own = replace(paths, config=Path(directory))
        preferences = Preferences(own)
        theme = Theme(application, preferences.theme)
        photos = Photos(own, clock, key=journal.key)
        window = MainWindow(theme, preferences)
        window.fill(journal, photos)
        try:
            yield window
            window.close()
        finally:
            # As in `run_window`: PySide6 crashes at exit when the window is still there.
            shiboken6.delete(window)
            shiboken6.delete(theme)
            photos.finish()
