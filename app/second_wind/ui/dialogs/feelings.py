"""All feelings with their meanings, in groups, to search and choose from."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.feelings import FEELINGS, VOCABULARY, own_word
from second_wind.ui.page import scrolling
from second_wind.ui.tokens import SPACE
from second_wind.ui.widgets.card import heading, muted
from second_wind.ui.widgets.chips import Chip
from second_wind.words import feelings as words
from second_wind.words.language import _


class FeelingsDialog(QDialog):
    """Lets several feelings be chosen at once; `chosen()` tells which."""

    def __init__(
        self,
        chosen: Collection[str],
        own_words: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Show the vocabulary and the person's own words, with what is chosen so far."""
        super().__init__(parent)
        self.setObjectName("feelings-dialog")
        self.setWindowTitle(_("Feelings"))
        self.resize(560, 620)
        self._chosen = dict.fromkeys(chosen)
        self._groups: list[FeelingGroup] = []
        own = [each for each in (*chosen, *own_words) if each not in FEELINGS]
        self._own = FeelingGroup(_("Your own words"), list(dict.fromkeys(own)))
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search, or type a word of your own"))
        self._search.setAccessibleName(_("Search feelings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._add = QPushButton()
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._add_own)
        self._add.hide()
        self._done = QPushButton(_("Done"))
        self._done.setProperty("role", "primary")
        self._done.clicked.connect(self._enter_or_finish)
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self._done.setDefault(True)  # only now does it belong to the dialog

    def chosen(self) -> tuple[str, ...]:
        """Return what is chosen, in the order in which it was chosen."""
        return tuple(self._chosen)

    def chip(self, feeling: str) -> Chip:
        """Return the chip of a feeling."""
        holder = next(each for each in (*self._groups, self._own) if feeling in each.chips)
        return holder.chips[feeling]

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
        self._add.setText(_("Add “{word}” as your own word").format(word=word.replace("&", "&&")))

    def _add_own(self) -> None:
        word = own_word(self._search.text())
        chip = self._own.add(word)
        chip.flipped.connect(self._flip)
        chip.setChecked(True)
        self._search.clear()
        self._search.setFocus()


class FeelingGroup(QWidget):
    """A heading, and a line for each feeling: its chip and what it means."""

    def __init__(self, title: str, feelings: Sequence[str], parent: QWidget | None = None) -> None:
        """Make a line for each feeling."""
        super().__init__(parent)
        self.setAccessibleName(title)
        self.chips: dict[str, Chip] = {}
        self._meanings: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(heading(title))
        column.addLayout(self._grid)
        for each in feelings:
            self.add(each)

    def add(self, feeling: str) -> Chip:
        """Add a line and return its chip."""
        row = len(self.chips)
        chip, meaning = Chip(feeling), muted(words.meaning(feeling), wraps=True)
        self.chips[feeling], self._meanings[feeling] = chip, meaning
        self._grid.addWidget(chip, row, 0)
        self._grid.addWidget(meaning, row, 1)
        return chip

    def set_chip_width(self, width: int) -> None:
        """Give all chips this width, or more where one needs it."""
        self._grid.setColumnMinimumWidth(0, width)

    def check(self, chosen: Collection[str]) -> None:
        """Check the chips of what is chosen."""
        for feeling, chip in self.chips.items():
            chip.setChecked(feeling in chosen)

    def shown(self) -> list[Chip]:
        """Return the chips that the search left."""
        return [each for each in self.chips.values() if not each.isHidden()]

    def filter(self, text: str) -> None:
        """Show the lines that hold a text in name or meaning; hide the group without any."""
        wanted = text.strip().casefold()
        shown = False
        for feeling, chip in self.chips.items():
            fits = wanted in f"{words.label(feeling)}\n{words.meaning(feeling)}".casefold()
            chip.setVisible(fits)
            self._meanings[feeling].setVisible(fits)
            shown |= fits
        self.setVisible(shown)
