"""Good news of the day, and the closed chapter once work was found; hidden without either."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from second_wind.core.log.entries import Day, GoodNews
from second_wind.core.people.chapter import chapter, closing
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.entry_lines import EntryLines
from second_wind.ui.kit.look.card import muted
from second_wind.ui.today.cards.day_card import DayCard
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import good_news as words


class NewsCard(DayCard):
    """Opens the dialog of good news, too."""

    done = Signal(str)
    """Carries a sentence that says what was done."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the hidden card."""
        super().__init__(journal, pgettext("heading", "Good news"), "G", parent)
        self.lines = EntryLines()
        self.lines.opened.connect(self._open)
        self.closed = QLabel()
        self.closed.setWordWrap(True)
        self.way = muted("", wraps=True)
        self._note = muted(words.closed_note(), wraps=True)
        self.reopen = QPushButton(_("I am looking again"))
        self.reopen.clicked.connect(self._reopen)
        for widget in (self.lines, self.closed, self.way, self._note, self.reopen):
            self.body.addWidget(widget)
        self._closing: GoodNews | None = None
        self.hide()

    def show_day(self, day: Day) -> None:
        """Show a day; the closed chapter shows today."""
        self.day = day
        self.lines.show_entries((each, words.line(each)) for each in day.good_news)
        self._closing = self._found_work() if self.is_today() else None
        for widget in (self.closed, self.way, self._note, self.reopen):
            widget.setVisible(self._closing is not None)
        if self._closing is not None:
            self._show_chapter(self._closing)
        self.setVisible(bool(day.good_news) or self._closing is not None)

    def ask(self) -> None:
        """Open the dialog for new good news."""
        self._ask_about(self.day.day, None)

    def _found_work(self) -> GoodNews | None:
        return closing(self.journal.entries(GoodNews), self.today())

    def _show_chapter(self, found: GoodNews) -> None:
        held = chapter(self.journal.analysis.timeline(), found.day)
        self.closed.setText(words.closed(found))
        self.way.setText(words.looking_back(held.days, held.rejections, held.talks))

    def _reopen(self) -> None:
        if self._closing is not None:
            again = replace(self._closing, reopened=self.today())
            self.store(ActName.GOOD_NEWS, change=[again])

    def _open(self, news: GoodNews) -> None:
        self._ask_about(news.day, news)

    def _ask_about(self, day: date, news: GoodNews | None) -> None:
        from second_wind.ui.entries.good_news_dialog import GoodNewsDialog  # seldom needed

        dialog = GoodNewsDialog(self.journal, day, self.window(), news)
        dialog.exec()
        if dialog.done_sentence:
            self.done.emit(dialog.done_sentence)
        dialog.deleteLater()
