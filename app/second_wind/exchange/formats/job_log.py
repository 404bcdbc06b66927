"""A log of applications: its rejections, each on the day of the outcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from second_wind.core.errors.import_errors import Asked, Fault, Question
from second_wind.core.log.entries import Channel, Rejection, Stage
from second_wind.exchange.file.safe_cells import opened
from second_wind.exchange.file.table import Row, Table
from second_wind.exchange.formats.job_columns import NAMES as NAMES
from second_wind.exchange.formats.job_columns import NO_DAY, find
from second_wind.exchange.formats.job_columns import recognises as recognises
from second_wind.exchange.formats.reading import Left
from second_wind.exchange.formats.table_reader import TableReader
from second_wind.exchange.values.dates import DateOrder, Moment, moment_of
from second_wind.exchange.values.identity import identity, written
from second_wind.exchange.values.numbers import is_missing, number_of
from second_wind.exchange.values.options import Options
from second_wind.exchange.values.outcome_words import is_rejection, speaks_against
from second_wind.exchange.values.outcomes import (
    EVERY_ROW,
    NOT_COUNTED,
    REJECTED,
    stage_of,
    told_values,
)

NAME = "job-log"
SOURCE = "job-log"
_LONGEST_WAIT = 36_500


@dataclass(slots=True)
class _Seen:
    """How many rows are rejections, how many of these have a day, and how many are other things."""

    rejections: int = 0
    dated: int = 0
    others: int = 0


class Reader(TableReader):
    """Reads rejections."""

    name = NAME
    order_example = "mdy"

    def __init__(self, table: Table, options: Options, today: date) -> None:
        """Find the columns."""
        self.found = find(table, options)
        super().__init__(table, options, today, self.found.columns)
        self.told = told_values(options)
        self.seen = _Seen()
        self._unknown: dict[str, None] = {}

    def unmapped(self) -> Iterator[str]:
        """Yield the outcomes and stages that are not known."""
        yield from self._unknown

    def see(self, row: Row) -> None:
        """Learn the order of the dates, and what there is of rejections."""
        for key in ("day", "applied", "response"):
            self.evidence.see(self._cell(row, key))
        outcome = self._cell(row, "outcome")
        is_counted = self._is_counted(row)
        self.seen.others += bool(outcome) and self._verdict(outcome) is None
        self.seen.rejections += is_counted
        self.seen.dated += is_counted and self._has_day(row)

    def asked_of_rows(self, order: DateOrder | None) -> Iterator[Question]:
        """Ask what rows are rejections, and when they came, where that is not said."""
        if self._is_without_outcome():
            names = tuple(each for each in self.columns.header if each)
            likely = next(iter(self.found.speaking), "NAME")
            yield Question(Asked.OUTCOME_COLUMN, f'--columns "outcome={likely}"', names)
            return
        yield from super().asked_of_rows(order)
        if not self.seen.rejections:
            return
        if self.found.is_bare_day and self.seen.others:
            name = self.columns.name("day")
            yield Question(Asked.OUTCOME_DATE_MEANING, f'--columns "day={name}"', (name,))
        elif not self.seen.dated and not self._is_told_to_leave():
            yield self._asked_for_day()

    def _is_without_outcome(self) -> bool:
        """Tell whether nothing says which rows are rejections: then it is asked, never guessed."""
        is_told = "outcome" in self.columns or self._is_of_rejections()
        return not is_told and not any(self.found.tells_rejection(k) for k in ("day", "wait"))

    def _is_of_rejections(self) -> bool:
        return EVERY_ROW in self.told or self.found.is_ours

    def _is_told_to_leave(self) -> bool:
        return self.options.columns.get("day", "").casefold() == NO_DAY

    def _asked_for_day(self) -> Question:
        names = self.found.dated
        applied = self.columns.name("applied") if "applied" in self.columns else ""
        example = applied if applied in names else next(iter(names), "")
        answer = f'--columns "day={example or NO_DAY}"'
        return Question(Asked.REJECTION_DAY, answer, names, (self.seen.rejections,))

    def _cell(self, row: Row, key: str) -> str:
        """Return what a row holds for a meaning, empty if it says that nothing is known."""
        cell = self.columns.cell(row, key)
        return "" if is_missing(cell) else cell

    def _verdict(self, outcome: str) -> str | None:
        """Return what a rejecting outcome was told to mean, None if it rejects nothing."""
        told = self.told.get(outcome.casefold())
        if told in NOT_COUNTED or told in set(Stage):
            return None
        return told or (REJECTED if is_rejection(outcome) else None)

    def _is_counted(self, row: Row) -> bool:
        return bool(self._verdict(self._cell(row, "outcome"))) or self._says_so_itself(row)

    def _says_so_itself(self, row: Row) -> bool:
        """Tell whether a row is a rejection though its outcome doesn't say so.

        A day in a column of rejections, or days until one, can't mean anything else, unless the
        outcome speaks against it; and a log may be told to be one of rejections.
        """
        if "outcome" not in self.columns and self._is_of_rejections():
            return True
        outcome = self._cell(row, "outcome")
        if speaks_against(outcome) or self.told.get(outcome.casefold()) in NOT_COUNTED:
            return False
        keys = (key for key in ("day", "wait") if self.found.tells_rejection(key))
        return any(self._cell(row, key) for key in keys)

    def _has_day(self, row: Row) -> bool:
        answered = is_rejection(self._cell(row, "outcome")) and self._cell(row, "response")
        waited = self._cell(row, "wait") and self._cell(row, "applied")
        return bool(self._cell(row, "day") or waited or answered)

    def read(self, row: Row, order: DateOrder) -> None:
        """Collect a rejection."""
        outcome = self._cell(row, "outcome")
        if self._is_counted(row):
            self._take(row, order, self._verdict(outcome) or self.told.get(EVERY_ROW) or REJECTED)
            return
        self.collected.leave_out(Left.OUTCOME, outcome)
        if outcome and outcome.casefold() not in self.told:
            self._unknown[outcome] = None

    def _take(self, row: Row, order: DateOrder, verdict: str) -> None:
        applied = self._date(row, "applied", order)
        day = self._outcome_day(row, order, applied)
        if day is None:
            written_day = self._cell(row, "day")
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
        text = self._cell(row, key)
        moment = moment_of(text, order)
        if moment:
            self.collected.see_world_time(text, moment)
        return moment.day if moment else None

    def _outcome_day(self, row: Row, order: DateOrder, applied: date | None) -> date | None:
        """Return the day on which the rejection came; never the application's."""
        if self._cell(row, "day"):
            return self._date(row, "day", order)
        wait = number_of(self._cell(row, "wait"))
        if wait is not None and applied and 0 <= wait <= _LONGEST_WAIT:
            return applied + timedelta(days=round(wait))
        # A first response may have been an invitation, unless rejection is all there was.
        if is_rejection(self._cell(row, "outcome")):
            return self._date(row, "response", order)
        return None

    def _stage(self, row: Row) -> tuple[Stage, str]:
        """Return the stage, and what was written if that is none that we know."""
        text = self._cell(row, "stage")
        told = self.told.get(text.casefold())
        if told in set(Stage):
            return Stage(told), ""
        if not text:
            return stage_of(self._cell(row, "outcome")) or Stage.NOT_SAID, ""
        stage = stage_of(text)
        if stage is None:
            self._unknown[text] = None
        return stage or Stage.OTHER, "" if stage else text

    def _note(self, row: Row, stage: str) -> str:
        """Return the note with all that has no place of its own here."""
        outcome = self._cell(row, "outcome")
        parts = (
            opened(self.columns.cell(row, "note")),
            stage,
            "" if outcome.casefold() == REJECTED else outcome,
        )
        return "\n".join(each for each in parts if each)
