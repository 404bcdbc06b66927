"""Logs good news, or changes it: an interview, an offer, work found."""

from datetime import date

from PySide6.QtWidgets import QWidget

from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import AnyEntry, GoodNews, GoodNewsKind
from second_wind.journal.journal import Journal
from second_wind.ui.entries.good_news_form import GoodNewsForm
from second_wind.ui.entries.logging_dialog import LoggingDialog
from second_wind.words.base.language import _
from second_wind.words.entries import good_news as words


class GoodNewsDialog(LoggingDialog):
    """Needs nothing but a kind."""

    draft = DraftForm.GOOD_NEWS

    def __init__(
        self,
        journal: Journal,
        day: date,
        parent: QWidget | None = None,
        news: GoodNews | None = None,
    ) -> None:
        """Show an empty form for a day, or good news to change."""
        is_new = news is None
        shown = news or GoodNews(day=day, kind=GoodNewsKind.INTERVIEW)
        self.form = GoodNewsForm(shown)
        said = (
            words.title(is_new=is_new),
            _("It counts, however small. It is marked on your charts."),
        )
        super().__init__(journal, parent, shown, self.form, said, is_new=is_new)
        self.setObjectName("good-news-dialog")
        self.offer_deletion()

    def given(self) -> GoodNews:
        """Return the good news."""
        return self.form.news()

    def said_of_new(self, _given: AnyEntry) -> str:
        """Return that it is noted."""
        return words.noted(self.given().kind)
