"""What a Linux desktop is told about the program, by the desktop's own checkers."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from second_wind import __version__
from second_wind.paths import APPLICATION_ID

GREEN = QColor("#1f6f5c")


@pytest.fixture
def linux(root: Path) -> Path:
    """Find the folder of the files."""
    return root / "packaging" / "linux"


def test_desktop_entry_is_valid(linux: Path, tool: Callable[[str], str]) -> None:
    """The checker of freedesktop.org has nothing to say."""
    checker = tool("desktop-file-validate")
    done = subprocess.run(
        [checker, str(linux / f"{APPLICATION_ID}.desktop")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_metainfo_is_valid(linux: Path, tool: Callable[[str], str]) -> None:
    """AppStream's checker finds neither an error nor a warning."""
    checker = tool("appstreamcli")
    done = subprocess.run(
        [checker, "validate", "--no-net", str(linux / f"{APPLICATION_ID}.metainfo.xml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_metainfo_names_the_program_and_its_version(linux: Path) -> None:
    """A software centre shows the program under the id of its window, and its newest version."""
    component = ElementTree.parse(linux / f"{APPLICATION_ID}.metainfo.xml").getroot()
    assert component.findtext("id") == APPLICATION_ID
    assert component.findtext("launchable") == f"{APPLICATION_ID}.desktop"
    newest = component.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_desktop_entry_names_icon_and_command(linux: Path, root: Path) -> None:
    """The menu finds the icon, and a window finds its entry by the application id."""
    lines = (linux / f"{APPLICATION_ID}.desktop").read_text(encoding="utf-8").splitlines()
    entry = dict(line.split("=", 1) for line in lines if "=" in line)
    assert entry["Icon"] == entry["StartupWMClass"] == APPLICATION_ID
    assert entry["Exec"] == "second-wind"
    assert (root / "resources" / "icons" / f"{APPLICATION_ID}.svg").is_file()


@pytest.mark.parametrize("size", [16, 32, 64, 256])
def test_icon_is_legible(qapp: QGuiApplication, root: Path, size: int) -> None:
    """At every size the line stands out: its green is there, and is no more than a third."""
    renderer = QSvgRenderer(str(root / "resources" / "icons" / f"{APPLICATION_ID}.svg"))
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    pixels = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    share = sum(_near(pixel, GREEN) for pixel in pixels) / len(pixels)
    assert 0.05 < share < 0.33
    assert image.pixelColor(0, 0).alpha() == 0


def _near(pixel: QColor, other: QColor) -> bool:
    pairs = zip(pixel.getRgb()[:3], other.getRgb()[:3], strict=True)
    return pixel.alpha() == 255 and all(abs(a - b) < 40 for a, b in pairs)
