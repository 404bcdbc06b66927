"""A small form within a card: for a new entry, or to mend or delete one in place."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.core.log.entries import Activity, CheckIn
from second_wind.core.log.joining import moment_of
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.kit.drafts.fields import show_typed_in, typed_in, words_in
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.indented import indent
from second_wind.ui.kit.fields.number_field import NumberField, first_wrong
from second_wind.ui.kit.fields.time_edit import TimeEdit
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.words.base.language import _, pgettext

Timed = Activity | CheckIn

_COLUMNS = 2
_ABOVE_NAME = 5
"""Room that sets a field's name apart from the field above it."""
_MOMENT = "moment"
"""What a draft knows besides its fields: when a new entry was begun."""
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NOON = time(12)
"""What an entry without a time is offered when it is to have one."""


class EntryEditor(Drafted, QWidget):
    """The base of the forms; a subclass adds its fields and makes entries from them."""

    form: DraftForm
    stored = Signal(object)
    """Carries a new entry, or the new state of the one that was opened."""
    removed = Signal(object)
    refused = Signal(object)
    """Carries a `KnownError`: a number that was typed can't be taken; it stays in its field."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden form without fields."""
        super().__init__(parent)
        self.entry: Timed | None = None
        self._as_opened: Timed | None = None
        self._as_typed: Mapping[str, str] = {}
        self._aside: dict[str, Draft] = {}
        self._day = date.min
        self._at: time | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
        self._cells = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.addLayout(self._grid)
        self.extras = QVBoxLayout()
        column.addLayout(self.extras)
        self._when = WhenFields()
        column.addWidget(self._when)
        column.addLayout(self._buttons())
        self.hide()

    def open_new(self, day: date, today: date, now: datetime) -> None:
        """Ask for a new entry on a day."""
        self.entry = None
        self._day, self._at = day, moment_of(day, today, now)
        self._open(is_new=True)
        self.clear()
        self._as_opened = self._said()
        self._take_up_draft()
        self.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_entry(self, entry: Timed, today: date) -> None:
        """Open an entry for mending."""
        self.entry = entry
        self._day, self._at = entry.day, entry.at
        self._when.show_when(entry.day, entry.at, today)
        self._open(is_new=False)
        self.show_entry(entry)
        self._as_opened = self._said()
        self._take_up_draft()
        self.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_touched(self) -> bool:
        """Tell whether the form is open and says something else than when it was opened."""
        if self.isHidden() or self._as_opened is None:
            return False
        if first_wrong(self) is not None:
            return True
        return replace(self._said(), id=self._as_opened.id) != self._as_opened

    def name_day(self, today: date) -> None:
        """Show to which day the form belongs, because another one is shown now."""
        if self._when.isHidden():
            self._when.show_when(self._day, self._at, today)
            self._when.show()

    def close_form(self) -> None:
        """Hide the form without storing."""
        self.entry = None
        self.hide()
        self.closed.emit()

    def put_aside(self) -> None:
        """Hide the form; what was typed is there when it is opened again."""
        if (draft := self._draft()) is not None:
            self._aside[self.draft_key()] = draft
        self.close_form()

    def drafts(self) -> Mapping[str, Draft]:
        """Return what is typed now, and what was put aside."""
        draft = None if self.isHidden() else self._draft()
        return self._aside | ({self.draft_key(): draft} if draft else {})

    def open_draft(self, draft: Draft, entry: Timed | None, today: date, now: datetime) -> None:
        """Open the form with what was typed: about an entry, or about a new one."""
        self._aside[entry.id if entry else draft.day.isoformat()] = draft
        if entry is not None:
            self.open_entry(entry, today)
        else:
            self.open_new(draft.day, today, now)

    # What a subclass provides

    def clear(self) -> None:
        """Set the fields to what a new entry most likely is."""
        raise NotImplementedError

    def show_entry(self, entry: Timed) -> None:
        """Set the fields to an entry."""
        raise NotImplementedError

    def made(self, day: date, at: time | None) -> Timed:
        """Return a new entry from the fields, or the changed one."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return the field that is asked first."""
        raise NotImplementedError

    def draft_key(self) -> str:
        """Return what a draft belongs to: the entry that is open, else the day."""
        return self.entry.id if self.entry is not None else self._day.isoformat()

    def name_fields(self, **fields: QWidget) -> None:
        """Give fields the names under which drafts know them, for as long as drafts are kept."""
        for name, field in fields.items():
            field.setObjectName(name)

    def add_field(self, label: str, field: QWidget, *, wide: bool = False) -> None:
        """Put a labelled field into the next of two columns, or across both."""
        if wide and self._cells % _COLUMNS:
            self._cells += 1
        row, column = self._cells // _COLUMNS * 2, self._cells % _COLUMNS
        span = _COLUMNS if wide else 1
        name = muted(label)
        name.setBuddy(field)
        name.setContentsMargins(0, _ABOVE_NAME if row else 0, 0, 0)
        if isinstance(field, QAbstractSpinBox):
            indent(field)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)
        field.setAccessibleName(label)
        self._grid.addWidget(name, row, column, 1, span)
        self._grid.addWidget(field, row + 1, column, 1, span)
        self._cells += span

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page, and digits typed in a list of kinds be the number."""
        if event.type() == QEvent.Type.Wheel:  # it would change the number or kind it passes over
            event.ignore()
            return True
        if isinstance(watched, ChoiceBox) and _is_digit(event):
            return self._hand_to_number(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Store on Enter, put aside on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            else:
                self.ask_to_store()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_aside()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> QHBoxLayout:
        self._save = QPushButton()
        self._save.setProperty("role", "primary")
        self._save.clicked.connect(self.ask_to_store)
        self._delete = QPushButton(pgettext("button", "Delete"))
        self._delete.clicked.connect(self._remove)
        cancel = QPushButton(pgettext("button", "Cancel"))
        cancel.clicked.connect(self.close_form)
        row = QHBoxLayout()
        for button in (self._save, cancel):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._delete)
        self._foot = (self._save, cancel, self._delete)
        return row

    def _open(self, *, is_new: bool) -> None:
        self._save.setText(pgettext("button", "Add") if is_new else pgettext("button", "Save"))
        self._when.setVisible(not is_new)
        self._delete.setVisible(not is_new)
        self.show()
        self._order_stops()
        QTimer.singleShot(0, self, self._come_into_sight)

    def _order_stops(self) -> None:
        """Let Tab come from the fields, which are made last, to the time and the buttons."""
        stops: list[QWidget] = []
        each = self.nextInFocusChain()
        while each is not None and each is not self:
            if self.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stops.append(each)
            each = each.nextInFocusChain()
        foot = [one for one in stops if one in self._foot or self._when.isAncestorOf(one)]
        fields = [one for one in stops if one not in foot and one.focusProxy() is None]
        for before, after in pairwise([*fields[-1:], *foot]):
            QWidget.setTabOrder(before, after)

    def _come_into_sight(self) -> None:
        """Scroll until the buttons show, once the form has its place."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            above.ensureWidgetVisible(self._save, 0, self._save.height())
            above.ensureWidgetVisible(self.first_field(), 0, self._save.height())

    def ask_to_store(self) -> None:
        """Hand on what the fields say, or what is wrong with a number."""
        wrong = first_wrong(self)
        if wrong is None:
            self.stored.emit(self._said())
        else:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refused.emit(wrong.problem())

    def _hand_to_number(self, event: QEvent) -> bool:
        """Let a digit begin the number of the form; tell whether there is one."""
        number = next(iter(self.findChildren(NumberField)), None)
        if number is None:
            return False
        number.setFocus(Qt.FocusReason.OtherFocusReason)
        number.selectAll()
        QCoreApplication.sendEvent(number, event)
        return True

    def _said(self) -> Timed:
        """Return the entry that the fields say."""
        day, at = (self._day, self._at) if self._when.isHidden() else self._when.when()
        return self.made(day, at)

    def _draft(self) -> Draft | None:
        """Return what stands in the fields, None where it is what stood there at first."""
        fields = typed_in(self)
        if fields == self._as_typed:
            return None
        words = words_in(self, fields, self._as_typed)
        fields[_MOMENT] = self._at.isoformat() if self._at else ""
        entry = self.entry.id if self.entry else ""
        return Draft(form=self.form, day=self._day, entry=entry, fields=fields, words=words)

    def _take_up_draft(self) -> None:
        self._as_typed = typed_in(self)
        draft = self._aside.pop(self.draft_key(), None)
        if draft is not None:
            moment = draft.fields.get(_MOMENT)
            self._at = time.fromisoformat(moment) if moment else None
            show_typed_in(self, draft.fields)

    def _remove(self) -> None:
        self.removed.emit(self.entry)


