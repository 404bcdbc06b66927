"""What holds for the checkout as a whole."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

# In parts, so that this file doesn't name what it forbids.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("anaconda", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("conda", "io"),
    ]
)
SAMPLES = "/".join(("..", "shared", "samples"))


def naming(files: list[Path], text: str) -> list[str]:
    """Return the files that hold a text."""
    return [str(file) for file in files if text.encode() in file.read_bytes()]


@pytest.mark.parametrize("registry", REGISTRIES)
def test_no_file_names_a_registry(tracked: list[Path], registry: str) -> None:
    """Where packages come from is up to whoever installs them."""
    assert naming(tracked, registry) == []


def test_only_the_ci_knows_where_samples_lie(tracked: list[Path], root: Path) -> None:
    """Tests find sample files by the environment, so that they run anywhere."""
    assert naming(tracked, SAMPLES) == [str(root / ".ci" / "run")]


def test_the_ci_runs_what_the_readme_says(root: Path) -> None:
    """Whoever follows the README runs the very tests that the CI runs."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^```\n(python3 packaging/dev\.py test)\n```$", readme, re.MULTILINE)
    last = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert [last] == [f"exec {command}" for command in commands]


def test_readme_links_lead_somewhere(root: Path) -> None:
    """Each page that README and CONTRIBUTING link to is there."""
    for name in ("README.md", "CONTRIBUTING.md"):
        links = re.findall(r"[^!]\[[^]]+\]\(([^):]+)\)", (root / name).read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (root / link).is_file()] == []


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
@pytest.mark.parametrize("status", [0, 7])
def test_the_ci_passes_on_the_status(root: Path, tmp_path: Path, status: int) -> None:
    """The CI fails when a check does; it hands over samples and demands a window."""
    checkout = tmp_path / "checkout"
    for folder in (checkout / ".ci", tmp_path / "bin", (checkout / SAMPLES)):
        folder.mkdir(parents=True)
    shutil.copy(root / ".ci" / "run", checkout / ".ci" / "run")
    told = 'echo "$@" "$SECOND_WIND_SAMPLES" "$SECOND_WIND_REQUIRE_WINDOW"'
    for name, script in [("python3", f"{told}; exit {status}"), ("id", "echo 1000")]:
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "bin" / name).chmod(0o755)
    done = subprocess.run(
        [str(checkout / ".ci" / "run")],
        env={"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    samples = (checkout / SAMPLES).resolve()
    assert done.stdout == f"packaging/dev.py test {samples} 1\n"
    assert done.returncode == status
