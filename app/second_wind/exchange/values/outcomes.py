"""What the words in a log of applications come to: rejected or not, and how far it got."""

import re

from second_wind.core.errors.import_errors import InvalidOption
from second_wind.core.log.entries import Channel, Stage
from second_wind.exchange.values.options import Options

REJECTED = "rejected"
EVERY_ROW = "*"
"""The name under which a log without outcomes is told to be one of rejections."""
NOT_COUNTED = frozenset({"open", "offer", "mine", "skip"})
"""What an outcome can be told to be so that it is left out: with `interview`, a stage."""

_STAGES = (
    (re.compile(r"\boffer", re.IGNORECASE), Stage.OFFER_STAGE),
    (re.compile(r"\bfinal\b", re.IGNORECASE), Stage.FINAL_INTERVIEW),
    (
        re.compile(r"\bphone|(?<!cv )(?<!resume )\bscreen(?:ing)?\b|recruiter call", re.IGNORECASE),
        Stage.PHONE_SCREEN,
    ),
    (
        re.compile(r"\btask\b|\btest\b|technical|assessment|take.?home|coding", re.IGNORECASE),
        Stage.TASK,
    ),
    (re.compile(r"\binter\b|\binterview|\bon.?site", re.IGNORECASE), Stage.INTERVIEW),
    (re.compile(r"appli|\bcv\b|resum|résum", re.IGNORECASE), Stage.APPLIED),
)
_NOT_REACHED = re.compile(
    r"\b(?:no|not|without|before|never|w/o|prior to|sans|ohne|vor|sin|sem|senza)\b[\s-]+"
    r"(?:(?:an?|the|any|even|first|second|in|person|personal|having|got|get|getting|to|for"
    r"|reach\w*|invited|the)[\s-]+)*"
    r"(?:(?:offer|final|phone|screen|recruiter call|task|test|technical|assessment|take.?home"
    r"|coding|interview|on.?site|round|call|stage)\w*[\s-]*)+",
    re.IGNORECASE,
)


def stage_of(text: str) -> Stage | None:
    """Return the stage that a text says was reached, None if it says so of none."""
    if text and text in set(Stage):
        return Stage(text)
    reached = _NOT_REACHED.sub(" ", text)
    return next((stage for pattern, stage in _STAGES if pattern.search(reached)), None)


def told_values(options: Options) -> dict[str, str]:
    """Return what names were told to mean: rejected, how it came, a stage, or not to count.

    Raises
    ------
    InvalidOption
        If a value is none of these.
    """
    possible = {REJECTED, *Channel, *Stage, *NOT_COUNTED} - {Channel.NOT_SAID}
    for name, value in options.map.items():
        if value not in possible:
            raise InvalidOption("--map", f"{name}={value}", '--map "Ghosted=no-answer"')
    return dict(options.map)
