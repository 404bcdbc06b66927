"""Things of which a log holds only one, and what would become a second."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from second_wind.core.entries import AnyEntry, FeelingWord, Rest, StepMark
from second_wind.core.errors import ThereAlready

if TYPE_CHECKING:
    from second_wind.journal.reader import Reader


def refuse_twins(journal: "Reader", entries: Iterable[AnyEntry]) -> None:
    """Pass entries to put back, none of which the log or the others hold in another row.

    Raises
    ------
    ThereAlready
        If one of them is such a twin.
    """
    seen: set[tuple[object, ...]] = set()
    sources: dict[str, dict[str, AnyEntry]] = {"": {}}
    for each in entries:
        if each.source not in sources:
            sources[each.source] = journal.sourced(each.source)
        sourced = sources[each.source]
        key = _only_one_of(each)
        if each.source_id in sourced or key in seen or (key and _is_held(journal, each, key)):
            raise ThereAlready
        if key:
            seen.add(key)


def _only_one_of(entry: AnyEntry) -> tuple[object, ...]:
    match entry:
        case Rest(day=day):
            return "rest", day
        case StepMark(rejection=rejection, step=step):
            return "step", rejection, step
        case FeelingWord(word=word):
            return "word", word.casefold()
    return ()


def _is_held(journal: "Reader", entry: AnyEntry, key: tuple[object, ...]) -> bool:
    return any(_only_one_of(each) == key for each in journal.entries(type(entry)))
