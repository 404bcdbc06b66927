"""Records of a table, whatever quotation marks stand in it."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from second_wind.exchange.file.records import Row, records
from second_wind.exchange.file.source_file import SourceFile
from second_wind.exchange.file.table import Table

NOTES = st.text(alphabet='ab ",;\n5', max_size=14).map(str.strip)


def read(text: str) -> list[Row]:
    """Return the records of a text with commas."""
    return list(records(io.StringIO(text, newline=""), ","))


def test_a_mark_that_is_never_closed_takes_no_line_with_it() -> None:
    """Its own line is told; those below are records of their own."""
    found = read('1,"a\n2,b\n3,c\n')
    assert found == [Row(1, (), is_open=True), Row(2, ("2", "b")), Row(3, ("3", "c"))]


def test_marks_that_belong_to_two_cells_are_not_taken_for_one() -> None:
    """A mark further down does not close what was never closed above."""
    found = read('1,"a\n2,"b"\n3,"c ""d"""\n')
    assert found == [Row(1, (), is_open=True), Row(2, ("2", "b")), Row(3, ("3", 'c "d"'))]


def test_a_mark_on_the_last_line_is_told_too() -> None:
    """The file may have been cut off there."""
    assert read('1,a\n2,"b') == [Row(1, ("1", "a")), Row(2, (), is_open=True)]


def test_several_are_told_each() -> None:
    """Each by its own line."""
    found = read('1,"a\n2,b\n3,"c\n4,d\n')
    assert [each.line for each in found if each.is_open] == [1, 3]
    assert [each.cells for each in found if not each.is_open] == [("2", "b"), ("4", "d")]


def test_notes_of_many_lines_stay_whole() -> None:
    """Breaks and doubled marks within a cell are part of it, and lines are counted on."""
    found = read('1,"a\n""b""\n,c"\n2,the 5" screen\n"x"y,3\n')
    assert found == [
        Row(1, ("1", 'a\n"b"\n,c')),
        Row(4, ("2", 'the 5" screen')),
        Row(5, ("xy", "3")),
    ]


def test_a_note_longer_than_usual_is_one_cell() -> None:
    """Whether it is too long is for others to say."""
    assert read(f'1,"{"x" * 200_000}"\n') == [Row(1, ("1", "x" * 200_000))]


@given(
    notes=st.lists(NOTES, min_size=2, max_size=8),
    broken=st.integers(0, 7),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_no_row_is_ever_swallowed_in_silence(
    tmp_path_factory, notes: list[str], broken: int, quoting: int
) -> None:
    """A mark astray anywhere: each record is a row as it was written, or is told or refused."""
    at = broken % len(notes)
    notes[at] = notes[at].replace('"', "")
    rows = [(f"2026-03-{i:02}", "7", note) for i, note in enumerate(notes, 1)]
    lines = []
    for i, row in enumerate(rows):
        stream = io.StringIO(newline="")
        csv.writer(stream, quoting=quoting, lineterminator="\n").writerow(row)
        astray = i == at
        lines.append(f'{row[0]},7,"{row[2]}\n' if astray else stream.getvalue())
    path = tmp_path_factory.mktemp("table") / "file"
    path.write_text("day,mood,note\n" + "".join(lines))
    found = list(Table(SourceFile.read(path)).rows())
    for each in found:
        whole = len(each.cells) == 3 and each.cells[0].startswith("2026")
        assert each.is_open or not whole or each.cells in rows
    told = {row.cells[0] for row in found if row.cells} | {rows[at][0]}
    missing = {row[0] for row in rows} - told
    assert not missing or any(each.is_open or len(each.cells) != 3 for each in found)
