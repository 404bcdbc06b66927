"""A log of applications: its rejections, each on the day of the outcome."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from second_wind.core.entries import Channel, Rejection, Stage
from second_wind.core.import_errors import Asked, Fault, Question
from second_wind.exchange.columns import Columns, chosen_columns, known_columns, plain_name
from second_wind.exchange.dates import DateOrder, Moment, OrderEvidence, moment_of
from second_wind.exchange.identity import identity, written
from second_wind.exchange.numbers import number_of
from second_wind.exchange.options import Options
from second_wind.exchange.outcomes import REJECTED, is_rejection, stage_of, told_values
from second_wind.exchange.reading import Collector, Interpretation, Left, Reading
from second_wind.exchange.safe_cells import opened
from second_wind.exchange.table import Row, Table

NAME = "job-log"
SOURCE = "job-log"
NAMES = {
    "day": (
        "rejection date",
        "rejected date",
        "rejection day",
        "date rejected",
        "date of rejection",
        "rejected on",
        "rejected at",
        "outcome date",
        "date of outcome",
        "decision date",
        "date of decision",
        "result date",
        "date closed",
        "closed on",
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
    "company": ("company", "company name", "employer", "organisation", "organization", "firm"),
    "role": ("role", "position", "title", "job title", "job", "position title"),
    "stage": ("stage", "stage reached", "furthest stage", "last stage"),
    "outcome": ("outcome", "response", "status", "result", "decision", "application status"),
    "feedback": ("feedback", "reason", "reason given", "rejection reason", "reason for rejection"),
    "note": ("note", "notes", "comment", "comments"),
}
_BARE_DATE = {"day": ("date", "day")}
_DAY_KEYS = ("day", "wait", "response")
_LONGEST_WAIT = 36_500


def recognises(table: Table) -> bool:
    """Tell whether a header names an employer or a role, and what came of it."""
    if not table.has_header:
        return False
    found = known_columns(table.header, NAMES)
    names = {plain_name(each) for each in table.header}
    return (
        any(key in found for key in ("company", "role"))
        and any(key in found for key in ("outcome", "day", "wait", "stage"))
        and "mood" not in names
    )


def read(table: Table, options: Options, today: date) -> Reading:
    """Return the rejections of the table."""
    return _Reader(table, options, today).reading()


@dataclass(slots=True)
class _Reader:
    table: Table
    options: Options
    today: date
    columns: Columns = field(init=False)
    collected: Collector = field(init=False)
    told: dict[str, str] = field(init=False)
    unmapped: dict[str, None] = field(default_factory=dict)
    evidence: OrderEvidence = field(default_factory=OrderEvidence)
    has_other_outcomes: bool = False
    day_is_certain: bool = True

    def __post_init__(self) -> None:
        self.told = told_values(self.options)
        self.columns, self.day_is_certain = _columns(self.table, self.options)
        self.collected = Collector(self.today)
        for each in self.columns.unused():
            self.collected.leave_out(Left.COLUMN, each)

    def reading(self) -> Reading:
        self._look_ahead()
        order = self.options.date_order or self.evidence.verdict()
        questions = self._questions(order)
        if order and not questions:
            for row in self.table.rows():
                self._read(row, order)
        return Reading(
            NAME,
            tuple(self.collected.entries),
            tuple(self.collected.rejected),
            questions,
            tuple(self.unmapped),
            self.collected.left_out(),
            Interpretation(
                self.table.file.encoding,
                self.table.delimiter,
                order,
                columns=self.columns.pairs(),
            ),
        )

    def _look_ahead(self) -> None:
        """See all rows once: the order of the dates, and whether all of them are rejections."""
        for row in self.table.rows():
            if len(row.cells) < len(self.columns.header):
                continue
            for key in ("day", "applied", "response"):
                self.evidence.see(self.columns.cell(row, key))
            outcome = self.columns.cell(row, "outcome")
            self.has_other_outcomes |= bool(outcome) and self._verdict(outcome) is None

    def _questions(self, order: DateOrder | None) -> tuple[Question, ...]:
        asked = []
        if order is None:
            example = (self.evidence.example,)
            asked.append(Question(Asked.DATE_ORDER, "--date-order mdy", example))
        if not self.day_is_certain and self.has_other_outcomes:
            name = self.columns.name("day")
            answer = f'--columns "day={name}"'
            asked.append(Question(Asked.OUTCOME_DATE_MEANING, answer, (name,)))
        return tuple(asked)

    def _verdict(self, outcome: str) -> str | None:
        """Return what a rejecting outcome was told to mean, None if it rejects nothing."""
        told = self.told.get(outcome.casefold())
        if told in set(Stage):
            return None
        return told or (REJECTED if is_rejection(outcome) else None)

    def _read(self, row: Row, order: DateOrder) -> None:
        if not self.collected.fits(row, len(self.columns.header)):
            return
        outcome = self.columns.cell(row, "outcome")
        verdict = self._verdict(outcome)
        if verdict or self._says_so_itself(row):
            self._take(row, order, verdict or REJECTED)
        else:
            self.collected.leave_out(Left.OUTCOME, outcome)
            if outcome:
                self.unmapped[outcome] = None

    def _says_so_itself(self, row: Row) -> bool:
        """Tell whether a row is a rejection whatever its outcome says.

        A day in a column of rejections, or days until one, can't mean anything else; and a log
        without outcomes is a log of rejections.
        """
        if "outcome" not in self.columns:
            return True
        return any(
            self.columns.cell(row, key) and "reject" in self.columns.name(key).casefold()
            for key in ("day", "wait")
            if key in self.columns
        )

    def _take(self, row: Row, order: DateOrder, verdict: str) -> None:
        applied = self._date(row, "applied", order)
        day = self._outcome_day(row, order, applied)
        if day is None:
            written_day = self.columns.cell(row, "day")
            fault = Fault.BAD_DAY if written_day else Fault.NO_OUTCOME_DAY
            self.collected.reject(row.line, fault, written_day)
            return
        company, role = (opened(self.columns.cell(row, key)) for key in ("company", "role"))
        stage, rest = self._stage(row)
        rejection = Rejection(
            day=day,
            company=company,
            role=role,
            stage=stage,
            how=Channel(verdict) if verdict in set(Channel) else Channel.NOT_SAID,
            feedback=opened(self.columns.cell(row, "feedback")),
            note=self._note(row, rest),
            source=SOURCE,
            source_id=identity(company, role, written(Moment(applied or day))),
        )
        self.collected.take(row.line, rejection)

    def _date(self, row: Row, key: str, order: DateOrder) -> date | None:
        moment = moment_of(self.columns.cell(row, key), order)
        return moment.day if moment else None

    def _outcome_day(self, row: Row, order: DateOrder, applied: date | None) -> date | None:
        """Return the day on which the rejection came; never the application's."""
        if self.columns.cell(row, "day"):
            return self._date(row, "day", order)
        wait = number_of(self.columns.cell(row, "wait"))
        if wait is not None and applied and 0 <= wait <= _LONGEST_WAIT:
            return applied + timedelta(days=round(wait))
        # A first response may have been an invitation, unless rejection is all there was.
        if is_rejection(self.columns.cell(row, "outcome")):
            return self._date(row, "response", order)
        return None

    def _stage(self, row: Row) -> tuple[Stage, str]:
        """Return the stage, and what was written if that is none that we know."""
        text = self.columns.cell(row, "stage")
        told = self.told.get(text.casefold())
        if told in set(Stage):
            return Stage(told), ""
        if not text:
            return stage_of(self.columns.cell(row, "outcome")) or Stage.APPLIED, ""
        stage = stage_of(text)
        if stage is None:
            self.unmapped[text] = None
        return stage or Stage.OTHER, "" if stage else text

    def _note(self, row: Row, stage: str) -> str:
        """Return the note with all that has no place of its own here."""
        outcome = self.columns.cell(row, "outcome")
        parts = (
            opened(self.columns.cell(row, "note")),
            stage,
            "" if outcome.casefold() == REJECTED else outcome,
        )
        return "\n".join(each for each in parts if each)


def _columns(table: Table, options: Options) -> tuple[Columns, bool]:
    """Return the columns, and whether the day's column is certain to be the outcome's."""
    told = {key: name for key, name in options.columns.items() if key in NAMES}
    chosen = chosen_columns(table, told)
    names = {key: known for key, known in NAMES.items() if key not in chosen}
    if "day" in chosen:
        names = {key: known for key, known in names.items() if key not in _DAY_KEYS}
    places = known_columns(table.header, names, tuple(chosen.values())) | chosen
    if any(key in places for key in _DAY_KEYS):
        return Columns(table.header, places), True
    bare = known_columns(table.header, _BARE_DATE, tuple(places.values()))
    return Columns(table.header, places | bare), not bare
