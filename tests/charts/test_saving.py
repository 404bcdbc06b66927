"""Charts as pictures."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from PIL import Image

from second_wind.charts.all import aligned
from second_wind.charts.all.aligned_data import aligned_data
from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK, LIGHT
from second_wind.charts.calendar import timeline
from second_wind.charts.calendar.timeline_data import timeline_data
from second_wind.charts.heading import draw_with_heading
from second_wind.charts.recovery import recovery
from second_wind.charts.recovery.recovery_data import recovery_data
from second_wind.charts.saving import PictureKind, PictureSize, picture
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.method.timeline import Timeline, empty_timeline

MakeLog = Callable[..., Timeline]


@pytest.fixture
def shown(make_log: MakeLog) -> Chart:
    """Return a recovery chart."""
    log = make_log()
    return recovery.chart(recovery_data(log, analyse(log), "1", date(2026, 11, 22)))


@pytest.mark.parametrize(
    ("kind", "begin"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_a_picture_is_the_same_each_time(shown: Chart, kind: str, begin: bytes) -> None:
    """No date, no random names."""
    first, second = (picture(shown, LIGHT, PictureKind(kind)) for _ in range(2))
    assert first.startswith(begin)
    assert first == second


def test_a_picture_has_the_pixels_that_were_asked_for(shown: Chart) -> None:
    """More dots per inch make the words larger, not the picture."""
    for size in (PictureSize(), PictureSize(800, 500), PictureSize(1600, 1000, 200)):
        image = Image.open(io.BytesIO(picture(shown, DARK, PictureKind.PNG, size)))
        assert image.size == (size.width, size.height)
        assert image.convert("RGB").getpixel((1, 1)) == (0x20, 0x24, 0x23)


def test_a_picture_tells_screen_readers_what_it_shows(shown: Chart) -> None:
    """The sentence is in the file."""
    assert shown.reading.encode() in picture(shown, LIGHT, PictureKind.SVG)
    image = Image.open(io.BytesIO(picture(shown, LIGHT, PictureKind.PNG)))
    assert image.info["Description"] == shown.reading


def test_the_sentence_stands_above_what_is_drawn(shown: Chart) -> None:
    """Wrapped within the figure, and the panels move down."""
    figure = new_figure(5, 4)
    draw_with_heading(figure, shown, LIGHT)
    figure.draw_without_rendering()
    top = max(each.get_tightbbox().y1 for each in figure.axes)
    boxes = [each.get_window_extent() for each in figure.texts]
    assert len(boxes) >= 3
    assert min(each.y0 for each in boxes) > top - 3
    assert max(each.x1 for each in boxes) <= figure.bbox.width


def test_without_enough_the_sentence_stands_alone(make_log: MakeLog) -> None:
    """Once, in the middle."""
    empty = empty_timeline(date(2026, 11, 22))
    for shown in (aligned.chart(aligned_data(empty)), timeline.chart(timeline_data(empty))):
        figure = new_figure()
        shown.draw(figure, LIGHT)
        assert len(figure.texts) == 1
        assert picture(shown, LIGHT, PictureKind.SVG).count(b"<title>") == 1
