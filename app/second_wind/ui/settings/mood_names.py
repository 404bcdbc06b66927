"""Settings of the log: what the ten steps of mood are called."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.scale import STEPS
from second_wind.journal.journal import Journal
from second_wind.journal.log.settings import LogSettings
from second_wind.ui.kit.fields.typed import TypedLine
from second_wind.ui.kit.look.theme import colours_of
from second_wind.ui.kit.look.tokens import SPACE, mood_colour, mood_text_colour
from second_wind.ui.settings.form.fields import Text
from second_wind.ui.settings.log import JournalSection
from second_wind.words.base import labels
from second_wind.words.base.language import _
from second_wind.words.window import settings as words

_TWO_COLUMNS_FROM = 62
"""Width in average letters from which 6 to 10 stand beside 1 to 5."""
_RADIUS = 7


class MoodNamesSection(JournalSection):
    """Ten names in the colours of their steps."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make a line for each step."""
        super().__init__(journal, _("Names of the moods"), words.mood_names_about(), parent)
        self._rows = [_NameRow(step, field) for step, field in zip(STEPS, fields(), strict=True)]
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        half = len(self._rows) // 2
        for rows in (self._rows[:half], self._rows[half:]):
            column = QVBoxLayout()
            column.setSpacing(SPACE)
            for row in rows:
                row.changed.connect(self._store_name)
                column.addWidget(row)
            self._halves.addLayout(column, 1)
        self.body.addLayout(self._halves)
        self._usual = QPushButton(_("Use the usual names"))
        self._usual.setObjectName("usual-names")
        self._usual.clicked.connect(self._forget_names)
        self.body.addWidget(self._usual, alignment=Qt.AlignmentFlag.AlignLeading)

    def refresh(self) -> None:
        """Show what the journal holds."""
        settings = self.journal.settings
        for row in self._rows:
            row.show_settings(settings)
        self._usual.setEnabled(any(settings.mood_names))

    def store_now(self) -> None:
        """Store what was typed and not yet stored."""
        for row in self._rows:
            row.line.store_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put all ten under each other where there is little room."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        beside = letters >= _TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._halves.setSpacing(24 if beside else SPACE)

    def _store_name(self, step: int, name: str) -> None:
        field = fields()[step - 1]
        self.store(lambda settings: field.write(settings, name))

    def _forget_names(self) -> None:
        self.store(lambda settings: replace(settings, mood_names=LogSettings().mood_names))


class _NameRow(QWidget):
    """A step in its colour, and its name."""

    changed = Signal(int, str)

    def __init__(self, step: int, field: Text[LogSettings]) -> None:
        """Make the row."""
        super().__init__()
        self._step = step
        self._field = field
        self.line = TypedLine()
        self.line.setObjectName(field.name)
        self.line.setPlaceholderText(field.faint)
        self.line.setAccessibleName(field.label)
        self.line.finished.connect(self._tell)
        badge = _StepBadge(step)
        badge.setBuddy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(badge)
        row.addWidget(self.line, 1)

    def show_settings(self, settings: LogSettings) -> None:
        """Show the name."""
        self.line.show_text(self._field.read(settings))

    def _tell(self, name: str) -> None:
        self.changed.emit(self._step, name)


class _StepBadge(QLabel):
    """The number of a step on its colour."""

    def __init__(self, step: int) -> None:
        """Show a step."""
        super().__init__(str(step))
        self._step = step
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return a square for two digits."""
        side = round(self.fontMetrics().height() * 1.9)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number in its square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(mood_colour(self._step)))
        painter.setPen(QPen(QColor(colours_of(self.palette()).control_line), 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(mood_text_colour(self._step)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def fields() -> tuple[Text[LogSettings], ...]:
    """Return a field for the name of each step."""
    usual = labels.mood_steps()
    return tuple(_field(step, name) for step, name in zip(STEPS, usual, strict=True))


def _field(step: int, usual: str) -> Text[LogSettings]:
    place = step - 1
    return Text(
        f"mood-name-{step}",
        _("Name of mood {step}").format(step=step),
        lambda settings: settings.mood_names[place],
        lambda settings, value: replace(
            settings,
            mood_names=(*settings.mood_names[:place], value, *settings.mood_names[step:]),
        ),
        usual,
    )
