"""What the set-up says and does about libraries that the system doesn't have."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType

import pytest


@pytest.fixture
def system(module: Callable[[str], ModuleType]) -> ModuleType:
    """Import the module under test."""
    return module("system")


def as_someone(system: ModuleType, monkeypatch: pytest.MonkeyPatch, *, root: bool) -> None:
    """Stand on a Debian that lacks the first two libraries."""
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "missing", lambda needed: list(needed)[:2])
    monkeypatch.setattr(system, "this_package_manager", lambda: "apt")
    monkeypatch.setattr(system, "is_root", lambda: root)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")


def test_os_release_is_read_with_and_without_quotes(system: ModuleType) -> None:
    """Comments and empty lines are passed over, quotes are taken off."""
    text = "# a comment=1\n\nID=fedora\nNAME=\"Fedora Linux\"\nID_LIKE='a b'\n"
    assert system.os_release(text) == {"ID": "fedora", "NAME": "Fedora Linux", "ID_LIKE": "a b"}


@pytest.mark.parametrize(
    ("text", "manager"),
    [
        ("ID=debian", "apt"),
        ("ID=linuxmint\nID_LIKE='ubuntu debian'", "apt"),
        ("ID=fedora", "dnf"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"', "dnf"),
        ("ID=manjaro\nID_LIKE=arch", "pacman"),
        ('ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"', "zypper"),
        ("ID=nixos", None),
        ("", None),
    ],
)
def test_package_manager_follows_the_family(
    system: ModuleType, text: str, manager: str | None
) -> None:
    """A system that we don't know by name is known by what it is like."""
    assert system.package_manager(system.os_release(text)) == manager


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt", "sudo apt-get install libglib2.0-0 libxcb-cursor0"),
        ("dnf", "sudo dnf install glib2 xcb-util-cursor"),
        ("pacman", "sudo pacman -S --needed glib2 xcb-util-cursor"),
        ("zypper", "sudo zypper install libglib-2_0-0 libgthread-2_0-0 libxcb-cursor0"),
    ],
)
def test_missing_libraries_give_the_systems_install_line(
    system: ModuleType, manager: str, line: str
) -> None:
    """Only what is missing is named, each package once, in the words of the system."""
    gone = {"libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0"}
    absent = system.missing(system.needed_for_window({}), found=lambda file: file not in gone)
    assert system.install_line(system.packages(absent, manager), manager, root=False) == line


def test_root_needs_no_sudo(system: ModuleType) -> None:
    """A container without sudo gets a line that works."""
    assert system.install_line(["libgl1"], "apt", root=True) == "apt-get install libgl1"


@pytest.mark.parametrize(
    ("environ", "uses"),
    [
        ({"DISPLAY": ":0"}, {"qt", "x11"}),
        ({"WAYLAND_DISPLAY": "wayland-0"}, {"qt", "x11", "wayland"}),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, {"qt", "x11"}),
        ({"QT_QPA_PLATFORM": "wayland"}, {"qt", "wayland"}),
        ({"QT_QPA_PLATFORM": "offscreen"}, {"qt"}),
    ],
)
def test_a_window_needs_what_its_session_uses(
    system: ModuleType, environ: dict[str, str], uses: set[str]
) -> None:
    """Nobody is asked to install what their session doesn't use."""
    assert {library.used_for for library in system.needed_for_window(environ)} == uses


def test_tests_need_a_windows_libraries_only_where_one_can_open(system: ModuleType) -> None:
    """Without Xvfb the tests of a real window are skipped, so their libraries can be absent."""
    without = {library.used_for for library in system.needed_for_tests(has_screen=False)}
    with_one = {library.used_for for library in system.needed_for_tests(has_screen=True)}
    assert (without, with_one) == ({"qt"}, {"qt", "x11"})


def test_loader_is_asked_for_each_library(system: ModuleType) -> None:
    """A library that isn't there is found missing."""
    assert not system.loads("libsecond-wind-has-none.so.9")


def test_a_person_is_told_the_line(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without root's rights nothing is installed; the sentence names libraries and line."""
    as_someone(system, monkeypatch, root=False)
    monkeypatch.setattr(system, "apt_install", lambda _: pytest.fail("installed unasked"))
    with pytest.raises(system.NotReady) as told:
        system.ensure_libraries(system.needed_for_window({}))
    assert "libGL.so.1, libEGL.so.1" in str(told.value)
    assert "\n    sudo apt-get install libgl1 libegl1\n" in str(told.value)


def test_root_on_debian_gets_them_installed(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fresh machine on which we are root needs no second command."""
    as_someone(system, monkeypatch, root=True)
    installed: list[list[str]] = []
    monkeypatch.setattr(system, "apt_install", installed.append)
    system.ensure_libraries(system.needed_for_window({}))
    assert installed == [["libgl1", "libegl1"]]


def test_unknown_system_is_told_the_libraries(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no package manager is known, the libraries are named all the same."""
    as_someone(system, monkeypatch, root=True)
    monkeypatch.setattr(system, "this_package_manager", lambda: None)
    with pytest.raises(system.NotReady, match=r"libGL\.so\.1, libEGL\.so\.1"):
        system.ensure_libraries(system.needed_for_window({}))


def test_other_systems_are_left_alone(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS and Windows need no libraries besides the packages."""
    as_someone(system, monkeypatch, root=False)
    monkeypatch.setattr(system.sys, "platform", "darwin")
    system.ensure_libraries(system.needed_for_window({}))


def test_debians_python_without_venv_is_completed(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian ships venv and ensurepip in a package named by Python's version."""
    as_someone(system, monkeypatch, root=True)
    installed: list[list[str]] = []
    monkeypatch.setattr(system, "apt_install", installed.append)
    monkeypatch.setattr(system, "has_module", lambda name: name != "ensurepip")
    system.ensure_venv()
    major, minor = system.sys.version_info[:2]
    assert installed == [[f"python{major}.{minor}-venv"]]


@pytest.mark.parametrize(
    ("lists", "statuses", "calls"),
    [
        (True, {"install": [0]}, ["install"]),
        (False, {"update": [0], "install": [0]}, ["update", "install"]),
        (True, {"install": [100, 0], "update": [0]}, ["install", "update", "install"]),
    ],
)
def test_apt_fetches_its_lists_only_when_needed(
    system: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    lists: bool,
    statuses: dict[str, list[int]],
    calls: list[str],
) -> None:
    """No lists, or lists too old for what they name: they are fetched; otherwise not."""
    called = []

    def apt_get(arguments: list[str]) -> CompletedProcess[str]:
        called.append(arguments[0])
        return CompletedProcess(arguments, statuses[arguments[0]].pop(0), "output")

    if lists:
        (tmp_path / "deb.example_dists_bookworm_main_Packages.lz4").touch()
    monkeypatch.setattr(system, "PACKAGE_LISTS", tmp_path)
    monkeypatch.setattr(system, "apt_get", apt_get)
    system.apt_install(["libgl1"])
    assert called == calls


def test_apt_that_fails_twice_is_quoted(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What apt-get said is shown, with what it could not install."""
    monkeypatch.setattr(system, "PACKAGE_LISTS", tmp_path)
    monkeypatch.setattr(system, "apt_get", lambda a: CompletedProcess(a, 100, "E: no such file"))
    with pytest.raises(system.NotReady, match=r"(?s)E: no such file.*libgl1"):
        system.apt_install(["libgl1"])
