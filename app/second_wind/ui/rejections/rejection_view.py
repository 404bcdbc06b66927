"""A rejection's own page: what was logged of it, its first week, and the steps since."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from second_wind.core.log.entries import Consultation, Person, Rejection
from second_wind.core.people.steps import StepState
from second_wind.ui.experts.consultations_card import ConsultationsCard
from second_wind.ui.kit.look.card import Card
from second_wind.ui.kit.look.emptied import empty
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.names.tags import Tags
from second_wind.ui.kit.names.written import Written
from second_wind.ui.kit.window.detail_view import DetailView, named_button
from second_wind.ui.rejections.rejection_steps import RejectionSteps
from second_wind.words.base.language import _
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import rejections as words
from second_wind.words.entries.people import called, short_name


class RejectionView(DetailView):
    """Shows what it is told and says what is wanted."""

    chart_wanted = Signal()
    person_wanted = Signal(str)
    """Carries the id of somebody who was met in the process."""
    marked = Signal(int, bool)
    """A step was marked by hand (True), or its mark was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page without a rejection."""
        super().__init__(_("‹ All rejections"), parent)
        self.delete.setToolTip(_("Delete this rejection; Ctrl+Z brings it back"))
        self.chart = named_button(_("See its recovery chart"), "recovery-chart", self.chart_wanted)
        self.week = Card(_("The first week"))
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self.week.body.addWidget(self._sentence)
        self.week.body.addWidget(self.chart, alignment=Qt.AlignmentFlag.AlignLeading)
        self.details = Card(_("What was said and learned"))
        self.met = Card(_("People met on the way"))
        box = QWidget()
        self._met_flow = FlowLayout(box, 6)
        self._met_buttons: list[QWidget] = []
        self.met.body.addWidget(box)
        self.consultations = ConsultationsCard()
        self.steps = RejectionSteps()
        self.steps.marked.connect(self.marked)
        self.lay_out((self.week, self.details, self.met), (self.steps, self.consultations))

    def show_rejection(
        self,
        rejection: Rejection,
        people: Sequence[Person] = (),
        consultations: Sequence[Consultation] = (),
    ) -> None:
        """Show what was logged, who was met, and what was asked about it."""
        facts = f"{words.full_date(rejection.day)} · {words.facts(rejection)}"
        self.show_head(words.title(rejection), facts)
        self._show_written(rejection)
        self._show_people(people)
        self.consultations.show_consultations(consultations)

    def show_first_week(self, sentence: str) -> None:
        """Say what the first week looked like; an empty line while that is being worked out."""
        self._sentence.setText(sentence or " ")

    def show_steps(self, states: Sequence[StepState], met: Sequence[str] = ()) -> None:
        """Show the seven steps; `met` are the names of those met in the process."""
        self.steps.show_steps(states, met)
        self._order_keys()

    def sentence(self) -> str:
        """Return what is said about the first week."""
        return self._sentence.text()

    def _show_written(self, rejection: Rejection) -> None:
        empty(self.details.body)
        written = words.written(rejection)
        for name, text in written:
            self.details.body.addWidget(Written(name, text))
        if rejection.themes:
            self.details.body.addWidget(Tags(words.about(), rejection.themes))
        self.details.body.addStretch(1)
        self.details.setVisible(bool(written or rejection.themes))

    def _show_people(self, people: Sequence[Person]) -> None:
        empty(self._met_flow)
        self._met_buttons = [self._person(each) for each in people]
        self._met_flow.set_widgets(self._met_buttons)
        self.met.setVisible(bool(people))

    def _order_keys(self) -> None:
        """Let Tab go as the eye does, to what was made just now, too."""
        asked = self.consultations
        experts = [*asked.lines.values(), asked.ask]
        stops = [self.chart, *self._met_buttons, *self.steps.buttons.values(), *experts]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _person(self, person: Person) -> QPushButton:
        button = QPushButton(short_name(person.name).replace("&", "&&"), self.met)
        button.setObjectName(f"person-{person.id}")
        button.setProperty("role", "chip")
        button.setProperty("person", person.id)
        button.setAccessibleName(_("Open {name}").format(name=isolated(person.name)))
        button.setToolTip(called(person))
        button.clicked.connect(self._want_person)
        button.show()
        return button

    def _want_person(self) -> None:
        button = self.sender()
        if button is not None:
            self.person_wanted.emit(str(button.property("person")))
