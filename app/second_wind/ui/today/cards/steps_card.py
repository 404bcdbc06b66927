"""The seven steps since the last rejection, and which of them have been touched."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QWidget

from second_wind.core.log.entries import GoodNews, Rejection, StepMark
from second_wind.core.people.chapter import of_this_chapter
from second_wind.core.people.people import Directory
from second_wind.core.people.steps import LONGEST, steps_touched
from second_wind.journal.journal import Journal
from second_wind.journal.log.links import links_of
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.elided_label import ElidedLabel
from second_wind.ui.kit.look.step_dot import StepDot
from second_wind.words.base.language import _, short_weekday_name
from second_wind.words.entries import steps as words


class StepsCard(Card):
    """Marks, not tick boxes, and no count; hidden while there is no recent rejection."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card, hidden."""
        super().__init__(_("Moving past it"), "", parent)
        self._journal = journal
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(13)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.hide()

    def refresh(self) -> None:
        """Show the steps since the last rejection."""
        today = self._journal.today()
        came = self._journal.entries(Rejection, today - timedelta(days=LONGEST - 1), today)
        recent = of_this_chapter(came, self._journal.entries(GoodNews), today)
        self.setVisible(bool(recent))
        if recent:
            self._show_since([each for each in recent if each.day == recent[-1].day], today)

    def _show_since(self, rejections: Sequence[Rejection], today: date) -> None:
        start, keys = rejections[0].day, {each.id for each in rejections}
        days = self._journal.days(start, today)
        all_marks = self._journal.entries(StepMark, start, today)
        marks = [each for each in all_marks if each.rejection in keys]
        links = links_of(self._journal, *rejections)
        states = steps_touched(start, None, days, marks, today, links)
        met = [each.name for each in Directory(links.people).several(links.met)]
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, state in enumerate(states):
            dot = StepDot(is_touched=state.first_day is not None)
            name = ElidedLabel(words.shown(state, met))
            name.setToolTip(name.text())
            when = muted(short_weekday_name(state.first_day) if state.first_day else "")
            dot.setAccessibleName(words.description(state, met))
            self._grid.addWidget(dot, row, 0)
            self._grid.addWidget(name, row, 1)
            self._grid.addWidget(when, row, 2)
