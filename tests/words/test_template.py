"""What translators get: every message, with placeholders that can be filled."""

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from second_wind import assets

PACKAGE = Path(assets.__file__).resolve().parent
ROOT = PACKAGE.parents[1]
_SPEC = importlib.util.spec_from_file_location("template", ROOT / "packaging" / "template.py")
assert _SPEC is not None
assert _SPEC.loader is not None
template = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(template)
FIRST_TEXT = {"_": 0, "N_": 0, "translate_plural": 0, "pgettext": 1, "npgettext": 1}
CATALOGUES = [template.TEMPLATE, *template.TEMPLATE.parent.rglob("*.po")]


def test_writing_it_again_changes_nothing(tmp_path: Path) -> None:
    """A second run makes no change for somebody to look at."""
    again = tmp_path / "i18n" / "again.pot"
    template.write(again)
    assert again.read_bytes() == template.TEMPLATE.read_bytes()


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.name)
def test_placeholders_agree(file: Path) -> None:
    """In singular, plural and each translation the same facts are asked for."""
    with file.open("rb") as opened:
        messages = list(read_po(opened, charset="utf-8"))
    assert len(messages) > 1500
    assert [problem for each in messages if (problem := template.broken(each))] == []


@pytest.mark.parametrize(
    ("message", "translation", "is_right"),
    [
        ("After {name}", "Nach {name}", True),
        ("After {name}", "Nach {nmae}", False),
        ("After {name}", "Danach", False),
        ("After {name}", "Nach {}", False),
        ("After {name}", "Nach {name", False),
        (("{n} day of {all}", "{n} days of {all}"), ("ein Tag von {all}", "{n} von {all}"), True),
        (("{n} day of {all}", "{n} days of {all}"), ("ein Tag", "{n} Tage"), False),
        (("The last day", "The last {n} days"), ("", ""), True),
        (("{m} day", "{n} days"), ("", ""), False),
    ],
)
def test_what_is_wrong_with_placeholders_is_found(
    message: str | tuple[str, str], translation: str | tuple[str, str], is_right: bool
) -> None:
    """A translation that would break a sentence is told before it is shipped."""
    problem = template.broken(Message(message, translation))
    assert (problem == "") is is_right


def test_a_bare_word_says_which_one_is_meant() -> None:
    """A context tells what stands there: "Open" is two words elsewhere, and "May" is two here."""
    bare = [each for each in template.kept() if not each.context and _is_bare(each.id)]
    of_python = "app/second_wind/cli/argparse_words.py"
    assert [each.id for each in bare if of_python not in dict(each.locations)] == []


def _is_bare(message: object) -> bool:
    return (
        isinstance(message, str)
        and 0 < len(message.split()) <= 2
        and "{" not in message
        and message[-1] not in ".?:;…\u201d "
    )


def _filled() -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield each text that is filled where it stands: its place, its fields, what it is given."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(
                        value=ast.Call(func=ast.Name(id=name), args=texts), attr="format"
                    ),
                    keywords=given,
                ) if name in FIRST_TEXT:
                    place = f"{file.relative_to(PACKAGE)}:{node.lineno}"
                    found = [each.value for each in texts if isinstance(each, ast.Constant)]
                    fields = {
                        field
                        for text in found[FIRST_TEXT[name] :]
                        for _, field, _, _ in Formatter().parse(str(text))
                        if field is not None
                    }
                    yield place, fields, {each.arg or "**" for each in given}


def test_each_placeholder_is_filled_and_each_fact_is_used() -> None:
    """No sentence breaks when it is said, and none is given what it doesn't say."""
    filled = list(_filled())
    assert len(filled) > 300
    assert [each for each in filled if each[1] != each[2] and "**" not in each[2]] == []
