"""What a person logs. Each entry is immutable; a change is a new entry with the same id."""

import os
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from itertools import pairwise

from second_wind.core.log.records import record

MOST_PHOTOS = 10
LONGEST_TEXT = 100_000
LONGEST_LINE = 500
MOST_DAYS_IN_TOUCH = 3650
MOST_MINUTES = 24 * 60
STEPS_BY_HAND = (6, 7)
"""The steps that the log can't see."""


def new_id() -> str:
    """Return a fresh random identity for an entry (UUID version 4)."""
    # As `uuid` does it, which takes longer to import than a mood to store.
    number = int.from_bytes(os.urandom(16)) & ~(0xF << 76) & ~(0b11 << 62)
    digits = f"{number | 4 << 76 | 0b10 << 62:032x}"
    return "-".join(digits[begin:end] for begin, end in pairwise((0, 8, 12, 16, 20, 32)))


class OutingKind(StrEnum):
    """What kind of outing it was."""

    NATURE = "nature"
    PHOTO = "photo"


class TalkKind(StrEnum):
    """Who the person was that one talked to."""

    FRIEND = "friend"
    FAMILY = "family"
    MENTOR = "mentor"
    COUNSELLOR = "counsellor"
    RELIGIOUS_LEADER = "religious-leader"
    INTERVIEWER = "interviewer"
    EXPERT = "expert"
    OTHER = "other"


class Stage(StrEnum):
    """How far an application got before it was rejected, in order."""

    NOT_SAID = ""
    APPLIED = "applied"
    PHONE_SCREEN = "phone-screen"
    TASK = "task"
    INTERVIEW = "interview"
    FINAL_INTERVIEW = "final-interview"
    OFFER_STAGE = "offer-stage"
    OTHER = "other"


class Channel(StrEnum):
    """How a rejection came."""

    NOT_SAID = ""
    EMAIL = "email"
    PHONE = "phone"
    IN_PERSON = "in-person"
    NO_ANSWER = "no-answer"


class ConsultationKind(StrEnum):
    """What an expert was asked for."""

    FEEDBACK = "feedback"
    RESUME_REVIEW = "resume-review"
    COACHING = "coaching"
    REFERENCE = "reference"


class GoodNewsKind(StrEnum):
    """What good news it was."""

    INTERVIEW = "interview"
    OFFER = "offer"
    FOUND_WORK = "found-work"
    OTHER = "other"


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """The part that everything logged has in common.

    Attributes
    ----------
    day : date
        The local calendar day that it belongs to; never moves with time zones.
    id : str
        A UUID, kept for life.
    source, source_id : str
        Where an import came from and its identity there: a second import adds nothing.
    origin : str
        A digest of what the import brought, whatever became of it since; "" where that is unknown.
    logged_at, changed_at : datetime or None
        When it was first stored, and changed last (UTC); None until then.
    """

    day: date
    id: str = field(default_factory=new_id)
    note: str = ""
    source: str = ""
    source_id: str = ""
    origin: str = field(default="", compare=False)
    logged_at: datetime | None = field(default=None, compare=False)
    changed_at: datetime | None = field(default=None, compare=False)


@record(frozen=True, slots=True, kw_only=True)
class CheckIn(Entry):
    """How it was at one moment: a mood from 1 to 10 (or none), feelings, a note.

    `original` keeps an imported value as the other program showed it.
    """

    at: time | None = None
    mood: float | None = None
    feelings: tuple[str, ...] = ()
    original: str = ""


@record(frozen=True, slots=True, kw_only=True)
class Exercise(Entry):
    """Movement, in whole minutes (1 to 1440)."""

    at: time | None = None
    minutes: int
    kind: str = ""


@record(frozen=True, slots=True, kw_only=True)
class Outing(Entry):
    """Time in nature or with a camera; photos are SHA-256 keys of the photo store."""

    at: time | None = None
    kind: OutingKind = OutingKind.NATURE
    minutes: int | None = None
    place: str = ""
    photos: tuple[str, ...] = ()
    as_exercise: bool = False


@record(frozen=True, slots=True, kw_only=True)
class Volunteering(Entry):
    """Time given to others, in minutes: where, what was practised, who was met."""

    at: time | None = None
    minutes: int
    organisation: str = ""
    practised: str = ""
    met: str = ""


