"""A merge with another journal of the same person, in words."""

from collections.abc import Mapping
from pathlib import Path

from second_wind.words.language import _, translate_plural


def lines(
    new: Mapping[str, int], changed: Mapping[str, int], deleted: Mapping[str, int]
) -> list[str]:
    """Return what a merge brings, one line for each kind of change."""
    said = (
        (_("New here: {things}"), new),
        (_("Changed since: {things}"), changed),
        (_("Deleted since: {things}"), deleted),
    )
    return [text.format(things=amounts(counts)) for text, counts in said if counts]


def amounts(counts: Mapping[str, int]) -> str:
    """Return how many there are of each kind, such as "2 check-ins, 1 talk"."""
    return ", ".join(_amount(noun, count) for noun, count in counts.items() if count)


def nothing_new(other: Path) -> str:
    """Return what is said when the other journal brings nothing."""
    return _("{path} brings nothing that is not here already.").format(path=other)


def done(other: Path) -> str:
    """Return what is said once the other journal is part of this one."""
    return _("{path} is now part of this journal and was not changed itself.").format(path=other)


def _amount(noun: str, n: int) -> str:
    names = {
        "check_in": translate_plural("{n} check-in", "{n} check-ins", n),
        "exercise": translate_plural("{n} time of movement", "{n} times of movement", n),
        "outing": translate_plural("{n} outing", "{n} outings", n),
        "volunteering": translate_plural(
            "{n} time of volunteering", "{n} times of volunteering", n
        ),
        "talk": translate_plural("{n} talk", "{n} talks", n),
        "rejection": translate_plural("{n} rejection", "{n} rejections", n),
        "rest": translate_plural("{n} day of rest", "{n} days of rest", n),
        "step_mark": translate_plural("{n} marked step", "{n} marked steps", n),
        "person": translate_plural("{n} person", "{n} people", n),
        "consultation": translate_plural(
            "{n} question to an expert", "{n} questions to experts", n
        ),
        "good_news": translate_plural("{n} piece of good news", "{n} pieces of good news", n),
        "feeling_word": translate_plural("{n} own word", "{n} own words", n),
        "setting": translate_plural("{n} setting", "{n} settings", n),
        "photo": translate_plural("{n} photo", "{n} photos", n),
    }
    other = translate_plural("{n} other entry", "{n} other entries", n)
    return names.get(noun, other).format(n=n)
