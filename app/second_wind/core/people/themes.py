"""What feedback was about: the person's own tags, gathered over rejections and by stage."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from second_wind.core.log.entries import Consultation, ConsultationKind, Rejection, Stage


@dataclass(frozen=True, slots=True)
class Theme:
    """How often one theme was chosen.

    Attributes
    ----------
    name : str
        As it was written last.
    count : int
        Rejections that it was chosen for; at most those with feedback.
    stages : tuple of (Stage, int)
        The same count by the stage that was reached, in the order of the stages.
    """

    name: str
    count: int
    stages: tuple[tuple[Stage, int], ...]


@dataclass(frozen=True, slots=True)
class Themes:
    """All themes, the most frequent first, and of how many rejections there was feedback."""

    with_feedback: int
    themes: tuple[Theme, ...]


def gathered(rejections: Sequence[Rejection], consultations: Iterable[Consultation] = ()) -> Themes:
    """Count each theme over rejections; companies play no part in it.

    Parameters
    ----------
    rejections : sequence of Rejection
        Oldest first.
    consultations : iterable of Consultation
        An answer from the interviewer counts as feedback on its rejection.
    """
    answered = {
        each.rejection
        for each in consultations
        if each.kind is ConsultationKind.FEEDBACK and each.said.strip()
    }
    with_feedback = [
        each for each in rejections if each.feedback.strip() or each.themes or each.id in answered
    ]
    spelt: dict[str, str] = {}
    stages: dict[str, Counter[Stage]] = {}
    for each in rejections:
        for key, name in {_key(name): name for name in each.themes}.items():
            spelt[key] = name
            stages.setdefault(key, Counter())[each.stage] += 1
    found = [Theme(spelt[key], count.total(), _in_order(count)) for key, count in stages.items()]
    found.sort(key=lambda each: (-each.count, each.name.casefold()))
    return Themes(len(with_feedback), tuple(found))


def used(rejections: Sequence[Rejection]) -> tuple[str, ...]:
    """Return the themes that were chosen so far, the most frequent first."""
    return tuple(each.name for each in gathered(rejections).themes)


def tidied(themes: Iterable[str]) -> tuple[str, ...]:
    """Return themes without doubled spaces, empty ones, and the same one twice."""
    kept: dict[str, str] = {}
    for each in themes:
        text = " ".join(each.split())
        if text:
            kept.setdefault(_key(text), text)
    return tuple(kept.values())


def _key(theme: str) -> str:
    return theme.casefold()


def _in_order(count: Counter[Stage]) -> tuple[tuple[Stage, int], ...]:
    return tuple((stage, count[stage]) for stage in Stage if count[stage])
