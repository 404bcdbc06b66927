"""What was changed on both sides, one under the other, with a choice for each."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from second_wind.journal.log.clashes import Answer, Clash
from second_wind.ui.kit.look.card import Card
from second_wind.ui.opening.choices import Choices
from second_wind.words.base.language import _, pgettext
from second_wind.words.files import merging as words


class ClashList(QWidget):
    """A card for each; the later change is chosen until another is, but no import over a hand."""

    def __init__(
        self, clashes: Iterable[Clash], parent: QWidget | None = None, *, waits: bool = False
    ) -> None:
        """Show both states of each; `waits` since the journal was replaced."""
        super().__init__(parent)
        self._waits = waits
        self.setObjectName("clashes")
        self.choices: list[tuple[Clash, Choices]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for each in clashes:
            self._add(each)

    def answers(self) -> list[tuple[Clash, Answer]]:
        """Return what is chosen for each."""
        return [(clash, Answer(choices.value())) for clash, choices in self.choices]

    def _add(self, clash: Clash) -> None:
        title, *states = words.clash(
            clash.table, clash.day, clash.here, clash.there, waits=self._waits
        )
        here, there = states or ("", "")
        card, choices = Card(title), Choices()
        mine, theirs = _("Keep what is here"), _("Take what is there")
        if self._waits:
            mine, theirs = _("Keep what came with the file"), _("Take what was here before")
        choices.add(Answer.MINE, mine, here)
        choices.add(Answer.THEIRS, theirs, there)
        if clash.can_be_both:
            choices.add(Answer.BOTH, pgettext("choice", "Keep both"))
        choices.choose(Answer.MINE if clash.is_mine_first else Answer.THEIRS)
        card.body.addWidget(choices)
        self._column.addWidget(card)
        self.choices.append((clash, choices))
