"""The form of good news: what it is, and whatever else is given."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import GoodNews, GoodNewsKind
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.segments import Segments
from second_wind.ui.kit.forms.form import Form, line, text_box
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext


class GoodNewsForm(Form):
    """Shows good news and gives it back as the person left it."""

    def __init__(self, news: GoodNews, parent: QWidget | None = None) -> None:
        """Show good news; its kind is all that is needed."""
        super().__init__(parent)
        self._shown = news
        kinds = [(str(each), labels.good_news(each)) for each in GoodNewsKind]
        self.kind = Segments(_("What it is"), kinds)
        self.company, self.role = line("company"), line("role")
        self.day = DayEdit(news.day)
        self.note = text_box("note")
        self.note.grown.connect(self.grown)
        self.settle(self.day)
        self.kind.choose(news.kind)
        self.company.setText(news.company)
        self.role.setText(news.role)
        self.note.setPlainText(news.note)
        self.lay_out(
            (
                (("", self.kind),),
                (
                    (pgettext("field", "Company"), self.company),
                    (pgettext("field", "Role"), self.role),
                ),
                ((pgettext("field", "Day"), self.day),),
                ((pgettext("field", "Note"), self.note),),
            )
        )

    def first_field(self) -> QWidget:
        """Return the kind that holds."""
        return self.kind.button(self.kind.choice)

    def news(self) -> GoodNews:
        """Return what the form says."""
        return replace(
            self._shown,
            kind=GoodNewsKind(self.kind.choice),
            day=self.day.day(),
            company=self.company.text().strip(),
            role=self.role.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def is_changed(self) -> bool:
        """Tell whether the form says something else than the news that it was given."""
        return self.news() != self._shown
