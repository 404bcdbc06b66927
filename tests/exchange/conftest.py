"""Files of other programs' shapes, made by the tests themselves."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from second_wind.exchange.file.source_file import SourceFile
from second_wind.exchange.formats.formats import reading_of
from second_wind.exchange.formats.reading import Reading
from second_wind.exchange.values.dates import DateOrder
from second_wind.exchange.values.options import (
    Options,
    parsed_activities,
    parsed_columns,
    parsed_map,
    parsed_scale,
)

MakeFile = Callable[..., Path]
Read = Callable[..., Reading]


@pytest.fixture
def make_file(tmp_path: Path) -> MakeFile:
    """Write text or bytes under a name that tells nothing."""

    def make(content: str | bytes, name: str = "file") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture
def read(make_file: MakeFile) -> Read:
    """Read a text with options written as on the command line."""

    def reading(content: str | bytes, **told: str | Sequence[str]) -> Reading:
        return reading_of(
            SourceFile.read(make_file(content)), options_told(**told), date(2026, 11, 22)
        )

    return reading


@pytest.fixture
def told() -> Callable[..., Options]:
    """Make options from texts as on the command line."""
    return options_told


def options_told(
    format: str | None = None,  # noqa: A002
    map: Sequence[str] = (),  # noqa: A002
    date_order: str | None = None,
    scale: str | None = None,
    columns: Sequence[str] = (),
    map_activity: Sequence[str] = (),
) -> Options:
    return Options(
        format=format,
        map=parsed_map(map),
        date_order=DateOrder(date_order) if date_order else None,
        scale=parsed_scale(scale) if scale else None,
        columns=parsed_columns(columns),
        map_activity=parsed_activities(map_activity),
    )
