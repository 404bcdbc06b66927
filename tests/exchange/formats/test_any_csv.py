"""Any CSV, with the mapper."""

from datetime import date, time

import pytest

from second_wind.core.errors.import_errors import (
    Asked,
    Fault,
    InvalidOption,
    RejectedLine,
    UnknownColumn,
)
from second_wind.core.log.entries import CheckIn, Exercise, Outing, OutingKind, Talk, Volunteering
from second_wind.exchange.formats.reading import Left, LeftOut
from second_wind.exchange.values.dates import DateOrder
from second_wind.exchange.values.options import Scale
from second_wind.words.files import exchange


def test_columns_told_and_a_scale(read) -> None:
    """Columns of any name are read, date-times give times, and the scale maps by its ends."""
    text = "n,start,positive\n1,10/28/2014 17:15,34\n2,10/28/2014 21:30,\n3,10/29/2014 9:22,0\n"
    found = read(text, columns=["day=start,mood=positive"], scale="0:100", date_order="mdy")
    assert [(each.day.day, each.at, each.mood, each.original) for each in found.entries] == [
        (28, time(17, 15), pytest.approx(4.06), "34"),
        (29, time(9, 22), 1.0, "0"),
    ]
    assert LeftOut(Left.UNANSWERED, "", 1) in found.left_out
    assert LeftOut(Left.COLUMN, "n", 1) in found.left_out


def test_columns_known_by_name(read) -> None:
    """Usual names are recognised, with semicolons, decimal commas, Windows letters and all."""
    text = "Datum;Date;Mood (1-10);Notes\r\nx;13.01.2026;6,5;Grüße\r\n"
    found = read(text.encode("cp1252"))
    (entry,) = found.entries
    assert (entry.day, entry.mood, entry.note) == (date(2026, 1, 13), 6.5, "Grüße")
    read_as = found.interpretation
    assert (read_as.encoding, read_as.delimiter) == ("cp1252", ";")
    assert (read_as.date_order, read_as.scale) == (DateOrder.DMY, Scale(1, 10))
    assert read_as.columns == (("day", "Date"), ("mood", "Mood (1-10)"), ("note", "Notes"))


def test_an_ambiguous_order_is_asked(read) -> None:
    """Where day and month could be either, nothing is read before it is told."""
    text = "date,mood\n3/4/2026,5\n5/6/2026,6\n"
    found = read(text, scale="1:10")
    (question,) = found.questions
    assert (question.asked, question.names) == (Asked.DATE_ORDER, ("3/4/2026",))
    assert question.answer == "--date-order dmy"
    assert not found.entries
    told = read(text, scale="1:10", date_order="mdy")
    assert [each.day for each in told.entries] == [date(2026, 3, 4), date(2026, 5, 6)]


@pytest.mark.parametrize(
    ("moods", "answer"),
    [
        ("1 4", "--scale 1:5"),
        ("2 9", "--scale 1:10"),
        ("0 9", "--scale 0:10"),
        ("5 79", "--scale 0:100"),
        ("-2 2", "--scale=-2:2"),
        ("70% 80%", "--scale 0:100"),
        ("7/10 3/10", "--scale 1:10"),
        ("-7 700", "--scale=-7:700"),
    ],
)
def test_an_unknown_scale_is_asked(read, moods: str, answer: str) -> None:
    """Numbers alone don't tell their scale; a usual one that holds them is offered."""
    rows = "".join(f"2026-01-0{i + 1},{each}\n" for i, each in enumerate(moods.split()))
    found = read("date,mood\n" + rows)
    (question,) = found.questions
    assert (question.asked, question.answer) == (Asked.SCALE, answer)
    assert not found.entries


def test_words_and_numbers_in_one_column(read) -> None:
    """Names are asked too, and what is told for a name counts before the scale."""
    text = "date,mood\n2026-01-01,fine\n2026-01-02,3\n"
    assert [each.asked for each in read(text).questions] == [Asked.MOODS, Asked.SCALE]
    found = read(text, map=["fine=7", "3=9"])
    assert [each.mood for each in found.entries] == [7, 9]


def test_a_mood_outside_the_scale_is_reported(read) -> None:
    """A number off the scale is a line that can't be taken."""
    found = read("date,mood\n2026-01-01,11\n2026-01-02,10\n", scale="1:10")
    assert found.rejected == (RejectedLine(2, Fault.OUT_OF_SCALE, "11"),)
    assert len(found.entries) == 1


def test_a_scale_may_be_turned_round(read) -> None:
    """Where less is better the ends are given the other way round."""
    found = read("date,mood\n2026-01-01,0\n", scale="100:0")
    assert [each.mood for each in found.entries] == [10]


