"""Tables in text files."""

import pytest

from second_wind.core.errors.import_errors import BrokenTable, TooManyRows
from second_wind.exchange.file import table as tables
from second_wind.exchange.file.source_file import SourceFile
from second_wind.exchange.file.table import Row, Table


@pytest.fixture
def table(make_file):
    return lambda content: Table(SourceFile.read(make_file(content)))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(table, sign: str) -> None:
    """The sign that parts all lines alike is the delimiter, whatever stands in the notes."""
    lines = (("day", "mood", "note"), ("2026-01-01", "7", '"a, b; c | d"'))
    found = table("\r\n".join(sign.join(each) for each in lines))
    assert found.delimiter == sign
    assert found.header == lines[0]
    assert [each.cells for each in found.rows()] == [("2026-01-01", "7", "a, b; c | d")]


def test_a_separator_line_is_obeyed(table) -> None:
    """The first line that Excel writes names the delimiter and is no row."""
    found = table("sep=;\nday;mood, so to speak\n2026-01-01;7\n")
    assert found.header == ("day", "mood, so to speak")


def test_lines_are_counted_as_an_editor_does(table) -> None:
    """A row is known by the line on which it begins, empty lines and breaks in notes included."""
    found = table('day,note\n\n2026-01-01,"one\ntwo"\n2026-01-02,x\n')
    assert list(found.rows()) == [
        Row(3, ("2026-01-01", "one\ntwo")),
        Row(5, ("2026-01-02", "x")),
    ]


def test_a_table_without_names_is_numbered(table) -> None:
    """Where the first row holds a date or a number it is data."""
    found = table("2026-01-01;7\n2026-01-02;6\n")
    assert found.header == ("1", "2")
    assert len(list(found.rows())) == 2


def test_an_endless_field_is_named_by_line(table) -> None:
    """A quotation mark that is never closed is told by its line, and what follows is read."""
    first, *rest = table('day,note\n2026-01-01,"a\n2026-01-02,b\n').rows()
    assert (first.line, first.is_open) == (2, True)
    assert [each.cells for each in rest] == [("2026-01-02", "b")]


def test_marks_astray_everywhere_end_in_one_plain_place(table) -> None:
    """A table in which hardly a quotation mark is closed is not read on."""
    content = "day,note,more\n" + '2026-01-01,a"b,"c\n' * 100
    with pytest.raises(BrokenTable) as caught:
        list(table(content).rows())
    assert caught.value.line == 2


def test_a_cell_over_lines_that_look_like_rows_is_told(table) -> None:
    """Two marks astray would hide the days between them in a note."""
    content = 'day,mood,note\n2026-01-01,7,"a\n2026-01-02,8,b\n2026-01-03,9,"\n2026-01-04,5,d\n'
    first, last = table(content).rows()
    assert (first.line, first.is_open) == (2, True)
    assert (last.line, last.cells) == (5, ("2026-01-04", "5", "d"))


def test_a_cell_that_begins_with_a_break_hides_no_row_either(table) -> None:
    """The break at its beginning is stripped, and the row behind it is seen all the same."""
    content = 'day,mood,note\n2026-01-01,7,"\n2026-01-02,8,"""\n2026-01-03,9,c\n'
    first, last = table(content).rows()
    assert (first.is_open, last.cells) == (True, ("2026-01-03", "9", "c"))


def test_too_many_rows_are_refused(table, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table is read up to a limit that keeps it in memory."""
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    with pytest.raises(TooManyRows):
        list(table("a,b\n" + "1,2\n" * 4).rows())


def test_reading_can_be_watched(make_file) -> None:
    """Whoever watches hears how far it is, and may stop it by raising."""
    shares: list[float] = []
    path = make_file("a,b\n" + "1,2\n" * 5_000)
    list(Table(SourceFile.read(path, shares.append)).rows())
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
