"""Settings of the log: each change is an act, stored with the journal."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.journal.log.settings import HIGHEST_GOAL, LATEST_DAY_START, LogSettings, WeekStart
from second_wind.ui.kit.fields import number_field
from second_wind.ui.settings.form.fields import Choice, Field, Number, Switch
from second_wind.ui.settings.form.section import Section
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import settings as words

Change = Callable[[LogSettings], LogSettings]


class JournalSection(Section):
    """A section whose changes are stored in the journal."""

    def __init__(
        self, journal: Journal, title: str, about: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the card."""
        super().__init__(title, about, parent)
        self.journal = journal

    def store(self, change: Change) -> None:
        """Store changed settings as one act; say what failed, and show again what holds."""
        before = self.journal.settings
        after = change(before)
        if after == before:
            return
        try:
            self.journal.change_settings(after)
        except KnownError as error:
            self.failed.emit(error)
            self.refresh()


class LogSection(JournalSection):
    """When a day and a week begin, the goal, and what looking back leaves out."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the form."""
        super().__init__(journal, pgettext("heading", "Your log"), parent=parent)
        self._rows = self.add_rows(log_fields())
        for row in self._rows:
            row.changed.connect(self.store)

    def refresh(self) -> None:
        """Show what the journal holds."""
        for row in self._rows:
            row.show_settings(self.journal.settings)


def log_fields() -> tuple[Field[LogSettings], ...]:
    """Return the fields of the log."""
    return (
        Choice(
            "day-start",
            _("A new day begins at"),
            words.day_start_explanation(),
            lambda settings: str(settings.day_start),
            lambda settings, value: replace(settings, day_start=int(value)),
            tuple((str(hour), words.hour(hour)) for hour in range(LATEST_DAY_START + 1)),
            drops_down=True,
        ),
        Number(
            "goal",
            _("Minutes of movement a day"),
            words.goal_explanation(),
            lambda settings: settings.goal,
            lambda settings, value: replace(settings, goal=value),
            number_field.span("goal", 1, HIGHEST_GOAL),
        ),
        Choice(
            "week-start",
            _("A week begins on"),
            words.week_start_explanation(),
            lambda settings: settings.week_start,
            lambda settings, value: replace(settings, week_start=WeekStart(value)),
            _week_starts(),
            drops_down=True,
        ),
        Switch(
            "exclude-lowest-days",
            _("Leave my lowest days out when looking back"),
            words.lowest_days_explanation(),
            lambda settings: settings.exclude_lowest_days,
            lambda settings, value: replace(settings, exclude_lowest_days=value),
        ),
    )


def _week_starts() -> tuple[tuple[str, str], ...]:
    return (
        (WeekStart.SYSTEM, _("As the system has it")),
        (WeekStart.MONDAY, pgettext("weekday", "Monday")),
        (WeekStart.SATURDAY, pgettext("weekday", "Saturday")),
        (WeekStart.SUNDAY, pgettext("weekday", "Sunday")),
    )