def _is_digit(event: QEvent) -> bool:
    """Tell whether a digit was pressed, of any script."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.text().isdecimal() and not event.modifiers() & ~_KEYPAD


class WhenFields(QWidget):
    """The day and the time of an entry that is being mended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the two fields."""
        super().__init__(parent)
        self._date = DayEdit(date.min)
        self._date.setObjectName("day")
        self._date.setAccessibleName(pgettext("field", "Day"))
        self._has_time = QCheckBox(pgettext("field", "Time"))
        self._has_time.setObjectName("has-time")
        self._has_time.setToolTip(_("Without a tick it is logged without a time"))
        self._time = TimeEdit()
        self._time.setObjectName("time")
        self._time.setAccessibleName(pgettext("field", "Time"))
        self._has_time.toggled.connect(self._time.setEnabled)
        indent(self._time)
        label = muted(pgettext("field", "Day"), wraps=True)
        label.setBuddy(self._date)
        row = FlowLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        for each in (label, self._date, self._has_time, self._time):
            row.addWidget(each)

    def show_when(self, day: date, at: time | None, today: date) -> None:
        """Show a day and a time; an entry without a time gets one only if it is ticked."""
        self._date.setMaximumDate(QDate(today.year, today.month, today.day))
        self._date.set_day(day)
        self._has_time.setChecked(at is not None)
        self._time.setEnabled(at is not None)
        self._time.set_at(at or _NOON)

    def is_changed(self, day: date, at: time | None) -> bool:
        """Tell whether another day or time is set than these."""
        shown = at and at.replace(second=0, microsecond=0)
        return self.when() != (day, shown)

    def when(self) -> tuple[date, time | None]:
        """Return what is set."""
        return self._date.day(), self._time.at() if self._has_time.isChecked() else None
