"""Gather the words of the program for those who translate them: resources/i18n/second_wind.pot.

Run by `python3 packaging/dev.py template`, within the environment, which has Babel.
"""

import re
import sys
from pathlib import Path
from string import Formatter

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "app" / "second_wind"
TEMPLATE = ROOT / "resources" / "i18n" / "second_wind.pot"
KEYWORDS = {
    "_": None,
    "N_": None,
    "translate_plural": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
COMMENT = "Translators:"
HEADER = """\
# The words of Second Wind, gathered by: python3 packaging/dev.py template
# What stands in {braces} is filled in by the program and stays as it is.
msgid ""
msgstr ""
"Project-Id-Version: second-wind\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
Known = dict[tuple[str, str], tuple[object, tuple[str, ...]]]


def gathered(program: Path = PROGRAM) -> Catalog:
    """Return every message of the program with its places and what is said to translators."""
    catalog = Catalog(project="second-wind", charset="utf-8")
    found = extract_from_dir(
        program, keywords=KEYWORDS, comment_tags=[COMMENT], strip_comment_tags=True
    )
    for file, _line, message, comments, context in found:
        # Lines change with each edit, and would make every change one of the template, too.
        place = [(f"app/second_wind/{file}", 1)]
        catalog.add(message, locations=place, auto_comments=comments, context=context)
    return catalog


def kept(template: Path = TEMPLATE) -> Catalog:
    """Return what the template holds."""
    with template.open("rb") as file:
        return read_po(file, charset="utf-8")


def told(catalog: Catalog) -> Known:
    """Return what a translator is told: messages in their contexts, plurals and comments."""
    return {
        (each.context or "", _first(each)): (each.id, tuple(sorted(each.auto_comments)))
        for each in catalog
        if each.id
    }


def broken(message: Message) -> str:
    """Return what is wrong with the placeholders of a message or its translation; "" if nothing."""
    try:
        asked = [_fields(each) for each in _forms(message.id)]
        given = [_fields(each) for each in _forms(message.string) if each]
    except ValueError as problem:
        return f"{_first(message)!r}: {problem}"
    wanted = asked[-1]
    # The form for one may say it in a word: "the last day" beside "the last {n} days".
    free = {"n", "count"} if len(asked) > 1 else set()
    differing = {name for each in (asked[0], *given) for name in each ^ wanted} - free
    extra = {name for each in (asked[0], *given) for name in each - wanted}
    wrong = sorted(differing | extra)
    return f"{_first(message)!r}: these differ: {', '.join(wrong)}" if wrong else ""


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text),)


def _fields(text: str) -> set[str]:
    fields = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    if not all(re.fullmatch(r"[a-z_]+", each) for each in fields):
        raise ValueError("each placeholder needs a name")
    return set(fields)


def write(template: Path = TEMPLATE) -> int:
    """Write the template, and return how many messages it holds."""
    template.parent.mkdir(exist_ok=True)
    catalog = gathered()
    with template.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False)
    return len(catalog)


if __name__ == "__main__":
    print(f"{write()} messages: {TEMPLATE.relative_to(ROOT)}")
    sys.exit(0)
