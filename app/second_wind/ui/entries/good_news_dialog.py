"""Logs good news, or changes it: an interview, an offer, work found."""

from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import GoodNews, GoodNewsKind
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.good_news_form import GoodNewsForm
from second_wind.ui.kit.forms.form_dialog import About, FormDialog
from second_wind.words.base.language import _
from second_wind.words.entries import good_news as words


class GoodNewsDialog(FormDialog):
    """Needs nothing but a kind."""

    def __init__(
        self,
        journal: Journal,
        day: date,
        parent: QWidget | None = None,
        news: GoodNews | None = None,
    ) -> None:
        """Show an empty form for a day, or good news to change."""
        self._journal = journal
        self._is_new = news is None
        self._shown = news or GoodNews(day=day, kind=GoodNewsKind.INTERVIEW)
        self.done_sentence = ""
        self.form = GoodNewsForm(self._shown)
        super().__init__(words.title(is_new=self._is_new), words.hint(), self.form, parent)
        self.setObjectName("good-news-dialog")
        self.delete_button: QPushButton | None = None
        if not self._is_new:
            self.delete_button = self.add_button(_("Delete"), "delete")
            self.delete_button.clicked.connect(self.delete)

    def save(self) -> None:
        """Store what the form says; say what is wrong where it can't be."""
        given = self.form.news()
        try:
            if self._is_new:
                self._journal.store(add=[given], name=ActName.GOOD_NEWS)
                self.done_sentence = words.noted(given.kind)
            elif self.form.is_changed():
                self._journal.store(change=[given], name=ActName.EDIT)
        except KnownError as error:
            self.explain(error)
        else:
            self.accept()

    def about(self) -> About:
        """Return the day and, where it is changed, which good news it is."""
        entry = "" if self._is_new else self._shown.id
        return About(DraftForm.GOOD_NEWS, self._shown.day, entry)

    def delete(self) -> None:
        """Delete what was opened."""
        try:
            self._journal.store(delete=[self._shown], name=ActName.DELETE)
        except KnownError as error:
            self.explain(error)
        else:
            self.accept()
