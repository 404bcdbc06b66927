"""`second-wind log`."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Day,
    Exercise,
    Outing,
    OutingKind,
    Person,
    Rest,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.photos.photos import PhotoStore

SUNDAY = date(2026, 11, 22)
NOW = time(14, 32)


@pytest.fixture
def sunday(paths: AppPaths, clock: FixedClock) -> Callable[..., Day]:
    """Return what a day of the journal holds."""

    def read(day: date = SUNDAY) -> Day:
        journal = Journal(paths.journal, clock)
        try:
            return journal.day(day)
        finally:
            journal.close()

    return read


def test_all_that_is_given_is_one_act(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """A mood, two feelings, a note and four activities, taken back by one undo."""
    command(
        *("log", "--mood", "6.5", "--feeling", "hopeful", "--feeling", "Tired", "--note", "a\nb"),
        *("--exercise", "25", "--kind", "walk"),
        *("--outing", "photo", "--minutes", "45", "--place", "the lake"),
        *("--volunteer", "1.5", "--organisation", "Food bank"),
        *("--talk", "kind words", "--person", "Ana", "--talk-kind", "mentor"),
    )
    journal = Journal(paths.journal, clock)
    day = journal.day(SUNDAY)
    assert [_plain(each) for each in (*day.check_ins, *day.activities)] == [
        _plain(each)
        for each in (
            CheckIn(day=SUNDAY, at=NOW, mood=6.5, feelings=("hopeful", "tired"), note="a\nb"),
            Exercise(day=SUNDAY, at=NOW, minutes=25, kind="walk"),
            Outing(day=SUNDAY, at=NOW, kind=OutingKind.PHOTO, minutes=45, place="the lake"),
            Volunteering(day=SUNDAY, at=NOW, minutes=90, organisation="Food bank"),
            Talk(day=SUNDAY, at=NOW, note="kind words", person="Ana", kind=TalkKind.MENTOR),
        )
    ]
    assert journal.undo().name is ActName.LOG
    assert journal.day(SUNDAY) == Day(SUNDAY)
    journal.close()


def test_it_says_what_the_day_now_holds(command: Callable[..., Any]) -> None:
    """One short line with everything of that day, earlier entries included."""
    command("log", "--mood", "4", "--at", "09:00")
    ran = command("log", "--mood", "7", "--exercise", "25", "--feeling", "proud")
    assert ran.out == (
        "Sunday 22 November: mood 5.5, the mean of 2 check-ins, proud, 25 minutes of exercise\n"
    )


def test_a_past_day_has_no_time_unless_given(
    command: Callable[..., Any], sunday: Callable[..., Day]
) -> None:
    """Yesterday: none; yesterday at 21:30: that."""
    command("log", "--day", "yesterday", "--mood", "5")
    command("log", "--day", "2026-11-21", "--mood", "6", "--at", "21:30")
    assert [each.at for each in sunday(date(2026, 11, 21)).check_ins] == [None, time(21, 30)]


def test_before_the_days_start_it_is_still_the_evening_before(
    command: Callable[..., Any], sunday: Callable[..., Day], clock: FixedClock
) -> None:
    """At 1:10 on Monday, today is Sunday; the entry stands last in its day."""
    clock.moment = datetime(2026, 11, 23, 1, 10, tzinfo=timezone(timedelta(hours=1)))
    command("log", "--mood", "3")
    command("log", "--mood", "5", "--at", "22:00")
    command("log", "--day", "2026-11-22", "--mood", "4", "--at", "0:30")
    assert [each.at for each in sunday().check_ins] == [time(22), time(0, 30), time(1, 10)]


def test_a_day_of_rest_is_marked_once_and_can_be_taken_away(
    command: Callable[..., Any], sunday: Callable[..., Day], rows: Callable[[], str]
) -> None:
    """--rest twice is one mark; --no-rest removes it; doing nothing is no act."""
    command("log", "--rest")
    once = rows()
    command("log", "--rest")
    assert rows() == once
    assert isinstance(sunday().rest, Rest)
    command("log", "--no-rest")
    assert sunday().rest is None
    command("undo")
    assert sunday().rest is not None


def test_rest_may_lie_ahead(command: Callable[..., Any], sunday: Callable[..., Day]) -> None:
    """A holiday may be marked before it comes."""
    command("log", "--rest", "--day", "2026-12-24")
    assert sunday(date(2026, 12, 24)).rest


def test_photos_belong_to_the_outing(
    command: Callable[..., Any], sunday: Callable[..., Day], paths: AppPaths, tmp_path: Path
) -> None:
    """Copies are kept; the same photo twice is one."""
    files = [tmp_path / "a.png", tmp_path / "b.jpg"]
    for file, colour in zip(files, ("green", "blue"), strict=True):
        Image.new("RGB", (40, 30), colour).save(file)
    photos = [part for each in (*files, files[0]) for part in ("--photo", str(each))]
    command("log", "--outing", "nature", *photos)
    (outing,) = sunday().outings
    assert len(outing.photos) == 2
    store = PhotoStore(paths.photos)
    assert all(store.picture(each) for each in outing.photos)
    store.close()


def test_a_talk_needs_no_words(command: Callable[..., Any], sunday: Callable[..., Day]) -> None:
    """`--talk --person Ana` is a talk with Ana of which nothing is told."""
    command("log", "--talk", "--person", "Ana")
    (talk,) = sunday().talks
    assert (talk.person, talk.note) == ("Ana", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--mood", "11"], "A mood is a number from 1 to 10; “11” is not."),
        (["--mood", "0.9"], "A mood is a number from 1 to 10"),
        (["--mood", "nan"], "“nan”"),
        (["--mood", "1e0"], "“1e0”"),
        (["--mood", "-3"], "“-3”"),
        (["--mood", ""], "A mood is a number"),
        (["--mood", "6", "--day", "2026-02-30"], "“2026-02-30” is no day"),
        (["--mood", "6", "--day", "tomorrow"], "“tomorrow” is no day"),
        (["--mood", "6", "--day", "0001-01-01"], "is no day"),
        (["--mood", "6", "--day", "2026-11-23"], "23 November 2026 is still to come"),
        (["--mood", "6", "--at", "24:00"], "“24:00” is no time of day"),
        (["--mood", "6", "--at", "7"], "“7” is no time of day"),
        (["--exercise", "0"], "Minutes can be a number from 1 to 1440"),
        (["--exercise", "1441"], "“1441”"),
        (["--exercise", "20.5"], "“20.5”"),
        (
            ["--volunteer", "25"],
            "Volunteering can be anything from a minute to 24 hours, written like 1.5 or 1:30",
        ),
        (["--outing", "sea"], "“sea” is not among the choices for the outing: nature, photo."),
        (["--talk", "x", "--talk-kind", "frend"], "did you mean friend?"),
        (["--place", "lake"], "--place belongs to --outing"),
        (["--mood", "6", "--minutes", "30"], "--minutes belongs to --outing"),
        (["--mood", "6", "--photo", "x.jpg"], "--photo belongs to --outing"),
        (["--mood", "6", "--kind", "walk"], "--kind belongs to --exercise"),
        (["--organisation", "x"], "--organisation belongs to --volunteer"),
        (["--person", "x"], "--person belongs to --talk"),
        (["--talk-kind", "friend"], "--talk-kind belongs to --talk"),
        (["--at", "10:00"], "--at belongs to --mood"),
        (["--rest", "--at", "10:00"], "--at belongs to --mood"),
        ([], "Nothing was given to store"),
        (["--note", "  ", "--feeling", " , "], "Nothing was given to store"),
        (["--mood"], "--mood needs a value"),
        (["--moood", "6"], "second-wind log has no use for “--moood”"),
        (["--mood", "6", "word"], "second-wind log has no use for “word”"),
        (["--feeling", "x" * 41], "The feeling is 41 characters long; at most 40"),
        (["--mood", "6", "--note", "x" * 100_001], "The note is 100,001 characters long"),
        (["--exercise", "9", "--kind", "x" * 501], "The kind is 501 characters long"),
        (["--outing", "nature", "--photo", "/nowhere.jpg"], "“/nowhere.jpg” can't be read"),
        (["--outing", "photo", *["--photo", "x.jpg"] * 11], "An outing holds 10 photos at most"),
    ],
)
def test_what_cannot_be_stored_changes_nothing(
    command: Callable[..., Any], refused: Callable[..., str], words: list[str], said: str
) -> None:
    """One sentence that names the value, status 2, and the same rows as before."""
    command("log", "--mood", "5", "--exercise", "10")
    assert said in refused("log", *words)


def test_one_bad_value_stores_none_of_the_good_ones(
    command: Callable[..., Any],
    refused: Callable[..., str],
    tmp_path: Path,
    paths: AppPaths,
) -> None:
    """A future day keeps no photo either."""
    file = tmp_path / "a.png"
    Image.new("RGB", (4, 3)).save(file)
    command("log", "--mood", "5")
    refused("log", "--day", "2027-01-01", "--mood", "6", "--outing", "photo", "--photo", str(file))
    assert not paths.photos.exists()


def _plain(entry: AnyEntry) -> AnyEntry:
    """Return an entry without its random id."""
    return replace(entry, id="")


def test_a_talk_is_linked_to_the_person_with_that_name(
    command: Callable[..., Any], sunday: Callable[..., Day], paths: AppPaths, clock: FixedClock
) -> None:
    """However it is capitalised; the kind is that person's, unless another one is given."""
    ana = Person(day=SUNDAY, name="Ana Lima", kind=TalkKind.MENTOR)
    journal = Journal(paths.journal, clock)
    journal.store(add=[ana], name=ActName.PERSON)
    journal.close()
    command("log", "--talk", "lunch", "--person", "ana  LIMA")
    command("log", "--talk", "a walk", "--person", "Ana Lima", "--talk-kind", "friend")
    command("log", "--talk", "a call", "--person", "Ana")
    talks = {each.note: each for each in sunday().talks}
    linked = {note: (each.person_id, each.kind) for note, each in talks.items()}
    assert linked == {
        "lunch": (ana.id, TalkKind.MENTOR),
        "a walk": (ana.id, TalkKind.FRIEND),
        "a call": ("", TalkKind.OTHER),
    }
    assert talks["lunch"].person == "ana  LIMA"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_no_photo(command, refused, tmp_path: Path) -> None:
    """Nobody waits for a picture that never comes, and nothing is stored."""
    command("log", "--mood", "5")
    os.mkfifo(tmp_path / "walk.jpg")
    assert "walk.jpg" in refused("log", "--outing", "nature", "--photo", str(tmp_path / "walk.jpg"))
