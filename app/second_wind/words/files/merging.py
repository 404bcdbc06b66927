"""A merge with another journal of the same person, in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import Noun
from second_wind.words.base.language import _, long_date, pgettext, short_date, translate_plural
from second_wind.words.entries import nouns
from second_wind.words.entries.wording import shorten, told

_MOST_SHOWN = 400
"""Characters of each of two states, so that one sees where they differ."""


def lines(
    new: Mapping[str, int],
    changed: Mapping[str, int],
    deleted: Mapping[str, int],
    taken_back: Mapping[str, int],
    clashing: Mapping[str, int],
) -> list[str]:
    """Return what a merge brings, one line for each kind of change."""
    said = (
        (_("New here: {things}"), new),
        (_("Changed since: {things}"), changed),
        (_("Deleted since: {things}"), deleted),
        (_("Undone since: {things}"), taken_back),
        (_("Changed on both sides: {things}"), clashing),
    )
    return [text.format(things=amounts(counts)) for text, counts in said if counts]


def clash(
    noun: str,
    day: date | None,
    here: AnyEntry | None,
    there: AnyEntry | None,
    *,
    waits: bool = False,
) -> list[str]:
    """Return what was changed on both sides: what it is, and what it says here and there.

    Where it waits since the journal was replaced, the log holds what came with the file, and the
    other state is the one that was here before.
    """
    if day is None:
        return [_("A setting of the log")]
    first, second = _("Here: {text}"), _("There: {text}")
    if waits:
        first, second = _("In the log now: {text}"), _("Here before the file came: {text}")
    return [
        _("{day}, {thing}").format(day=long_date(day), thing=nouns.called(noun).one),
        first.format(text=state(here)),
        second.format(text=state(there)),
    ]


def state(entry: AnyEntry | None) -> str:
    """Return what an entry says, shortened; nothing is one that was deleted."""
    if entry is None:
        return pgettext("state of an entry", "deleted")
    return shorten(told(entry).whole, _MOST_SHOWN)


def kept(answer: str, count: int, by_hand: int = 0) -> list[str]:
    """Return which of two changes stays; `by_hand` of them before the later one of an import."""
    if answer != "later":
        return [_kept(answer, count)]
    later = [_kept(answer, count - by_hand)] if count > by_hand else []
    return later + ([_kept("by-hand", by_hand)] if by_hand else [])


def _kept(answer: str, count: int) -> str:
    said = {
        "both": _("Both are kept, side by side."),
        "later": translate_plural(
            "The later change stays; --on-conflict mine, theirs or both would say otherwise.",
            "The later changes stay; --on-conflict mine, theirs or both would say otherwise.",
            count,
        ),
        "by-hand": translate_plural(
            "{n} change by hand stays before that of a later import; --on-conflict mine, theirs or"
            " both would say otherwise.",
            "{n} changes by hand stay before those of a later import; --on-conflict mine, theirs or"
            " both would say otherwise.",
            count,
        ).format(n=count),
        "mine": _("What is here stays."),
        "theirs": _("What is there is taken."),
    }
    return said[answer]


def answered(count: int) -> str:
    """Return what is said once it was chosen what stays."""
    return translate_plural("{n} answer was stored.", "{n} answers were stored.", count).format(
        n=count
    )


def nothing_waits() -> str:
    """Return that nothing has to be chosen."""
    return _("Nothing waits for an answer.")


def still_waits(count: int) -> str:
    """Return how something that was changed on both sides is answered."""
    return translate_plural(
        "{n} entry was changed in two places and waits for an answer:"
        " second-wind merge --on-conflict later, mine, theirs or both",
        "{n} entries were changed in two places and wait for an answer:"
        " second-wind merge --on-conflict later, mine, theirs or both",
        count,
    ).format(n=count)


def amounts(counts: Mapping[str, int]) -> str:
    """Return how many there are of each kind, such as "2 check-ins, 1 talk"."""
    return ", ".join(_amount(noun, count) for noun, count in counts.items() if count)


def nothing_new(other: Path) -> str:
    """Return what is said when the other journal brings nothing."""
    return _("{path} brings nothing that is not here already.").format(path=other)


def damaged(left_out: Sequence[date]) -> str:
    """Return that only a part of a damaged file comes, and of which days something doesn't."""
    if not left_out:
        return _("This file is damaged; only what can be proved of it is brought.")
    return _(
        "This file is damaged; only what can be proved of it is brought. Something of these days"
        " stays behind, as nobody can say for sure how it was: {days}"
    ).format(days=", ".join(map(short_date, left_out)))


def done(other: Path) -> str:
    """Return what is said once the other journal is part of this one."""
    return _("{path} is now part of this journal and was not changed itself.").format(path=other)


def done_in_part(other: Path) -> str:
    """Return the same of a damaged file."""
    return _("What is proved of {path} is now part of this journal; the file is as it was.").format(
        path=other
    )


def _amount(noun: str, n: int) -> str:
    if noun == "setting":
        return translate_plural("{n} setting", "{n} settings", n).format(n=n)
    if noun == "photo":
        return translate_plural("{n} photo", "{n} photos", n).format(n=n)
    if noun not in set(Noun):
        return translate_plural("{n} other entry", "{n} other entries", n).format(n=n)
    return nouns.amount(noun, n)
