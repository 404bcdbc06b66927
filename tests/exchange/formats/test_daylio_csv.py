"""Daylio's CSV in all its shapes."""

from datetime import date, time

import pytest

from second_wind.core.errors.import_errors import Asked, Fault, RejectedLine
from second_wind.core.log.entries import CheckIn, Exercise, Outing, OutingKind, Volunteering
from second_wind.exchange.formats.reading import Left, LeftOut

COMMON = "full_date,date,weekday,time,mood,activities,note_title,note\n"
NEWEST = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
OLDEST = "year,date,weekday,time,mood,activities,note\n"
TIMELESS = "full_date,weekday,mood,activities,note\n"


def test_the_common_shape(read) -> None:
    """A check-in has the day and time that Daylio showed, its mood mapped and kept as written."""
    found = read(COMMON + '2020-05-30,May 30,Saturday,6:50 pm,Good ,"a | b",Title,Text\n')
    (entry,) = found.entries
    assert found.format == "daylio-csv"
    assert (entry.day, entry.at) == (date(2020, 5, 30), time(18, 50))
    assert (entry.mood, entry.original) == (7.75, "Good")
    assert entry.note == "Title\nText\na | b"
    assert entry.source == "daylio"
    assert found.unmapped == ("a", "b")


def test_the_shape_of_2018(read) -> None:
    """The year stands apart, and the date has none."""
    found = read(OLDEST + "2018,7 May,Monday,23:05,meh,,\n2018,May 8,Tuesday,0:05,rad,,x\n")
    assert [(each.day, each.mood) for each in found.entries] == [
        (date(2018, 5, 7), 5.5),
        (date(2018, 5, 8), 10),
    ]


def test_the_newest_shape_keeps_scales(read) -> None:
    """What has no place here goes into the note."""
    (entry,) = read(NEWEST + "2026-04-12,April 12,Sunday,12:00,rad,,Sleep: 8/10,,Slept\n").entries
    assert entry.note == "Slept\nSleep: 8/10"


def test_without_time_the_day_suffices(read) -> None:
    """Two equal rows of a day without times are two check-ins."""
    row = "2020-05-30,Saturday,bad,,\n"
    found = read(TIMELESS + row + row)
    assert [(each.at, each.mood) for each in found.entries] == [(None, 3.25)] * 2
    assert not found.rejected


def test_early_hours_stay_on_the_day_shown(read) -> None:
    """A check-in at 1:23 belongs to the day under which Daylio shows it."""
    (entry,) = read(COMMON + "2020-05-30,30 May,Saturday,1:23 am,rad,,,\n").entries
    assert entry.day == date(2020, 5, 30)


def test_own_moods_are_asked(read) -> None:
    """A name that people gave themselves is asked, with the option that answers."""
    text = COMMON + "2020-05-30,,,8:00,So-so,,,\n2020-05-31,,,8:00,rad,,,\n"
    found = read(text)
    (question,) = found.questions
    assert (question.asked, question.answer) == (Asked.MOODS, '--map "So-so=5"')
    assert found.unmapped == ("So-so",)
    told = read(text, map=["so-SO=5"])
    assert [(each.mood, each.original) for each in told.entries] == [(5, "So-so"), (10, "rad")]
    assert not told.questions


def test_names_may_share_and_overrule_levels(read) -> None:
    """A told mood counts before Daylio's own."""
    text = COMMON + "2020-05-30,,,8:00,bad,,,\n2020-05-31,,,8:00,low,,,\n"
    assert [each.mood for each in read(text, map=["bad=2", "low=2"]).entries] == [2, 2]


def test_ticks_become_what_they_are_told(read) -> None:
    """An activity that stands for something leaves the note and becomes an entry."""
    text = COMMON + '2020-05-30,,,8:00,rad,"Walk | park | work | helped",,\n'
    found = read(text, map_activity=["walk=exercise:20", "park=nature", "helped=volunteering"])
    by_kind = {type(each): each for each in found.entries}
    assert by_kind[Exercise].minutes == 20
    assert by_kind[Exercise].kind == "Walk"
    assert by_kind[Outing].kind is OutingKind.NATURE
    assert by_kind[Volunteering].minutes == 60
    assert by_kind[CheckIn].note == "work"
    assert found.interpretation.ticks == (
        ("Walk", "exercise:20"),
        ("park", "nature"),
        ("helped", "volunteering:60"),
    )
    assert len({each.source_id for each in found.entries}) == 4


