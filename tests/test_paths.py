"""Where the program keeps its files."""

from pathlib import Path

import pytest

from second_wind.paths import AppPaths


def test_everything_lies_under_one_home(tmp_path: Path) -> None:
    """With a home given, no file of the program lies anywhere else."""
    paths = AppPaths.under(tmp_path)
    places = (paths.journal, paths.data, paths.config, paths.cache, paths.log, paths.photos)
    assert all(each.is_relative_to(tmp_path) for each in places)


def test_home_may_be_relative_or_the_persons_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A relative home and a tilde become absolute at once, whatever the directory later is."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert AppPaths.under(Path("x")).data == tmp_path / "x"
    assert AppPaths.under(Path("~/x")).data == tmp_path / "x"


def test_user_directories_follow_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Data, settings and cache go where the person's system wants them."""
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    paths = AppPaths.for_user()
    assert paths.journal == tmp_path / "data/second-wind/journal.sqlite3"
    assert paths.config == tmp_path / "config/second-wind"
    assert paths.cache == tmp_path / "cache/second-wind"


def test_another_journal_takes_its_photos_along(tmp_path: Path) -> None:
    """Two journals in one directory don't share photos; settings stay where they are."""
    own = AppPaths.under(tmp_path / "home")
    other = own.with_journal(tmp_path / "work.sqlite3")
    assert other.photos == tmp_path / "work-photos.sqlite3"
    assert own.photos == tmp_path / "home/photos.sqlite3"
    assert (other.config, other.data) == (own.config, tmp_path)
