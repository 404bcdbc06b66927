"""The formats that are read, and which one a file is in: known by its content."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from second_wind.core.errors.entry_errors import InvalidChoice
from second_wind.core.errors.import_errors import (
    InvalidOption,
    NotReadYet,
    OwnTable,
    UnfitFormat,
    UnknownFormat,
)
from second_wind.exchange.file.source_file import SourceFile
from second_wind.exchange.file.table import Table
from second_wind.exchange.formats import any_csv, daylio_csv, job_log, own_json
from second_wind.exchange.formats.known_programs import (
    is_own_summary,
    program_of_table,
    program_of_text,
)
from second_wind.exchange.formats.reading import Reading
from second_wind.exchange.formats.table_reader import TableReader
from second_wind.exchange.values.options import Options


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A kind of table: how it is known and how it is read."""

    name: str
    recognises: Callable[[Table], bool]
    reader: Callable[[Table, Options, date], TableReader]


_DAYLIO = TableFormat(daylio_csv.NAME, daylio_csv.recognises, daylio_csv.Reader)
_JOB_LOG = TableFormat(job_log.NAME, job_log.recognises, job_log.Reader)
_ANY = TableFormat(any_csv.NAME, any_csv.recognises, any_csv.Reader)

TABLES = (_DAYLIO, _JOB_LOG, _ANY)
NAMES = (*(each.name for each in TABLES), own_json.NAME)


def reading_of(file: SourceFile, options: Options, today: date) -> Reading:
    """Return what a file holds, in the format told or recognised.

    Raises
    ------
    KnownError
        If it is in none of the formats, or not in the one told.
    """
    if options.format not in {None, *NAMES}:
        raise InvalidChoice("format", str(options.format), NAMES)
    if options.mood_pattern:
        example = '--columns "mood=Mood"'
        raise InvalidOption("--mood-pattern", options.mood_pattern, example)
    if options.format == own_json.NAME or file.beginning().startswith(("{", "[")):
        return _own(file, options, today)
    if file.beginning().startswith("<"):
        _refuse_known(file, program_of_text(file.beginning()))
    table = Table(file)
    if is_own_summary(table):
        raise OwnTable(file.path)
    _refuse_known(file, program_of_table(table, any_csv.NAMES))
    return _format_of(table, options).reader(table, options, today).reading()


def _refuse_known(file: SourceFile, program: str | None) -> None:
    if program:
        raise NotReadYet(file.path, program)


def _own(file: SourceFile, options: Options, today: date) -> Reading:
    if options.format not in {None, own_json.NAME}:
        raise UnfitFormat(file.path, str(options.format))
    reading = own_json.read(file, today)
    if reading is None:
        _refuse_known(file, program_of_text(file.beginning()))
        raise UnknownFormat(file.path, NAMES)
    return reading


def _format_of(table: Table, options: Options) -> TableFormat:
    told = next((each for each in TABLES if each.name == options.format), None)
    if told is _DAYLIO and not told.recognises(table):
        raise UnfitFormat(table.path, told.name)
    found = told or _by_columns(options) or _by_content(table)
    if found is None:
        raise UnknownFormat(table.path, NAMES, tuple(filter(None, table.header)), table.first.line)
    return found


def _by_columns(options: Options) -> TableFormat | None:
    """Return the format to which the columns told belong: applications or days."""
    if any(key not in any_csv.NAMES for key in options.columns):
        return _JOB_LOG
    return _ANY if any(key not in job_log.NAMES for key in options.columns) else None


def _by_content(table: Table) -> TableFormat | None:
    return next((each for each in TABLES if each.recognises(table)), None)
