"""Own words for feelings: what a person says of them, as entries to store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from second_wind.core.log.entries import FeelingWord


@dataclass(frozen=True, slots=True)
class WordChanges:
    """Entries to add, to change and to delete."""

    add: tuple[FeelingWord, ...] = ()
    change: tuple[FeelingWord, ...] = ()
    delete: tuple[FeelingWord, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.add or self.change or self.delete)


def word_changes(
    stored: Sequence[FeelingWord], described: Mapping[str, tuple[str, str]], today: date
) -> WordChanges:
    """Return what to store so that each word has the group and the meaning that are said.

    Parameters
    ----------
    stored : sequence of FeelingWord
        What is known of the words.
    described : mapping of str to (str, str)
        Word to its group ("" for none) and its meaning; a word without both needs no entry.
    """
    known = {each.word: each for each in stored}
    said = {word: each for word, each in described.items() if any(each)}
    added = (
        FeelingWord(day=today, word=word, group_id=group, meaning=meaning)
        for word, (group, meaning) in said.items()
        if word not in known
    )
    changed = (
        replace(known[word], group_id=group, meaning=meaning)
        for word, (group, meaning) in said.items()
        if word in known and (known[word].group_id, known[word].meaning) != (group, meaning)
    )
    gone = (each for each in stored if each.word in described and each.word not in said)
    return WordChanges(tuple(added), tuple(changed), tuple(gone))
