"""Files that are broken, empty, huge, hostile or of another program."""

import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.import_errors import (
    EmptyFile,
    FileKind,
    FileTooLarge,
    ForeignFile,
    NoPlainFile,
    UnknownFormat,
    UnreadableFile,
)
from second_wind.exchange.file.source_file import MOST_BYTES, SourceFile
from second_wind.exchange.file.table import MOST_ROWS
from second_wind.exchange.formats.formats import NAMES, reading_of
from second_wind.exchange.values.options import Options, Scale
from second_wind.words.errors import sentences
from second_wind.words.files import exchange

TODAY = date(2026, 11, 22)
MOST_MEGABYTES = 300
HEADERS = st.sampled_from(
    [
        "full_date,date,weekday,time,mood,activities,note_title,note\n",
        "year,date,weekday,time,mood,activities,note\n",
        "day,time,mood,exercise,outing,volunteering,talk,feelings,note\n",
        "company,role,applied,outcome,rejected on,time to rejection,stage\n",
        "day;mood (1-10);note\n",
        "Date,Read,Swim,\n",
        "Company,Position,Stage,Date\n",
        "date,wellbeing,note\n",
        "company,role,rejected,status,date applied\n",
        '{"format": "second-wind", "version": 1, "check_ins": [',
        "",
    ]
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "2020-01-01",
            "1/2/2020",
            "13/1/2020",
            "8:00",
            "7",
            "-1",
            "1e999",
            "rad",
            "yes",
            "Rejected",
            "not rejected",
            '"',
            "N/A",
            "7/10",
            "YES_MANUAL",
            "2026-11-02T02:30Z",
            "19-Aug-26",
        ]
    ),
)
ROWS = st.lists(st.lists(CELLS, max_size=10).map(",".join), max_size=6).map("\n".join)
FUZZ = settings(
    max_examples=250,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def read_as_anything(path: Path) -> None:
    """Read a file by every format; known problems have sentences, others fail the test."""
    for name in (None, *NAMES):
        try:
            found = reading_of(
                SourceFile.read(path), Options(format=name, scale=Scale(0, 100)), TODAY
            )
        except KnownError as problem:
            sentences.sentence(problem)
        else:
            assert all(exchange.rejected_line(each) for each in found.rejected)
            assert all(exchange.question(each) for each in found.questions)


@given(header=HEADERS, rows=ROWS)
@FUZZ
def test_any_text_is_read_or_refused(make_file, header: str, rows: str) -> None:
    """No text raises anything but a known problem, which has a sentence."""
    read_as_anything(make_file((header + rows).encode("utf-8", "surrogatepass")))


@given(header=HEADERS, data=st.binary(max_size=200), encoding=st.sampled_from(["utf-8", "utf-16"]))
@FUZZ
def test_any_bytes_are_read_or_refused(make_file, header: str, data: bytes, encoding: str) -> None:
    """No bytes raise anything but a known problem."""
    read_as_anything(make_file(header.encode(encoding) + data))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"SQLite format 3\0" + b"\0" * 80, FileKind.SQLITE),
        (b"SQLite format 3\0" + b"\0" * 52 + b"\x5e\xc0\x4d\x57", FileKind.JOURNAL),
        (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
        (b"\xff\xd8\xff\xe0", FileKind.PICTURE),
        (b"%PDF-1.7", FileKind.PDF),
        (b"\x7fELF", FileKind.BINARY),
        (b"\x1f\x8b\x08", FileKind.BINARY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.SPREADSHEET),
    ],
)
def test_other_files_are_named(make_file, data: bytes, kind: FileKind) -> None:
    """A file that holds no text is refused for what it is."""
    with pytest.raises(ForeignFile) as caught:
        SourceFile.read(make_file(data, "log.csv"))
    assert caught.value.kind is kind


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("xl/workbook.xml", FileKind.SPREADSHEET),
        ("backup.daylio", FileKind.DAYLIO_BACKUP),
        ("a.txt", FileKind.ZIP),
    ],
)
def test_a_spreadsheet_is_told_from_an_archive(tmp_path: Path, member: str, kind: FileKind) -> None:
    """All are zips; the advice differs."""
    path = tmp_path / "log.csv"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(member, "x")
    with pytest.raises(ForeignFile) as caught:
        SourceFile.read(path)
    assert caught.value.kind is kind


def test_paths_that_lead_nowhere(tmp_path: Path, make_file) -> None:
    """A missing file, a folder and an empty file each have their sentence."""
    for path in (tmp_path / "none.csv", Path("a\0b")):
        with pytest.raises(UnreadableFile):
            SourceFile.read(path)
    with pytest.raises(NoPlainFile):
        SourceFile.read(tmp_path)
    with pytest.raises(EmptyFile):
        SourceFile.read(make_file(b""))


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A gigabyte is refused by its size, before it fills the memory."""
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(1024**3)
    with pytest.raises(FileTooLarge) as caught:
        SourceFile.read(path)
    assert (caught.value.size, caught.value.highest) == (1024**3, MOST_BYTES)


def test_prose_is_no_log(make_file) -> None:
    """A text without a table is refused as such."""
    with pytest.raises(UnknownFormat):
        reading_of(SourceFile.read(make_file("Once upon a time\nthere was\n")), Options(), TODAY)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("2026-01-{day:02},{i},😀{i} some words about a day\n", id="wide letters"),
        pytest.param("2026-01-{day:02},{i},\n", id="many rows"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of one process")
def test_memory_stays_small(tmp_path: Path, line: str) -> None:
    """Reading the largest file that is read takes less than 300 MB."""
    path = tmp_path / "large.csv"
    rows = MOST_ROWS
    text = "day,mood,note\n" + "".join(line.format(day=i % 28 + 1, i=i % 11) for i in range(rows))
    path.write_text(text, encoding="utf-8")
    code = (
        "import sys\n"
        "from datetime import date\nfrom pathlib import Path\n"
        "from second_wind.exchange.formats.formats import reading_of\n"
        "from second_wind.exchange.values.options import Options, Scale\n"
        "from second_wind.exchange.file.source_file import SourceFile\n"
        "found = reading_of(SourceFile.read(Path(sys.argv[1])), Options(scale=Scale(0, 10)),"
        " date(2026, 11, 22))\n"
        f"assert len(found.entries) == {MOST_ROWS}\n"
        # Not getrusage: on Linux its peak is at least that of the process that started this one.
        "status = Path('/proc/self/status').read_text()\n"
        "print(int(status.split('VmHWM:')[1].split()[0]) // 1024)\n"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < MOST_MEGABYTES


def test_a_cancelled_import_leaves_nothing(make_file) -> None:
    """Whoever watches may stop the reading at any time."""

    class CancelledError(Exception):
        pass

    def cancel(share: float) -> None:
        raise CancelledError

    path = make_file("day,note\n2026-01-01,x\n")
    with suppress(CancelledError):
        reading_of(SourceFile.read(path, cancel), Options(), TODAY)
        pytest.fail("it was not cancelled")
