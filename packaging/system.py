"""What Second Wind needs of the system itself: which of it is missing, and what installs it."""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class NotReady(Exception):
    """The set-up can't go on; the message says why and what to do."""


class Library(NamedTuple):
    """A shared library that Qt loads, and the package that holds it in each package manager."""

    used_for: str
    file: str
    apt: str
    dnf: str
    pacman: str
    zypper: str


TABLE = Path(__file__).with_name("linux") / "libraries.txt"
MANAGERS = {
    "debian": "apt",
    "ubuntu": "apt",
    "fedora": "dnf",
    "rhel": "dnf",
    "arch": "pacman",
    "suse": "zypper",
    "opensuse": "zypper",
}
INSTALL = {
    "apt": "apt-get install",
    "dnf": "dnf install",
    "pacman": "pacman -S --needed",
    "zypper": "zypper install",
}
PACKAGE_LISTS = Path("/var/lib/apt/lists")


def libraries() -> tuple[Library, ...]:
    """Read the table of the libraries that Qt loads."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(Library(*line.split()) for line in lines if not line.startswith("#"))


def os_release(text: str) -> dict[str, str]:
    """Read the text of an os-release file."""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line and line[0] != "#")
    return {key.strip(): "".join(shlex.split(value)) for key, value in pairs}


def package_manager(release: Mapping[str, str]) -> str | None:
    """Name the package manager of the system that an os-release file describes."""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((MANAGERS[name] for name in names if name in MANAGERS), None)


def this_package_manager() -> str | None:
    """Name this system's package manager."""
    file = next(
        (p for p in map(Path, ("/etc/os-release", "/usr/lib/os-release")) if p.exists()), None
    )
    return package_manager(os_release(file.read_text(encoding="utf-8"))) if file else None


def loads(file: str) -> bool:
    """Say whether the system's loader finds a library."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def needed_for_window(environ: Mapping[str, str]) -> tuple[Library, ...]:
    """Return the libraries that a window needs in the session that the environment describes."""
    uses = {"qt"}
    plugin = environ.get("QT_QPA_PLATFORM", "")
    if not plugin or "xcb" in plugin:
        uses.add("x11")
    if "wayland" in plugin or (not plugin and environ.get("WAYLAND_DISPLAY")):
        uses.add("wayland")
    return tuple(library for library in libraries() if library.used_for in uses)


def needed_for_tests(*, has_screen: bool) -> tuple[Library, ...]:
    """Return the libraries that the tests need; those of a real window where one can be opened."""
    return needed_for_window({"QT_QPA_PLATFORM": "offscreen;xcb" if has_screen else "offscreen"})


def missing(needed: Iterable[Library], found: Callable[[str], bool] = loads) -> list[Library]:
    """Return the libraries that the system doesn't have."""
    return [library for library in needed if not found(library.file)]


def packages(held: Iterable[Library], manager: str) -> list[str]:
    """Name each package that holds one of the libraries, once."""
    return list(dict.fromkeys(getattr(library, manager) for library in held))


def install_line(names: Sequence[str], manager: str, *, root: bool) -> str:
    """Return the command that a person types to install packages."""
    return f"{'' if root else 'sudo '}{INSTALL[manager]} {' '.join(names)}"


def is_root() -> bool:
    """Say whether this process may install packages for the whole system."""
    return os.name == "posix" and os.geteuid() == 0


def ensure_libraries(needed: Iterable[Library]) -> None:
    """See to it that Qt's libraries are there; install them where that needs nobody's leave."""
    if not sys.platform.startswith("linux"):
        return
    absent = missing(needed)
    if not absent:
        return
    files = ", ".join(library.file for library in absent)
    manager = this_package_manager()
    if manager is None:
        raise NotReady(
            f"Qt needs libraries that this system doesn't have: {files}.\n"
            "Install the packages that hold them, then give the same command again."
        )
    obtain(packages(absent, manager), manager, f"Qt needs libraries that are missing: {files}.")


def has_module(name: str) -> bool:
    """Say whether this Python has a module."""
    return importlib.util.find_spec(name) is not None


def ensure_venv() -> None:
    """See to it that this Python can make environments; Debian ships that part on its own."""
    if has_module("venv") and has_module("ensurepip"):
        return
    why = f"{sys.executable} can't make environments: its modules venv and ensurepip are missing."
    if this_package_manager() != "apt":
        raise NotReady(f"{why}\nInstall them, or use another Python 3.11 or newer.")
    obtain([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"], "apt", why)


def obtain(names: Sequence[str], manager: str, why: str) -> None:
    """Install packages as root on Debian and its kin; elsewhere say which line installs them."""
    if manager == "apt" and is_root() and shutil.which("apt-get"):
        print(f"Installing {', '.join(names)}…", file=sys.stderr, flush=True)
        apt_install(names)
        return
    line = install_line(names, manager, root=is_root())
    raise NotReady(f"{why}\nInstall them, then give the same command again:\n\n    {line}\n")


def apt_install(names: Sequence[str]) -> None:
    """Install packages; fetch the list of packages first if there is none, or if it is too old."""
    install = ["install", "-y", "--no-install-recommends", *names]
    have_lists = any(PACKAGE_LISTS.glob("*_Packages*"))
    if have_lists and apt_get(install).returncode == 0:
        return
    apt_get(["update"])
    done = apt_get(install)
    if done.returncode != 0:
        raise NotReady(f"{done.stdout.strip()}\n\napt-get could not install {', '.join(names)}.")


def apt_get(arguments: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run apt-get without questions, waiting for another one to end."""
    return subprocess.run(
        ["apt-get", "-o", "DPkg::Lock::Timeout=300", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