@pytest.mark.parametrize("empty", ["", "NA", "n/a", "null", "-"])
def test_unanswered_is_no_zero(read, empty: str) -> None:
    """An empty mood is left out and counted; with words it is a check-in without a mood."""
    found = read(f"date,mood,note\n2026-01-01,{empty},\n2026-01-02,{empty},words\n", scale="1:10")
    assert [(each.mood, each.note) for each in found.entries] == [(None, "words")]
    assert found.left_out == (LeftOut(Left.UNANSWERED, "", 1),)


def test_activities_of_each_kind(read) -> None:
    """Minutes, hours, places and words are read by what their columns hold."""
    text = (
        "day,time,exercise,outing,volunteering,talk,feelings\n"
        '2026-01-01,18:00,"1h 30m",the lake,"1,5",with Ada,"calm; tired"\n'
        "2026-01-02,,1,photo,30 min,x,\n"
        "2026-01-03,,20,45,no,0,\n"
    )
    found = read(text)
    assert not found.questions
    assert not found.rejected
    first, second, third = ([e for e in found.entries if e.day.day == day] for day in (1, 2, 3))
    assert isinstance(first[0], CheckIn)
    assert first[0].feelings == ("calm", "tired")
    assert [type(each) for each in first[1:]] == [Exercise, Outing, Volunteering, Talk]
    assert [each.at for each in first] == [time(18)] * 5
    assert (first[1].minutes, first[3].minutes) == (90, 90)
    assert (first[2].place, first[4].note) == ("the lake", "with Ada")
    assert second[0].minutes == 1, "a column with other amounts holds minutes, not ticks"
    assert (second[1].kind, second[2].minutes) == (OutingKind.PHOTO, 30)
    assert (third[0].minutes, third[1].minutes, len(third)) == (20, 45, 2)


def test_ticks_are_asked(read) -> None:
    """A tick doesn't say for how long: twenty minutes of exercise are offered."""
    text = "day,Exercise,volunteering\n2026-01-01,x,1\n2026-01-02,,\n"
    found = read(text)
    assert [each.answer for each in found.questions] == [
        '--map-activity "Exercise=exercise:20"',
        '--map-activity "volunteering=volunteering:60"',
    ]
    told = read(text, map_activity=["exercise=exercise:20", "volunteering=volunteering:120"])
    assert [each.minutes for each in told.entries] == [20, 120]


def test_impossible_amounts_are_reported(read) -> None:
    """What is no amount, or more than a day has, is a line that can't be taken."""
    found = read("day,exercise\n2026-01-01,lots\n2026-01-02,1441\n2026-01-03,1440\n")
    assert found.rejected == (
        RejectedLine(2, Fault.BAD_AMOUNT, "lots"),
        RejectedLine(3, Fault.BAD_AMOUNT, "1441"),
    )
    assert [each.minutes for each in found.entries] == [1440]


def test_broken_rows_are_reported(read) -> None:
    """Rows of another width, without a day or with a broken time are named by line."""
    found = read(
        "day,time,mood\n,8:00,5\nsoon,8:00,5\n2026-01-01,late,5\n2026-01-01,8:00\n"
        "2026-01-01,8:00,5,x\n2026-01-01,8:00,5,,\n",
        scale="1:10",
    )
    assert [(each.line, each.fault) for each in found.rejected] == [
        (2, Fault.NO_DAY),
        (3, Fault.BAD_DAY),
        (4, Fault.BAD_TIME),
        (5, Fault.TOO_FEW),
        (6, Fault.TOO_MANY),
    ]
    assert len(found.entries) == 1, "a spreadsheet's empty cells at the end are harmless"


def test_a_long_note_is_reported_not_cut(read) -> None:
    """Nothing is shortened in silence."""
    found = read(f"day,note\n2026-01-01,{'x' * 100_001}\n")
    assert found.rejected == (RejectedLine(2, Fault.TOO_LONG, "100000"),)


def test_missing_columns_are_asked(read) -> None:
    """A table whose columns are unknown is asked about when it is called a CSV."""
    found = read("when,how\n2026-01-01,7\n", format="csv")
    assert [(each.asked, each.answer) for each in found.questions] == [
        (Asked.DAY_COLUMN, '--columns "day=when"'),
        (Asked.VALUE_COLUMN, '--columns "mood=how"'),
    ]


def test_columns_by_number(read) -> None:
    """A table without names is read by the numbers of its columns."""
    found = read("2026-01-01;7\n2026-01-02;6\n", columns=["day=1,mood=2"], scale="1:10")
    assert [each.mood for each in found.entries] == [7, 6]


