"""How long it takes to go back to a chart, and how much memory the window has taken after all.

    python tests/bench/bench_charts.py

Going back to a chart of ten years is told as a multiple of the bare drawing of the same artists
(`FigureCanvasAgg.draw`), memory as a multiple of a bare window of PySide6 beside one figure of
matplotlib, in the same run. Needs Linux; no screen.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_hold import entries  # beside this file
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PySide6.QtWidgets import QApplication

from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.cache import keep_in_cache
from second_wind.core.log.clock import SystemClock
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.charts.chart_canvas import ChartCanvas
from second_wind.ui.charts.page import ChartsPage
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.places import Place
from second_wind.ui.program.application import make_application
from second_wind.ui.shell.main_window import MainWindow

YEARS = 10
ROUNDS = 7
BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1336, 800)
window.show()
application.processEvents()
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
figure = Figure(figsize=(10, 5), layout="constrained")
figure.subplots().plot([1, 2, 3])
FigureCanvasAgg(figure).draw()
application.processEvents()
"""
OURS = f"""
import sys
from pathlib import Path
from second_wind.ui.program import before_qt
before_qt.load()  # as the program does it
sys.path.insert(0, {str(Path(__file__).parent)!r})
import bench_charts
bench_charts.visit(Path(sys.argv[1]))
"""
TELL = """
print(int(open("/proc/self/statm").read().split()[1]) * 4096)
"""
MEGABYTE = 2**20


def main() -> None:
    """Print both."""
    with tempfile.TemporaryDirectory() as home:
        paths = AppPaths.under(Path(home))
        journal = Journal(paths.journal, SystemClock())
        journal.store(add=list(entries(YEARS, journal.today())), name=ActName.SAMPLE)
        journal.close(copy=False)
        bare = _memory([sys.executable, "-c", BARE + TELL])
        ours = _memory([sys.executable, "-c", OURS, home])
        print(f"memory after every page: {ours / MEGABYTE:.0f} MB, bare {bare / MEGABYTE:.0f} MB,")
        print(f"ratio {ours / bare:.2f}")


def _memory(command: list[str]) -> int:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *said, last = done.stdout.splitlines()
    if said:
        print("\n".join(said))
    return int(last)


def visit(home: Path) -> None:
    """Go to every page and every chart, then to and fro; print what it took."""
    paths = AppPaths.under(home)
    keep_in_cache(paths)
    application = make_application()
    theme, clock = Theme(application, Preferences(paths).theme), SystemClock()
    from second_wind.ui.photos.photos import Photos

    journal, photos = Journal(paths.journal, clock), Photos(paths, clock)
    window = MainWindow(theme, Preferences(paths))
    window.fill(journal, photos)
    window.show()
    _until_quiet(application)
    for place in Place:
        window.open_page(place)
        _until_quiet(application)
    page = window.open_page(Place.CHARTS)
    assert isinstance(page, ChartsPage)
    _until_quiet(application)
    kinds = ("recovery", "all", "coming-back", "timeline", "year", "together", "weeks")
    drawn = {kind: _first(application, page, kind) for kind in kinds}
    time.sleep(2)
    _until_quiet(application)
    taken = int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    print("| chart | going back | bare drawing | ratio |")
    print("|---|---|---|---|")
    for kind, chart in drawn.items():
        bare = _bare(chart, page.view.canvas)
        back = statistics.median(_back(application, page, kind, kinds) for _ in range(ROUNDS))
        print(f"| {kind} | {1000 * back:.1f} ms | {1000 * bare:.1f} ms | {back / bare:.2f} |")
    print(taken, flush=True)
    os._exit(0)


def _first(application: QApplication, page: ChartsPage, kind: str) -> Chart:
    page.kinds.button(kind).click()
    _until_quiet(application)
    chart = page.view._chart
    assert chart is not None
    return chart


def _back(application: QApplication, page: ChartsPage, kind: str, kinds: tuple[str, ...]) -> float:
    """Return the processor time from a click until a chart that was seen is in sight again."""
    page.kinds.button(kinds[(kinds.index(kind) + 1) % len(kinds)]).click()
    _until_quiet(application)
    gc.collect()
    seen: list[None] = []
    page.view.canvas.drawn.connect(lambda: seen.append(None))
    begin = time.thread_time()
    page.kinds.button(kind).click()
    while not seen:
        application.processEvents()
    page.view.repaint()
    return time.thread_time() - begin


def _bare(chart: Chart, canvas: ChartCanvas) -> float:
    """Return the least processor time of drawing a chart's artists once they are laid out."""
    dots = canvas.logicalDpiX()
    figure = new_figure(canvas.width() / dots, canvas.height() / dots, dots)
    bare = FigureCanvasAgg(figure)
    chart.draw(figure, canvas.style_now())
    bare.draw()
    figure.set_layout_engine("none")
    times = []
    for _ in range(ROUNDS):
        begin = time.thread_time()
        bare.draw()
        times.append(time.thread_time() - begin)
    return min(times)


def _until_quiet(application: QApplication) -> None:
    last_work = time.monotonic()
    while time.monotonic() - last_work < 0.4:
        begin = time.thread_time()
        application.processEvents()
        if time.thread_time() - begin > 0.002:
            last_work = time.monotonic()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
