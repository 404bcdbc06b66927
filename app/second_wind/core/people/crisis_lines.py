"""Crisis lines by country, from a data file that says when and with what it was compared."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from second_wind import assets


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """A service to talk to.

    Attributes
    ----------
    number, text : what to call and what to text; "" where that is not offered.
    always : whether it is there day and night; else its page says when.
    language : ISO 639 code where it is not the country's usual one.
    site : the service's own page, which counts where it differs.
    """

    name: str
    number: str
    text: str
    always: bool
    language: str
    site: str


@dataclass(frozen=True, slots=True)
class Country:
    """The services of a country (ISO 3166), and its number for emergencies."""

    code: str
    emergency: str
    lines: tuple[CrisisLine, ...]


@dataclass(frozen=True, slots=True)
class CrisisLines:
    """All that the data file holds; `directory` lists services of every country."""

    checked: date
    directory: str
    sources: tuple[str, ...]
    countries: Mapping[str, Country]


def crisis_lines() -> CrisisLines:
    """Read the data file."""
    data = json.loads(assets.path("support", "crisis_lines.json").read_text(encoding="utf-8"))
    return CrisisLines(
        date.fromisoformat(data["checked"]),
        data["directory"],
        tuple(data["sources"]),
        {each["code"]: _country(each) for each in data["countries"]},
    )


def _country(data: Mapping[str, Any]) -> Country:
    return Country(data["code"], data["emergency"], tuple(_line(each) for each in data["lines"]))


def _line(data: Mapping[str, Any]) -> CrisisLine:
    return CrisisLine(
        data["name"],
        data["number"],
        data.get("text", ""),
        data["hours"] == "always",
        data.get("language", ""),
        data["site"],
    )
