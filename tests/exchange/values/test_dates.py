"""Dates and times of other programs."""

import time as time_of_day
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from second_wind.exchange.values.dates import (
    DateOrder,
    Moment,
    OrderEvidence,
    clock_of,
    looks_like_moment,
    moment_of,
)
from second_wind.exchange.values.identity import written

WORLD = "2026-11-02T02:30Z"
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))
WRITTEN = {
    DateOrder.DMY: "{d.day}/{d.month}/{d.year}",
    DateOrder.MDY: "{d.month:02}/{d.day}/{d.year}",
    DateOrder.YMD: "{d.year}-{d.month}-{d.day:02}",
}


def evidence_of(texts: list[str]) -> OrderEvidence:
    evidence = OrderEvidence()
    for each in texts:
        evidence.see(each)
    return evidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:50", time(18, 50)),
        ("6:50 pm", time(18, 50)),
        ("6:50\u202fPM", time(18, 50)),
        ("12:19 am", time(0, 19)),
        ("12:00 PM", time(12)),
        ("9:00 a.m.", time(9)),
        ("6 pm", time(18)),
        ("23:59:58", time(23, 59)),
        ("14:58", time(14, 58)),
        ("25:00", None),
        ("13:00 am", None),
        ("6", None),
        ("evening", None),
        ("", None),
    ],
)
def test_clock_reads_both_clocks(text: str, expected: time | None) -> None:
    """A time is read on the 12-hour and the 24-hour clock, to the minute, or not at all."""
    assert clock_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2020-9-22",
        "2020-09-22T00:00:00",
        "20200922",
        "22nd Sep 2020",
        "Sep 22, 2020",
        "September 22 2020",
        "22-Sep-2020",
        "Tue, 22 Sep 2020",
    ],
)
def test_plain_dates_need_no_order(text: str) -> None:
    """A date with the year first, or the month in letters, is the same in every order."""
    found = {moment_of(text, each) for each in DateOrder}
    assert {each.day for each in found if each} == {date(2020, 9, 22)}
    assert None not in found


def test_a_date_time_gives_both() -> None:
    """The time is read from the same cell, mixed padding and all; a zone moves nothing."""
    expected = Moment(date(2014, 10, 28), time(17, 15))
    assert moment_of("10/28/2014 17:15", DateOrder.MDY) == expected
    assert moment_of("2014-10-28T17:15:09.123+11:00", DateOrder.YMD) == expected
    assert moment_of("10/28/2014 5:15 PM", DateOrder.MDY) == expected


@pytest.mark.parametrize(
    "text",
    ["", "31/31/2020", "2020-02-30", "30 May", "0000-01-01", "12/34", "٢٠٢٠-٠١-٠١", "x" * 99],
)
def test_no_date_is_no_date(text: str) -> None:
    """What names no day of the calendar is read as none."""
    assert not looks_like_moment(text)


@given(st.lists(DAYS, min_size=1, max_size=8), st.sampled_from(DateOrder))
def test_the_order_is_never_picked_when_ambiguous(days: list[date], order: DateOrder) -> None:
    """Whatever the dates: the verdict reads each as it was meant, or there is none."""
    texts = [WRITTEN[order].format(d=each) for each in days]
    verdict = evidence_of(texts).verdict()
    ambiguous = order is not DateOrder.YMD and all(each.day <= 12 for each in days)
    if ambiguous and any(each.day != each.month for each in days):
        assert verdict is None
    else:
        assert verdict is not None
        assert [moment_of(each, verdict) for each in texts] == [Moment(each) for each in days]


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_two_digit_years_are_asked_unless_clear(days: list[date]) -> None:
    """With a year of two digits three orders compete, and a wrong one is never picked."""
    texts = [f"{each.day:02}.{each.month:02}.{each.year % 100:02}" for each in days]
    verdict = evidence_of(texts).verdict()
    if verdict is not None:
        assert [moment_of(each, verdict) for each in texts] == [Moment(each) for each in days]


