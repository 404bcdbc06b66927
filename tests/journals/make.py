"""Makes the journal file of this schema version: run once, when a version is released.

python tests/journals/make.py tests/journals/v1.sqlite3
"""

import random
import sys
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from uuid import UUID

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    Channel,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.settings import LogSettings

DAY = date(2026, 11, 20)
_SEED = 1


def entries() -> list[AnyEntry]:
    """Return two or more entries of every kind, one plain and one with everything."""
    chance = random.Random(_SEED)

    def key() -> str:
        return str(UUID(int=chance.getrandbits(128), version=4))

    rejection, person = key(), key()
    return [
        CheckIn(id=key(), day=DAY, mood=6.0),
        CheckIn(
            id=key(),
            day=DAY,
            at=time(23, 30),
            mood=1 + 9 * 0.6,
            feelings=("müde", "hopeful", "😀"),
            note="one\ntwo",
            original="meh (2)",
            source="daylio",
            source_id="2026-11-20T23:30",
        ),
        Exercise(id=key(), day=DAY, minutes=20),
        Exercise(id=key(), day=DAY, at=time(7), minutes=45, kind="cycling", note="rain"),
        Outing(id=key(), day=DAY),
        Outing(
            id=key(),
            day=DAY,
            at=time(15),
            kind=OutingKind.PHOTO,
            minutes=90,
            place="harbour",
            photos=("a" * 64, "b" * 64),
            as_exercise=True,
        ),
        Volunteering(id=key(), day=DAY, minutes=60),
        Volunteering(
            id=key(),
            day=DAY,
            at=time(18),
            minutes=150,
            organisation="food bank",
            practised="asking",
            met="Ana",
        ),
        Talk(id=key(), day=DAY),
        Talk(id=key(), day=DAY, at=time(12), kind=TalkKind.MENTOR, person="Ben", minutes=30),
        Talk(id=key(), day=DAY, person="Ana", person_id=person, tip="an opening at Initech"),
        Rejection(id=rejection, day=DAY, stage=Stage.APPLIED, how=Channel.EMAIL),
        Rejection(
            id=key(),
            day=DAY,
            company="Acme",
            role="analyst",
            stage=Stage.FINAL_INTERVIEW,
            how=Channel.PHONE,
            feedback="more SQL",
            lesson="ask first",
            met="the team",
            note="kind people",
            themes=("SQL", "examples"),
            people=(person,),
        ),
        Person(id=person, day=DAY, name="Ana"),
        Person(
            id=key(),
            day=DAY,
            name="Ben",
            kind=TalkKind.MENTOR,
            organisation="food bank",
            role="lead",
            how_met="volunteering",
            contact="in the phone",
            keep_in_touch=30,
            lean_on=True,
        ),
        Consultation(id=key(), day=DAY, kind=ConsultationKind.RESUME_REVIEW),
        Consultation(
            id=key(),
            day=DAY,
            kind=ConsultationKind.FEEDBACK,
            rejection=rejection,
            person="Ana",
            person_id=person,
            received=DAY + timedelta(days=1),
            said="speak slower",
        ),
        GoodNews(id=key(), day=DAY, kind=GoodNewsKind.INTERVIEW),
        GoodNews(
            id=key(),
            day=DAY,
            kind=GoodNewsKind.FOUND_WORK,
            company="Initech",
            role="analyst",
            reopened=DAY + timedelta(days=1),
        ),
        FeelingWord(id=key(), day=DAY, word="wobbly"),
        FeelingWord(id=key(), day=DAY, word="light", group_id="calm", meaning="as after rain"),
        Rest(id=key(), day=DAY + timedelta(days=1)),
        StepMark(id=key(), day=DAY, rejection=rejection, step=6),
        StepMark(id=key(), day=DAY, rejection=rejection, step=7, note="wrote to Ben"),
    ]


def make(path: Path) -> None:
    """Write the file: an import, a setting, a change, a deletion, and an act that was undone."""
    clock = FixedClock(datetime(2026, 11, 21, 9, tzinfo=timezone(timedelta(hours=1))))
    journal = Journal(path, clock)
    made = entries()
    journal.store(add=made, name=ActName.IMPORT, detail="everything.json")
    clock.advance(minutes=1)
    journal.change_settings(LogSettings(day_start=3, goal=30))
    clock.advance(minutes=1)
    journal.store(delete=[made[2]], name=ActName.DELETE)
    clock.advance(minutes=1)
    journal.store(delete=[made[0]], name=ActName.DELETE)
    journal.undo()
    journal.close(copy=False)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
