"""All people: two groups to search and filter, names from talks, and openings."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.log.entries import Person, Talk
from second_wind.core.people.people import Directory, FollowUp, Mention
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.tokens import CARD_GAP
from second_wind.ui.kit.window.detail_view import named_button
from second_wind.ui.kit.window.page import scrolling
from second_wind.ui.people.mentions_card import MentionsCard
from second_wind.ui.people.openings_card import OpeningsCard
from second_wind.ui.people.people_model import PeopleFilter, PeopleModel, Shown
from second_wind.ui.people.people_tree import PeopleTree
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import consultations
from second_wind.words.entries import people as words

_BESIDE_FROM = 128
"""Width in letters from which names and openings stand beside the list."""
_ROOMY_FROM = 80
_MARGIN, _NARROW_MARGIN = 28, 14
_LIST_SHARE, _SIDE_SHARE = 5, 2


class PeopleList(QWidget):
    """Shows what it is told and says what is wanted."""

    add_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._due: list[str] = []
        self.model = PeopleModel(self)
        self.filter = PeopleFilter(self.model)
        self.tree = PeopleTree(self.filter)
        self.add = named_button(_("Add a person…"), "add-person", self.add_wanted)
        self.add.setProperty("role", "primary")
        self.ask = named_button(consultations.ask(), "ask-expert", self.ask_wanted)
        self.search = Line()
        self.search.setObjectName("search-people")
        self.search.setPlaceholderText(_("Search names, organisations, notes"))
        self.search.setAccessibleName(pgettext("field", "Search people"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.shown = ChoiceBox(
            (
                (Shown.ALL, pgettext("choice", "Everybody")),
                (Shown.LEAN_ON, words.lean_on()),
                (Shown.MET, words.met()),
                (Shown.DUE, _("Time for a word again")),
            )
        )
        self.shown.setObjectName("shown-people")
        self.shown.currentIndexChanged.connect(self._narrow)
        self.no_match = muted(_("Nobody here fits this search."), wraps=True)
        self.no_match.setContentsMargins(4, 14, 4, 14)
        self.empty_title = heading(_("Nobody here yet"), 1.25)
        self.empty_text = muted(words.empty_text(), wraps=True)
        self.mentions = MentionsCard()
        self.openings = OpeningsCard()
        self._lay_out()

    def show_people(
        self,
        people: Sequence[Person],
        last: Mapping[str, date],
        due: Sequence[FollowUp],
        today: date,
    ) -> None:
        """Show these people; who was selected stays so."""
        selected = self.tree.selected()
        self.model.show(people, last, today)
        self._due = [each.person.id for each in due]
        self._narrow()
        self.tree.select(selected)

    def show_besides(
        self, mentions: Sequence[Mention], openings: Sequence[Talk], directory: Directory
    ) -> None:
        """Show names that are no person yet, and the openings that were mentioned."""
        self.mentions.show_mentions(mentions)
        self.openings.show_openings(openings, directory)
        self._show_what_there_is()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the list below it where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _narrow(self) -> None:
        self.filter.search(self.search.text())
        self.filter.choose(Shown(self.shown.value()), self._due)
        self.tree.settle()
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        some = any(self.model.item(row).rowCount() for row in range(self.model.rowCount()))
        shown = self.filter.count() > 0
        self.empty_title.setVisible(not some)
        self.empty_text.setVisible(not some)
        self._tools.setVisible(some)
        self.tree.setVisible(some and shown)
        self.no_match.setVisible(some and not shown)
        self._side.setVisible(not (self.mentions.isHidden() and self.openings.isHidden()))

    def _arrange(self) -> None:
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        beside = letters >= _BESIDE_FROM and not self._side.isHidden()
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = _MARGIN if letters >= _ROOMY_FROM else _NARROW_MARGIN
        self._whole.setContentsMargins(side, 18, side, 24)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(pgettext("heading", "People"), 1.7))
        head.addStretch(1)
        head.addWidget(self.ask)
        head.addWidget(self.add)
        self._tools = self._row_of_tools()
        parts = (self._tools, self.empty_title, self.empty_text, self.no_match, self.tree)
        self._side = QWidget()
        side = _column(QVBoxLayout(self._side), self.mentions, self.openings)
        side.setContentsMargins(0, 0, 0, 0)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(CARD_GAP + 4)
        self._columns.addLayout(_column(QVBoxLayout(), *parts), _LIST_SHARE)
        self._columns.addWidget(self._side, _SIDE_SHARE)
        content = QWidget()
        self._whole = QVBoxLayout(content)
        self._whole.setSpacing(14)
        self._whole.addLayout(head)
        self._whole.addLayout(self._columns)
        self._whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))

    def _row_of_tools(self) -> QWidget:
        label = QLabel(pgettext("field", "Show"))
        label.setBuddy(self.shown)
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.search, 1)
        row.addWidget(label)
        row.addWidget(self.shown)
        return tools


def _column(column: QVBoxLayout, *widgets: QWidget) -> QVBoxLayout:
    column.setSpacing(CARD_GAP)
    for each in widgets:
        column.addWidget(each)
    column.addStretch(1)
    return column
