"""How are you right now: mood, feelings, words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.drafts import Draft, DraftForm, joined
from second_wind.core.log.entries import CheckIn, Day, FeelingWord
from second_wind.core.log.feelings import FEELINGS, OFFERED, offered
from second_wind.core.log.joining import (
    CORRECTION,
    TOGETHER,
    latest,
    new_check_in,
    pressed,
    rechosen,
)
from second_wind.core.log.own_words import word_changes
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act, ActName
from second_wind.ui.entries.entry_lines import EntryLines
from second_wind.ui.feelings.chips import FeelingChips, FeelingField
from second_wind.ui.feelings.mood_row import MoodRow
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.kit.fields.note_edit import NoteEdit
from second_wind.ui.kit.look.tab_stops import place_after
from second_wind.ui.today.cards.day_card import DayCard
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import cards as words

if TYPE_CHECKING:
    from second_wind.ui.today.forms.mending_row import MendingRow

_NOTE_LINES = 3.4
_NOTE, _BEFORE, _NOTED, _FEELING = "note", "note-before", "check-in", "feeling"
"""What a draft holds: the words, what was stored of them and where, and a feeling."""


class MoodCard(Drafted, DayCard):
    """Stores each press, each feeling and each rest in the typing at once."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(journal, _("How are you right now?"), "1–0", parent)
        self._opened: str | None = None
        self._note_target: str | None = None
        self._note_act: Act | None = None
        self._separate = False
        self._moods = MoodRow()
        self._chips = FeelingChips()
        self.field = FeelingField()
        self._note = NoteEdit()
        self._lines = EntryLines()
        self._offered: tuple[str, ...] = ()
        self._aside: dict[str, Draft] = {}
        self._another = QPushButton(pgettext("button", "Add another"))
        self._made_row: MendingRow | None = None
        self._lay_out()
        self._connect()

    # What Today asks

    def show_day(self, day: Day) -> None:
        """Show a day anew."""
        if day.day != self.day.day:
            self._leave_check_in()
            self._offered = () if day.day == self.today() else self._offered[:OFFERED]
        self.day = day
        current = self.current()
        self.title.setText(self._question())
        self.aside.setText(words.check_ins_so_far(day, is_today=self.is_today()))
        names = self.journal.settings.mood_names
        self._moods.show_names(names)
        self._moods.show_mood(current.mood if current else None)
        self._show_feelings(current.feelings if current else ())
        noted = self._visited() or current
        self._note.show_text(noted.note if noted else "")
        self._lines.show_entries((each, words.check_in(each, names)) for each in day.check_ins)
        corrects = latest(day, self.journal.now(), CORRECTION) is not None
        self._another.setVisible(corrects and self._opened is None)
        if self._opened is not None:
            self._mending.show()
        elif self._made_row is not None:
            self._made_row.hide()
        if (aside := self._aside.pop(self._draft_key(), None)) is not None:
            self._show_typed(aside.fields)

    def press(self, mood: float, *, extend: Act | None = None) -> Act | None:
        """Store a mood: a new check-in, or the correction of the last one."""
        now = self.journal.now()
        opened = self._opened_check_in()
        if opened is not None:
            return self.store(ActName.EDIT, change=[replace(opened, mood=mood)], extend=extend)
        corrected = pressed(self.day, mood, now, separate=self._separate)
        self._separate = False
        if corrected is not None:
            return self.store(ActName.MOOD, change=[corrected], extend=extend)
        made = new_check_in(self.day.day, self.today(), now, mood)
        return self.store(ActName.MOOD, add=[made])

    def ask_feelings(self) -> None:
        """Let feelings be typed."""
        self.field.begin()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_note(self) -> None:
        """Let words be typed, after those that are there."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._note.moveCursor(QTextCursor.MoveOperation.End)

    def store_now(self) -> None:
        """Store what was typed and not yet stored."""
        self._note.store_now()

    def current(self) -> CheckIn | None:
        """Return the check-in that feelings and words join."""
        opened = self._opened_check_in()
        if opened is not None:
            return opened
        if self._separate:
            return None
        return latest(self.day, self.journal.now(), TOGETHER)

    # Drafts

    def drafts(self) -> Mapping[str, Draft]:
        """Return the words, the feeling and the time that are typed and not stored."""
        draft = self._draft()
        return self._aside | ({self._draft_key(): draft} if draft else {})

    def take_draft(self, draft: Draft) -> None:
        """Show on the day that is shown what was typed about it."""
        self._leave_check_in()
        if any(each.id == draft.entry for each in self.day.check_ins):
            self._opened = draft.entry
        self.show_day(self.day)
        self._show_typed(draft.fields)

    def _draft(self) -> Draft | None:
        fields: dict[str, str] = {}
        if self._note.is_newer():
            noted = self._visited() or self.current()
            fields = {_NOTE: self._note.toPlainText(), _BEFORE: self._note.stored_text()}
            fields[_NOTED] = noted.id if noted else ""
        if self.field.isVisibleTo(self) and self.field.text():
            fields[_FEELING] = self.field.text()
        words = " ".join(f"{fields.get(_FEELING, '')} {fields.get(_NOTE, '')}".split())
        opened = self._opened_check_in()
        if opened is not None and self._mending.when.is_changed(opened.day, opened.at):
            from second_wind.ui.kit.drafts.fields import typed_in

            fields |= typed_in(self._mending.when)
        if not fields:
            return None
        form, day = DraftForm.MOOD, self.day.day
        return Draft(form=form, day=day, entry=self._opened or "", fields=fields, words=words)

    def _draft_key(self) -> str:
        return f"{self.day.day} {self._opened or ''}"

    def _show_typed(self, fields: Mapping[str, str]) -> None:
        if self._opened is not None:
            from second_wind.ui.kit.drafts.fields import show_typed_in

            show_typed_in(self._mending.when, fields)
        if _FEELING in fields:
            self.ask_feelings()
            self.field.setText(fields[_FEELING])
        if _NOTE in fields:
            self._note_target = fields.get(_NOTED) or None
            self.show_day(self.day)
            text, before = fields[_NOTE], fields.get(_BEFORE, "")
            self._note.show_typed(joined(text, before, self._note.stored_text()))
            self.ask_note()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a check-in that was opened on Esc."""
        if event.key() == Qt.Key.Key_Escape and self._opened is not None:
            self._close()
        else:
            super().keyPressEvent(event)

    # Feelings and words

    def _toggle_feeling(self, feeling: str, on: bool) -> None:
        current = self._current_or_new()
        others = tuple(each for each in current.feelings if each != feeling)
        feelings = (*others, feeling) if on else others
        self._put(replace(current, feelings=feelings), ActName.FEELINGS)

    def _add_feeling(self, feeling: str) -> None:
        current = self.current()
        if current is None or feeling not in current.feelings:
            self._toggle_feeling(feeling, on=True)

    def _choose_feelings(self) -> None:
        self._ask_for_feelings(self._current_or_new())

    def take_feelings(self, draft: Draft) -> None:
        """Open all feelings, those chosen that were being chosen."""
        held = {each.id: each for each in self.day.check_ins}
        shown = held.get(draft.entry) or self._current_or_new()
        self._ask_for_feelings(shown, draft.fields)

    def _ask_for_feelings(self, shown: CheckIn, typed: Mapping[str, str] | None = None) -> None:
        own = self.journal.entries(FeelingWord)
        from second_wind.ui.feelings.feelings_dialog import FeelingsDialog  # seldom needed

        dialog = FeelingsDialog(shown.feelings, self.journal.own_feelings(), own, self)
        dialog.belong_to(shown.day, shown.id if shown.logged_at else "")
        if typed is not None:
            dialog.take_typed(typed)
        if dialog.exec():
            now = self._as_it_is_now(shown)
            feelings = rechosen(now.feelings, shown.feelings, dialog.chosen())
            act = self._put(replace(now, feelings=feelings), ActName.FEELINGS)
            said = word_changes(own, dialog.described(), self.today())
            if said:
                lists = {"add": said.add, "change": said.change, "delete": said.delete}
                self.store(ActName.FEELING_WORD, **lists, extend=act)
        dialog.deleteLater()

    def _as_it_is_now(self, shown: CheckIn) -> CheckIn:
        """Return a check-in with what was changed elsewhere; a bare one where it was deleted."""
        held = {each.id: each for each in self.journal.day(shown.day).check_ins}
        if shown.id in held or shown.logged_at is None:
            return held.get(shown.id, shown)
        return CheckIn(day=shown.day, at=shown.at)

    def _feelings_finished(self) -> None:
        self.field.hide()
        self.setFocus()

    def _store_note(self, text: str) -> None:
        target = self._note_check_in()
        act = self._put(replace(target, note=text), ActName.NOTE, extend=self._note_act)
        if act is not None:
            self._note_target, self._note_act = target.id, act
        if act is not None or not text:  # without words there may be nothing to store
            self._note.mark_stored(text)

    def _note_check_in(self) -> CheckIn:
        """Return where the words go: within one visit always to the same check-in."""
        return self._visited() or self._current_or_new()

    def _visited(self) -> CheckIn | None:
        """Return the check-in that is being written to, whatever is logged meanwhile."""
        return next((each for each in self.day.check_ins if each.id == self._note_target), None)

    def _end_note_visit(self) -> None:
        self._note_target, self._note_act = None, None

    # Check-ins of the day

    def _open(self, entry: CheckIn) -> None:
        self.store_now()
        self._end_note_visit()
        self._opened = entry.id
        self._mending.when.show_when(entry.day, entry.at, self.today())
        self.show_day(self.day)
        self._moods.take_focus()

    def _mend(self) -> None:
        opened = self._opened_check_in()
        if opened is not None:
            day, at = self._mending.when.when()
            if (day, at) != (opened.day, opened.at):
                self.store(ActName.EDIT, change=[replace(opened, day=day, at=at)])
        self._close()

    def _close(self) -> None:
        self._leave_check_in()
        self.show_day(self.day)
        self.setFocus()

    def _delete(self) -> None:
        opened = self._opened_check_in()
        self._leave_check_in()
        self.setFocus()
        if opened is not None:
            self.store(ActName.DELETE, delete=[opened])

    def _begin_another(self) -> None:
        self.store_now()
        self._end_note_visit()
        self._separate = True
        self.show_day(self.day)

    def _leave_check_in(self) -> None:
        self.store_now()
        if self._note.is_newer() and (draft := self._draft()) is not None:
            self._aside[self._draft_key()] = draft  # it was refused: it belongs to this day
            self._note.give_away()
        self._end_note_visit()
        self._opened = None
        self._separate = False

    def _opened_check_in(self) -> CheckIn | None:
        return next((each for each in self.day.check_ins if each.id == self._opened), None)

    def _current_or_new(self) -> CheckIn:
        now = self.journal.now()
        return self.current() or new_check_in(self.day.day, self.today(), now)

    def _put(self, check_in: CheckIn, name: ActName, extend: Act | None = None) -> Act | None:
        """Store a check-in; one that says nothing any more goes."""
        self._separate = False
        held = self.journal.day(check_in.day).check_ins  # another day may be shown by now
        exists = any(each.id == check_in.id for each in held)
        says_nothing = check_in.mood is None and not check_in.feelings and not check_in.note
        if not exists:
            return None if says_nothing else self.store(name, add=[check_in], extend=extend)
        if says_nothing:
            return self.store(name, delete=[check_in], extend=extend)
        return self.store(name, change=[check_in], extend=extend)

    # Showing

    @property
    def _mending(self) -> "MendingRow":
        """The row for day and time; made when a check-in is first opened."""
        if self._made_row is None:
            from second_wind.ui.today.forms.mending_row import MendingRow

            row = self._made_row = MendingRow()
            row.done.clicked.connect(self._mend)
            row.delete.clicked.connect(self._delete)
            self._row_room.addWidget(row)
            place_after(self._note, row)
        return self._made_row

    def _question(self) -> str:
        if self._opened is not None:
            return _("Mend this check-in")
        return _("How are you right now?") if self.is_today() else _("How was that day?")

    def _show_feelings(self, chosen: tuple[str, ...]) -> None:
        """Show chips; they keep their places, so that another press or past day meets the same."""
        used = self.journal.own_feelings()
        known = {*used, *FEELINGS}
        kept = (each for each in self._offered or offered(used) if each in known)
        self._offered = tuple(dict.fromkeys((*kept, *chosen)))
        self._chips.set_feelings(self._offered, chosen)
        self.field.set_used(used)

    def _lay_out(self) -> None:
        self._note.setPlaceholderText(_("What happened, and how did it feel? (N)"))
        self._note.setAccessibleName(pgettext("field", "Note"))
        self._note.setObjectName("note")
        self._note.setFixedHeight(round(self.fontMetrics().height() * _NOTE_LINES))
        self.field.setObjectName("feeling")
        self.field.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._lines, 1, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._another, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self._moods, self._chips, self.field, self._note):
            self.body.addWidget(widget)
        self._row_room = QVBoxLayout()
        self.body.addLayout(self._row_room)
        self.body.addLayout(foot)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect(self) -> None:
        self._moods.pressed.connect(self.press)
        self._lines.opened.connect(self._open)
        self._chips.toggled.connect(self._toggle_feeling)
        self._chips.more_wanted.connect(self._choose_feelings)
        self.field.word_entered.connect(self._add_feeling)
        self.field.refused.connect(self.failed)
        self.field.finished.connect(self._feelings_finished)
        self._note.paused.connect(self._store_note)
        self._note.visit_ended.connect(self._end_note_visit)
        self._another.clicked.connect(self._begin_another)
