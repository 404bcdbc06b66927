"""A sample journal: plausible days and rejections of nobody, the same for the same seed.

How rejections follow each other is real: the days between the 59 rejections of the public
repository TimHanneman/Job-Application-Statistics (MIT). Everything else is invented.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from typing import TypeVar
from uuid import UUID

from second_wind import assets
from second_wind.core.log.entries import (
    AnyEntry,
    Channel,
    CheckIn,
    Exercise,
    Outing,
    OutingKind,
    Rejection,
    Rest,
    Stage,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.core.log.scale import HIGHEST, LOWEST
from second_wind.core.sample.people import with_people

T = TypeVar("T")

# fmt: off
GAPS = (
    5, 2, 1, 2, 6, 0, 2, 2, 3, 5, 0, 2, 27, 178, 1, 0, 4, 2, 1, 0, 2, 1, 2, 0, 1, 6, 1, 7, 11,
    7, 7, 0, 22, 3, 10, 2, 48, 20, 24, 9, 1, 0, 1, 1, 0, 6, 11, 2, 1, 0, 13, 1, 5, 0, 3, 0, 1, 0,
)
# fmt: on
"""Days from each real rejection to the next one."""

_SHARE_NOT_LOGGED = 0.21
_USUAL, _WEEKEND = 6.9, 0.4
_DRIFT_KEPT, _DRIFT_STEP = 0.85, 0.42
_HALF_LIFE = 3.0
_DEEPEST = 4.8

_DEPTHS = {
    Stage.APPLIED: 0.9,
    Stage.OTHER: 1.2,
    Stage.PHONE_SCREEN: 1.8,
    Stage.TASK: 2.4,
    Stage.INTERVIEW: 3.0,
    Stage.FINAL_INTERVIEW: 3.8,
    Stage.OFFER_STAGE: 4.2,
}
_STAGE_WEIGHTS = (55, 2, 24, 7, 8, 4, 1)

_FEELINGS = {
    "low": ("discouraged", "tired", "worried", "sad", "anxious", "lonely", "numb"),
    "middle": ("calm", "restless", "tired", "patient", "relieved", "bored"),
    "high": ("hopeful", "determined", "proud", "grateful", "content", "excited", "curious"),
    "rejected": ("rejected", "disappointed", "hurt", "angry", "discouraged", "embarrassed"),
}
_WAYS = (Channel.EMAIL, Channel.PHONE, Channel.IN_PERSON, Channel.NO_ANSWER)
_ROLES = (
    "Data analyst", "Junior data analyst", "Reporting specialist", "Operations coordinator",
    "Project assistant", "Business analyst", "Research assistant", "Support engineer",
)  # fmt: skip
_MOVEMENT = ("walk", "walk", "run", "bike", "yoga", "swim", "stretching", "stairs")
_MINUTES = (10, 12, 15, 20, 20, 25, 25, 30, 30, 35, 40, 45, 60)
_PLACES = {
    OutingKind.NATURE: ("the canal", "the lake", "the beech wood", "the hill", "the allotments"),
    OutingKind.PHOTO: ("the old harbour", "the market", "the station", "the river bend"),
}
_ORGANISATIONS = (
    ("Food bank", "sorting, talking to people", "Rosa, who runs the van"),
    ("Repair café", "explaining things step by step", ""),
)
_PEOPLE = (
    ("Mina", TalkKind.FRIEND), ("Jonas", TalkKind.FRIEND), ("my sister", TalkKind.FAMILY),
    ("Dad", TalkKind.FAMILY), ("Mrs Okafor", TalkKind.COUNSELLOR), ("Ilse", TalkKind.MENTOR),
    ("Tomás", TalkKind.EXPERT), ("Priya", TalkKind.INTERVIEWER),
)  # fmt: skip
_OUTCOMES = (
    "", "", "Felt less alone with it.", "Promised to forward my CV.", "Good idea about the gap.",
    "We mostly laughed.", "Will ask around.", "Gave me the name of a team lead.",
)  # fmt: skip
_FEEDBACK = (
    "Someone with more years in the field.", "The team liked me; the budget went.",
    "They wanted more SQL.", "A strong interview, another candidate was closer.",
)  # fmt: skip
_LESSONS = (
    "Ask about the team first.", "Have a number for every project.", "Breathe before answering.",
    "Say what I want, too.",
)  # fmt: skip


@dataclass(slots=True)
class _Weather:
    """The mood underneath the days: a slow drift, and what rejections still weigh."""

    drift: float = 0.0
    weight: float = 0.0

    def next_day(self, dice: random.Random) -> None:
        """Pass a night."""
        self.drift = _DRIFT_KEPT * self.drift + dice.gauss(0, _DRIFT_STEP)
        self.weight *= 0.5 ** (1 / _HALF_LIFE)

    def sink(self, depth: float) -> None:
        """Take a rejection in; several at once don't go deeper than life allows."""
        self.weight = min(_DEEPEST, self.weight + depth)

    def mood(self, day: date) -> float:
        """Return the level of a day, without what the hours add."""
        weekend = _WEEKEND if day.weekday() >= 5 else 0.0
        return _USUAL + weekend + self.drift - self.weight


