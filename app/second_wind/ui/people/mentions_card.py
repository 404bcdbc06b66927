"""Names from talks that are no person yet, each to be added with one press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from second_wind.core.people.people import Mention, folded
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.elided_label import ElidedLabel
from second_wind.ui.kit.look.emptied import empty
from second_wind.words.base.language import _, pgettext, translate_plural
from second_wind.words.entries import people as words

_FEWEST = 5
"""Names that are shown before the others are asked for."""


class MentionsCard(Card):
    """Hidden while every name is somebody's."""

    added = Signal(object)
    """Carries the `Mention` that is to become a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card, hidden."""
        super().__init__(_("Names from your talks"), "", parent)
        self.buttons: dict[str, QPushButton] = {}
        self._mentions: dict[str, Mention] = {}
        self._shows_all = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.more = QPushButton()
        self.more.setObjectName("more-names")
        self.more.setProperty("role", "link")
        self.more.setProperty("edge", True)
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Show names, those that were mentioned last first."""
        had_focus = any(each.hasFocus() for each in self.buttons.values())
        self._mentions = {folded(each.name): each for each in mentions}
        self._clear()
        shown = mentions if self._shows_all else mentions[:_FEWEST]
        for each in shown:
            self._rows.addWidget(self._row(each))
        hidden = len(mentions) - len(shown)
        text = translate_plural("{n} more name", "{n} more names", hidden)
        self.more.setText(text.format(n=hidden))
        self.more.setVisible(hidden > 0)
        self.setVisible(bool(mentions))
        if had_focus and self.buttons:
            next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, mention: Mention) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        name = ElidedLabel(mention.name)
        name.setToolTip(mention.name)
        texts.addWidget(name)
        texts.addWidget(muted(words.mention(mention)))
        button = QPushButton(pgettext("button", "Add"))
        button.setObjectName(f"add-{folded(mention.name)}")
        button.setAccessibleName(words.add_mention(mention.name))
        button.setToolTip(words.add_mention(mention.name))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setProperty("name", folded(mention.name))
        button.clicked.connect(self._add)
        self.buttons[folded(mention.name)] = button
        line.addLayout(texts, 1)
        line.addWidget(button)
        return row

    def _add(self) -> None:
        button = self.sender()
        if button is not None:
            self.added.emit(self._mentions[str(button.property("name"))])

    def _show_all(self) -> None:
        self._shows_all = True
        self.show_mentions([*self._mentions.values()])

    def _clear(self) -> None:
        self.buttons.clear()
        empty(self._rows)
