"""The environment in .venv: made once, brought up to date when needed, else left alone."""

import contextlib
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from system import NotReady, ensure_venv

if sys.platform != "win32":
    import fcntl

Verdict = Literal["ready", "update", "remake"]
LARGE = 5.0  # MB: a download that takes long enough to be named
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError"
    r"|Failed to establish a new connection|Temporary failure in name resolution"
    r"|getaddrinfo failed|Network is unreachable|Max retries exceeded"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made from; written last, so that it stands for a finished one."""

    python: str
    root: str
    digest: str
    extras: tuple[str, ...]
    packages: tuple[str, ...] = ()


def wanted_stamp(root: Path, extras: Iterable[str]) -> Stamp:
    """Return the stamp of an environment made now."""
    sources = (root / "pyproject.toml", root / "packaging" / "constraints.txt")
    digest = hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()
    version = ".".join(platform.python_version_tuple()[:2])
    python = f"{platform.python_implementation()} {version} {sysconfig.get_platform()}"
    return Stamp(python, str(root), digest, tuple(sorted(extras)))


def read_stamp(file: Path) -> Stamp | None:
    """Read a stamp; None where there is none that can be understood."""
    try:
        fields = json.loads(file.read_text(encoding="utf-8"))
        extras, packages = tuple(fields.pop("extras")), tuple(fields.pop("packages"))
        return Stamp(extras=extras, packages=packages, **fields)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_stamp(file: Path, stamp: Stamp) -> None:
    """Write a stamp all at once."""
    partial = file.with_name(file.name + ".partial")
    partial.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
    partial.replace(file)


def verdict(found: Stamp | None, wanted: Stamp, present: Iterable[str]) -> Verdict:
    """Say what an environment needs, by its stamp and by the packages present in it."""
    if found is None or (found.python, found.root) != (wanted.python, wanted.root):
        return "remake"
    if not set(found.packages) <= set(present):
        return "remake"
    if found.digest != wanted.digest or not set(wanted.extras) <= set(found.extras):
        return "update"
    return "ready"


def large_download(line: str) -> str | None:
    """Name the package that a line of pip's says it fetches, if it is a large one."""
    match = re.search(r"Downloading (?:\S*/)?([A-Za-z0-9_.]+)-\d\S* \(([\d.]+) MB\)", line)
    if match is None or float(match[2]) < LARGE:
        return None
    return f"{match[1].replace('_', '-')} ({float(match[2]):.0f} MB)"


def pip_failure(lines: Sequence[str]) -> str:
    """Say in plain words why pip failed."""
    output = "".join(lines)
    if NO_NETWORK.search(output):
        return (
            "Second Wind could not be set up: the packages that it needs could not be fetched, "
            "because no server answered.\n"
            "Connect this computer to the network and give the same command again. "
            "Once set up, Second Wind needs no network."
        )
    return f"{output.strip()}\n\nSecond Wind could not be set up: pip failed, as shown above."


def say(text: str) -> None:
    """Tell the person how the set-up goes, apart from what the program itself prints."""
    print(text, file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Environment:
    """The virtual environment of one checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """The folder that holds it."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """The folder of its programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def stamp_file(self) -> Path:
        """The file that says what it was made from."""
        return self.folder / "second-wind.json"

    def present(self) -> frozenset[str]:
        """Return the packages in it, by name and version; none if it has no interpreter."""
        if not self.python.exists():
            return frozenset()
        pattern = "Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"
        return frozenset(path.name for path in self.folder.glob(f"{pattern}/*.dist-info"))

    def ensure(self, extras: Iterable[str] = ()) -> None:
        """Make it, mend it or bring it up to date; do nothing at all if it is ready."""
        wanted = wanted_stamp(self.root, extras)
        if verdict(read_stamp(self.stamp_file), wanted, self.present()) == "ready":
            return
        ensure_venv()
        with self.only_one() as lock:
            found = read_stamp(self.stamp_file)
            match verdict(found, wanted, self.present()):
                case "remake":
                    say("Setting up Second Wind (once, about a minute)…")
                    self.remake(lock)
                    self.install(wanted, lock)
                case "update":
                    say("Bringing the environment of Second Wind up to date…")
                    kept = found.extras if found else ()
                    both = tuple(sorted({*wanted.extras, *kept}))
                    wanted = Stamp(wanted.python, wanted.root, wanted.digest, both)
                    self.stamp_file.unlink()
                    self.install(wanted, lock)

    @contextlib.contextmanager
    def only_one(self) -> Iterator[tuple[int, ...]]:
        """Wait until no other process sets up this environment; yield what its children inherit.

        A child that outlives a killed set-up holds on to the lock, so that nobody starts over
        while it still writes. Windows has no such lock, and does without.
        """
        if sys.platform == "win32":
            yield ()
            return
        with (self.root / "packaging" / "constraints.txt").open("r+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another set-up of Second Wind is under way here; waiting for it to end…")
                fcntl.flock(file, fcntl.LOCK_EX)
            yield (file.fileno(),)

    def remake(self, lock: tuple[int, ...]) -> None:
        """Make an empty environment in place of what is there."""
        if self.folder.is_symlink():
            self.folder.unlink()
        elif self.folder.exists():
            shutil.rmtree(self.folder)
        base = getattr(sys, "_base_executable", sys.executable)
        output, status = listen([base, "-m", "venv", str(self.folder)], lock)
        if status != 0:
            raise NotReady(f"{''.join(output).strip()}\n\n{base} could not make {self.folder}.")

    def install(self, wanted: Stamp, lock: tuple[int, ...]) -> None:
        """Install the build's tools, then Second Wind as it stands in the checkout."""
        extras = f"[{','.join(wanted.extras)}]" if wanted.extras else ""
        self.pip(["hatchling"], lock)
        self.pip(["--no-build-isolation", "--editable", f"{self.root}{extras}"], lock)
        present = tuple(sorted(self.present()))
        write_stamp(
            self.stamp_file,
            Stamp(wanted.python, wanted.root, wanted.digest, wanted.extras, present),
        )

    def pip(self, what: Sequence[str], lock: tuple[int, ...]) -> None:
        """Install with the exact versions of constraints.txt; pip is heard only if it fails."""
        constraints = str(self.root / "packaging" / "constraints.txt")
        options = ["--only-binary", ":all:", "--constraint", constraints]
        command = [str(self.python), "-m", "pip", "install", *options, *what]
        output, status = listen(command, lock)
        if status != 0:
            raise NotReady(pip_failure(output))


def listen(command: Sequence[str], lock: tuple[int, ...]) -> tuple[list[str], int]:
    """Run a command; return its output and its status, naming large downloads as they come."""
    settings = {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    lines = []
    with subprocess.Popen(
        command,
        env={**os.environ, **settings, "PIP_PROGRESS_BAR": "off", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=lock,
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            if name := large_download(line):
                say(f"  fetching {name}")
    return lines, process.returncode
