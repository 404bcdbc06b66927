"""The form of a rejection: one day that is needed, and all that may be added."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import Channel, Person, Rejection, Stage, TalkKind
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.forms.form import Form, Row, choice, line, text_box
from second_wind.ui.kit.names.people_picker import PeoplePicker
from second_wind.ui.rejections.theme_picker import ThemePicker
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext


class RejectionForm(Form):
    """Shows a rejection and gives it back as the person left it."""

    def __init__(
        self,
        rejection: Rejection,
        people: Sequence[Person] = (),
        themes: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        is_new: bool = True,
    ) -> None:
        """Show a rejection; these people and themes can be chosen, and others be added."""
        super().__init__(parent)
        self._shown = rejection
        self._is_new = is_new
        self.day = DayEdit(rejection.day)
        self.company, self.role, self.met = line("company"), line("role"), line("met")
        self.stage = choice("stage", [(each, labels.stage(each)) for each in Stage])
        self.how = choice("how", [(each, labels.channel(each)) for each in Channel])
        self.feedback, self.lesson = text_box("feedback"), text_box("lesson")
        self.note = text_box("note")
        self.people = PeoplePicker("people")
        self.people.show_people(people, rejection.people)
        self.themes = ThemePicker("themes")
        self.themes.show_themes(themes, rejection.themes)
        self.day.setObjectName("day")
        for box in (self.feedback, self.lesson, self.note, self.people, self.themes):
            box.grown.connect(self.grown)
        self.settle(self.day, self.stage, self.how)
        self._fill(rejection)
        self._lay_out()

    def first_field(self) -> QWidget:
        """Return the company of a new rejection, the day of one that is changed."""
        return self.company if self._is_new else self.day

    def rejection(self) -> Rejection:
        """Return what the form says."""
        return replace(
            self._shown,
            day=self.day.day(),
            company=self.company.text().strip(),
            role=self.role.text().strip(),
            stage=Stage(self.stage.value()),
            how=Channel(self.how.value()),
            met=self.met.text().strip(),
            feedback=self.feedback.toPlainText().strip(),
            lesson=self.lesson.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            people=self.people.people(),
            themes=self.themes.themes(),
        )

    def new_people(self) -> list[Person]:
        """Return those met in the process who were not noted down before."""
        return [
            Person(
                id=key,
                day=self.day.day(),
                name=name,
                kind=TalkKind.INTERVIEWER,
                organisation=self.company.text().strip(),
            )
            for key, name in self.people.new_names()
        ]

    def is_changed(self) -> bool:
        """Tell whether the form says something else than the rejection that it was given."""
        return self.rejection() != self._shown

    def _fill(self, rejection: Rejection) -> None:
        self.company.setText(rejection.company)
        self.role.setText(rejection.role)
        self.stage.choose(rejection.stage)
        self.how.choose(rejection.how)
        self.met.setText(rejection.met)
        self.feedback.setPlainText(rejection.feedback)
        self.lesson.setPlainText(rejection.lesson)
        self.note.setPlainText(rejection.note)

    def _lay_out(self) -> None:
        rows: list[Row] = [
            ((pgettext("field", "Day"), self.day), (_("How it came"), self.how)),
            ((pgettext("field", "Company"), self.company), (pgettext("field", "Role"), self.role)),
            (
                (pgettext("field", "Stage reached"), self.stage),
                (pgettext("field", "People met"), self.people),
            ),
            ((pgettext("field", "Feedback"), self.feedback),),
            ((_("What it was about"), self.themes),),
            ((_("What I learned"), self.lesson),),
            ((pgettext("field", "Note"), self.note),),
        ]
        if self._shown.met:
            rows.insert(3, ((_("People met, in your own words"), self.met),))
        self.lay_out(rows)
