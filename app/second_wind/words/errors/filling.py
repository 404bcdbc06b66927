"""How the facts of an error come into its sentence."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

from second_wind.core.errors.base import KnownError
from second_wind.words.base.language import plain_date, translate
from second_wind.words.base.quoting import isolated, plain, quoted

Sentences = Mapping[type[KnownError], str | Callable[[Any], str]]
"""By kind of error its sentence, with its facts by their names, or what makes one of them."""


def told(sentences: Sentences, error: KnownError) -> str:
    """Return the sentence for an error, or for what it is a kind of; nothing if there is none."""
    kind = next((each for each in type(error).__mro__ if each in sentences), None)
    if kind is None:
        return ""
    sentence = sentences[kind]
    if not isinstance(sentence, str):
        return sentence(error)
    facts = {name: _shown(name, getattr(error, name)) for name in error.__match_args__}
    return translate(sentence).format(**facts)


def _shown(name: str, value: object) -> str:
    if name == "given" or isinstance(value, PurePath):
        return quoted(value)
    if isinstance(value, date):
        return plain_date(value)
    return ", ".join(map(_alone, value)) if isinstance(value, tuple) else _alone(value)


def _alone(value: object) -> str:
    return isolated(plain(value))
