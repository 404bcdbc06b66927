"""When the environment is made, mended, or left alone."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def environment(module: Callable[[str], ModuleType]) -> ModuleType:
    """Import the module under test."""
    return module("environment")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make what the set-up reads of a checkout."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "constraints.txt").write_text("peewee==4.0\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return tmp_path


class Pip:
    """Stands in for venv and pip: remembers each command, and leaves behind what they leave."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commands: list[list[str]] = []
        self.dies_at: str | None = None

    def __call__(self, command: Sequence[str], _lock: tuple[int, ...]) -> tuple[list[str], int]:
        """Do as the command would."""
        self.commands.append(list(command))
        if self.dies_at and self.dies_at in command:
            raise KeyboardInterrupt
        scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        scripts.mkdir(parents=True, exist_ok=True)
        for name in ("python", "python.exe"):
            (scripts / name).touch()
        library = "Lib/site-packages" if os.name == "nt" else "lib/python3.11/site-packages"
        (self.folder / library / "peewee-4.0.dist-info").mkdir(parents=True, exist_ok=True)
        return [], 0

    def steps(self) -> list[str]:
        """Return the last word of each command since the last question, and forget them."""
        steps = ["venv" if "venv" in each else each[-1] for each in self.commands]
        self.commands.clear()
        return steps


@pytest.fixture
def pip(environment: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Pip:
    """Put the stand-in in the place of real commands."""
    pip = Pip(checkout / ".venv")
    monkeypatch.setattr(environment, "listen", pip)
    monkeypatch.setattr(environment, "ensure_venv", lambda: None)
    return pip


def everything(checkout: Path, extras: str = "") -> list[str]:
    """Return the steps of making an environment from nothing."""
    return ["venv", "hatchling", f"{checkout}{extras}"]


def stamp(environment: ModuleType, **changes: Any) -> Any:
    """Return a stamp, some of it changed."""
    return replace(environment.Stamp("3.11", "/sw", "d", ("test",), ("peewee-4",)), **changes)


@pytest.mark.parametrize(
    ("found", "wanted", "present", "verdict"),
    [
        ({}, {}, ["peewee-4", "numpy-2"], "ready"),
        ({}, {"extras": ()}, ["peewee-4"], "ready"),
        ({}, {"digest": "e"}, ["peewee-4"], "update"),
        ({"extras": ()}, {}, ["peewee-4"], "update"),
        ({}, {"python": "3.12"}, ["peewee-4"], "remake"),
        ({}, {"root": "/moved"}, ["peewee-4"], "remake"),
        ({}, {}, ["peewee-5"], "remake"),
        ({}, {}, [], "remake"),
        (None, {}, ["peewee-4"], "remake"),
    ],
)
def test_verdict_follows_what_has_changed(
    environment: ModuleType,
    found: dict[str, Any] | None,
    wanted: dict[str, Any],
    present: list[str],
    verdict: str,
) -> None:
    """New versions are fetched into the environment; what can't be mended is made anew."""
    was = None if found is None else stamp(environment, **found)
    assert environment.verdict(was, stamp(environment, **wanted), present) == verdict


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/constraints.txt"])
def test_stamp_changes_with_each_source(environment: ModuleType, checkout: Path, name: str) -> None:
    """A changed dependency or version reaches environments that exist already."""
    before = environment.wanted_stamp(checkout, [])
    (checkout / name).write_text("changed")
    assert environment.wanted_stamp(checkout, []).digest != before.digest


def test_stamp_is_read_as_it_was_written(environment: ModuleType, tmp_path: Path) -> None:
    """Nothing of a stamp is lost in its file."""
    environment.write_stamp(tmp_path / "stamp", stamp(environment))
    assert environment.read_stamp(tmp_path / "stamp") == stamp(environment)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"python": 1, "extras": 2}'])
def test_damaged_stamp_counts_as_none(environment: ModuleType, tmp_path: Path, text: str) -> None:
    """A stamp of another shape makes the environment anew, without a traceback."""
    (tmp_path / "stamp").write_text(text)
    assert environment.read_stamp(tmp_path / "stamp") is None


