"""Measures search as you type over 50,000 entries, against the bare FTS5 query in the same run.

python tests/bench/bench_search.py [ENTRIES]
"""

import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from statistics import median
from time import perf_counter

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    Outing,
    Rejection,
    Talk,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.history import Wanted, wanted

TODAY = date(2026, 11, 22)
_FRAME = 16.0
_PAGE = 40
_REPEATS = 25
_READ_AT_ONCE = 200
_FEELINGS = ("hopeful", "tired", "angry", "hurt", "calm")


class Words:
    """Makes words and notes, some words far more frequent than others, as in a language."""

    def __init__(self, chance: random.Random) -> None:
        letters = "etaoinshrdlucmfywgpbvk"
        self._chance = chance
        self.all = [
            "".join(chance.choice(letters) for _ in range(chance.randint(3, 9)))
            for _ in range(8_000)
        ]
        self._weights = [1 / (rank + 1) for rank in range(len(self.all))]

    def note(self) -> str:
        """Return no note, a short or a long one."""
        length = self._chance.choice((0, 0, 3, 8, 20, 40))
        return " ".join(self._chance.choices(self.all, self._weights, k=length))


def entries(count: int, words: Words, chance: random.Random) -> list[AnyEntry]:
    """Return entries of several kinds, five a day."""
    return [_entry(TODAY - timedelta(days=n // 5), words, chance) for n in range(count)]


def _entry(day: date, words: Words, chance: random.Random) -> AnyEntry:
    at = time(chance.randrange(24), chance.randrange(60))
    name, note = chance.choice(words.all), words.note()
    feelings = tuple(chance.sample(_FEELINGS, chance.randrange(3)))
    mood = float(chance.randint(1, 10))
    check_in = CheckIn(day=day, at=at, mood=mood, feelings=feelings, note=note)
    others: list[AnyEntry] = [
        Exercise(day=day, at=at, minutes=20, kind=name, note=note),
        Outing(day=day, at=at, place=name, note=note),
        Volunteering(day=day, at=at, minutes=60, organisation=name, note=note),
        Talk(day=day, at=at, person=name, note=note),
        Rejection(day=day, company=name, feedback=note),
    ]
    return chance.choice([*[check_in] * 5, *others])


def typical(action: Callable[[], object]) -> float:
    """Return the median of several runs, in milliseconds."""
    times = []
    for _ in range(_REPEATS):
        begun = perf_counter()
        action()
        times.append(perf_counter() - begun)
    return median(times) * 1e3


def once(action: Callable[[], object]) -> float:
    """Return how long one run takes, in milliseconds."""
    begun = perf_counter()
    action()
    return (perf_counter() - begun) * 1e3


def tell(what: str, took: float, bare: float | None = None) -> None:
    """Print one measurement, and how many times as long as the bare query it took."""
    ratio = f"  bare {bare:7.2f} ms  ratio {took / bare:6.1f}" if bare else ""
    sys.stdout.write(f"{what:36} {took:9.2f} ms{ratio}\n")


def measure_typing(journal: Journal, typed: list[str]) -> None:
    """Measure a screenful of hits, as the page shows it, for each text as it is typed."""
    history = journal.history
    all_of_them = []
    for text in typed:
        asked = wanted(text)

        def shown(asked: Wanted = asked) -> None:
            history.hits(history.places(asked, most=200)[:_PAGE], asked.terms)

        def bare(asked: Wanted = asked) -> None:
            history.places(asked, most=200)

        all_of_them.append(typical(shown))
        tell(f"search {text!r}", all_of_them[-1], typical(bare))
    middle = median(all_of_them)
    verdict = "within" if middle <= _FRAME else "BEYOND"
    sys.stdout.write(f"median {middle:.1f} ms: {verdict} a frame of {_FRAME:.0f} ms\n")


def measure_import(
    journal: Journal, clock: FixedClock, words: Words, chance: random.Random
) -> None:
    """Measure an import of 10,000 entries and its undo, each one act, then a search."""
    clock.advance(seconds=1)
    more = entries(10_000, words, chance)
    tell("import 10,000", once(lambda: journal.store(add=more, name=ActName.IMPORT)))
    tell("  the next search", once(lambda: journal.history.search(wanted("zz"), most=_PAGE)))
    clock.advance(seconds=1)
    tell("undo it", once(journal.undo))
    tell("  the next search", once(lambda: journal.history.search(wanted("zz"), most=_PAGE)))


def main(count: int) -> None:
    """Fill a journal and measure."""
    chance = random.Random(1)
    words = Words(chance)
    clock = FixedClock(datetime(2026, 11, 22, 22, tzinfo=timezone(timedelta(hours=1))))
    with tempfile.TemporaryDirectory() as directory:
        journal = Journal(Path(directory) / "journal.sqlite3", clock)
        journal.store(add=entries(count, words, chance), name=ActName.IMPORT)
        clock.advance(seconds=1)
        sys.stdout.write(f"{count} entries\n")
        tell("list, first screen", once(lambda: journal.history.search(wanted(), most=_PAGE)))
        slices = []
        while not journal.history.read_on(1):
            slices.append(once(lambda: journal.history.read_on(_READ_AT_ONCE)))
        tell(f"read {_READ_AT_ONCE} in an idle moment", median(slices))
        tell("  all of them", sum(slices))
        common, rare = words.all[0], words.all[4_000]
        letters = [common[: end + 1] for end in range(len(common))]
        typed = [*letters, f"{common} {words.all[1][:2]}", rare, "hope", f'"{common} {common}"']
        measure_typing(journal, typed)
        measure_import(journal, clock, words, chance)
        journal.close(copy=False)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
