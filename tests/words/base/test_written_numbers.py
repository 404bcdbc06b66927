"""Numbers reach a person through one module: nothing else gives them decimals or thousands."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import second_wind

_ROOT = Path(second_wind.__file__).parent
_SPOKEN = ("words", "charts", "cli", "ui")
_ONE = _ROOT / "words" / "base" / "numbers.py"
_OF_NUMBERS = re.compile(r"[+,_]|\.\d|[eEfFgGn%]$")
"""What a format says that gives a number a mark, a sign or decimals."""
_FILES = sorted(each for part in _SPOKEN for each in (_ROOT / part).rglob("*.py") if each != _ONE)


def _specs(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield where a value gets a format, and that format: in texts, `format` and `%`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            yield node.lineno, "".join(_constants(node.format_spec))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "format":
            yield node.lineno, "".join(_constants(node.args[-1]))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            yield from ((node.lineno, each) for each in _constants(node.left) if "%" in each)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ((node.lineno, each) for each in re.findall(r"\{\w*:([^{}]*)\}", node.value))


def _constants(node: ast.AST) -> list[str]:
    found = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return [each for each in found if isinstance(each, str)]


@pytest.mark.parametrize("file", _FILES, ids=lambda each: str(each.relative_to(_ROOT)))
def test_no_number_is_written_past_the_locale(file: Path) -> None:
    """Neither `.1f` nor `,` stands in a module that speaks; dates and colours are no numbers."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert [
        each for each in _specs(tree) if _OF_NUMBERS.search(each[1]) and "%" not in each[1]
    ] == []


def test_the_one_module_is_looked_through_too() -> None:
    """The search finds what it looks for where that is allowed."""
    specs = [spec for _line, spec in _specs(ast.parse(_ONE.read_text(encoding="utf-8")))]
    assert any(_OF_NUMBERS.search(each) for each in specs)
