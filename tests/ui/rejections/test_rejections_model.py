"""Rejections as a table, without a window."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from second_wind.core.log.entries import Rejection, Stage
from second_wind.ui.rejections.rejections_model import (
    KEY_ROLE,
    Column,
    Outcome,
    RejectionsFilter,
    RejectionsModel,
)

Order = Qt.SortOrder
ENTRIES = [
    Rejection(id="a", day=date(2026, 9, 1), company="Contoso", stage=Stage.OFFER_STAGE),
    Rejection(
        id="b",
        day=date(2026, 10, 1),
        company="fabrikam",
        note="A kind  letter",
        stage=Stage.APPLIED,
    ),
    Rejection(id="c", day=date(2026, 10, 1), company="", stage=Stage.INTERVIEW),
    Rejection(id="d", day=date(2026, 11, 1), company="Adatum", stage=Stage.INTERVIEW, met="Ms Ito"),
]


def outcome(dent: float | None, ended: str) -> Outcome:
    """Return an outcome of which only the dent and the end matter."""
    return Outcome(dent, f"{dent} below", ended, str)


@pytest.fixture
def model() -> RejectionsModel:
    """Hold four rejections, two of them with a first week that is known."""
    model = RejectionsModel()
    model.show(ENTRIES)
    model.show_outcomes({"a": outcome(1.5, "x"), "d": outcome(0.5, "y"), "b": outcome(None, "z")})
    return model


def keys(shown: RejectionsFilter) -> str:
    """Return the ids in the order in which they are shown."""
    return "".join(shown.index(row, 0).data(KEY_ROLE) for row in range(shown.rowCount()))


def test_newest_come_first(model: RejectionsModel) -> None:
    """By day, newest first; of one day's rejections the one logged last stands first."""
    shown = RejectionsFilter(model)
    shown.sort(Column.DAY, Order.DescendingOrder)
    assert keys(shown) == "dcba"


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        (Column.COMPANY, "dabc", "badc"),
        (Column.FIRST_WEEK, "dabc", "adbc"),
        (Column.OUTCOME, "adbc", "bdac"),
    ],
)
def test_what_is_unknown_stands_last(
    model: RejectionsModel, column: Column, up: str, down: str
) -> None:
    """Names sort without regard to capitals; blank cells come last whichever way."""
    shown = RejectionsFilter(model)
    shown.sort(column, Order.AscendingOrder)
    assert keys(shown)[:3] == up[:3]
    shown.sort(column, Order.DescendingOrder)
    assert keys(shown)[:2] == down[:2]
    assert "c" in keys(shown)[2:]


def test_stages_sort_by_how_far_one_got(model: RejectionsModel) -> None:
    """Not by the alphabet; where it was not said, last, whichever way."""
    model.show([*ENTRIES, Rejection(id="e", day=date(2026, 11, 2))])
    shown = RejectionsFilter(model)
    shown.sort(Column.STAGE, Order.AscendingOrder)
    assert keys(shown)[0] == "b"
    assert keys(shown)[-2:] == "ae"
    shown.sort(Column.STAGE, Order.DescendingOrder)
    assert keys(shown)[-1] == "e"


@pytest.mark.parametrize(
    ("text", "found"),
    [("CONTO", "a"), ("a kind letter", "b"), ("ito", "d"), ("sep 2026", "a"), ("  ", "abcd")],
)
def test_search_looks_everywhere(model: RejectionsModel, text: str, found: str) -> None:
    """Companies, notes, people and days are searched, whatever the capitals and spaces."""
    shown = RejectionsFilter(model)
    shown.search(text)
    assert keys(shown) == found


def test_stage_and_search_work_together(model: RejectionsModel) -> None:
    """Only what fits both is shown; without a stage all are."""
    shown = RejectionsFilter(model)
    shown.choose_stage(Stage.INTERVIEW)
    assert keys(shown) == "cd"
    shown.search("adatum")
    assert keys(shown) == "d"
    shown.choose_stage(None)
    shown.search("")
    assert keys(shown) == "abcd"


def test_cells_are_one_line(model: RejectionsModel) -> None:
    """A company pasted with line breaks stays on one line, in full in the tooltip."""
    model.show([Rejection(day=date(2026, 9, 1), company="A\nvery  long name")])
    cell = model.index(0, Column.COMPANY)
    assert cell.data() == cell.data(Qt.ItemDataRole.ToolTipRole) == "A very long name"


def test_heads_are_named_and_explained(model: RejectionsModel) -> None:
    """Every column has a name, those that need it an explanation."""
    heads = [model.headerData(each, Qt.Orientation.Horizontal) for each in Column]
    assert all(heads)
    tip = Qt.ItemDataRole.ToolTipRole
    assert "usual" in model.headerData(Column.FIRST_WEEK, Qt.Orientation.Horizontal, tip)
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_same_rejections_again_leave_the_table_alone(model: RejectionsModel) -> None:
    """After a mood nothing is laid out anew; another word in one of them is shown."""
    assert not model.show(list(ENTRIES))
    assert model.show([*ENTRIES[:3], replace(ENTRIES[3], company="Initech")])
    assert model.index(3, Column.COMPANY).data() == "Initech"
