"""What the words in a log of applications say: rejected or not, and how far it got."""

import re

from second_wind.core.entries import Channel, Stage
from second_wind.core.import_errors import InvalidOption
from second_wind.exchange.options import Options

REJECTED = "rejected"

_REJECTION = re.compile(r"(?<!not )(?<!no )\brejec", re.IGNORECASE)
_STAGES = (
    (re.compile(r"offer", re.IGNORECASE), Stage.OFFER_STAGE),
    (re.compile(r"final", re.IGNORECASE), Stage.FINAL_INTERVIEW),
    (re.compile(r"phone|screen|recruiter call", re.IGNORECASE), Stage.PHONE_SCREEN),
    (
        re.compile(r"\btask\b|\btest\b|technical|assessment|take.?home|coding", re.IGNORECASE),
        Stage.TASK,
    ),
    (re.compile(r"\binter|on.?site", re.IGNORECASE), Stage.INTERVIEW),
    (re.compile(r"appli|\bcv\b|resum|résum", re.IGNORECASE), Stage.APPLIED),
)


def is_rejection(outcome: str) -> bool:
    """Tell whether a word for the outcome says "rejected"."""
    return bool(_REJECTION.search(outcome))


def stage_of(text: str) -> Stage | None:
    """Return the stage that a text names, None if it names none."""
    if text in set(Stage):
        return Stage(text)
    return next((stage for pattern, stage in _STAGES if pattern.search(text)), None)


def told_values(options: Options) -> dict[str, str]:
    """Return what names were told to mean: rejected, a way in which it came, or a stage.

    Raises
    ------
    InvalidOption
        If a value is none of these.
    """
    possible = {REJECTED, *Channel, *Stage} - {Channel.NOT_SAID}
    for name, value in options.map.items():
        if value not in possible:
            raise InvalidOption("--map", f"{name}={value}", '--map "Ghosted=no-answer"')
    return dict(options.map)
