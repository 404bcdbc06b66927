"""How hard a passphrase is to guess, as zxcvbn estimates it; facts, `words` makes the sentences."""

import importlib
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log10
from typing import Any

_LONGEST = 72
"""The estimator takes no more characters; such a passphrase is strong by then."""
_GUESSES_PER_SECOND = 10_000.0
"""What a fast computer manages with SQLCipher's 256,000 rounds, and rather less."""
_HOUR, _MONTH, _YEAR = 3.6e3, 2.6e6, 3.2e7
_STEPS = (_HOUR, _MONTH, 10 * _YEAR, 1_000 * _YEAR)
"""Zxcvbn calls strong what holds for days here: its own steps are meant for a login."""


class Weakness(StrEnum):
    """What makes a passphrase easier to guess than its length lets one think."""

    WORD = "dictionary"
    KEYS = "spatial"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Strength:
    """An estimate.

    Attributes
    ----------
    score : 0 (guessed within an hour) to 4 (holds for more than a thousand years).
    guesses : how many would be needed, as a power of ten.
    seconds : how long that takes somebody who has the file and a fast computer.
    weakness : what to change first; None if it is strong, or nothing stands out.
    """

    score: int
    guesses: float
    seconds: float
    weakness: Weakness | None


def estimate(passphrase: str, known: Sequence[str] = ()) -> Strength | None:
    """Return how strong a passphrase is, None if the estimator isn't installed.

    Parameters
    ----------
    known : words that somebody who knows the person would try first, such as names.
    """
    try:
        estimator = importlib.import_module("zxcvbn")
    except ImportError:
        return None
    if not passphrase:
        return Strength(0, 0.0, 0.0, None)
    found = estimator.zxcvbn(passphrase[:_LONGEST], user_inputs=list(known))
    guesses = float(found["guesses_log10"])
    seconds = 10.0 ** min(guesses - log10(_GUESSES_PER_SECOND), 300.0)
    score = bisect(_STEPS, seconds)
    weakness = _weakness(found["sequence"]) if score < len(_STEPS) else None
    return Strength(score, guesses, seconds, weakness)


def _weakness(parts: list[dict[str, Any]]) -> Weakness | None:
    """Return what the longest part is that can be guessed as a whole."""
    for part in sorted(parts, key=lambda each: -len(each["token"])):
        if part["pattern"] in set(Weakness):
            return Weakness(part["pattern"])
    return None
