"""The exact versions: all of them, and nothing but them."""

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PLATFORMS = ("linux", "darwin", "win32")


@pytest.fixture(scope="module")
def lines(root: Path) -> list[str]:
    """Read the lines that name a version."""
    text = (root / "packaging" / "constraints.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def applies(requirement: Requirement) -> bool:
    """Tell whether a line counts for this Python, on any platform."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"sys_platform": each}) for each in PLATFORMS)


@pytest.fixture(scope="module")
def pinned(lines: list[str]) -> dict[str, Requirement]:
    """Read the versions by the packages' names."""
    requirements = map(Requirement, lines)
    return {canonicalize_name(each.name): each for each in requirements if applies(each)}


@pytest.fixture(scope="module")
def asked(root: Path) -> list[Requirement]:
    """Read what pyproject.toml asks for, the extras and the build included."""
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    names = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for extra in project["project"]["optional-dependencies"].values():
        names += extra
    return [Requirement(name) for name in names]


def brought_along(name: str) -> set[str]:
    """Name what a package needs on any platform."""
    needed = (Requirement(each) for each in metadata.requires(name) or ())
    return {
        canonicalize_name(each.name)
        for each in needed
        if each.marker is None
        or any(
            each.marker.evaluate({"sys_platform": platform, "extra": ""}) for platform in PLATFORMS
        )
    }


def is_installed(name: str) -> bool:
    """Tell whether a package is here, so that it can say what it needs."""
    return bool(list(metadata.distributions(name=name)))


def test_lines_are_names_and_versions_alone(lines: list[str]) -> None:
    """No address and no range: every mirror will do, and one version only."""
    marker = r'; (sys_platform|python_version) [=<]=? "[\w.]+"'
    plain = re.compile(rf"[A-Za-z0-9-]+==[0-9][0-9.]*({marker})?")
    assert [line for line in lines if not plain.fullmatch(line)] == []


def test_lines_are_sorted_and_single(lines: list[str]) -> None:
    """A package stands where one looks for it, once."""
    names = [line.partition("==")[0].lower() for line in lines]
    assert names == sorted(set(names))


def test_versions_satisfy_what_the_project_asks_for(
    pinned: dict[str, Requirement], asked: list[Requirement]
) -> None:
    """What is tested is what pyproject.toml promises to work with."""
    for requirement in asked:
        version = next(iter(pinned[canonicalize_name(requirement.name)].specifier)).version
        assert requirement.specifier.contains(version), requirement


def test_nothing_that_is_installed_lacks_its_version(
    pinned: dict[str, Requirement], asked: list[Requirement]
) -> None:
    """All that the project's needs bring along is pinned too, and nothing besides."""
    found: set[str] = set()
    waiting = {canonicalize_name(each.name) for each in asked}
    while waiting:
        name = waiting.pop()
        found.add(name)
        if pinned[name].marker is None or is_installed(name):
            waiting |= brought_along(name) - found
    assert found == set(pinned)
