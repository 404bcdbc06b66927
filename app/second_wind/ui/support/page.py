"""Support: people to talk to. One's own first, then crisis lines of a country chosen by hand."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.entries import Person
from second_wind.core.people.crisis_lines import crisis_lines
from second_wind.core.people.people import to_lean_on
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes, Noun
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card, heading, muted
from second_wind.ui.kit.look.emptied import empty
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.look.tokens import CARD_GAP, SPACE
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.page import Page, fill, scrolling
from second_wind.ui.kit.window.places import Place
from second_wind.ui.support.service_row import ServiceRow
from second_wind.words.base.countries import country
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import support as words

_WIDEST = 820
_MARGIN = 28


class SupportPage(Page):
    """Opens and dials nothing by itself."""

    def __init__(
        self, journal: Journal, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Make the page."""
        super().__init__(parent)
        self._journal = journal
        self._preferences = preferences
        self._lines = crisis_lines()
        self.people = Card(_("Your own people"))
        self.services = Card(_("Somebody who listens, now"))
        self.said = Notice()
        self.country = self._country_box()
        self._fill_services()
        self._lay_out()
        self.country.choose(preferences.country)
        self._show_country()
        self.country.currentIndexChanged.connect(self._choose_country)

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what the page shows."""
        return changes.touch(Noun.PERSON)

    def refresh(self) -> None:
        """Show one's own people as the journal holds them now."""
        empty(self.people.body)
        own = to_lean_on(self._journal.entries(Person))
        for each in own:
            self.people.body.addWidget(self._person(each))
        if not own:
            self.people.body.addWidget(muted(words.no_own_people(), wraps=True))
        self.people.body.addWidget(
            self._button(pgettext("button", "Open People"), self._open_people)
        )

    def rows(self) -> list[ServiceRow]:
        """Return the services that are shown."""
        return self._rows.findChildren(ServiceRow)

    # Inside

    def _country_box(self) -> ChoiceBox:
        names = sorted((country(code), code) for code in self._lines.countries)
        choices = [("", _("Choose a country…")), *((code, name) for name, code in names)]
        box = ChoiceBox(choices)
        box.setObjectName("country")
        return box

    def _fill_services(self) -> None:
        label = QLabel(pgettext("field", "Country"))
        label.setBuddy(self.country)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(label)
        row.addWidget(self.country)
        row.addStretch(1)
        self.services.body.addLayout(row)
        self._rows = QWidget()
        QVBoxLayout(self._rows).setContentsMargins(0, 0, 0, 0)
        self.services.body.addWidget(self._rows)
        self.services.body.addWidget(self.said)
        self.services.body.addWidget(muted(words.directory(), wraps=True))
        self.directory = self._button(self._lines.directory, self._open_directory)
        self.directory.setAccessibleName(_("Open the directory in the browser"))
        self.services.body.addWidget(self.directory)
        self.services.body.addWidget(muted(words.checked(self._lines.checked), wraps=True))

    def _show_country(self) -> None:
        rows = self._rows.layout()
        assert isinstance(rows, QVBoxLayout)
        empty(rows)
        self.said.hide()
        found = self._lines.countries.get(self.country.value())
        self._rows.setVisible(found is not None)
        if found is None:
            return
        danger = QLabel(words.emergency(found.emergency))
        danger.setWordWrap(True)
        rows.addWidget(danger)
        for each in found.lines:
            row = ServiceRow(each)
            row.copied.connect(self._say_copied)
            rows.addWidget(row)

    def _choose_country(self) -> None:
        self._preferences.country = self.country.value()
        self._show_country()

    def _say_copied(self, number: str) -> None:
        self.said.say(words.copied(number))

    def _person(self, person: Person) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        name = heading(breakable(person.name), 1.0)
        name.setWordWrap(True)
        contact = QLabel(breakable(person.contact))
        contact.setWordWrap(True)
        contact.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if person.contact:
            contact.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line.addWidget(name, 2)
        line.addWidget(contact, 3)
        return row

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.setProperty("edge", True)
        button.clicked.connect(do)
        return button

    def _open_people(self) -> None:
        self.place_requested.emit(Place.PEOPLE)

    def _open_directory(self) -> None:
        QDesktopServices.openUrl(QUrl(self._lines.directory))

    def _moment(self) -> Card:
        card = Card(_("For this moment"))
        for each in words.small_things():
            line = QLabel(each)
            line.setWordWrap(True)
            card.body.addWidget(line)
        return card

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(heading(pgettext("heading", "Support"), 1.7))
        opening = QLabel(words.opening())
        opening.setWordWrap(True)
        column.addWidget(opening)
        for card in (self.people, self.services, self._moment()):
            column.addWidget(card)
        column.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        inner.setLayout(column)
        content = QWidget()
        whole = QHBoxLayout(content)
        whole.setContentsMargins(_MARGIN, 18, _MARGIN, 24)
        whole.addWidget(inner, 100)
        whole.addStretch(1)
        fill(self, scrolling(content))