@record(frozen=True, slots=True, kw_only=True)
class Talk(Entry):
    """A talk with a person; `note` says what came of it, `tip` which opening was mentioned.

    `person` is the name as it was written; `person_id` is that of a `Person`, "" for nobody's.
    """

    at: time | None = None
    kind: TalkKind = TalkKind.OTHER
    person: str = ""
    person_id: str = ""
    minutes: int | None = None
    tip: str = ""


@record(frozen=True, slots=True, kw_only=True)
class Rejection(Entry):
    """A no: where it came from, how far it got, what was said and learned.

    `themes` are the person's own tags for what the feedback was about; `people` are ids of
    those met in the process.
    """

    company: str = ""
    role: str = ""
    stage: Stage = Stage.NOT_SAID
    how: Channel = Channel.NOT_SAID
    feedback: str = ""
    lesson: str = ""
    met: str = ""
    themes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Rest(Entry):
    """A day on which goals and reminders pause."""


@record(frozen=True, slots=True, kw_only=True)
class StepMark(Entry):
    """One of the steps that the log can't see, marked by hand after a rejection (6 or 7)."""

    rejection: str
    step: int


@record(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody met on the way or to lean on; `day` is when they were met or noted down.

    `keep_in_touch` is after how many days without a talk to think of them, None for never;
    `lean_on` lists them under Support.
    """

    name: str
    kind: TalkKind = TalkKind.OTHER
    organisation: str = ""
    role: str = ""
    how_met: str = ""
    contact: str = ""
    keep_in_touch: int | None = None
    lean_on: bool = False


@record(frozen=True, slots=True, kw_only=True)
class Consultation(Entry):
    """An expert asked on `day`, and what they said once an answer was received.

    `rejection` is the id of the one that it is about, "" for none.
    """

    kind: ConsultationKind
    rejection: str = ""
    person: str = ""
    person_id: str = ""
    received: date | None = None
    said: str = ""


@record(frozen=True, slots=True, kw_only=True)
class GoodNews(Entry):
    """An interview, an offer, or work found.

    Work found pauses reminders and follow-ups until the day of `reopened`, if there is one.
    """

    kind: GoodNewsKind
    company: str = ""
    role: str = ""
    reopened: date | None = None


@record(frozen=True, slots=True, kw_only=True)
class FeelingWord(Entry):
    """A word that a person added to the feelings; `group_id` is that of a group, or ""."""

    word: str
    group_id: str = ""
    meaning: str = ""


Activity = Exercise | Outing | Volunteering | Talk
AnyEntry = (
    CheckIn
    | Activity
    | Rejection
    | Rest
    | StepMark
    | Person
    | Consultation
    | GoodNews
    | FeelingWord
)
EntryType = type[AnyEntry]


@dataclass(frozen=True, slots=True)
class Day:
    """All that one day holds, each kind in the order of the day."""

    day: date
    check_ins: tuple[CheckIn, ...] = ()
    exercise: tuple[Exercise, ...] = ()
    outings: tuple[Outing, ...] = ()
    volunteering: tuple[Volunteering, ...] = ()
    talks: tuple[Talk, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    rest: Rest | None = None
    consultations: tuple[Consultation, ...] = ()
    good_news: tuple[GoodNews, ...] = ()

    @property
    def is_logged(self) -> bool:
        """Whether anything but rest was logged."""
        return any(
            (
                self.check_ins,
                self.activities,
                self.rejections,
                self.consultations,
                self.good_news,
            )
        )

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Exercise, outings, volunteering and talks."""
        return (*self.exercise, *self.outings, *self.volunteering, *self.talks)

    @property
    def mood(self) -> float | None:
        """The arithmetic mean of the day's moods, None if there is none."""
        moods = [each.mood for each in self.check_ins if each.mood is not None]
        return sum(moods) / len(moods) if moods else None

    @property
    def exercise_minutes(self) -> int:
        """Minutes of movement, outings that were marked as exercise included."""
        walked = (each.minutes or 0 for each in self.outings if each.as_exercise)
        return sum(each.minutes for each in self.exercise) + sum(walked)
