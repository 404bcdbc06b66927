"""The columns of a log of applications: known by their names, chosen by what they hold."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from second_wind.exchange.file.columns import Columns, chosen_columns, known_columns, plain_name
from second_wind.exchange.file.table import Table
from second_wind.exchange.formats import any_csv
from second_wind.exchange.values.dates import looks_like_moment
from second_wind.exchange.values.numbers import is_missing
from second_wind.exchange.values.options import Options
from second_wind.exchange.values.outcome_words import speaks_of_rejection

NAMES: Mapping[str, tuple[str, ...]] = {
    "day": (
        "rejection date",
        "rejected date",
        "rejection day",
        "date rejected",
        "date of rejection",
        "rejected on",
        "rejected at",
        "absage am",
        "datum der absage",
        "date de refus",
        "fecha de rechazo",
        "data da recusa",
        "data del rifiuto",
        "outcome date",
        "date of outcome",
        "decision date",
        "date of decision",
        "result date",
        "status date",
        "status changed",
        "status updated",
        "date closed",
        "closed on",
        "rejected",
        "rejection",
        "absage",
    ),
    "applied": (
        "applied",
        "applied date",
        "applied on",
        "applied at",
        "date applied",
        "application date",
        "date of application",
        "date sent",
        "sent on",
        "date submitted",
        "submitted on",
        "beworben am",
        "bewerbungsdatum",
        "date de candidature",
    ),
    "wait": (
        "time to rejection",
        "days to rejection",
        "days until rejection",
        "days before rejection",
    ),
    "response": (
        "response date",
        "date of response",
        "first response date",
        "date of first response",
        "date of 1st response",
        "reply date",
    ),
    "company": (
        "company",
        "company name",
        "employer",
        "organisation",
        "organization",
        "firm",
        "firma",
        "unternehmen",
        "arbeitgeber",
        "entreprise",
        "empresa",
        "azienda",
    ),
    "role": (
        "role",
        "position",
        "title",
        "job title",
        "job",
        "position title",
        "job position",
        "job role",
        "stelle",
        "poste",
        "puesto",
        "cargo",
        "vaga",
        "posizione",
    ),
    "stage": ("stage", "stage reached", "furthest stage", "last stage"),
    "outcome": (
        "outcome",
        "response",
        "status",
        "result",
        "decision",
        "application status",
        "list",
        "list name",
        "state",
        "sub status",
        "antwort",
        "ergebnis",
        "statut",
        "réponse",
        "estado",
        "resultado",
        "resposta",
        "stato",
        "esito",
    ),
    "feedback": ("feedback", "reason", "reason given", "rejection reason", "reason for rejection"),
    "note": ("note", "notes", "comment", "comments"),
}
NO_DAY = "none"
"""What `--columns day=` is told where rejections without a day of their own are to be left out."""

_BARE_DATE = ("date", "day", "datum", "fecha", "data")
_WEAK_OUTCOMES = {"list", "list name", "state", "sub status", "estado", "stato"}
_CELLS_LOOKED_AT = 500
_OURS = {"day", "company", "role", "stage", "how", "feedback", "lesson", "id"}
_DAY_KEYS = ("day", "wait", "response")
_DATED = ("day", "applied", "response")
_OF_DAYS = frozenset(
    name
    for key in ("mood", "exercise", "outing", "volunteering", "talk")
    for name in any_csv.NAMES[key]
)
_NAMED_AS_DATE = re.compile(r"\b(?:date|day|deadline|datum|fecha|data|on|at|am)\b")
_NAMED_AS_REJECTION = re.compile(r"rejec|absag|refus|rechaz|recus|rifiut")


@dataclass(frozen=True, slots=True)
class JobColumns:
    """Where a log of applications holds what.

    Attributes
    ----------
    is_bare_day : bool
        Whether the day's column is called no more than "Date": it may be the application's.
    dated : tuple of str
        The names of all columns that hold dates, or are empty and named as if they would.
    speaking : tuple of str
        The names of all columns in which the word for rejection stands.
    """

    columns: Columns
    is_bare_day: bool
    dated: tuple[str, ...]
    speaking: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        """Whether it is our own export of rejections, which holds nothing else."""
        return set(self.columns.header) >= _OURS

    def tells_rejection(self, key: str) -> bool:
        """Tell whether a column by its own name holds nothing but rejections."""
        is_there = key in self.columns
        return is_there and bool(_NAMED_AS_REJECTION.search(self.columns.name(key).casefold()))


def recognises(table: Table) -> bool:
    """Tell whether a header names employers, or roles and what came of them."""
    if not table.has_header:
        return False
    found = known_columns(table.header, NAMES)
    names = {plain_name(each) for each in table.header}
    if "mood" in names or not found.keys() & {"company", "role"}:
        return False
    tells_outcome = found.keys() & {"outcome", "day", "wait", "stage"}
    return bool(tells_outcome) or ("company" in found and names.isdisjoint(_OF_DAYS))


def find(table: Table, options: Options) -> JobColumns:
    """Return the columns that were told, and the others as far as they are known."""
    header, held = table.header, _held(table)
    told = {key: name for key, name in options.columns.items() if key in NAMES}
    if told.get("day", "").casefold() == NO_DAY and NO_DAY not in header:
        del told["day"]
    chosen = chosen_columns(table, told)
    without = _DAY_KEYS if "day" in chosen else ()
    names = {k: known for k, known in NAMES.items() if k not in chosen and k not in without}
    places = _known(header, names, held, chosen) | chosen
    bare: list[int] = []
    if not any(key in places for key in _DAY_KEYS) and "day" not in options.columns:
        found = _fitting(header, _BARE_DATE, tuple(places.values()))
        bare = [each for each in found if each in held.dates]
    dated = tuple(name for i, name in enumerate(header) if name and held.may_be_dates(i, name))
    speaking = tuple(name for i, name in enumerate(header) if name and i in held.rejections)
    places |= {"day": bare[0]} if bare else {}
    return JobColumns(Columns(header, places), bool(bare), dated, speaking)


@dataclass(slots=True)
class _Held:
    """What the cells of each column hold."""

    dates: set[int] = field(default_factory=set)
    rejections: set[int] = field(default_factory=set)
    filled: Counter[int] = field(default_factory=Counter)

    def see(self, place: int, cell: str) -> None:
        if is_missing(cell):
            return
        self.filled[place] += 1
        is_open = place not in self.dates and self.filled[place] <= _CELLS_LOOKED_AT
        if is_open and looks_like_moment(cell):
            self.dates.add(place)
        if place not in self.rejections and speaks_of_rejection(cell):
            self.rejections.add(place)

    def may_be_dates(self, place: int, name: str) -> bool:
        is_empty = place not in self.filled and bool(_NAMED_AS_DATE.search(plain_name(name)))
        return place in self.dates or is_empty


def _held(table: Table) -> _Held:
    held = _Held()
    for row in table.rows():
        for place, cell in enumerate(row.cells):
            held.see(place, cell)
    return held


def _known(
    header: tuple[str, ...],
    names: Mapping[str, tuple[str, ...]],
    held: _Held,
    chosen: Mapping[str, int],
) -> dict[str, int]:
    places: dict[str, int] = {}
    for key, known in names.items():
        fitting = _fitting(header, known, (*chosen.values(), *places.values()))
        if key in _DATED:  # "Applied" may hold a yes where "Applied date" holds the day
            fitting = [each for each in fitting if each in held.dates or each not in held.filled]
        if key == "outcome":
            fitting = _outcomes(header, fitting, held)
        if fitting:
            places[key] = fitting[0]
    return places if "outcome" in chosen else _with_outcomes(places, held)


def _outcomes(header: tuple[str, ...], fitting: list[int], held: _Held) -> list[int]:
    """Return the columns that speak of rejection first; a "State" that doesn't may be a place."""
    weak = {i for i in fitting if plain_name(header[i]) in _WEAK_OUTCOMES}
    left = [i for i in fitting if i in held.rejections or i not in weak]
    return sorted(left, key=lambda i: i not in held.rejections)


def _fitting(
    header: tuple[str, ...], known: tuple[str, ...], besides: Collection[int]
) -> list[int]:
    plain = [plain_name(each) for each in header]
    ranked = ((known.index(name), i) for i, name in enumerate(plain) if name in known)
    return [i for _rank, i in sorted(ranked) if i not in besides]


def _with_outcomes(places: dict[str, int], held: _Held) -> dict[str, int]:
    """Return the columns with that of the stage as the outcome's, if it alone speaks of one."""
    stage, outcome = places.get("stage"), places.get("outcome")
    if stage in held.rejections and outcome not in held.rejections:
        rest = {key: place for key, place in places.items() if key != "stage"}
        return rest | {"outcome": places["stage"]}
    return places
