"""Settings of what goes on beside the window: the reminder, the tray, starting with the session."""

from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import Clock
from second_wind.core.people.reminders import Wish
from second_wind.paths import AppPaths
from second_wind.ui.kit.fields.indented import indent
from second_wind.ui.kit.fields.time_edit import TimeEdit
from second_wind.ui.kit.fields.typed import WheelGuard
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.service.autostart import Autostart, hidden_start
from second_wind.ui.kit.service.background_preferences import BackgroundPreferences
from second_wind.ui.kit.service.sample_window import SampleWindow
from second_wind.ui.notices.tray import Tray
from second_wind.ui.settings.form.fields import Choice, Field, Switch
from second_wind.ui.settings.form.rows import BesideRow, Row
from second_wind.ui.settings.form.section import Section
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import background as words

USUAL_TIME = time(20)
_PAUSE_MS = 800


@dataclass(frozen=True, slots=True)
class BackgroundSettings:
    """What the person chose."""

    reminds: bool
    at: time
    has_icon: bool
    stays: bool
    starts: bool


class BackgroundSection(Section):
    """Each choice holds at once; nothing is on that was not asked for, but the icon."""

    def __init__(
        self,
        kept: BackgroundPreferences,
        paths: AppPaths,
        clock: Clock,
        autostart: Autostart,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form; a sample has nothing to choose."""
        super().__init__(_("Reminder and tray"), words.about(paths.is_sample), parent)
        self._kept, self._paths, self._clock, self._autostart = kept, paths, clock, autostart
        self._at = kept.wish.at or USUAL_TIME
        self._rows: list[Row] = []
        if paths.is_sample:
            return
        reminds, *others = background_fields()
        self._time = TimeRow(time_field())
        self._rows = [*self.add_rows([reminds]), self._time]
        self.body.addWidget(self._time)
        self._rows += self.add_rows(others)
        for row in self._rows:
            row.changed.connect(self._keep)
        self.body.addWidget(self._buttons())

    def refresh(self) -> None:
        """Show what was chosen, and what holds on this desktop now."""
        chosen = self._chosen()
        for row in self._rows:
            row.show_settings(chosen)

    def _chosen(self) -> BackgroundSettings:
        wish = self._kept.wish
        return BackgroundSettings(
            wish.at is not None,
            wish.at or self._at,
            self._kept.has_icon,
            self._kept.stays,
            self._autostart.is_on,
        )

    def _keep(self, change: object) -> None:
        """Keep what was chosen and let it hold at once."""
        assert callable(change)
        before = self._chosen()
        chosen: BackgroundSettings = change(before)
        self._at = chosen.at
        if (chosen.reminds, chosen.at) != (before.reminds, before.at):
            at = chosen.at if chosen.reminds else None
            self._kept.wish = Wish(at, self._clock.now())
        if chosen.has_icon != before.has_icon:
            self._kept.has_icon = chosen.has_icon
        if chosen.stays != before.stays:
            self._kept.stays = chosen.stays
        if chosen.starts != before.starts:
            self._start_with_session(on=chosen.starts)
        self.refresh()

    def _start_with_session(self, *, on: bool) -> None:
        try:
            if on:
                self._autostart.turn_on(hidden_start(self._paths))
            else:
                self._autostart.turn_off()
        except KnownError as error:
            self.failed.emit(error)

    def _buttons(self) -> QWidget:
        self._sample = SampleWindow(self._paths, self)
        self._sample.failed.connect(self.failed)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for name, text, do in (
            ("try-reminder", _("Show a reminder now"), self._kept.trial_wanted),
            ("look-around", _("Look around with sample data"), self._sample.open),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(do)
            row.addWidget(button)
        return buttons


class TimeRow(BesideRow):
    """A time of day: several presses of an arrow are one change."""

    def __init__(self, field: Choice[BackgroundSettings]) -> None:
        """Make the row."""
        self._edit = TimeEdit()
        self._edit.setKeyboardTracking(False)
        self._edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._edit.installEventFilter(WheelGuard(self._edit))
        indent(self._edit)
        super().__init__(field, self._edit)
        self._edit.setAccessibleName(field.label)
        self._field = field
        self._shown = time()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.store_now)
        self._edit.timeChanged.connect(self._begin_pause)
        self._edit.editingFinished.connect(self.store_now)

    def show_settings(self, settings: Any) -> None:
        """Show the time, where there is a reminder."""
        if not self._pause.isActive():
            self._shown = time.fromisoformat(self._field.read(settings))
            self._edit.set_at(self._shown)
        self.setVisible(settings.reminds)

    def store_now(self) -> None:
        """Hand on the time if it is another one."""
        self._pause.stop()
        if self._edit.at() != self._shown:
            self._shown = self._edit.at()
            self._hand_on(self._field.write, self._shown.isoformat("minutes"))

    def _begin_pause(self) -> None:
        if self._edit.at() != self._shown:
            self._pause.start()


def time_field() -> Choice[BackgroundSettings]:
    """Return the field of the reminder's time."""
    return Choice(
        "reminder-time",
        pgettext("setting", "At"),
        _("A time before the day's start asks about the evening before."),
        lambda settings: settings.at.isoformat("minutes"),
        lambda settings, value: replace(settings, at=time.fromisoformat(value)),
        (),
    )


def background_fields() -> tuple[Field[BackgroundSettings], ...]:
    """Return the switches, the reminder first."""
    reminds: Switch[BackgroundSettings] = Switch(
        "reminds",
        _("Ask me once a day how it was"),
        words.reminder_explanation(),
        lambda settings: settings.reminds,
        lambda settings, value: replace(settings, reminds=value),
    )
    icon: Switch[BackgroundSettings] = Switch(
        "tray-icon",
        _("Show an icon in the tray"),
        words.icon_explanation(is_there=Tray.is_there()),
        lambda settings: settings.has_icon,
        lambda settings, value: replace(settings, has_icon=value),
    )
    stays: Switch[BackgroundSettings] = Switch(
        "stays",
        _("Go on in the tray when the window is closed"),
        words.stays_explanation(),
        lambda settings: settings.stays,
        lambda settings, value: replace(settings, stays=value),
    )
    starts: Switch[BackgroundSettings] = Switch(
        "starts",
        _("Start with the session, in the tray"),
        words.starts_explanation(),
        lambda settings: settings.starts,
        lambda settings, value: replace(settings, starts=value),
    )
    return reminds, icon, stays, starts