def sample_entries(today: date, years: int = 2, seed: int = 1) -> list[AnyEntry]:
    """Return the entries of the `years` that end today, the same for the same arguments."""
    return with_people(list(_Writer(seed).entries(today, years)), today, seed)


def _before(day: date) -> datetime:
    """Return a moment that is past wherever the day has begun."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)


class _Writer:
    """Invents entries with one set of dice."""

    def __init__(self, seed: int) -> None:
        """Shuffle what is drawn from."""
        self._dice = random.Random(seed)  # noqa: S311 - dice, no secrets
        self._notes = _notes()
        self._companies = cycle(self._shuffled(_lines("sample_companies.txt")))
        self._weather = _Weather()

    def entries(self, today: date, years: int) -> Iterator[AnyEntry]:
        """Yield all entries, day by day."""
        first = today - timedelta(days=365 * years - 1)
        rejections = self._rejections(first, today)
        rests = self._rest_days(first, today)
        for day in (first + timedelta(days=i) for i in range((today - first).days + 1)):
            for entry in self._day(day, rejections.get(day, []), day in rests, day == today):
                key = str(UUID(int=self._dice.getrandbits(128), version=4))
                # Not just now: else what is written next would join the sample's last check-in.
                yield replace(entry, id=key, logged_at=_before(day))

    def _day(
        self, day: date, rejections: list[Rejection], rest: bool, last: bool
    ) -> Iterator[AnyEntry]:
        self._weather.next_day(self._dice)
        for each in rejections:
            self._weather.sink(_DEPTHS[each.stage])
            yield each
        if rest:
            yield Rest(day=day)
        logged = last or bool(rejections) or self._dice.random() >= _SHARE_NOT_LOGGED
        if not logged or (rest and self._dice.random() < 0.6):
            return
        yield from self._check_ins(day, bool(rejections), last)
        if not rest:
            yield from self._deeds(day, last)

    def _check_ins(self, day: date, rejected: bool, last: bool) -> Iterator[CheckIn]:
        hours = [(7, 9), (12, 15), (18, 22)]
        count = 1 if last else self._dice.choices((1, 2, 3), (62, 29, 9))[0]
        chosen = [hours[0]] if last else sorted(self._dice.sample(hours, count))
        for earliest, latest in chosen:
            level = self._weather.mood(day) + self._dice.gauss(0, 0.7)
            mood = float(min(HIGHEST, max(LOWEST, round(level))))
            yield CheckIn(
                day=day,
                at=time(self._dice.randint(earliest, latest), self._dice.randint(0, 59)),
                mood=mood,
                feelings=self._feelings(mood, rejected),
                note=self._dice.choice(self._notes[_band(mood)]) if self._chance(0.22) else "",
            )

    def _deeds(self, day: date, last: bool) -> Iterator[AnyEntry]:
        weekend = day.weekday() >= 5
        energy = min(1.0, max(0.3, self._weather.mood(day) / 6))
        if last or self._chance(0.5 * energy):
            minutes = 20 if last else self._dice.choice(_MINUTES)
            yield Exercise(day=day, minutes=minutes, kind=self._dice.choice(_MOVEMENT))
        if self._chance((0.36 if weekend else 0.08) * energy):
            yield self._outing(day)
        if self._chance({5: 0.34, 2: 0.16}.get(day.weekday(), 0.01)):
            yield self._volunteering(day)
        if self._chance(0.15):
            yield self._talk(day)

    def _outing(self, day: date) -> Outing:
        kind = self._dice.choices(tuple(OutingKind), (70, 30))[0]
        return Outing(
            day=day,
            kind=kind,
            minutes=self._dice.choice((30, 40, 45, 60, 75, 90, 120, 150)),
            place=self._dice.choice(_PLACES[kind]),
        )

    def _volunteering(self, day: date) -> Volunteering:
        organisation, practised, met = self._dice.choices(_ORGANISATIONS, (70, 30))[0]
        return Volunteering(
            day=day,
            minutes=self._dice.choice((60, 90, 120, 120, 180, 240)),
            organisation=organisation,
            practised=practised if self._chance(0.3) else "",
            met=met if self._chance(0.1) else "",
        )

    def _talk(self, day: date) -> Talk:
        person, kind = self._dice.choice(_PEOPLE)
        return Talk(day=day, kind=kind, person=person, note=self._dice.choice(_OUTCOMES))

    def _feelings(self, mood: float, rejected: bool) -> tuple[str, ...]:
        words = _FEELINGS["rejected" if rejected and mood < 7 else _band(mood)]
        return tuple(self._dice.sample(words, self._dice.choices((0, 1, 2), (45, 35, 20))[0]))

    def _rejections(self, first: date, today: date) -> dict[date, list[Rejection]]:
        """Invent a rejection for each date, the latest some days ago."""
        found: dict[date, list[Rejection]] = {}
        for day in sorted(self._rejection_days(first, today)):
            found.setdefault(day, []).append(self._rejection(day))
        return found

    def _rejection_days(self, first: date, today: date) -> Iterator[date]:
        turn = self._dice.randrange(len(GAPS))
        gaps = GAPS[turn:] + GAPS[:turn]
        day = today - timedelta(days=self._dice.randint(4, 11))
        while True:
            for gap in (0, *gaps):
                day -= timedelta(days=gap)
                if day <= first:
                    return
                yield day
            day -= timedelta(days=self._dice.randint(60, 120))  # the search rests for a while

    def _rejection(self, day: date) -> Rejection:
        stage = self._dice.choices(tuple(_DEPTHS), _STAGE_WEIGHTS)[0]
        met_them = stage not in (Stage.APPLIED, Stage.OTHER)
        ways = (72, 14, 3, 11) if met_them else (70, 0, 0, 30)
        return Rejection(
            day=day,
            company=next(self._companies),
            role=self._dice.choice(_ROLES),
            stage=stage,
            how=self._dice.choices(_WAYS, ways)[0],
            feedback=self._dice.choice(_FEEDBACK) if met_them and self._chance(0.3) else "",
            lesson=self._dice.choice(_LESSONS) if met_them and self._chance(0.4) else "",
        )

    def _rest_days(self, first: date, today: date) -> set[date]:
        """Choose a stretch of rest in about every half year."""
        days: set[date] = set()
        day = first + timedelta(days=self._dice.randint(60, 150))
        while day < today - timedelta(days=30):
            days |= {day + timedelta(days=i) for i in range(self._dice.randint(5, 10))}
            day += timedelta(days=self._dice.randint(140, 230))
        return days

    def _chance(self, probability: float) -> bool:
        return self._dice.random() < probability

    def _shuffled(self, items: Sequence[T]) -> list[T]:
        return self._dice.sample(items, len(items))


def _band(mood: float) -> str:
    if mood <= 4:
        return "low"
    return "middle" if mood <= 6 else "high"


def _notes() -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for line in _lines("sample_notes.txt"):
        band, text = line.split(" | ", 1)
        notes.setdefault(band, []).append(text)
    return notes


def _lines(name: str) -> list[str]:
    text = assets.path("text", name).read_text(encoding="utf-8")
    return [each for each in text.splitlines() if each and not each.startswith("#")]
