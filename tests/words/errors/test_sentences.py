"""The one plain sentence for everything that can go wrong."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from second_wind import core
from second_wind.core.errors import entry_errors, journal_errors, usage_errors
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.core.errors.import_errors import UnreadableFile
from second_wind.words.errors.sentences import SENTENCES, no_copy, sentence

# Every module of the core, so that no kind of error is overlooked.
for _each in pkgutil.walk_packages(core.__path__, f"{core.__name__}."):
    importlib.import_module(_each.name)


def kinds(parent: type[KnownError] = KnownError) -> Iterator[type[KnownError]]:
    """Yield every kind of known error that is raised, and not only a family of kinds."""
    for each in parent.__subclasses__():
        yield from kinds(each)
        is_family = each.__name__.endswith("Problem") or not each.__annotations__
        if not (is_family and each.__subclasses__()):
            yield each


def value(kind: Any) -> Any:
    """Return a value of a field's type, with something in it to be found again."""
    plain: dict[Any, Any] = {
        str: "Zebra",
        int: 4711,
        float: 4711.0,
        bool: True,
        date: date(2026, 11, 22),
        Path: Path("/home/zebra/file"),
        date | None: date(2026, 11, 22),
        Path | None: Path("/home/zebra/file"),
        tuple[str, ...]: ("horse", "donkey"),
        tuple[float, float]: (1.5, 1500.0),
    }
    if kind in plain:
        return plain[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return ()


def made(kind: type[KnownError]) -> KnownError:
    """Return an error of a kind with all its facts."""
    types = get_type_hints(kind)
    facts = {name: value(types[name]) for name in kind.__match_args__}
    return kind(**facts | ({"noun": "outing"} if "noun" in facts else {}))  # type: ignore


ALL = sorted(set(kinds()), key=lambda each: (each.__module__, each.__name__))


def test_they_are_all_here() -> None:
    """The kinds of the core, of imports and of charts: a row for each, and no other."""
    assert len(ALL) > 40
    assert set(SENTENCES) == set(ALL)
    assert {each.__module__.split(".")[-1] for each in ALL} >= {
        "entry_errors",
        "import_errors",
        "chart_errors",
    }


@pytest.mark.parametrize("kind", ALL, ids=lambda each: each.__name__)
def test_every_kind_has_a_plain_sentence(kind: type[KnownError]) -> None:
    """One line with words, no name of a class, no shouting, nothing unfilled."""
    said = sentence(made(kind))
    assert len(said.split()) >= 4
    assert said.isprintable()
    assert "!" not in said
    assert not set("{}") & set(said)
    assert kind.__name__ not in said
    assert "None" not in said


@pytest.mark.parametrize("kind", ALL, ids=lambda each: each.__name__)
def test_it_says_which_file(kind: type[KnownError]) -> None:
    """An error about a file names the file."""
    error = made(kind)
    if hasattr(error, "path") and not isinstance(error, usage_errors.BadUsage):
        assert "zebra" in sentence(error)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (entry_errors.InvalidMood("11"), "A mood is a number from 1 to 10; “11” is not."),
        (
            entry_errors.DayNotReached(date(2027, 1, 1), date(2026, 11, 22)),
            "1 January 2027 is still to come; days up to today, 22 November 2026, can be logged.",
        ),
        (
            entry_errors.InvalidAmount("minutes", "0", 1, 1440),
            "Minutes can be a number from 1 to 1440; “0” is not.",
        ),
        (
            entry_errors.InvalidAmount("seed", "-1", 0, 2**31),
            "The seed can be a number from 0 to 2147483648; “-1” is not.",
        ),
        (
            entry_errors.InvalidChoice("how", "mail", ("email", "phone")),
            "“mail” is not among the choices for how it came (did you mean email?): email, phone.",
        ),
        (entry_errors.NoSuchRejection(None), "No rejection is logged yet."),
        (
            entry_errors.NoSuchRejection(date(2026, 11, 1)),
            "No rejection is logged on 1 November 2026.",
        ),
        (
            journal_errors.NewerJournal(Path("/a/b"), 7, 3),
            "“/a/b” was written by a newer Second Wind (format 7, this one knows 3)"
            " and was not touched; please update Second Wind.",
        ),
        (entry_errors.TooManyPhotos(10), "An outing holds 10 photos at most; nothing was stored."),
    ],
    ids=lambda each: type(each).__name__,
)
def test_the_facts_are_in_the_sentence(error: KnownError, said: str) -> None:
    """What, with the numbers, and what to do."""
    assert sentence(error) == said


def test_what_was_given_stays_on_one_short_line() -> None:
    """Line breaks and control characters can't tear the sentence apart, nor can length."""
    said = sentence(entry_errors.InvalidDay("x\ny\x1b[31m" + "z" * 500))
    assert said.isprintable()
    assert len(said) < 200


@pytest.mark.parametrize("kind", [journal_errors.JournalBusy, UnreadableFile, CopiesFolderGone])
def test_a_whole_path_is_shown(kind: Callable[[Path], KnownError]) -> None:
    """A path that was cut would help nobody."""
    path = Path("/home/somebody/" + "folder/" * 20 + "journal.sqlite3")
    assert f"“{path}”" in sentence(kind(path))


def test_a_kind_without_a_sentence_is_a_bug() -> None:
    """It is not passed over in silence."""

    class Unheard(KnownError):
        pass

    error = Unheard()
    with pytest.raises(TypeError, match="Unheard"):
        sentence(error)


def test_a_copy_that_failed_is_told_after_what_was_stored() -> None:
    """The act is safe; the reason follows."""
    said = no_copy(journal_errors.DiskFull(Path("/full")))
    assert said.startswith("Stored, but there is no new safe copy of the journal: There is no room")
