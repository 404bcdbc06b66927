"""The files that come with the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from second_wind import assets


@pytest.fixture(autouse=True)
def _looked_up_anew() -> Iterator[None]:
    assets.root.cache_clear()
    yield
    assets.root.cache_clear()


def test_resources_are_found_in_the_checkout() -> None:
    """Icons lie where the program looks for them."""
    assert assets.path("icons").is_dir()


def test_installed_resources_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wheel and in a bundle they lie beside the package."""
    package = tmp_path / "site-packages/second_wind"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", package)
    assert assets.root() == package / "resources"


def test_missing_resources_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation fails with a sentence, not with a missing icon."""
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "a/b")
    with pytest.raises(FileNotFoundError, match="not installed"):
        assets.root()
