"""Feelings as chips to press, and a field for those that one would rather type."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.feelings import check_own_word
from second_wind.ui.kit.fields.typed import Line, is_for_window
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import feelings as words

_GAP = 6
_KEEPS_TYPING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Chip(QPushButton):
    """One feeling that is chosen or not."""

    flipped = Signal(str, bool)

    def __init__(self, feeling: str, parent: QWidget | None = None) -> None:
        """Make a chip that is not chosen."""
        super().__init__(words.label(feeling).replace("&", "&&"), parent)
        self.feeling = feeling
        self.setObjectName(f"feeling-{feeling}")
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(words.label(feeling))
        self.setAccessibleDescription(words.meaning(feeling))
        self.setToolTip(words.meaning(feeling))
        self.toggled.connect(self._tell)

    def _tell(self, on: bool) -> None:
        self.flipped.emit(self.feeling, on)


class FeelingChips(QWidget):
    """Chips that wrap: the offered feelings, those chosen beside them, and one for more."""

    toggled = Signal(str, bool)
    """A feeling was chosen (True) or taken back by the person."""
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing but the button for more."""
        super().__init__(parent)
        self.setAccessibleName(pgettext("field", "Feelings"))
        self._chips: dict[str, Chip] = {}
        self._chosen: frozenset[str] = frozenset()
        self.more = QPushButton(pgettext("button", "more…"), self)
        self.more.setObjectName("more-feelings")
        self.more.setProperty("role", "chip")
        self.more.setAutoDefault(False)
        self.more.setAccessibleName(pgettext("field", "More feelings"))
        self.more.setToolTip(_("All feelings with their meanings"))
        self.more.clicked.connect(self.more_wanted)
        self._flow = FlowLayout(self, _GAP)
        self._flow.set_widgets([self.more])

    def set_feelings(self, offered: Sequence[str], chosen: Collection[str]) -> None:
        """Show what is offered and what is chosen; chips that stay keep the focus."""
        shown = list(dict.fromkeys((*offered, *chosen)))
        self._chosen = frozenset(chosen)
        for gone in self._chips.keys() - set(shown):
            chip = self._chips.pop(gone)
            chip.hide()
            chip.deleteLater()
        for each in shown:
            if each not in self._chips:
                self._chips[each] = self._chip(each)
            self._chips[each].setChecked(each in self._chosen)
        buttons: list[QWidget] = [*(self._chips[each] for each in shown), self.more]
        QWidget.setTabOrder(self.more, buttons[0])  # and the layout puts it last again
        self._flow.set_widgets(buttons)
        self.updateGeometry()

    def chosen(self) -> frozenset[str]:
        """Return the feelings that are chosen."""
        return self._chosen

    def chip(self, feeling: str) -> Chip:
        """Return the chip of a feeling that is shown."""
        return self._chips[feeling]

    def _chip(self, feeling: str) -> Chip:
        chip = Chip(feeling, self)
        chip.flipped.connect(self._flip)
        chip.setVisible(True)
        return chip

    def _flip(self, feeling: str, on: bool) -> None:
        if on == (feeling in self._chosen):
            return  # set_feelings did it, not the person
        self._chosen = self._chosen | {feeling} if on else self._chosen - {feeling}
        self.toggled.emit(feeling, on)


