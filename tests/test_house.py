"""The house: every room has a name, none is crowded, and the map shows all of them."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest

import second_wind

PACKAGE = Path(second_wind.__file__).parent
TESTS = Path(__file__).parent
MAP = TESTS.parent / "CONTRIBUTING.md"
TEMPLATE = TESTS.parent / "packaging" / "template.py"
MOST = 12
MOST_LINES = 400
FOLDERS = sorted(each.parent for each in PACKAGE.rglob("__init__.py"))


def names(folder: Path) -> list[str]:
    """Return the modules of a folder, without those of the folders in it."""
    return sorted(each.stem for each in folder.glob("*.py") if each.stem != "__init__")


def called(folder: Path) -> str:
    """Return the name of a folder as the map has it."""
    return folder.relative_to(PACKAGE.parent).as_posix()


@pytest.mark.parametrize("folder", FOLDERS, ids=called)
def test_a_folder_is_not_crowded(folder: Path) -> None:
    """A dozen files are seen at a glance; what is more gets a folder of its own."""
    assert len(names(folder)) <= MOST, names(folder)


def test_no_module_is_long() -> None:
    """Whatever takes more than four hundred lines to say is more than one thing."""
    lines = {each: len(each.read_text("utf-8").splitlines()) for each in PACKAGE.rglob("*.py")}
    assert {each.stem: count for each, count in lines.items() if count > MOST_LINES} == {}


def test_folders_of_tests_are_not_crowded() -> None:
    """Tests are looked for as often as what they test."""
    folders = {each.parent for each in TESTS.rglob("*.py")}
    assert {each.name: len(names(each)) for each in folders if len(names(each)) > MOST} == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=called)
def test_a_folder_says_what_it_holds(folder: Path) -> None:
    """In one line, where the reader comes in."""
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    assert said, folder
    assert folder == PACKAGE or said.splitlines()[0].endswith("."), said


def test_every_module_lies_in_a_folder_that_says_so() -> None:
    """A folder without `__init__.py` would be missing from the wheel and from every check here."""
    assert {each.parent for each in PACKAGE.rglob("*.py")} == set(FOLDERS)


def test_nothing_is_named_for_nothing() -> None:
    """A thing lives where its meaning lives."""
    every = {each.stem for each in PACKAGE.rglob("*.py")} | {each.name for each in FOLDERS}
    assert not every & {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def test_the_map_shows_every_folder_and_no_other() -> None:
    """Who reads CONTRIBUTING finds every room, and none that is gone."""
    page = MAP.read_text("utf-8")
    drawn = re.search(r"^```\napp/second_wind/\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert drawn is not None
    shown = {each.split("/")[-1] for each in re.findall(r"([a-z_/]+)/", drawn[1])}
    assert shown == {each.name for each in FOLDERS if each != PACKAGE}


def test_the_template_of_all_words_is_fresh() -> None:
    """Translators see the words of today; `python3 packaging/dev.py template` gathers them."""
    spec = importlib.util.spec_from_file_location("template", TEMPLATE)
    assert spec is not None
    assert spec.loader is not None
    template = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(template)
    kept, gathered = template.told(template.kept()), template.told(template.gathered())
    differing = {key for key in kept | gathered if kept.get(key) != gathered.get(key)}
    assert differing == set(), "python3 packaging/dev.py template"
