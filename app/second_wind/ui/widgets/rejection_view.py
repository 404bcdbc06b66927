"""A rejection's own page: what was logged of it, its first week, and the steps since."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.entries import Consultation, Person, Rejection
from second_wind.core.steps import StepState
from second_wind.ui.page import scrolling
from second_wind.ui.tokens import CARD_GAP
from second_wind.ui.widgets.breakable import breakable
from second_wind.ui.widgets.card import Card, heading, muted
from second_wind.ui.widgets.consultations_card import ConsultationsCard
from second_wind.ui.widgets.flow_layout import FlowLayout
from second_wind.ui.widgets.rejection_steps import RejectionSteps
from second_wind.ui.widgets.tags import Tags
from second_wind.ui.widgets.written import Written
from second_wind.words import rejections as words
from second_wind.words.language import _
from second_wind.words.people import called, short_name

_WIDE_IN_LETTERS = 90


class RejectionView(QWidget):
    """Shows what it is told and says what is wanted."""

    back_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()
    chart_wanted = Signal()
    person_wanted = Signal(str)
    """Carries the id of somebody who was met in the process."""
    marked = Signal(int, bool)
    """A step was marked by hand (True), or its mark was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page without a rejection."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back = self._button(_("‹ All rejections"), "back", self.back_wanted)
        self.edit = self._button(_("Edit…"), "edit", self.edit_wanted)
        self.delete = self._button(_("Delete"), "delete", self.delete_wanted)
        self.chart = self._button(_("See its recovery chart"), "recovery-chart", self.chart_wanted)
        self.delete.setToolTip(_("Delete this rejection; Ctrl+Z brings it back"))
        self._title = heading("", 1.7)
        self._title.setWordWrap(True)
        self._facts = muted("", wraps=True)
        self.week = Card(_("The first week"))
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self.details = Card(_("What was said and learned"))
        self.met = Card(_("People met on the way"))
        box = QWidget()
        self._met_flow = FlowLayout(box, 6)
        self._met_buttons: list[QWidget] = []
        self.met.body.addWidget(box)
        self.consultations = ConsultationsCard()
        self.steps = RejectionSteps()
        self.steps.marked.connect(self.marked)
        self._lay_out()

    def show_rejection(
        self,
        rejection: Rejection,
        people: Sequence[Person] = (),
        consultations: Sequence[Consultation] = (),
    ) -> None:
        """Show what was logged, who was met, and what was asked about it."""
        title = words.title(rejection)
        facts = f"{words.full_date(rejection.day)} · {words.facts(rejection)}"
        self.setAccessibleName(title)
        for label, text in ((self._title, title), (self._facts, facts)):
            label.setText(breakable(text))
            label.setAccessibleName(text)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        direction = QBoxLayout.Direction
        is_wide = letters >= _WIDE_IN_LETTERS
        self._cards.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _show_written(self, rejection: Rejection) -> None:
        _empty(self.details.body)
        written = words.written(rejection)
        for name, text in written:
            self.details.body.addWidget(Written(name, text))
        if rejection.themes:
            self.details.body.addWidget(Tags(words.about(), rejection.themes))
        self.details.body.addStretch(1)
        self.details.setVisible(bool(written or rejection.themes))

    def _show_people(self, people: Sequence[Person]) -> None:
        _empty(self._met_flow)
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
        button.setAccessibleName(_("Open {name}").format(name=person.name))
        button.setToolTip(called(person))
        button.clicked.connect(self._want_person)
        button.show()
        return button

    def _want_person(self) -> None:
        button = self.sender()
        if button is not None:
            self.person_wanted.emit(str(button.property("person")))

    def _button(self, text: str, name: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        self.back.setProperty("role", "link")
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.edit)
        head.addWidget(self.delete)
        self.week.body.addWidget(self._sentence)
        self.week.body.addWidget(self.chart, alignment=Qt.AlignmentFlag.AlignLeading)
        first = QVBoxLayout()
        first.setSpacing(CARD_GAP)
        first.addWidget(self.week)
        first.addWidget(self.details)
        first.addWidget(self.met)
        first.addStretch(1)
        second = QVBoxLayout()
        second.setSpacing(CARD_GAP)
        second.addWidget(self.steps)
        second.addWidget(self.consultations)
        second.addStretch(1)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(CARD_GAP)
        self._cards.addLayout(first, 4)
        self._cards.addLayout(second, 3)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 18, 28, 20)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addSpacing(10)
        column.addLayout(self._cards)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
