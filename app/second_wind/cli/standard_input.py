"""Texts that are given on standard input, so that they need not stand in the list of processes."""

import argparse
import sys
from typing import Any

from second_wind.cli import values

MOST_BYTES = 2**20
"""More than any text that is stored."""


class FromStandardInput:
    """Stands in the place of a text until it is read; `option` says which one."""


def text(given: str) -> "str | FromStandardInput":
    """Read a text that can be stored; - stands for what standard input holds."""
    return FromStandardInput() if given == "-" else values.words(given)


def fill(arguments: argparse.Namespace) -> None:
    """Put what standard input holds in the place of the one - that was given.

    Raises
    ------
    KnownError
        If there are several, or what standard input holds is too long or no text.
    """
    from second_wind.core.errors.usage_errors import OptionsApart

    asked = [(name, value) for name, value in vars(arguments).items() if _waits(value)]
    wanting = [f"{_spelt(name)} -" for name, value in asked for _ in range(_count(value))]
    if not wanting:
        return
    if getattr(arguments, "passphrase_fd", None) == 0:
        wanting.append("--passphrase-fd 0")
    if len(wanting) > 1:
        raise OptionsApart(wanting[0], wanting[1])
    ((name, value),) = asked
    setattr(arguments, name, _filled(value, _read()))


def _waits(value: Any) -> bool:
    return _count(value) > 0


def _count(value: Any) -> int:
    several = value if isinstance(value, list) else [value]
    return sum(isinstance(each, FromStandardInput) for each in several)


def _filled(value: Any, found: str) -> Any:
    if isinstance(value, list):
        return [found if isinstance(each, FromStandardInput) else each for each in value]
    return found


def _read() -> str:
    from second_wind.core.errors.entry_errors import BrokenText, NulInText
    from second_wind.core.errors.usage_errors import InputTooLong

    source = getattr(sys.stdin, "buffer", None)
    content = source.read(MOST_BYTES + 1) if source is not None else b""
    if len(content) > MOST_BYTES:
        raise InputTooLong(MOST_BYTES)
    try:
        found = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BrokenText(content.decode(errors="replace")) from None
    if "\0" in found:
        raise NulInText
    return found.replace("\r\n", "\n").replace("\r", "\n").strip()


def _spelt(name: str) -> str:
    return f"--{name.replace('_', '-')}"
