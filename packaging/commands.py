"""The commands of dev.py: run opens the window, test runs every check, template gathers words."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from environment import Environment
from system import NotReady, ensure_libraries, needed_for_tests, needed_for_window

ROOT = Path(__file__).resolve().parent.parent


def run(arguments: Sequence[str], usage: str) -> int:
    """Run the command that the arguments name; return the exit status."""
    commands = {"run": open_window, "test": run_checks, "template": gather_words}
    if not arguments or arguments[0] not in commands:
        asked = arguments[:1] in (["-h"], ["--help"])
        print(usage.strip(), file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return commands[arguments[0]](Environment(ROOT), list(arguments[1:]))
    except NotReady as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def open_window(environment: Environment, arguments: list[str]) -> int:
    """Open the window, on the sample journal if asked to."""
    ensure_libraries(needed_for_window(os.environ))
    environment.ensure(extras=["encryption"])
    program = [str(environment.python), "-m", "second_wind"]
    if "--demo" in arguments:
        arguments.remove("--demo")
        program += ["--home", str(sample_home(environment, program))]
    return become([*program, *arguments])


def sample_home(environment: Environment, program: Sequence[str]) -> Path:
    """Return the folder of the sample journal; make the journal if there is none yet."""
    home = environment.folder / "demo-home"
    if home.exists():
        return home
    partial = home.with_name("demo-home.partial")
    shutil.rmtree(partial, ignore_errors=True)
    print("Making a sample journal…", file=sys.stderr, flush=True)
    made = subprocess.run(
        [*program, "demo", "--home", str(partial)], stdout=subprocess.DEVNULL, check=False
    )
    if made.returncode != 0:
        raise NotReady("The sample journal could not be made.")
    partial.rename(home)
    return home


def become(command: list[str]) -> int:
    """Go on as another program; on Windows, which can't, run it and return its status."""
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 (no shell is the point)
    return subprocess.run(command, check=False).returncode


def gather_words(environment: Environment, arguments: list[str]) -> int:
    """Write the template of what there is to translate."""
    environment.ensure(extras=["encryption"])
    command = [str(environment.python), str(ROOT / "packaging" / "template.py"), *arguments]
    return subprocess.run(command, check=False).returncode


class Check(NamedTuple):
    """One check of the whole project."""

    name: str
    command: tuple[str, ...]


def checks(environment: Environment, arguments: Sequence[str]) -> tuple[Check, ...]:
    """Return every check, in the order in which they run; the arguments are pytest's."""
    python = str(environment.python)
    workers = str(min(4, os.cpu_count() or 1))
    tests = ("-m", "pytest", "-n", workers, "--dist", "loadgroup", *arguments)
    return (
        Check("format", (python, "-m", "ruff", "format", "--check")),
        Check("lint", (python, "-m", "ruff", "check")),
        Check("types", (python, "-m", "mypy")),
        Check("layers", (str(environment.scripts / "lint-imports"),)),
        Check("tests", (python, *tests)),
    )


def run_checks(environment: Environment, arguments: list[str]) -> int:
    """Run every check, whatever fails before it; return 1 if any failed."""
    ensure_libraries(needed_for_tests(has_screen=shutil.which("Xvfb") is not None))
    environment.ensure(extras=["encryption", "test"])
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # Hundreds of tests start the program; each start would compile all of it anew.
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    report = [perform(check, environ) for check in checks(environment, arguments)]
    failed = [name for name, passed, _ in report if not passed]
    print()
    for name, passed, seconds in report:
        print(f"{name:8} {'passed' if passed else 'FAILED'} {seconds:7.1f} s")
    print(f"Failed: {', '.join(failed)}." if failed else "All passed.", flush=True)
    return 1 if failed else 0


def perform(check: Check, environ: Mapping[str, str]) -> tuple[str, bool, float]:
    """Run one check; return its name, whether it passed, and the seconds that it took."""
    print(f"\n{check.name}", flush=True)
    start = time.monotonic()
    done = subprocess.run(check.command, cwd=ROOT, env=environ, check=False)
    return check.name, done.returncode == 0, time.monotonic() - start
