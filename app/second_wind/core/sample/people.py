"""The people of the sample journal, and what hangs on them: links, openings, questions, themes."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from second_wind.core.log.entries import (
    AnyEntry,
    Consultation,
    ConsultationKind,
    Person,
    Rejection,
    Stage,
    Talk,
    TalkKind,
)

E = TypeVar("E", Person, Consultation)

_NOBODY = date.min
_KNOWN = (
    Person(
        day=_NOBODY,
        name="Mina",
        kind=TalkKind.FRIEND,
        how_met="We studied together",
        lean_on=True,
        note="Thursdays are good. Never asks how the search goes unless I do.",
    ),
    Person(
        day=_NOBODY,
        name="my sister",
        kind=TalkKind.FAMILY,
        keep_in_touch=14,
        lean_on=True,
    ),
    Person(
        day=_NOBODY,
        name="Mrs Okafor",
        kind=TalkKind.COUNSELLOR,
        organisation="Job centre",
        role="Career counsellor",
        how_met="First appointment there",
        contact="Tuesdays, room 204",
        lean_on=True,
    ),
    Person(
        day=_NOBODY,
        name="Ilse",
        kind=TalkKind.MENTOR,
        organisation="Adatum",
        role="Head of reporting",
        how_met="My first boss",
        keep_in_touch=28,
    ),
    Person(
        day=_NOBODY,
        name="Tomás",
        kind=TalkKind.EXPERT,
        organisation="Fourth Coffee",
        role="Hiring manager",
        how_met="A talk at the library",
    ),
    Person(
        day=_NOBODY,
        name="Priya",
        kind=TalkKind.INTERVIEWER,
        role="Team lead",
        how_met="She interviewed me, and wrote afterwards",
        keep_in_touch=60,
    ),
)
"""Two more names stay names: the page offers to add them."""

_MET = ("Ms Ito", "Daniel Brandt", "Sunita Rao", "Mr Lindqvist")
_FAR = (Stage.INTERVIEW, Stage.FINAL_INTERVIEW, Stage.OFFER_STAGE)
_TIPS = (
    "The library looks for somebody two days a week.",
    "A cousin's firm opens a reporting desk in spring.",
    "The city hires analysts; the call closes at the end of the month.",
    "Their data team lost two people and will have to hire.",
    "The hospital's statistics office has a trainee place.",
    "Somebody she knows needs help with reports, three months to begin with.",
)
_CHANCE_OF_TIP = 0.1
_THEMES = {
    "Someone with more years in the field.": ("experience",),
    "The team liked me; the budget went.": ("budget",),
    "They wanted more SQL.": ("SQL",),
    "A strong interview, another candidate was closer.": ("examples", "fit"),
}
_ANSWERS = (
    "Clear and friendly. One finished example more would have done it.",
    "It was close. They suggested to apply again in half a year.",
    "The other person had worked with their tools before.",
)
_CHANCE_OF_QUESTION = 0.4
_REVIEWS = (
    (170, ConsultationKind.RESUME_REVIEW, "Tomás", "Put the numbers first, drop the second page."),
    (110, ConsultationKind.COACHING, "Mrs Okafor", "Breathe, then one example for each answer."),
    (60, ConsultationKind.REFERENCE, "Ilse", "Gladly. She sent it the same day."),
    (9, ConsultationKind.RESUME_REVIEW, "Tomás", ""),
)
_RECENT = timedelta(days=14)
_WAITS = timedelta(days=4)


def with_people(entries: Sequence[AnyEntry], today: date, seed: int) -> list[AnyEntry]:
    """Return a log with the people that its talks name, by dice of their own."""
    return list(_Linker(entries, today, seed).linked())


class _Linker:
    """Invents people and links with one set of dice, and leaves all other entries alone."""

    def __init__(self, entries: Sequence[AnyEntry], today: date, seed: int) -> None:
        self._dice = random.Random(f"people {seed}")  # noqa: S311 - dice, no secrets
        self._entries, self._today = entries, today
        self._first = min((each.day for each in entries), default=today)
        self._people = {each.name: each for each in self._known()}
        self._tips = self._dice.sample(_TIPS, len(_TIPS))
        self._questions: list[Consultation] = []

    def linked(self) -> Iterator[AnyEntry]:
        """Yield the entries with their links, then what they are linked to."""
        latest = [e for e in self._entries if isinstance(e, Rejection) and self._met_anybody(e)]
        met = dict(zip((each.id for each in reversed(latest)), _MET, strict=False))
        for each in self._entries:
            if isinstance(each, Talk):
                yield self._talk(each)
            elif isinstance(each, Rejection):
                yield self._rejection(each, met.get(each.id))
            else:
                yield each
        yield from self._people.values()
        yield from self._questions
        yield from self._reviews()

    def _met_anybody(self, rejection: Rejection) -> bool:
        is_recent = self._today - rejection.day < _RECENT
        return rejection.stage in (_FAR if not is_recent else (*_FAR, Stage.TASK))

    def _known(self) -> Iterator[Person]:
        firsts: dict[str, date] = {}
        for each in self._entries:
            if isinstance(each, Talk):
                firsts.setdefault(each.person, each.day)
        for person in _KNOWN:
            yield self._stored(replace(person, day=firsts.get(person.name, self._first)))

    def _talk(self, talk: Talk) -> Talk:
        person = self._people.get(talk.person)
        tip = self._tips.pop() if self._tips and self._dice.random() < _CHANCE_OF_TIP else ""
        return replace(talk, person_id=person.id if person else "", tip=tip)

    def _rejection(self, rejection: Rejection, met: str | None) -> Rejection:
        if rejection.stage in _FAR and self._dice.random() < _CHANCE_OF_QUESTION:
            self._ask_about(rejection, met)
        themes = _THEMES.get(rejection.feedback, ())
        if met is None:
            return replace(rejection, themes=themes)
        person = self._stored(
            Person(
                day=rejection.day,
                name=met,
                kind=TalkKind.INTERVIEWER,
                organisation=rejection.company,
                how_met="The interview",
            )
        )
        self._people[met] = person
        return replace(rejection, themes=themes, people=(person.id,))

    def _ask_about(self, rejection: Rejection, met: str | None) -> None:
        asked = rejection.day + timedelta(days=self._dice.randint(1, 3))
        received = asked + timedelta(days=self._dice.randint(2, 9))
        answer = self._dice.choice(_ANSWERS)
        if asked > self._today:
            return
        question = Consultation(
            day=asked,
            kind=ConsultationKind.FEEDBACK,
            rejection=rejection.id,
            person=met or "",
            received=received if received <= self._today else None,
            said=answer if received <= self._today else "",
        )
        self._questions.append(self._stored(question))

    def _reviews(self) -> Iterator[Consultation]:
        for days, kind, name, answer in _REVIEWS:
            day = self._today - timedelta(days=days)
            if day > self._first:
                yield self._stored(
                    Consultation(
                        day=day,
                        kind=kind,
                        person=name,
                        person_id=self._people[name].id,
                        received=day + _WAITS if answer else None,
                        said=answer,
                    )
                )

    def _stored(self, entry: E) -> E:
        key = str(UUID(int=self._dice.getrandbits(128), version=4))
        return replace(entry, id=key, logged_at=_before(entry.day))


def _before(day: date) -> datetime:
    """Return a moment that is past wherever the day has begun."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
