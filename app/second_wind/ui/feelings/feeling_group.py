"""Feelings of one kind: each with its chip and what it means; own words say it themselves."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from second_wind.core.log.entries import LONGEST_LINE, FeelingWord
from second_wind.core.log.feelings import VOCABULARY
from second_wind.ui.feelings.chips import Chip
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.words.base.language import _, pgettext
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import feelings as words

_MOST_LETTERS = 16
"""Room for a word of one's own beside what it means; it is told whole all the same."""


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
        for feeling in self.chips:
            fits = wanted in self.text_of(feeling).casefold()
            self.show_line(feeling, shown=fits)
            shown |= fits
        self.setVisible(shown)

    def text_of(self, feeling: str) -> str:
        """Return what a search looks at."""
        return f"{words.label(feeling)}\n{words.meaning(feeling)}"

    def show_line(self, feeling: str, *, shown: bool) -> None:
        """Show or hide the line of a feeling."""
        self.chips[feeling].setVisible(shown)
        self._meanings[feeling].setVisible(shown)


class OwnWords(FeelingGroup):
    """The person's own words: what each means, and where it belongs, can be written here."""

    def __init__(
        self, title: str, feelings: Sequence[str], described: Sequence[FeelingWord]
    ) -> None:
        """Make a line for each word, with what the person said of it."""
        self._described = {each.word: each for each in described}
        self._groups: dict[str, ChoiceBox] = {}
        self._fields: dict[str, Line] = {}
        super().__init__(title, feelings)

    def add(self, feeling: str) -> Chip:
        """Add a line and return its chip."""
        row = len(self.chips)
        known = self._described.get(feeling)
        chip, field = Chip(feeling), Line()
        field.setText(known.meaning if known else "")
        _shorten(chip)
        field.setPlaceholderText(_("What it means to you"))
        field.setAccessibleName(_("What “{word}” means to you").format(word=isolated(feeling)))
        groups = [
            ("", pgettext("choice", "No group")),
            *((g.id, words.group_label(g.id)) for g in VOCABULARY),
        ]
        group = ChoiceBox(groups)
        group.setToolTip(_("The group that “{word}” belongs to").format(word=isolated(feeling)))
        group.choose(known.group_id if known else "")
        self.chips[feeling], self._fields[feeling] = chip, field
        self._groups[feeling] = group
        for column, widget in enumerate((chip, field, group)):
            self._grid.addWidget(widget, row, column)
        return chip

    def describe(self, feeling: str, group: str, meaning: str) -> None:
        """Show what is said of a word."""
        self._groups[feeling].choose(group)
        self._fields[feeling].setText(meaning)

    def described(self) -> dict[str, tuple[str, str]]:
        """Return what is said of each word: its group and its meaning."""
        return {
            word: (self._groups[word].value(), field.text().strip())
            for word, field in self._fields.items()
        }

    def too_long(self) -> Line | None:
        """Return the first field with a meaning that is longer than what is stored."""
        fields = self._fields.values()
        return next((each for each in fields if len(each.text().strip()) > LONGEST_LINE), None)

    def text_of(self, feeling: str) -> str:
        """Return what a search looks at."""
        group = self._groups[feeling].currentText()
        return f"{feeling}\n{self._fields[feeling].text()}\n{group}"

    def show_line(self, feeling: str, *, shown: bool) -> None:
        """Show or hide the line of a word."""
        for widget in (self.chips[feeling], self._fields[feeling], self._groups[feeling]):
            widget.setVisible(shown)


def _shorten(chip: Chip) -> None:
    metrics = chip.fontMetrics()
    room = _MOST_LETTERS * metrics.averageCharWidth()
    shown = metrics.elidedText(chip.text(), Qt.TextElideMode.ElideRight, room)
    if shown != chip.text():
        chip.setText(shown)
        chip.setToolTip(chip.feeling)
