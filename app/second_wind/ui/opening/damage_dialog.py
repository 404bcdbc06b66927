"""A journal that can't be opened: what can be saved, beside the newest copy, and the choice."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import Clock
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.copies import SafeCopy
from second_wind.journal.safety.rescue import (
    Counts,
    DamageReport,
    Use,
    bring_back,
    carry_out,
    clear_place,
    report_damage,
    source_in,
)
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.side_by_side import SideBySide
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.ui.opening.choices import Choices
from second_wind.words.base.language import _, pgettext
from second_wind.words.errors.sentences import sentence
from second_wind.words.files import damage, disputes
from second_wind.words.safety import rescue as words

ANEW = "anew"
_LOOK = "look"


class DamageDialog(Sheet):
    """Shows both ways at once and does what was chosen; until then nothing is changed.

    `outcome` says what was done, and is empty if the person left without choosing.
    """

    def __init__(
        self,
        journal: Path,
        clock: Clock,
        parent: QWidget | None = None,
        key: Key | None = None,
        second_place: Path | None = None,
    ) -> None:
        """Look for all that can be saved, here and in the second place, off the main thread."""
        super().__init__(_("Your journal's file is damaged"), parent)
        self.setObjectName("damage-dialog")
        self._journal = journal
        self._clock = clock
        self._key = key
        self._report: DamageReport | None = None
        self.outcome = ""
        self.intro = muted(_("Looking for everything that can be saved…"), wraps=True)
        self.body.addWidget(self.intro)
        self.choices = Choices()
        self.leave = self.add_button(_("Close, change nothing"), self.reject)
        self.leave.setObjectName("leave")
        self.go = self.add_button(pgettext("button", "Go on"), self.carry_out, is_primary=True)
        self.go.setObjectName("go-on")
        self.go.setEnabled(False)
        self.fit()
        # While the file is read, Enter must not press the one button that can be pressed.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.focus_on(self)
        self.tasks = Tasks(self)
        self.tasks.done.connect(self._show)
        self.tasks.failed.connect(self._explain)
        self.tasks.start(_LOOK, lambda _tasks: report_damage(journal, key, second_place))

    def carry_out(self) -> None:
        """Do what was chosen, and close."""
        chosen = self.choices.value()
        try:
            self.outcome = self._done(chosen)
        except KnownError as error:
            self.say(sentence(error))
        else:
            self.accept()

    def done(self, result: int) -> None:
        """Close once nothing is being read any more."""
        self.tasks.finish()
        super().done(result)

    def _done(self, chosen: str) -> str:
        now, report = self._clock.now(), self._report
        assert report is not None
        if chosen == ANEW:
            return words.begun_anew(clear_place(self._journal, now))
        if _is_nothing_there(report):
            assert report.backup is not None
            bring_back(self._journal, report.backup.path, now, self._key)
            return words.done(None)
        return words.done(carry_out(report, Use(chosen), now))

    def _explain(self, _name: str, error: KnownError) -> None:
        self.intro.hide()
        self.say(sentence(error))
        self.focus_on(self.leave)

    # What is shown once all was read

    def _show(self, _name: str, report: object) -> None:
        assert isinstance(report, DamageReport)
        self._report = report
        if _is_nothing_there(report):
            self._show_gone(report)
        elif _is_no_journal(report):
            self._entitle(
                _("This file can't be read as a journal"), words.unreadable_intro(self._journal)
            )
        else:
            self._show_damage(report)
        if not _is_no_journal(report):
            for each in self._findings(report):
                self.add_text(each, is_muted=False)
        for value, name, hint in choices(report):
            self.choices.add(value, name, hint)
        self.body.addSpacing(4)
        self.body.addWidget(self.choices)
        self.body.addStretch(1)
        self.go.setEnabled(True)
        self.fit_soon()
        self.choices.begin()
        if report.copies_problem:  # Enter goes on without them only if it is told to
            self.focus_on(self.leave)

    def _entitle(self, title: str, intro: str) -> None:
        self.title.setText(title)
        self.setWindowTitle(title)
        self.intro.setText(intro)

    def _show_gone(self, report: DamageReport) -> None:
        is_empty = self._journal.exists()
        self._entitle(
            _("Your journal is not where it was"),
            words.gone_intro(self._journal, is_empty=is_empty),
        )
        self.body.addWidget(self._copy_card(report, ()))

    def _show_damage(self, report: DamageReport) -> None:
        self.intro.setText(words.damage_intro())
        sides = SideBySide()
        file = _side(
            _("Read from the damaged file"),
            self._journal.name,
            report.recovered,
            report.last_recovered,
            report.only_recovered_days if report.backup else (),
        )
        sides.add(file)
        sides.add(self._copy_card(report, report.only_backup_days))
        self.body.addWidget(sides)

    def _findings(self, report: DamageReport) -> Iterator[str]:
        """Yield what else is to be known before a choice, each value in dispute included."""
        if report.only_older:
            yield damage.only_older(report.only_older, report.only_older_days)
        if report.used_in_part:
            yield damage.used_in_part([each.name for each in report.used_in_part])
        if report.passed_over:
            yield damage.passed_over([each.name for each in report.passed_over])
        if report.copies_problem:
            yield damage.copies_unreadable(sentence(report.copies_problem))
            yield damage.readable_first()
        if report.is_cut:
            yield damage.end_missing() if _has_file(report) else damage.rest_unknown()
        elif report.is_blind:
            yield damage.list_damaged()
        if report.lost_days or report.is_surely_complete:
            yield words.lost(report.lost_days)
        if report.doubtful_days:
            yield words.doubtful(report.doubtful_days)
        zone = self._clock.now().tzinfo
        yield from disputes.lines(report.disputes, source_in(report.journal, zone))

    def _copy_card(self, report: DamageReport, only_here: Iterable[date]) -> Card:
        if report.backup is None:
            card = Card(words.from_copy())
            unasked = report.copies_problem is not None
            card.body.addWidget(muted(words.no_copy(unasked=unasked), wraps=True))
            card.body.addStretch(1)
            return card
        made = self._made(report.backup)
        return _side(words.from_copy(), made, report.in_backup, report.last_in_backup, only_here)

    def _made(self, copy: SafeCopy) -> str:
        return words.of_moment(copy.made_at.astimezone(self._clock.now().tzinfo))


def choices(report: DamageReport) -> list[tuple[str, str, str]]:
    """Return what can be chosen: value, name and hint, the one that loses least first.

    While copies can't be looked at, nothing that needs them is offered, and nothing recommended.
    """
    found: list[tuple[str, str, str]] = []
    is_asked = report.copies_problem is None
    has_file, has_copy = bool(report.recovered), is_asked and report.backup is not None
    adds = is_asked and ((has_file and bool(report.only_backup)) or bool(report.only_older))
    if adds:
        found.append(
            (
                Use.BOTH,
                _("Use both together (recommended)"),
                _("What can be read from the file, and what only copies have."),
            )
        )
    if has_file:
        found.append((Use.RECOVERED, words.use_file(is_best=is_asked and not adds), ""))
    if has_copy:
        found.append((Use.BACKUP, words.use_copy(is_best=not (has_file or adds)), ""))
    found.append(
        (
            ANEW,
            _("Begin a new, empty journal"),
            _("The old file and all copies stay where they are."),
        )
    )
    return found


def _is_nothing_there(report: DamageReport) -> bool:
    """Tell whether there is no file, or one without content, and nothing in its log."""
    return not _has_file(report) and not report.recovered and report.backup is not None


def _has_file(report: DamageReport) -> bool:
    return report.journal.exists() and report.journal.stat().st_size > 0


def _is_no_journal(report: DamageReport) -> bool:
    """Tell whether nothing is there that was ever a journal, as far as can be told."""
    copies = report.backup or report.passed_over or report.copies_problem
    return not (report.recovered or copies or report.lost_days)


def _side(title: str, about: str, counts: Counts, last: date | None, only: Iterable[date]) -> Card:
    card = Card(title)
    card.body.addWidget(muted(about, wraps=True))
    held = muted(words.entries(sum(counts.values()), last), wraps=True)
    held.setProperty("role", "")
    card.body.addWidget(held)
    days = tuple(only)
    if days:
        card.body.addWidget(muted(words.only_here(days), wraps=True))
    card.body.addStretch(1)
    return card