def test_second_start_runs_nothing(environment: ModuleType, checkout: Path, pip: Pip) -> None:
    """Once made, the environment is used as it is: no pip, no network."""
    environment.Environment(checkout).ensure()
    assert pip.steps() == everything(checkout)
    environment.Environment(checkout).ensure()
    assert pip.steps() == []


def test_window_after_tests_runs_nothing(environment: ModuleType, checkout: Path, pip: Pip) -> None:
    """The tests' environment serves the window too."""
    environment.Environment(checkout).ensure(["test"])
    assert pip.steps() == everything(checkout, "[test]")
    environment.Environment(checkout).ensure()
    assert pip.steps() == []


def test_tests_after_window_add_what_is_missing(
    environment: ModuleType, checkout: Path, pip: Pip
) -> None:
    """The window's environment is added to, not made anew; and it keeps the tests' packages."""
    environment.Environment(checkout).ensure()
    pip.steps()
    environment.Environment(checkout).ensure(["test"])
    assert pip.steps() == ["hatchling", f"{checkout}[test]"]
    (checkout / "pyproject.toml").write_text("[project]\nname = 'new'\n")
    environment.Environment(checkout).ensure()
    assert pip.steps() == ["hatchling", f"{checkout}[test]"]


@pytest.mark.parametrize("dies_at", ["venv", "hatchling", "--editable"])
def test_interrupted_set_up_is_begun_again(
    environment: ModuleType, checkout: Path, pip: Pip, dies_at: str
) -> None:
    """Wherever the first start was interrupted, the next one makes everything."""
    pip.dies_at = dies_at
    with pytest.raises(KeyboardInterrupt):
        environment.Environment(checkout).ensure()
    pip.steps()
    pip.dies_at = None
    environment.Environment(checkout).ensure()
    assert pip.steps() == everything(checkout)


def test_interrupted_update_is_begun_again(
    environment: ModuleType, checkout: Path, pip: Pip
) -> None:
    """An environment left between two versions is not taken for a finished one."""
    environment.Environment(checkout).ensure()
    changed = checkout / "packaging" / "constraints.txt"
    before = changed.read_text()
    changed.write_text("peewee==5.0\n")
    pip.dies_at = "--editable"
    with pytest.raises(KeyboardInterrupt):
        environment.Environment(checkout).ensure()
    changed.write_text(before)
    pip.dies_at = None
    pip.steps()
    environment.Environment(checkout).ensure()
    assert pip.steps() == everything(checkout)


def test_lost_interpreter_is_made_anew(environment: ModuleType, checkout: Path, pip: Pip) -> None:
    """An upgrade of the system's Python can take the interpreter away."""
    made = environment.Environment(checkout)
    made.ensure()
    pip.steps()
    made.python.unlink()
    made.ensure()
    assert pip.steps() == everything(checkout)


def test_every_package_has_its_exact_version(
    environment: ModuleType, checkout: Path, pip: Pip
) -> None:
    """pip is given the constraints each time, and no build fetches anything besides."""
    environment.Environment(checkout).ensure()
    constraints = str(checkout / "packaging" / "constraints.txt")
    installs = [each for each in pip.commands if "install" in each]
    assert [each[each.index("--constraint") + 1] for each in installs] == [constraints] * 2
    assert "--no-build-isolation" in installs[-1]


def test_large_downloads_are_named(environment: ModuleType) -> None:
    """A person who waits for a large download sees which; small ones pass in silence."""
    line = "  Downloading pyside6_essentials-6.12.0-cp310-abi3-win_amd64.whl (84.1 MB)\n"
    assert environment.large_download(line) == "pyside6-essentials (84 MB)"
    assert environment.large_download(line.replace("84.1 MB", "84.1 kB")) is None
    assert environment.large_download(line.replace("84.1", "2.0")) is None


def test_missing_network_is_one_plain_sentence(environment: ModuleType) -> None:
    """Without network none of pip's lines is shown, but what to do is."""
    told = environment.pip_failure(
        [
            "WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/\n",
            "ERROR: No matching distribution found for hatchling\n",
        ]
    )
    assert "no server answered" in told
    assert "Connect this computer to the network" in told
    assert "ERROR" not in told


def test_other_failures_of_pip_are_shown(environment: ModuleType) -> None:
    """What isn't the network is quoted, for nobody can guess it."""
    assert "No space left" in environment.pip_failure(["OSError: No space left on device\n"])
