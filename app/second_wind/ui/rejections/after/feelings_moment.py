"""Asks how it feels: chips, a field, and the view of all feelings."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import FeelingWord
from second_wind.core.log.feelings import offered
from second_wind.ui.feelings.chips import FeelingChips, FeelingField
from second_wind.ui.feelings.feelings_dialog import FeelingsDialog, typed_feelings
from second_wind.ui.rejections.after.after_steps import Moment
from second_wind.words.entries import rejections as words


class FeelingsMoment(Moment):
    """Collects feelings: pressed, typed, or chosen from all of them."""

    done = Signal()
    """The person is done with the field."""

    def __init__(
        self,
        used: Sequence[str],
        own_words: Sequence[FeelingWord] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer feelings, those used most first."""
        super().__init__("", words.feelings_question(), parent)
        self._used = list(used)
        self.own_words = tuple(own_words)
        self._described: dict[str, tuple[str, str]] = {}
        self._offered = offered(self._used)
        self._chosen: dict[str, None] = {}
        self._dialog: FeelingsDialog | None = None
        self.chips = FeelingChips()
        self.field = FeelingField()
        self.field.set_used(self._used)
        self.chips.toggled.connect(self._toggle)
        self.chips.more_wanted.connect(self._choose_from_all)
        self.field.word_entered.connect(self._add)
        self.field.finished.connect(self.done)
        self.column.addWidget(self.chips)
        self.column.addWidget(self.field)
        self._show()

    def first_field(self) -> QWidget:
        """Return the field: typing can begin at once."""
        return self.field

    def chosen(self) -> tuple[str, ...]:
        """Return the feelings in the order in which they were named."""
        return tuple(self._chosen)

    def objects(self) -> bool:
        """Say it of a word that is too long to be one."""
        return self.field.objects()

    def typed(self) -> dict[str, str]:
        """Return what is chosen and written so far, in the view of all feelings if it is open."""
        if self._dialog is not None and (fields := self._dialog.typed()):
            return fields
        return typed_feelings(self.chosen(), self._described, self.field.text())

    def described(self) -> dict[str, tuple[str, str]]:
        """Return what was said of own words: the group and the meaning of each."""
        return dict(self._described)

    def _toggle(self, feeling: str, on: bool) -> None:
        if on:
            self._chosen[feeling] = None
        else:
            self._chosen.pop(feeling, None)

    def _add(self, feeling: str) -> None:
        self._chosen[feeling] = None
        self._show()

    def _choose_from_all(self) -> None:
        dialog = FeelingsDialog(self.chosen(), self._used, self.own_words, self)
        self._dialog = dialog
        if dialog.exec():
            self._described = dialog.described()
            self._chosen = dict.fromkeys(dialog.chosen())
            self._show()
        self._dialog = None
        dialog.deleteLater()

    def _show(self) -> None:
        self.chips.set_feelings(self._offered, self.chosen())