def test_columns_in_any_letters(read) -> None:
    """A column's name may be typed in small letters."""
    (entry,) = read("When,HOW\n2026-01-01,7\n", columns=["day=when,mood=how"], scale="1:10").entries
    assert entry.mood == 7


def test_a_column_that_is_not_there(read) -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(UnknownColumn) as caught:
        read("day,mood\n2026-01-01,7\n", columns=["mood=Moood"])
    assert caught.value.possible == ("day", "mood")


def test_a_told_mood_out_of_range(read) -> None:
    """Moods that are told are on our own scale."""
    with pytest.raises(InvalidOption):
        read("day,mood\n2026-01-01,fine\n", map=["fine=11"])


def test_made_safe_cells_are_opened(read) -> None:
    """A note that a program kept from running as a formula is read as it was."""
    (entry,) = read("day,note\n2026-01-01,'=1+1\n").entries
    assert entry.note == "=1+1"


def test_a_tick_that_is_told_is_not_set_aside_for_numbers(read) -> None:
    """Where a column of ticks holds other numbers, it is asked what they are."""
    text = "date,run\n2026-01-01,2\n2026-01-02,1\n2026-01-03,3\n"
    columns = ["day=date,exercise=run"]
    (question,) = read(text, columns=columns, map_activity=["run=exercise:20"]).questions
    assert (question.asked, question.names) == (Asked.TICK_OR_AMOUNT, ("run", "2", "3"))
    assert "“run”" in exchange.question(question)
    assert [each.minutes for each in read(text, columns=columns).entries] == [2, 1, 3]


def test_a_tick_among_amounts_is_what_was_told(read) -> None:
    """A yes beside minutes stands for what was told, and the minutes stay."""
    text = "date,run\n2026-01-01,yes\n2026-01-02,30\n"
    found = read(text, columns=["day=date,exercise=run"], map_activity=["run=exercise:20"])
    assert [each.minutes for each in found.entries] == [20, 30]


@pytest.mark.parametrize("cells", [("6", "8"), ("0.5", "0.25"), ("7/10", ""), ("70%", "n/a")])
def test_moods_under_another_name_are_not_left_behind(read, cells: tuple[str, str]) -> None:
    """Where only words would be read, a column of numbers is asked about, with the full answer."""
    text = f"Date,Wellbeing,Note,Id\n2026-01-01,{cells[0]},fine,1\n2026-01-02,{cells[1]},,2\n"
    (question,) = read(text).questions
    assert (question.asked, question.names) == (Asked.MOOD_COLUMN, ("Wellbeing",))
    assert question.answer == '--columns "mood=Wellbeing,note=Note"'
    assert "left behind" in exchange.question(question)


def test_the_answer_about_moods_is_taken(read) -> None:
    """With moods and notes; or the notes alone, if they are named so."""
    text = "Date,Wellbeing,Note\n2026-01-01,6,fine\n"
    (both,) = read(text, columns=["mood=Wellbeing,note=Note"], scale="1:10").entries
    assert (both.mood, both.note) == (6, "fine")
    (words,) = read(text, columns=["note=Note"]).entries
    assert (words.mood, words.note) == (None, "fine")


def test_a_diary_with_words_alone_is_not_asked(read) -> None:
    """Other words, numbers of rows, and columns beside a mood are no question."""
    assert not read("Date,Weather,Id,Note\n2026-01-01,fair,1,fine\n").questions
    assert not read("Date,Exercise,Steps\n2026-01-01,20,9000\n").questions
    assert not read("Date,Mood (1-10),Steps\n2026-01-01,7,9000\n").questions


@pytest.mark.parametrize("cell", ["no", "nein", "non", "não", "0", "0 min", "0:00", "-", ""])
@pytest.mark.parametrize("key", ["exercise", "outing", "volunteering", "talk"])
def test_what_did_not_happen_is_no_activity(read, key: str, cell: str) -> None:
    """A no in any of the languages, and no minutes, are no outing to a place of that name."""
    assert not read(f"date,{key},note\n2026-01-01,{cell},\n").entries


@pytest.mark.parametrize("cell", ["1,234", "1.234", "12.500"])
@pytest.mark.parametrize("key", ["exercise", "volunteering"])
def test_an_amount_that_could_be_two_is_told(read, key: str, cell: str) -> None:
    """Neither a minute nor a thousand is made of it."""
    found = read(f'date,{key}\n2026-01-01,"{cell}"\n')
    assert not found.entries
    assert found.rejected == (RejectedLine(2, Fault.BAD_AMOUNT, cell),)
