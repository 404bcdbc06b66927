"""Exports of programs that are known, and not read: named, and never taken for something else."""

import pytest

from second_wind.core.errors.import_errors import NotReadYet
from second_wind.words.errors.sentences import sentence

BEARABLE = (
    "date,weekday,time of day,category,rating/amount,detail,notes\n"
    "3rd Nov 2026,Tuesday,am,Mood,7,Happy | Calm,\n"
    "3rd Nov 2026,Tuesday,mid,Symptom,3,Migraine (Severe),\n"
)
BEARABLE_NEWER = (
    '"date","date formatted","weekday","time of day","category","rating/amount","detail","notes"\n'
    '"3rd Nov 2026","2026-11-03","Tuesday","08:00","Energy","4","",""\n'
)
HOW_WE_FEEL = (
    "Date,Mood,Tags (People),Tags (Places),Exercise,Sleep,Notes\n"
    "2026 Tue Nov 3 9:05 PM,Hopeful,Friends,,20,,fine\n"
)
EMOODS = "DATE,DEPRESSED,ELEVATED,ANXIETY,IRRITABILITY,SLEEP\n2026-11-03,2,1,0,1,7\n"
LOOP_WORDS = "Date,Read,Swim,\n2026-11-03,YES_MANUAL,SKIP,\n2026-11-02,NO,UNKNOWN,\n"
LOOP_NUMBERS = "Date,Read,Swim,\n2026-11-03,2,3,\n2026-11-02,0,-1,\n"
LOOP_ONE_HABIT = "Date,Value,Notes\n2026-11-03,YES_MANUAL,good\n2026-11-02,NO,\n"

TABLES = {
    "Bearable": (BEARABLE, BEARABLE_NEWER),
    "How We Feel": (HOW_WE_FEEL,),
    "eMoods": (EMOODS,),
    "Loop Habit Tracker": (LOOP_WORDS, LOOP_NUMBERS, LOOP_ONE_HABIT),
}
TEXTS = {
    "Pixels": (
        '[{"date": "2026-11-3", "type": "Mood", "scores": [4], "notes": "", "tags": []}]',
        '[{"date": "2026-11-03", "entries": [{"type": "Mood", "value": 3}]}]',
    ),
    "Pixy": ('{"version": "1.9", "items": [{"date": "2026-11-03", "rating": "very_bad"}]}',),
    "Daily You": ('[{"text": "well", "mood": 1, "timeCreated": "2026-11-03T08:00:00.000"}]',),
    "Apple Health": (
        '<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n]>\n<HealthData locale="de_DE">\n',
    ),
    "Nomie": ('{"nomie": {"number": "5.6"}, "trackers": {}, "events": []}',),
}
CASES = [
    pytest.param(program, text, id=program)
    for program, texts in (TABLES | TEXTS).items()
    for text in texts
]


@pytest.mark.parametrize(("program", "text"), CASES)
def test_they_are_named_and_refused(read, program: str, text: str) -> None:
    """The sentence says whose export it is, so that nobody believes it was taken over."""
    with pytest.raises(NotReadYet) as refused:
        read(text)
    assert refused.value.program == program
    assert program in sentence(refused.value)


@pytest.mark.parametrize(("program", "text"), [each for each in CASES if each.values[0] in TABLES])
def test_no_option_makes_them_days(read, program: str, text: str) -> None:
    """Headaches and tablets are no moods, whatever columns are told."""
    column = text.splitlines()[0].split(",")[1].strip('"')
    for told in ({"format": "csv"}, {"columns": [f"mood={column}"], "scale": "1:10"}):
        with pytest.raises(NotReadYet):
            read(text, **told)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Mood,Notes,\n2026-11-03,3,fine,\n2026-11-02,2,,\n",
        "Date,Exercise,\n2026-11-03,2,\n2026-11-02,3,\n",
        "date,mood,category,notes\n2026-11-03,3,work,fine\n",
    ],
)
def test_tables_of_ones_own_are_read_on(read, text: str) -> None:
    """A comma at the end, small numbers or a column called category make no export of Loop."""
    assert read(text, scale="1:5").entries


def test_ticks_of_ones_own_are_read_on(read) -> None:
    """Ones and noughts in a column that is told are ticks."""
    text = "Date,Swim,\n2026-11-03,1,\n2026-11-02,0,\n"
    found = read(text, columns=["day=Date,exercise=Swim"], map_activity=["Swim=exercise:20"])
    assert [each.day.day for each in found.entries] == [3]
