"""What the wheel holds."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from second_wind.paths import APPLICATION_ID


@pytest.fixture(scope="module")
def names(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Build the wheel and list its files."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("second_wind-*.whl")
    return zipfile.ZipFile(wheel).namelist()


def test_wheel_holds_the_program_and_all_its_resources(names: list[str], root: Path) -> None:
    """An installed program finds every resource that it finds in the checkout."""
    kept = (path for path in (root / "resources").rglob("*") if path.is_file())
    resources = {f"second_wind/{path.relative_to(root).as_posix()}" for path in kept}
    assert resources
    assert resources <= set(names)
    assert {"second_wind/__main__.py", "second_wind/py.typed"} <= set(names)


@pytest.mark.parametrize(
    "place",
    [
        f"share/applications/{APPLICATION_ID}.desktop",
        f"share/metainfo/{APPLICATION_ID}.metainfo.xml",
        f"share/icons/hicolor/scalable/apps/{APPLICATION_ID}.svg",
    ],
)
def test_wheel_holds_what_a_desktop_looks_for(names: list[str], place: str) -> None:
    """Installed into a prefix, the program shows in the menu with its icon."""
    assert [name for name in names if name.endswith(f".data/data/{place}")]


def test_wheel_holds_the_command_and_the_licence(names: list[str]) -> None:
    """The command second-wind is made at installation, and the licence goes along."""
    endings = (".dist-info/entry_points.txt", ".dist-info/licenses/LICENSE")
    assert [end for end in endings if not any(name.endswith(end) for name in names)] == []


def test_wheel_holds_nothing_else(names: list[str]) -> None:
    """Tests and tools stay out of other people's environments."""
    tops = {name.split("/")[0].partition("-")[0] for name in names}
    assert tops == {"second_wind"}
