"""The kinds of entries: the one table from which tables, lists, links and orders follow.

How each kind is called and told lies in `words/entries/nouns` and `words/entries/wording`.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum, StrEnum, auto
from typing import Any, NamedTuple

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    Entry,
    EntryType,
    Exercise,
    FeelingWord,
    GoodNews,
    Outing,
    Person,
    Rejection,
    Rest,
    StepMark,
    Talk,
    Volunteering,
)


class Noun(StrEnum):
    """A kind of thing that can change; that of a kind of entry is the name of its table, too."""

    CHECK_IN = "check_in"
    EXERCISE = "exercise"
    OUTING = "outing"
    VOLUNTEERING = "volunteering"
    TALK = "talk"
    REJECTION = "rejection"
    REST = "rest"
    STEP_MARK = "step_mark"
    PERSON = "person"
    CONSULTATION = "consultation"
    GOOD_NEWS = "good_news"
    FEELING_WORD = "feeling_word"
    SETTING = "setting"


class ActName(StrEnum):
    """What was done, as the undo menu and the history of acts name it."""

    LOG = "log"
    MOOD = "mood"
    FEELINGS = "feelings"
    NOTE = "note"
    EXERCISE = "exercise"
    OUTING = "outing"
    VOLUNTEERING = "volunteering"
    TALK = "talk"
    REJECTION = "rejection"
    REST = "rest"
    STEP = "step"
    EDIT = "edit"
    DELETE = "delete"
    IMPORT = "import"
    IMPORT_OWN = "import_own"
    SETTINGS = "settings"
    SAMPLE = "sample"
    RESTORE = "restore"
    MERGE = "merge"
    PERSON = "person"
    CONSULTATION = "consultation"
    GOOD_NEWS = "good_news"
    FEELING_WORD = "feeling_word"
    PUT_BACK = "put_back"


class Role(Enum):
    """What a kind of entry is in a log."""

    ACTIVITY = auto()
    """Something done on a day."""
    LOGGED = auto()
    """Something else that makes a day one on which something was logged."""
    PAUSE = auto()
    """A part of a day that makes none logged."""
    BESIDE = auto()
    """No part of a day."""


class Link(NamedTuple):
    """A field that holds the id of another entry, or the ids of several."""

    field: str
    to: EntryType
    many: bool = False


class Kind(NamedTuple):
    """One kind of entry.

    Attributes
    ----------
    plural : str
        The name of its list in our own JSON and, but for rest, in a `Day`.
    act : ActName
        What it is called that one was logged.
    links : tuple of Link
        Its fields with ids of others.
    named_by : str
        The field with which entries that link to it are told; "" if none does.
    one_of : tuple of str
        Fields of which a log holds each combination once; empty where there is no such limit.
    """

    type: EntryType
    noun: Noun
    plural: str
    act: ActName
    role: Role
    links: tuple[Link, ...] = ()
    named_by: str = ""
    one_of: tuple[str, ...] = ()


_OF_PERSON = Link("person_id", Person)
_OF_REJECTION = Link("rejection", Rejection)

KINDS = (
    Kind(CheckIn, Noun.CHECK_IN, "check_ins", ActName.MOOD, Role.LOGGED),
    Kind(Exercise, Noun.EXERCISE, "exercise", ActName.EXERCISE, Role.ACTIVITY),
    Kind(Outing, Noun.OUTING, "outings", ActName.OUTING, Role.ACTIVITY),
    Kind(Volunteering, Noun.VOLUNTEERING, "volunteering", ActName.VOLUNTEERING, Role.ACTIVITY),
    Kind(Talk, Noun.TALK, "talks", ActName.TALK, Role.ACTIVITY, (_OF_PERSON,)),
    Kind(
        Rejection,
        Noun.REJECTION,
        "rejections",
        ActName.REJECTION,
        Role.LOGGED,
        (Link("people", Person, many=True),),
        named_by="company",
    ),
    Kind(Rest, Noun.REST, "rests", ActName.REST, Role.PAUSE, one_of=("day",)),
    Kind(
        StepMark,
        Noun.STEP_MARK,
        "step_marks",
        ActName.STEP,
        Role.BESIDE,
        (_OF_REJECTION,),
        one_of=("rejection", "step"),
    ),
    Kind(Person, Noun.PERSON, "people", ActName.PERSON, Role.BESIDE, named_by="name"),
    Kind(
        Consultation,
        Noun.CONSULTATION,
        "consultations",
        ActName.CONSULTATION,
        Role.LOGGED,
        (_OF_REJECTION, _OF_PERSON),
    ),
    Kind(GoodNews, Noun.GOOD_NEWS, "good_news", ActName.GOOD_NEWS, Role.LOGGED),
    Kind(
        FeelingWord,
        Noun.FEELING_WORD,
        "feeling_words",
        ActName.FEELING_WORD,
        Role.BESIDE,
        one_of=("word",),
    ),
)
"""All of them, in the order in which they are listed. A new one comes last."""

KIND_OF: Mapping[EntryType, Kind] = {each.type: each for each in KINDS}
ENTRY_TYPES = tuple(KIND_OF)
_TYPES: Mapping[type[Entry], Mapping[str, Any]] = {
    kind: {each.name: each.type for each in fields(kind)} for kind in (Entry, *ENTRY_TYPES)
}
LINK_FIELDS = frozenset(link.field for each in KINDS for link in each.links)
"""Fields with ids of other entries, which differ between two imports of one file."""


def noun_of(kind: EntryType) -> Noun:
    """Return the noun for a kind of entry."""
    return KIND_OF[kind].noun


def with_role(*roles: Role) -> tuple[Kind, ...]:
    """Return the kinds that are one of these in a log."""
    return tuple(each for each in KINDS if each.role in roles)


def types_of(kind: type[Entry]) -> Mapping[str, Any]:
    """Return the fields of a kind of entry in their order, each with its type."""
    return _TYPES[kind]


def thing(kind: Kind, value_of: Callable[[str], object]) -> tuple[object, ...]:
    """Return of what an entry is the only one in a log; nothing where there may be many."""
    return tuple(_folded(value_of(name)) for name in kind.one_of)


def only_one(entry: AnyEntry) -> tuple[object, ...]:
    """Return, with its noun, of what an entry is the only one; nothing where there may be many."""
    kind = KIND_OF[type(entry)]
    found = thing(kind, lambda name: getattr(entry, name))
    return (kind.noun, *found) if found else ()


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value