class FeelingField(Line):
    """A line for feelings: it completes as one types, and a comma or Enter enters the word.

    What would be entered is always what is shown; Backspace takes a completion away. The field
    stays for another word; Enter in the empty field, or Esc, ends.
    """

    word_entered = Signal(str)
    """Carries a feeling's identifier, or a word of the person's own."""
    refused = Signal(object)
    """Carries a `KnownError`: a word is too long to be one; all stays as it was typed."""
    finished = Signal()
    """The person is done with the field: Enter without a word, or Esc."""
    key_meant = Signal(str)
    """Carries a letter that was no beginning of a word; `finished` comes before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setObjectName("feeling-field")
        self.setAccessibleName(_("A feeling in your own word"))
        self.form_keys = ""
        """After a word these letters, alone before Enter or a digit, are keys of the page."""
        self.note_key = ""
        """After a word this letter is one, too, where no known feeling begins with what follows."""
        self._used: tuple[str, ...] = ()
        self._typed = ""
        self._completes = True
        self.begin()
        self.textEdited.connect(self._take_typing)

    def begin(self) -> None:
        """Ask for a first word."""
        self._follows_word = False
        self.setPlaceholderText(_("or type a feeling, then Enter"))

    def objects(self) -> bool:
        """Say what is wrong with what is typed; tell whether anything is."""
        problem = self._problem()
        if problem is not None:
            self.refused.emit(problem)
        return problem is not None

    def _problem(self) -> KnownError | None:
        for each in self.text().split(","):
            word = words.understood(each, self._used, completes=False)
            try:
                if word not in self._used:
                    check_own_word(word)
            except KnownError as error:
                return error
        return None

    def set_used(self, used: Sequence[str]) -> None:
        """Complete these feelings first: what the person used, the most frequent first."""
        self._used = tuple(used)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter the word on Enter or a comma; leave on Esc without it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._is_one_of(self.form_keys) and (is_enter or event.text().isdigit()):
            again = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
            self._hand_on(again)
        elif is_enter:
            self._enter_or_finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._finish()
        elif event.text() in (",", ";", "،", "、"):
            self._enter(self.text())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from closing a dialog around the field; in the empty one Ctrl+Z is no typing."""
        if not self.text() and is_for_window(event, self):
            event.ignore()
            return False
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Enter what was typed when the field is left for good."""
        if event.reason() not in _KEEPS_TYPING:
            self._enter("" if self._is_one_of(self.form_keys) else self.text())
        super().focusOutEvent(event)

    def _take_typing(self, text: str) -> None:
        if self._is_for_note(text):
            self._hand_on(_typed(text[1:]))
            return
        if self._problem() is not None:
            return  # it is told when the word is entered or the field left
        *whole, rest = text.split(",")
        for each in whole:
            self._enter(each)
        if whole:
            self.setText(rest.lstrip())
        self._completes = len(rest) > len(self._typed)
        self._typed = rest.lstrip()
        at_end = self.cursorPosition() == len(self.text())
        if self._completes and at_end and self._typed and not self._is_one_of(self.form_keys):
            self._complete()

    def _complete(self) -> None:
        found = words.completed(self._typed, self._used)
        ending = words.label(found)[len(self._typed) :] if found else ""
        if ending:
            self.setText(self._typed + ending)
            self.setSelection(len(self._typed), len(ending))

    def _enter_or_finish(self) -> None:
        if not self._enter(self.text()):
            self._finish()

    def _enter(self, text: str) -> bool:
        """Tell whether there was a word to enter; one that can't be stays."""
        if self.objects():
            return True
        word = words.understood(text, self._used, completes=self._completes)
        self._clear()
        if word:
            self._follows_word = True
            self.setPlaceholderText(_("another feeling, or Enter to go on"))
            self.word_entered.emit(word)
        return bool(word)

    def _finish(self) -> None:
        self._clear()
        self.begin()
        self.finished.emit()

    def _is_one_of(self, keys: str) -> bool:
        """Tell whether all that was typed after a word is one letter that is a key."""
        text = self.text()
        return self._follows_word and len(text) == 1 and text.upper() in keys

    def _is_for_note(self, text: str) -> bool:
        begins = self._follows_word and bool(self.note_key) and text[:1].upper() == self.note_key
        return begins and len(text) > 1 and words.completed(text, self._used) is None

    def _hand_on(self, rest: QEvent) -> None:
        """Let the letter act as a key, and what was typed after it follow it there."""
        letter = self.text()[0].upper()
        self._finish()
        self.key_meant.emit(letter)
        target = QApplication.focusWidget()
        if target is not None and target is not self:
            QCoreApplication.sendEvent(target, rest)

    def _clear(self) -> None:
        self._typed = ""
        self._completes = True
        self.setText("")  # `clear` could be undone, and bring back a word that is entered


def _typed(text: str) -> QInputMethodEvent:
    """Return the event that puts a text where the cursor is."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event
