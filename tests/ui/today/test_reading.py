"""How often Today asks the journal, and how the database finds the answers."""

from datetime import timedelta

import pytest

from second_wind.core.log.entries import CheckIn, Person, Rejection, Talk
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.storage.tables.sql import connection
from second_wind.ui.shell.main_window import MainWindow

MOST = 10
WHOLE = {"good_news", "person", "consultation", "setting", "talk"}
"""Small tables that are read as a whole: what they hold belongs to no day, or to the latest."""


@pytest.fixture
def queries(window: MainWindow, journal: Journal) -> list[str]:
    """Log what shows everywhere, and return what Today asks as it is filled anew."""
    today = journal.today()
    person = Person(day=today - timedelta(days=9), name="Ana", keep_in_touch=1)
    some = [CheckIn(day=today - timedelta(days=n), mood=5, feelings=("calm",)) for n in range(9)]
    talk = Talk(day=today - timedelta(days=8), person="Ana", person_id=person.id)
    no = Rejection(day=today - timedelta(days=4), company="Northwind")
    journal.store(add=[*some, person, talk, no], name=ActName.LOG)
    asked: list[str] = []
    database = connection(journal._database._opened)
    database.set_trace_callback(asked.append)
    window.today.mark_stale()
    window.today.freshen()
    database.set_trace_callback(None)
    return asked


def test_it_asks_a_few_times(queries: list[str]) -> None:
    """However many cards there are."""
    assert 1 < len(queries) <= MOST, "\n".join(queries)


def test_every_answer_is_found_by_an_index(queries: list[str], journal: Journal) -> None:
    """But for small tables, and for the feelings that were ever chosen."""
    database = connection(journal._database._opened)
    for query in queries:
        if "json_each" in query:
            continue
        plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {query}")]
        scanned = {each.split()[1] for each in plan if each.startswith("SCAN ")}
        assert scanned <= WHOLE, (query, plan)
