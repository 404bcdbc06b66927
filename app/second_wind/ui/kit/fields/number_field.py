"""Fields for numbers: read as they are meant in any locale, left alone where they can't be."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QKeyEvent,
    QKeySequence,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import MOST_MINUTES
from second_wind.core.log.scale import HIGHEST, LOWEST
from second_wind.ui.kit.fields.typed import is_for_window
from second_wind.words.base import amounts, numbers
from second_wind.words.base.language import pgettext

_NONE = "–"
_PER_HOUR = 60
_MOST_DECIMALS = 2
"""So that no number is shown with three, which could be taken for thousands."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a field holds.

    Attributes
    ----------
    read : function of str to float
        Raises a known error for what is none.
    show : function of float to str
    lowest, highest, step : float
        Where the arrows lead; what is typed is held to what `read` takes.
    unit : str
        What stands behind the number.
    may_be_none : bool
    per_spoken : float
        How much of it is one of what is shown, such as 60 minutes where hours are.
    """

    read: Callable[[str], float]
    show: Callable[[float], str]
    lowest: float
    highest: float
    step: float = 1
    unit: str = ""
    may_be_none: bool = False
    per_spoken: float = 1


class NumberField(QAbstractSpinBox):
    """Holds a number to its last bit as long as nobody types another one.

    What is typed stays as it was typed until it can be read: a spin box of Qt's own would drop what
    it takes for a mark between thousands, or bring back the old number.
    """

    changed = Signal()
    stepped = Signal()
    """Another number was chosen by an arrow, the wheel or assistive technology."""

    def __init__(self, amount: Amount, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._amount = amount
        self._number: float | None = None
        self._shown = ""
        if amount.may_be_none:
            self.lineEdit().setPlaceholderText(_NONE)
        self.lineEdit().textChanged.connect(self._tell)
        self.editingFinished.connect(self.tidy)

    def show_number(self, number: float | None) -> None:
        """Show a number, or none."""
        self._number = number
        self._shown = "" if number is None else self._amount.show(number) + self._amount.unit
        self.lineEdit().setText(self._shown)

    def show_text(self, text: str) -> None:
        """Show what was typed before, readable or not."""
        self.lineEdit().setText(text)

    def number(self) -> float | None:
        """Return the number that is shown, the very same where nothing else was typed.

        Raises
        ------
        KnownError
            If what was typed can't be read or is out of range.
        """
        if self.text() == self._shown:
            return self._number
        typed = self._without_unit()
        if self._amount.may_be_none and typed in ("", _NONE):
            return None
        return self._amount.read(typed)

    def whole(self) -> int:
        """Return a number that is a whole one, 0 for none; raises as `number` does."""
        return int(self.number() or 0)

    def problem(self) -> KnownError | None:
        """Return what is wrong with what was typed, None if it can be taken."""
        try:
            self.number()
        except KnownError as error:
            return error
        return None

    def last_number(self) -> float | None:
        """Return the number, and the last one there was where what was typed is none."""
        return self._number if self.problem() is not None else self.number()

    def tidy(self) -> None:
        """Write a number that was typed as the field writes numbers; leave alone what is none."""
        if self.text() != self._shown and self.problem() is None:
            self.show_number(self.number())

    # Qt

    def has_typing(self) -> bool:
        """Tell whether there is typing to take back; Qt forgets what it was once it is refused."""
        return self.lineEdit().isUndoAvailable() or self.text() != self._shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back the number on Ctrl+Z where what was typed was refused."""
        takes_back = event.matches(QKeySequence.StandardKey.Undo)
        if takes_back and self.has_typing() and not self.lineEdit().isUndoAvailable():
            self.show_number(self._number)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def stepBy(self, steps: int) -> None:
        """Go up or down from the number that is shown, or from the last one there was."""
        amount, number = self._amount, self.last_number()
        if number is None:
            self.show_number(amount.lowest if steps > 0 else None)
        elif steps < 0 and number <= amount.lowest and amount.may_be_none:
            self.show_number(None)
        else:
            wanted = number + steps * amount.step
            self.show_number(min(max(wanted, amount.lowest), amount.highest))
        self.selectAll()
        self.stepped.emit()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Let the arrows lead up to the highest number, and down to the lowest or to none."""
        amount, number = self._amount, self.last_number()
        flag = QAbstractSpinBox.StepEnabledFlag
        can = flag.StepNone
        if number is None or number < amount.highest:
            can |= flag.StepUpEnabled
        if number is not None and (number > amount.lowest or amount.may_be_none):
            can |= flag.StepDownEnabled
        return can

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed: what is wrong with it is told, never corrected."""
        return QValidator.State.Acceptable, text, position

    def sizeHint(self) -> QSize:
        """Have room for the widest number."""
        return self._with_room(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Have room for the widest number."""
        return self._with_room(super().minimumSizeHint())

    # What assistive technology reads and writes

    def _spoken(self) -> float:
        return (self.last_number() or 0.0) / self._amount.per_spoken

    def _speak(self, value: float) -> None:
        amount = self._amount
        wanted = round(value * amount.per_spoken, _MOST_DECIMALS)
        self.show_number(min(max(wanted, amount.lowest), amount.highest))
        self.stepped.emit()

    def _lowest(self) -> float:
        return 0.0 if self._amount.may_be_none else self._amount.lowest / self._amount.per_spoken

    def _highest(self) -> float:
        return self._amount.highest / self._amount.per_spoken

    def _step(self) -> float:
        return self._amount.step / self._amount.per_spoken

    value = Property(float, _spoken, _speak, notify=changed)
    minimum = Property(float, _lowest)
    maximum = Property(float, _highest)
    singleStep = Property(float, _step)  # noqa: N815 - the name by which Qt asks for it

    # Inside

    def _tell(self) -> None:
        self.changed.emit()
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self._spoken()))

    def _without_unit(self) -> str:
        return self.text().strip().removesuffix(self._amount.unit.strip()).strip()

    def _with_room(self, hint: QSize) -> QSize:
        amount = self._amount
        widest = max(amount.show(amount.lowest), amount.show(amount.highest), key=len)
        room = self.fontMetrics().horizontalAdvance(widest + amount.unit + " ")
        return QSize(hint.width() + room, hint.height())


class TypedNumber(NumberField):
    """A number that the wheel passes over; Ctrl+Z is the window's when nothing is typed."""

    def __init__(self, amount: Amount, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(amount, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page instead of changing the number it passes over."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when there is no typing to take back."""
        if is_for_window(event, self.lineEdit(), undoable=self.has_typing()):
            event.ignore()
            return False
        return super().event(event)


def first_wrong(parent: QWidget) -> NumberField | None:
    """Return the first field of a form with something in it that can't be taken."""
    fields = parent.findChildren(NumberField)
    return next((e for e in fields if e.isVisibleTo(parent) and e.problem() is not None), None)


def minutes(*, may_be_none: bool = False) -> Amount:
    """Return minutes of a day, from one on, or none."""
    return Amount(
        amounts.minutes,
        _whole,
        1,
        MOST_MINUTES,
        # Translators: minutes, behind a number in a field; the space before it stays.
        unit=pgettext("unit behind a number", " min"),
        may_be_none=may_be_none,
    )


def hours() -> Amount:
    """Return hours of a day, kept as minutes."""
    return Amount(
        amounts.hours,
        _hours,
        1,
        MOST_MINUTES,
        30,
        # Translators: hours, behind a number in a field; the space before it stays.
        unit=pgettext("unit behind a number", " h"),
        per_spoken=_PER_HOUR,
    )


def mood() -> Amount:
    """Return a mood, or none."""
    return Amount(amounts.mood, _decimals, LOWEST, HIGHEST, may_be_none=True)


def count(what: str, lowest: int, highest: int) -> Amount:
    """Return a whole number within bounds, both included."""
    return Amount(amounts.whole(what, lowest, highest), _whole, lowest, highest)


def span(what: str, lowest: int, highest: int) -> Amount:
    """Return minutes within bounds, both included."""
    read = amounts.span(what, lowest, highest)
    return Amount(
        read,
        _whole,
        lowest,
        highest,  # Translators: minutes, behind a number in a field; the space before it stays.
        unit=pgettext("unit behind a number", " min"),
    )


def _whole(number: float) -> str:
    return numbers.short(number, 0)


def _decimals(number: float) -> str:
    return numbers.short(number, _MOST_DECIMALS)


def _hours(number: float) -> str:
    return numbers.short(number / _PER_HOUR, _MOST_DECIMALS)
