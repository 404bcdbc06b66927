"""Several kinds read at once are what each gives by itself."""

from datetime import timedelta

from second_wind.core.log.entries import CheckIn, Exercise, GoodNews, GoodNewsKind, Rejection
from second_wind.core.sample.days import sample_entries
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.days import OF_A_DAY
from second_wind.storage.tables.sql import connection


def _log(journal: Journal) -> None:
    """Log the last weeks of the sample, good news among them."""
    today = journal.today()
    first = today - timedelta(days=40)
    some = [each for each in sample_entries(today, years=1) if each.day >= first]
    news = GoodNews(day=today - timedelta(days=3), kind=GoodNewsKind.INTERVIEW, company="Northwind")
    journal.store(add=[*some, news], name=ActName.LOG)


def test_it_is_what_each_kind_gives(journal: Journal) -> None:
    """To the last field, in the same order, whatever part of the span is asked for."""
    _log(journal)
    today = journal.today()
    first = today - timedelta(days=20)
    spans = {kind.type: (first, today) for kind in OF_A_DAY} | {GoodNews: (None, None)}
    asked = [(kind.type, first + timedelta(days=n), today) for kind in OF_A_DAY for n in (0, 5)]
    apart = [journal.entries(kind, start, end) for kind, start, end in asked]
    news = journal.entries(GoodNews)
    days = journal.days(first, today)
    with journal.at_once(spans):
        assert [journal.entries(kind, start, end) for kind, start, end in asked] == apart
        assert journal.entries(GoodNews) == news
        assert journal.days(first, today) == days
    assert len(news) == 1
    assert len(journal.entries(CheckIn, first, today)) > 10


def test_one_query_is_enough(journal: Journal) -> None:
    """And what lies outside of the spans is asked for by itself."""
    _log(journal)
    today = journal.today()
    first = today - timedelta(days=20)
    queries: list[str] = []
    connection(journal._database._opened).set_trace_callback(queries.append)
    with journal.at_once({kind.type: (first, today) for kind in OF_A_DAY}):
        journal.days(first, today)
        inside = journal.entries(CheckIn, first, today)
        journal.entries(Rejection, first, today)
        assert len(queries) == 1
        assert len(journal.entries(CheckIn)) > len(inside)
        assert len(queries) == 2


def test_nothing_stays_at_hand(journal: Journal) -> None:
    """What is stored afterwards is seen."""
    today = journal.today()
    with journal.at_once({Exercise: (today, today)}):
        assert journal.entries(Exercise, today, today) == []
    journal.store(add=[Exercise(day=today, minutes=5)], name=ActName.LOG)
    assert len(journal.entries(Exercise, today, today)) == 1
