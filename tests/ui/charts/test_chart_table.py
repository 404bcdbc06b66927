"""The numbers behind a chart, as a table."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from second_wind.charts.base.chart import ChartTable
from second_wind.ui.charts.chart_table import ChartTableModel

TABLE = ChartTable(("Day", "Mood"), (("21 Nov 2026", "7"), ("22 Nov 2026", "6.5")))


def test_every_number_is_in_its_cell() -> None:
    """The model shows exactly the table, heads included."""
    model = ChartTableModel(TABLE)
    cells = [[model.data(model.index(row, column)) for column in range(2)] for row in range(2)]
    heads = [model.headerData(each, Qt.Orientation.Horizontal) for each in range(2)]
    assert cells == [list(row) for row in TABLE.rows]
    assert heads == list(TABLE.columns)


def test_numbers_stand_to_the_right_of_what_they_are_about() -> None:
    """The first column leads, the others trail, heads as well."""
    model = ChartTableModel(TABLE)
    role = Qt.ItemDataRole.TextAlignmentRole
    for column, side in ((0, Qt.AlignmentFlag.AlignLeading), (1, Qt.AlignmentFlag.AlignTrailing)):
        cell = model.data(model.index(0, column), role)
        head = model.headerData(column, Qt.Orientation.Horizontal, role)
        assert isinstance(cell, Qt.AlignmentFlag)
        assert cell == head
        assert cell & side
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_model_keeps_qt_s_rules() -> None:
    """Qt's own tester finds nothing."""
    model = ChartTableModel(TABLE)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