def test_contradicting_dates_are_asked() -> None:
    """A file with both 13/1 and 1/13 has no order of its own."""
    assert evidence_of(["13/01/2020", "01/13/2020"]).verdict() is None


def test_a_typing_error_does_not_hide_the_order() -> None:
    """A text that is a date in no order says nothing about the order."""
    assert evidence_of(["31/31/2020", "?", "01/13/2020"]).verdict() is DateOrder.MDY


@given(st.text(max_size=100))
@settings(max_examples=300)
def test_any_text_is_a_date_or_none(text: str) -> None:
    """No text breaks the reader."""
    for order in DateOrder:
        found = moment_of(text, order)
        assert found is None or found.day >= date(1900, 1, 1) - timedelta(0)
    clock_of(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1. Oktober 2026", date(2026, 10, 1)),
        ("3.März 2026", date(2026, 3, 3)),
        ("Montag, 2. November 2026", date(2026, 11, 2)),
        ("1er novembre 2026", date(2026, 11, 1)),
        ("2 déc. 2025", date(2025, 12, 2)),
        ("5 juil. 2026", date(2026, 7, 5)),
        ("lundi 2 novembre 2026", date(2026, 11, 2)),
        ("4 de agosto de 2026", date(2026, 8, 4)),
        ("segunda-feira, 2 de novembro de 2026", date(2026, 11, 2)),
        ("7 set 2026", date(2026, 9, 7)),
        ("8 ottobre 2026", date(2026, 10, 8)),
        ("19-Aug-26", date(2026, 8, 19)),
        ("2-Sep-26", date(2026, 9, 2)),
        ("Sep 3, 26", date(2026, 9, 3)),
        ("Mar 3, 2026", date(2026, 3, 3)),
        ("May 4, 2026", date(2026, 5, 4)),
    ],
)
def test_a_month_by_name_leaves_no_doubt(text: str, day: date) -> None:
    """In six languages, as people and spreadsheets write it; the same in every order."""
    for order in DateOrder:
        assert moment_of(text, order) == Moment(day)


@pytest.mark.parametrize(
    "text",
    ["3 Marchember 2026", "Aug-26", "August 2026", "Sep 3 26", "12 Foo 2026", "31 juin 2026"],
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    """A month that is not known as a whole, or no day of it."""
    assert not looks_like_moment(text)


@pytest.mark.skipif(not hasattr(time_of_day, "tzset"), reason="the zone can't be changed")
@pytest.mark.parametrize(
    ("zone", "local"),
    [
        ("America/New_York", Moment(date(2026, 11, 1), time(21, 30), WORLD)),
        ("UTC", Moment(date(2026, 11, 2), time(2, 30), WORLD)),
        ("Asia/Kolkata", Moment(date(2026, 11, 2), time(8, 0), WORLD)),
    ],
)
def test_world_time_is_turned_to_the_persons(
    monkeypatch: pytest.MonkeyPatch, zone: str, local: Moment
) -> None:
    """What was in the evening at home stays in the evening; an offset is the clock of the place."""
    monkeypatch.setenv("TZ", zone)
    time_of_day.tzset()
    try:
        for text in ("2026-11-02T02:30:00Z", "2026-11-02 02:30 UTC"):
            assert moment_of(text, DateOrder.YMD) == local
        assert written(local) == WORLD  # so that the same file on a journey is the same
        there = moment_of("2026-11-01T20:10:00-05:00", DateOrder.YMD)
        assert there == Moment(date(2026, 11, 1), time(20, 10))
    finally:
        monkeypatch.undo()
        time_of_day.tzset()


def test_world_time_beyond_reckoning_is_no_bug() -> None:
    """The last day that there is can't be turned, and is no day here."""
    for text in ("9999-12-31T23:59Z", "1900-01-01T00:00Z"):
        moment_of(text, DateOrder.YMD)
