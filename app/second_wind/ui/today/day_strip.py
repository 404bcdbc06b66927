"""Fourteen days in a row: mood, movement, rejections; a press opens a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from second_wind.core.log.entries import Day
from second_wind.core.log.scale import step_of
from second_wind.ui.kit.look.theme import colours_of
from second_wind.ui.kit.look.tokens import Colours, mood_colour, mood_text_colour
from second_wind.words.base.language import pgettext, points
from second_wind.words.window import strip as words

LENGTH = 14
_REACHED_MINUTES = 20
_INSIDE_REST = (3, 3, -3, -3)
"""Room for the dashes of a day of rest around its mood."""
_ROOM_AT_REST = 0.86


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a cell of the strip shows."""

    day: date
    mood: float | None
    minutes: int
    rejections: int
    rests: bool

    @classmethod
    def of(cls, day: Day) -> "DayMark":
        """Return the mark of a day."""
        return cls(
            day.day, day.mood, day.exercise_minutes, len(day.rejections), day.rest is not None
        )


class DayCell(QAbstractButton):
    """One day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a cell that shows no day yet."""
        super().__init__(parent)
        self.mark: DayMark | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_mark(self, mark: DayMark, mood_names: Sequence[str], *, chosen: bool) -> None:
        """Show a day, its mood by the person's own names."""
        self.mark = mark
        self.setText(words.cell_title(mark.day))
        said = words.cell_description(
            mark.day,
            mark.mood,
            mark.minutes,
            mark.rejections,
            rests=mark.rests,
            mood_names=mood_names,
        )
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setChecked(chosen)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for a title, a disc and a bar."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("Wed 30") + 14, metrics.height() * 4 + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the title may lose its weekday."""
        return QSize(round(self.fontMetrics().height() * 1.5), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title, mood, movement, and what happened."""
        if self.mark is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        self._paint_frame(painter, colours)
        self._paint_title(painter, colours)
        line = self.fontMetrics().height()
        size = min(line * 1.4, self.width() - 3)
        disc = QRectF(0, 0, size, size)
        disc.moveCenter(QPointF(self.width() / 2, line * 2.15))
        self._paint_disc(painter, disc, colours, self.mark)
        if self.mark.rejections:
            self._paint_rejection(painter, disc, colours)
        if self.mark.minutes:
            self._paint_bar(painter, disc.bottom() + line * 0.45, colours, self.mark.minutes)

    def _paint_frame(self, painter: QPainter, colours: Colours) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(colours.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.accent), 1.6))
        painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), 1.5, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 6, 6)

    def _paint_title(self, painter: QPainter, colours: Colours) -> None:
        title, metrics = self.text(), self.fontMetrics()
        # The same for all cells of a strip, so that they do not differ by a letter's width.
        if metrics.horizontalAdvance("Wed 30") > self.width() - 4:
            title = title.split()[-1]
        painter.setPen(QColor(colours.text if self.isChecked() else colours.muted))
        area = QRectF(0, metrics.height() * 0.3, self.width(), metrics.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, title)

    def _paint_disc(self, painter: QPainter, disc: QRectF, colours: Colours, mark: DayMark) -> None:
        if mark.mood is None or mark.rests:
            style = Qt.PenStyle.DashLine if mark.rests else Qt.PenStyle.SolidLine
            colour = colours.muted if mark.rests else colours.empty_day
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colour), 1.5, style))
            painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        if mark.mood is None:
            return
        if mark.rests:
            disc = disc.adjusted(*_INSIDE_REST)
        step = step_of(mark.mood)
        painter.setBrush(QColor(mood_colour(step)))
        painter.setPen(QPen(QColor(colours.control_line), 0.8))
        painter.drawEllipse(disc)
        font = painter.font()
        whole = mark.mood == step
        painter.save()
        room = _ROOM_AT_REST if mark.rests else 1.0
        font.setPointSizeF(font.pointSizeF() * (0.95 if whole else 0.82) * room)
        painter.setFont(font)
        painter.setPen(QColor(mood_text_colour(step)))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, points(mark.mood))
        painter.restore()

    def _paint_rejection(self, painter: QPainter, disc: QRectF, colours: Colours) -> None:
        size = disc.width() * 0.4
        outward = -1 if self.isRightToLeft() else 1
        centre = disc.center().x() + outward * disc.width() * 0.56
        top = disc.top() - size * 0.1
        triangle = [
            QPointF(centre - size / 2, top),
            QPointF(centre + size / 2, top),
            QPointF(centre, top + size * 0.85),
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.rejection))
        painter.drawPolygon(QPolygonF(triangle))

    def _paint_bar(self, painter: QPainter, y: float, colours: Colours, minutes: int) -> None:
        reached = minutes >= _REACHED_MINUTES
        full = self.fontMetrics().height() * 1.5
        width = full if reached else full * max(0.25, minutes / _REACHED_MINUTES)
        bar = QRectF(0, 0, width, 4)
        bar.moveCenter(QPointF(self.width() / 2, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if reached else colours.empty_day))
        painter.drawRoundedRect(bar, 2, 2)


class DayStrip(QFrame):
    """The last fourteen days, or fourteen around an older one."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the cells."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(pgettext("field", "Fourteen days"))
        self._chosen: date | None = None
        self.cells = [DayCell(self) for _number in range(LENGTH)]
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(0)
        for number, cell in enumerate(self.cells):
            cell.setObjectName(f"day-{number}")
            # Assistive technology toggles where a person clicks, so a click counts by this alone.
            cell.toggled.connect(self._choose)
            row.addWidget(cell)

    def show_days(self, marks: list[DayMark], chosen: date, mood_names: Sequence[str] = ()) -> None:
        """Show fourteen days, oldest first."""
        self._chosen = chosen
        for cell, mark in zip(self.cells, marks, strict=True):
            cell.show_mark(mark, mood_names, chosen=mark.day == chosen)

    def _choose(self, on: bool) -> None:
        cell = self.sender()
        if not isinstance(cell, DayCell) or cell.mark is None:
            return
        day = cell.mark.day
        if on == (day == self._chosen):
            return  # show_days did it, not the person
        cell.setChecked(day == self._chosen)
        self.day_chosen.emit(day)
