"""The commands of dev.py."""

import ast
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def dev(module: Callable[[str], ModuleType]) -> ModuleType:
    """Import dev.py."""
    return module("dev")


@pytest.fixture
def commands(
    module: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> ModuleType:
    """Import the commands, for a checkout whose environment is ready."""
    commands = module("commands")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "ensure_libraries", lambda _: None)
    monkeypatch.setattr(commands.Environment, "ensure", lambda *_, **__: None)
    return commands


@pytest.fixture
def ran(commands: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Remember what would have been run; nothing fails but lint."""
    ran: list[list[str]] = []

    def run(command: Sequence[str], **_: Any) -> CompletedProcess[str]:
        ran.append(list(command))
        if "demo" in command:
            Path(command[-1]).mkdir()
        return CompletedProcess(command, 1 if command[-1] == "check" else 0)

    monkeypatch.setattr(commands.subprocess, "run", run)
    monkeypatch.setattr(commands, "become", lambda command: ran.append(command) or 0)
    return ran


def test_old_python_is_told_in_a_sentence(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody with an old Python reads what is needed, and no traceback."""
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert "needs Python 3.11 or newer; " in dev.main(["run"])


def test_old_python_can_read_the_file(root: Path) -> None:
    """The sentence can be said only if dev.py itself holds no syntax of newer versions."""
    source = (root / "packaging" / "dev.py").read_text(encoding="utf-8")
    body = ast.parse(source, feature_version=(3, 6)).body
    imported = [each for each in body if isinstance(each, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(each) for each in imported] == ["import sys"]


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["help"], 2), (["--help"], 0)])
def test_without_a_command_the_two_are_named(
    dev: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int
) -> None:
    """Whoever doesn't know the commands sees them."""
    assert dev.main(arguments) == status
    shown = "".join(capsys.readouterr())
    assert "dev.py run" in shown
    assert "dev.py test" in shown


def test_set_up_that_fails_ends_with_its_sentence(
    commands: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong goes to the error stream, and the status says so."""

    def fail(_: object) -> None:
        raise commands.NotReady("No network.")

    monkeypatch.setattr(commands, "ensure_libraries", fail)
    assert commands.run(["run"], usage="") == 2
    assert capsys.readouterr().err == "No network.\n"


def test_arguments_reach_the_program(commands: ModuleType, ran: list[list[str]]) -> None:
    """`run` passes on what follows it."""
    assert commands.run(["run", "log", "--mood", "6"], usage="") == 0
    assert [command[1:] for command in ran] == [["-m", "second_wind", "log", "--mood", "6"]]


def test_sample_journal_is_made_once(
    commands: ModuleType, ran: list[list[str]], tmp_path: Path
) -> None:
    """`--demo` makes the sample apart from one's own journal; the next time it only opens it."""
    home = str(tmp_path / ".venv" / "demo-home")
    for _ in range(2):
        commands.run(["run", "--demo", "--version"], usage="")
    made, *opened = (command[2:] for command in ran)
    assert made[:3] == ["second_wind", "demo", "--home"]
    assert opened == [["second_wind", "--home", home, "--version"]] * 2


def test_half_made_sample_is_made_again(
    commands: ModuleType, ran: list[list[str]], tmp_path: Path
) -> None:
    """A sample whose making was interrupted is never opened."""
    half = tmp_path / ".venv" / "demo-home.partial"
    half.mkdir()
    (half / "journal.sqlite3").touch()
    commands.run(["run", "--demo"], usage="")
    assert list((tmp_path / ".venv" / "demo-home").iterdir()) == []
    assert "demo" in ran[0]


def test_every_check_runs_though_one_fails(
    commands: ModuleType, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """One run tells all that is wrong, and its status says that something is."""
    assert commands.run(["test"], usage="") == 1
    tools = [Path(command[0]).name for command in ran]
    modules = [command[2] for command in ran if command[1:2] == ["-m"]]
    assert modules == ["ruff", "ruff", "mypy", "pytest"]
    assert "lint-imports" in tools
    shown = capsys.readouterr().out
    assert [line.split()[:2] for line in shown.splitlines()[-6:-1]] == [
        ["format", "passed"],
        ["lint", "FAILED"],
        ["types", "passed"],
        ["layers", "passed"],
        ["tests", "passed"],
    ]
    assert shown.endswith("Failed: lint.\n")


def test_passing_checks_give_status_0(
    commands: ModuleType, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing failed, and the status says so."""
    monkeypatch.setattr(commands.subprocess, "run", lambda *_, **__: CompletedProcess([], 0))
    assert commands.run(["test"], usage="") == 0


def test_arguments_reach_pytest_without_a_screen(
    commands: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`test -k undo` narrows the tests; Qt never looks for a screen."""
    seen = []

    def run(command: Sequence[str], *, env: dict[str, str], **_: Any) -> CompletedProcess[str]:
        seen.append((command[-2:], env["QT_QPA_PLATFORM"]))
        return CompletedProcess(command, 0)

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(commands.subprocess, "run", run)
    commands.run(["test", "-k", "undo"], usage="")
    assert seen[-1] == (("-k", "undo"), "offscreen")


def test_what_tests_start_is_compiled_once(
    commands: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the environment lets Python write no bytecode."""
    seen = []

    def run(command: Sequence[str], *, env: dict[str, str], **_: Any) -> CompletedProcess[str]:
        seen.append("PYTHONDONTWRITEBYTECODE" in env)
        return CompletedProcess(command, 0)

    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(commands.subprocess, "run", run)
    commands.run(["test"], usage="")
    assert set(seen) == {False}
