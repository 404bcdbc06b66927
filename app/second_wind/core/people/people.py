"""People met on the way and people to lean on, and what the log's talks say about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from second_wind.core.log.entries import Consultation, GoodNews, Person, Talk, TalkKind
from second_wind.core.people.chapter import closing

LATER = timedelta(days=7)
"""For how long a follow-up rests that was put off."""
_NOBODY = Person(day=date.min, name="")


@dataclass(frozen=True, slots=True)
class Contact:
    """The day of a talk with somebody, and what it says of who that was."""

    day: date
    person: str
    person_id: str


def folded(name: str) -> str:
    """Return a name as it is compared: without case and doubled spaces."""
    return " ".join(name.split()).casefold()


class Directory:
    """People, looked up by their identity or their name."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take the people in; a name that several have belongs to none of them."""
        self._by_id: dict[str, Person] = {}
        self._by_name: dict[str, Person] = {}
        for each in people:
            self._by_id[each.id] = each
            name = folded(each.name)
            self._by_name[name] = _NOBODY if name in self._by_name else each

    def knows(self, name: str) -> bool:
        """Tell whether somebody has this name, even if it is not clear who."""
        return folded(name) in self._by_name

    def named(self, name: str) -> Person | None:
        """Return the one person with this name; None if there is none or more than one."""
        found = self._by_name.get(folded(name), _NOBODY)
        return None if found is _NOBODY else found

    def with_id(self, key: str) -> Person | None:
        """Return the person with this identity."""
        return self._by_id.get(key)

    def of(self, entry: Talk | Consultation | Contact) -> Person | None:
        """Return who a talk or a question was with: by identity, else by name."""
        return self.with_id(entry.person_id) or self.named(entry.person)

    def several(self, keys: Iterable[str]) -> tuple[Person, ...]:
        """Return the people with these identities; those who are gone are left out."""
        return tuple(found for key in keys if (found := self.with_id(key)) is not None)


def talks_of(person: Person, directory: Directory, talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """Return the talks with one person, in the order given."""
    return tuple(each for each in talks if directory.of(each) == person)


def last_talks(directory: Directory, talks: Iterable[Talk | Contact]) -> dict[str, date]:
    """Return the day of the last talk with each person, by the person's identity."""
    found: dict[str, date] = {}
    for each in talks:
        if (person := directory.of(each)) is not None:
            found[person.id] = max(each.day, found.get(person.id, each.day))
    return found


def to_lean_on(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return the people to lean on, by name."""
    return tuple(sorted((each for each in people if each.lean_on), key=_by_name))


def met_on_the_way(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return all other people, by name."""
    return tuple(sorted((each for each in people if not each.lean_on), key=_by_name))


def _by_name(person: Person) -> tuple[str, str]:
    return folded(person.name), person.id


# Staying in touch


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Somebody to think of.

    Attributes
    ----------
    person : Person
        With a keep-in-touch interval.
    last : date or None
        The day of the last talk; None if there was none since the person was noted down.
    days : int
        Since the last talk, or since the person was noted down; at least the interval.
    """

    person: Person
    last: date | None
    days: int


def found_work(news: Iterable[GoodNews], today: date) -> bool:
    """Tell whether work was found and the search has not begun again: follow-ups pause."""
    return closing(news, today) is not None


def due(
    people: Sequence[Person],
    talks: Iterable[Talk | Contact],
    today: date,
    put_off: Mapping[str, date] | None = None,
) -> tuple[FollowUp, ...]:
    """Return who is to be thought of today, those first who wait longest beyond their interval.

    Parameters
    ----------
    people : sequence of Person
        Those without an interval are never due.
    talks : iterable of Talk or Contact
        The whole log's, or the latest with each name.
    today : date
        A person is due on the day that the interval has passed, and after it.
    put_off : mapping of str to date, optional
        By a person's identity the first day on which to ask again.
    """
    last = last_talks(Directory(people), talks)
    later = put_off or {}
    found = [
        (each.keep_in_touch, _follow_up(each, last.get(each.id), today))
        for each in people
        if each.keep_in_touch is not None and later.get(each.id, today) <= today
    ]
    waiting = [(wait.days - interval, wait) for interval, wait in found if wait.days >= interval]
    waiting.sort(key=lambda each: (-each[0], _by_name(each[1].person)))
    return tuple(each for _, each in waiting)


def next_follow_up(
    people: Sequence[Person],
    talks: Iterable[Talk | Contact],
    news: Iterable[GoodNews],
    today: date,
    *,
    rests: bool,
    put_off: Mapping[str, date] | None = None,
) -> FollowUp | None:
    """Return the one whom Today names; nobody on a day of rest or once work was found."""
    if rests or found_work(news, today):
        return None
    return next(iter(due(people, talks, today, put_off)), None)


def _follow_up(person: Person, last: date | None, today: date) -> FollowUp:
    return FollowUp(person, last, (today - (last or person.day)).days)


# What talks mention


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in talks or questions that is no person yet.

    Attributes
    ----------
    name : str
        As it was written last.
    kind : TalkKind
        What kind of person it was said to be last.
    first_day, last_day : date
        Of the entries.
    entries : tuple of Talk or Consultation
        Those that name them, oldest first.
    """

    name: str
    kind: TalkKind
    first_day: date
    last_day: date
    entries: tuple[Talk | Consultation, ...]


def mentioned(directory: Directory, entries: Iterable[Talk | Consultation]) -> tuple[Mention, ...]:
    """Return the names that are no person yet, the one that was mentioned last first."""
    named: dict[str, list[Talk | Consultation]] = {}
    for each in sorted(entries, key=lambda entry: entry.day):
        name = folded(each.person)
        if name and not directory.knows(name) and directory.with_id(each.person_id) is None:
            named.setdefault(name, []).append(each)
    mentions = [_mention(each) for each in named.values()]
    return tuple(sorted(mentions, key=lambda each: each.last_day, reverse=True))


def _mention(entries: Sequence[Talk | Consultation]) -> Mention:
    kinds = [each.kind for each in entries if isinstance(each, Talk)]
    return Mention(
        " ".join(entries[-1].person.split()),
        kinds[-1] if kinds else TalkKind.EXPERT,
        entries[0].day,
        entries[-1].day,
        tuple(entries),
    )


def openings(talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """Return the talks in which an open position was mentioned, the latest first."""
    told = (each for each in talks if each.tip.strip())
    return tuple(sorted(told, key=lambda each: each.day, reverse=True))
