"""The checkout, and the modules of packaging/ as dev.py imports them."""

import importlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """Find the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """List the files that git keeps."""
    if not shutil.which("git") or not (root / ".git").exists():
        pytest.skip("this is no git checkout")
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [root / name for name in listed.stdout.split("\0") if name]
    return [file for file in files if file.is_file()]


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a module of packaging/ by its name."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module


@pytest.fixture
def tool() -> Callable[[str], str]:
    """Find a program; skip where it is absent, or fail where the machine promised to have it."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and os.environ.get("SECOND_WIND_REQUIRE_WINDOW"):
            pytest.fail(f"{name} is not installed")
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path

    return find
