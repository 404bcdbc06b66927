"""What a form of settings is built from: fields that read a value from settings and write it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from second_wind.ui.kit.fields.number_field import Amount

S = TypeVar("S")
"""The settings: a frozen dataclass."""


@dataclass(frozen=True, slots=True)
class Number(Generic[S]):
    """A whole number."""

    name: str
    label: str
    explanation: str
    read: Callable[[S], int]
    write: Callable[[S, int], S]
    amount: Amount


@dataclass(frozen=True, slots=True)
class Switch(Generic[S]):
    """Something that is on or off."""

    name: str
    label: str
    explanation: str
    read: Callable[[S], bool]
    write: Callable[[S, bool], S]


@dataclass(frozen=True, slots=True)
class Choice(Generic[S]):
    """One of several: (value, name) pairs; a list that drops down where they are many."""

    name: str
    label: str
    explanation: str
    read: Callable[[S], str]
    write: Callable[[S, str], S]
    options: tuple[tuple[str, str], ...]
    drops_down: bool = False


@dataclass(frozen=True, slots=True)
class Text(Generic[S]):
    """A short text; empty where what is shown faintly is meant."""

    name: str
    label: str
    read: Callable[[S], str]
    write: Callable[[S, str], S]
    faint: str


Field = Number[S] | Switch[S] | Choice[S]
"""What makes a row of a form."""