def test_html_becomes_text(read) -> None:
    """Line breaks and simple tags turn into plain text."""
    note = '"Who knows.<br><br>A<b>m</b> I &amp; you <3?"'
    (entry,) = read(COMMON + f"2020-05-30,,,8:00,rad,,,{note}\n").entries
    assert entry.note == "Who knows.\n\nAm I & you <3?"


def test_broken_lines_are_named(read) -> None:
    """Each line that can't be taken is reported with its number and reason."""
    found = read(
        COMMON
        + "2020-05-30,,,8:00,rad\n"
        + "2020-05-30,,,8:00,rad,,,a,b\n"
        + ",30 May,,8:00,rad,,,\n"
        + "2020-05-32,,,8:00,rad,,,\n"
        + "2020-05-30,,,noon,rad,,,\n"
        + "2030-05-30,,,8:00,rad,,,\n"
        + "2020-05-30,,,10:00,,x,,y,\n"
        + '2020-05-30,,,9:00,rad,,,"good"\n'
    )
    assert found.rejected == (
        RejectedLine(2, Fault.TOO_FEW, "5/8"),
        RejectedLine(3, Fault.TOO_MANY, "9/8"),
        RejectedLine(4, Fault.NO_DAY),
        RejectedLine(5, Fault.BAD_DAY, "2020-05-32"),
        RejectedLine(6, Fault.BAD_TIME, "noon"),
        RejectedLine(7, Fault.FUTURE_DAY, "2030-05-30"),
        RejectedLine(8, Fault.TOO_MANY, "9/8"),
    )
    assert [each.note for each in found.entries] == ["good"]


def test_an_empty_cell_too_many_is_harmless(read) -> None:
    """Where nothing is lost by it, a comma too many breaks no line."""
    found = read(COMMON + "2020-05-30,,,8:00,rad,,,x,\n")
    assert [each.note for each in found.entries] == ["x"]


def test_exact_repeats_are_reported(read) -> None:
    """The same row twice, at one minute, counts once, and the report says so."""
    row = "2020-05-30,,,8:00,rad,a,,\n"
    found = read(COMMON + row + row)
    assert len(found.entries) == 1
    assert found.rejected == (RejectedLine(3, Fault.REPEATED, "2"),)


def test_a_missing_mood_stays_missing(read) -> None:
    """A row without a mood keeps its note; an empty one is left out and counted."""
    found = read(COMMON + "2020-05-30,,,8:00,,,,words\n2020-05-30,,,9:00,,,,\n")
    (entry,) = found.entries
    assert entry.mood is None
    assert [each.count for each in found.left_out] == [1]


@pytest.mark.parametrize("weekday", ["Saturday", "Samstag", "Monday", ""])
def test_weekdays_are_not_trusted(read, weekday: str) -> None:
    """A weekday in any language, or a wrong one, moves nothing."""
    (entry,) = read(COMMON + f"2020-05-30,,{weekday},8:00,rad,,,\n").entries
    assert entry.day == date(2020, 5, 30)


def test_a_column_that_is_new_changes_nothing(read) -> None:
    """Daylio has added columns before: the rest is read as ever, and the new one is named."""
    found = read(
        "full_date,date,weekday,time,mood,activities,scales,note_title,note,weather\n"
        "2020-05-30,30 May,Saturday,18:50,rad,walk | nap,,Title,words,sunny\n",
        map_activity=["walk=exercise:20"],
    )
    check_in = next(each for each in found.entries if isinstance(each, CheckIn))
    assert found.format == "daylio-csv"
    assert (check_in.mood, check_in.note) == (10, "Title\nwords\nnap")
    assert len(found.entries) == 2
    assert LeftOut(Left.COLUMN, "weather", 1) in found.left_out
