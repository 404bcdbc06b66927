"""The sheet of what was typed and not stored: each can be put back, or let go."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from second_wind.core.log.drafts import Draft
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import drafts as words

_ALL_OF_IT = 100
"""Against the room beside the buttons, where nothing is said."""


class DraftsDialog(Sheet):
    """Asks what becomes of each; `wanted` is the one to put back, and nothing goes before."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        today: date,
        has_way: Callable[[Draft], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Show drafts, the latest first; one without a way back into a form can be copied."""
        super().__init__(_("What you were writing"), parent)
        self.setObjectName("drafts-dialog")
        self.wanted: Draft | None = None
        self.add_text(words.intro())
        self.cards = [DraftCard(each, today, has_way=has_way(each)) for each in reversed(drafts)]
        for card in self.cards:
            card.wanted.connect(self._take)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.close_button = self.add_button(pgettext("button", "Close"), self.accept)
        self.fit()
        if self.cards:
            self.focus_on(self.cards[0].put_back)

    def let_go(self) -> list[str]:
        """Return the ids of those that are wanted no longer."""
        return [each.draft.id for each in self.cards if each.goes]

    def _take(self, draft: object) -> None:
        if isinstance(draft, Draft):
            self.wanted = draft
        self.accept()


class DraftCard(Card):
    """One draft: what it was, how it begins, and what can become of it."""

    wanted = Signal(object)
    """Carries the `Draft` that is to be put back."""

    def __init__(self, draft: Draft, today: date, *, has_way: bool) -> None:
        """Show a draft."""
        super().__init__(words.title(draft, today))
        self.draft, self.goes = draft, False
        self.title.setWordWrap(True)
        self.aside.hide()  # it would take most of the title's room
        self.text = QLabel(breakable(words.excerpt(draft)))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setVisible(bool(draft.words))
        self.said = muted("", wraps=True)
        self.said.hide()
        self.put_back = QPushButton(
            pgettext("button", "Put back") if has_way else _("Copy the text")
        )
        self.put_back.setObjectName("put-back")
        self.put_back.clicked.connect(self._want if has_way else self._copy)
        self.drop = QPushButton(words.let_go())
        self.drop.setObjectName("let-go")
        self.drop.clicked.connect(self._turn)
        for button in (self.put_back, self.drop):
            button.setAutoDefault(False)
            button.setAccessibleDescription(self.title.text())
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.put_back)
        row.addWidget(self.drop)
        row.addWidget(self.said, _ALL_OF_IT)
        row.addStretch(1)
        self.body.addWidget(self.text)
        self.body.addLayout(row)

    def _want(self) -> None:
        self.wanted.emit(self.draft)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.draft.words)
        self._say(words.copied())

    def _turn(self) -> None:
        """Let it go, or keep it after all: it goes only when the sheet is closed."""
        self.goes = not self.goes
        self.put_back.setEnabled(not self.goes)
        self.drop.setText(_("Keep it after all") if self.goes else words.let_go())
        self._say(_("It goes when you close this.") if self.goes else "")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
