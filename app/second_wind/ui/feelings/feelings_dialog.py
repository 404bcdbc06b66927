"""All feelings with their meanings, in groups, to search and choose from."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import TooLong
from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.core.log.entries import LONGEST_LINE, FeelingWord
from second_wind.core.log.feelings import (
    FEELINGS,
    LONGEST_OWN_WORD,
    VOCABULARY,
    check_own_word,
    own_word,
)
from second_wind.ui.feelings.chips import Chip
from second_wind.ui.feelings.feeling_group import FeelingGroup, OwnWords
from second_wind.ui.kit.drafts.drafted import Drafted
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.forms.leave_question import LeaveQuestion
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.window.page import scroll_by_key, scrolling
from second_wind.words.base.language import _, pgettext
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import feelings as words
from second_wind.words.errors.sentences import sentence
from second_wind.words.window.drafts import shortened

CHOSEN, DESCRIBED, SEARCHED = "chosen", "described", "searched"
"""What a draft of feelings holds."""


def typed_feelings(
    chosen: Sequence[str], described: Mapping[str, tuple[str, str]], searched: str
) -> dict[str, str]:
    """Return feelings that are being named as a draft holds them."""
    return {CHOSEN: json.dumps(chosen), DESCRIBED: json.dumps(described), SEARCHED: searched}


def feelings_draft(day: date, check_in: str, fields: Mapping[str, str]) -> Draft:
    """Return feelings that are being named as a draft."""
    named = [words.label(each) for each in json.loads(fields[CHOSEN])]
    said = [meaning for _group, meaning in json.loads(fields[DESCRIBED]).values()]
    told = ", ".join(filter(None, (*named, *said, fields[SEARCHED])))
    return Draft(form=DraftForm.FEELINGS, day=day, entry=check_in, fields=fields, words=told)


class FeelingsDialog(Drafted, QDialog):
    """Lets several feelings be chosen at once; `chosen()` tells which."""

    def __init__(
        self,
        chosen: Collection[str],
        used: Sequence[str],
        own_words: Sequence[FeelingWord] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show the vocabulary and the person's own words, with what is chosen so far."""
        super().__init__(parent)
        self.setObjectName("feelings-dialog")
        self.setWindowTitle(pgettext("heading", "Feelings"))
        self.resize(560, 620)
        self._chosen = dict.fromkeys(chosen)
        self._as_chosen = tuple(self._chosen)
        self._about: tuple[date, str] | None = None
        self._groups: list[FeelingGroup] = []
        noted = [each.word for each in own_words]
        own = [each for each in (*chosen, *noted, *used) if each not in FEELINGS]
        self._own = OwnWords(_("Your own words"), list(dict.fromkeys(own)), own_words)
        self._as_described = self._own.described()
        self.question = LeaveQuestion()
        self.question.leave.clicked.connect(self._leave)
        self.question.keep.clicked.connect(self._keep_writing)
        self.notice = Notice()
        self._search = Line()
        self._search.setPlaceholderText(_("Search, or type a word of your own"))
        self._search.setObjectName("search-feelings")
        self._search.setAccessibleName(pgettext("field", "Search feelings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._add = QPushButton()
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._add_own)
        self._add.hide()
        self._done = QPushButton(pgettext("button", "Done"))
        self._done.setProperty("role", "primary")
        self._done.clicked.connect(self._enter_or_finish)
        self._cancel = QPushButton(pgettext("button", "Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self._done.setDefault(True)  # only now does it belong to the dialog

    def chosen(self) -> tuple[str, ...]:
        """Return what is chosen, in the order in which it was chosen."""
        return tuple(self._chosen)

    def described(self) -> dict[str, tuple[str, str]]:
        """Return the group and the meaning of each own word, empty where nothing is said."""
        return self._own.described()

    def belong_to(self, day: date, check_in: str) -> None:
        """Know which check-in the feelings are for, "" for a new one: drafts tell it."""
        self._about = day, check_in

    def drafts(self) -> Mapping[str, Draft]:
        """Return what was chosen and written here, where it is known what for."""
        fields = self.typed()
        if self._about is None or not fields:
            return {}
        day, entry = self._about
        draft = feelings_draft(day, entry, fields)
        return {f"{day} {entry}": draft}

    def typed(self) -> dict[str, str]:
        """Return what was chosen and written here so far; empty if nothing."""
        same = self.chosen() == self._as_chosen and self._said() == self._as_said()
        if not self.isVisible() or (same and not self._search.text()):
            return {}
        before, nothing = self._as_described, ("", "")
        described = self.described().items()
        said = {word: each for word, each in described if each != before.get(word, nothing)}
        return typed_feelings(self.chosen(), said, self._search.text())

    def take_typed(self, fields: Mapping[str, str]) -> None:
        """Show what was chosen and written here before."""
        for word, (group, meaning) in json.loads(fields.get(DESCRIBED, "{}")).items():
            if word not in self._own.chips:
                self._own.add(word).flipped.connect(self._flip)
            self._own.describe(word, group, meaning)
        chosen = json.loads(fields.get(CHOSEN, "[]"))
        for word in chosen:
            if not any(word in each.chips for each in (*self._groups, self._own)):
                self._own.add(word).flipped.connect(self._flip)
        for each in (*self._groups, self._own):
            each.check(chosen)
        self._own.setVisible(bool(self._own.chips))
        self._search.setText(fields.get(SEARCHED, ""))

    def chip(self, feeling: str) -> Chip:
        """Return the chip of a feeling."""
        holder = next(each for each in (*self._groups, self._own) if feeling in each.chips)
        return holder.chips[feeling]

    def accept(self) -> None:
        """Close; a meaning that is too long stays to be shortened."""
        long = self._own.too_long()
        if long is None:
            super().accept()
        else:
            self._object_to(TooLong("meaning", len(long.text()), LONGEST_LINE), long)

    def reject(self) -> None:
        """Close; ask first if it was written what a word means."""
        if not self.question.isHidden():
            self._keep_writing()
        elif self._said() != self._as_said():
            self.notice.hide()
            self.question.ask()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that the search leaves alone."""
        if not scroll_by_key(self, event):
            super().keyPressEvent(event)

    def _said(self) -> dict[str, tuple[str, str]]:
        return {word: each for word, each in self.described().items() if any(each)}

    def _as_said(self) -> dict[str, tuple[str, str]]:
        return {word: each for word, each in self._as_described.items() if any(each)}

    def _object_to(self, error: KnownError, field: QWidget) -> None:
        """Say what is wrong, and go where it is."""
        self.question.hide()
        self.notice.say(sentence(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        super().reject()

    def _keep_writing(self) -> None:
        self.question.hide()
        self._done.setDefault(True)
        self._search.setFocus()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(18)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeading)
        for group in VOCABULARY:
            self._groups.append(FeelingGroup(words.group_label(group.id), group.feelings))
        for each in (self._own, *self._groups):
            each.check(self._chosen)
            for chip in each.chips.values():
                chip.flipped.connect(self._flip)
            column.addWidget(each)
        column.addStretch(1)
        widest = max(
            chip.sizeHint().width() for each in self._groups for chip in each.chips.values()
        )
        for each in (self._own, *self._groups):
            each.set_chip_width(widest)
        self._own.setVisible(bool(self._own.chips))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 18)
        outer.setSpacing(14)
        outer.addWidget(self._search)
        area = scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area, 1)
        outer.addWidget(self.notice)
        outer.addWidget(self.question)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._done)
        outer.addLayout(buttons)

    def _enter_or_finish(self) -> None:
        """Take what was searched, if anything was; else be done."""
        text = own_word(self._search.text())
        if not text or not self._search.hasFocus():
            self.accept()
            return
        shown = [chip for each in (self._own, *self._groups) for chip in each.shown()]
        if self._add.isVisible() and not shown:
            self._add_own()
        elif shown:
            exact = words.understood(text, self.chosen())
            chip = next((each for each in shown if each.feeling == exact), shown[0])
            chip.setChecked(True)
            self._search.clear()

    def _flip(self, feeling: str, on: bool) -> None:
        if on:
            self._chosen[feeling] = None
        else:
            self._chosen.pop(feeling, None)

    def _filter(self, text: str) -> None:
        for each in (self._own, *self._groups):
            each.filter(text)
        word = own_word(text)
        is_new = bool(word) and words.understood(word, [*self._own.chips], completes=False) == word
        self._add.setVisible(is_new and word not in {*FEELINGS, *self._own.chips})
        shown = shortened(word, LONGEST_OWN_WORD).replace("&", "&&")
        self._add.setText(_("Add “{word}” as your own word").format(word=isolated(shown)))

    def _add_own(self) -> None:
        word = own_word(self._search.text())
        try:
            check_own_word(word)
        except KnownError as error:
            self._object_to(error, self._search)
            return
        self.notice.hide()
        chip = self._own.add(word)
        chip.flipped.connect(self._flip)
        chip.setChecked(True)
        self._search.clear()
        self._search.setFocus()
