"""One quiet line for somebody to think of, and what may be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from second_wind.core.people.people import FollowUp
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.words.base.language import _, pgettext
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import people as words

_GAP = 18


class FollowUpLine(QWidget):
    """Hidden while nobody is due; names one person at most."""

    talk_wanted = Signal(object)
    """Carries the `Person` with whom a talk is to be logged."""
    later_wanted = Signal(object)
    """Carries the `Person` who can wait."""
    person_wanted = Signal(object)
    """Carries the `Person` to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line, hidden."""
        super().__init__(parent)
        self._wait: FollowUp | None = None
        self._label = muted("", wraps=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.talk = _link(_("Log a talk"), "follow-up-talk")
        self.talk.clicked.connect(self._want_talk)
        self.later = _link(pgettext("button", "Later"), "follow-up-later")
        self.later.setToolTip(_("Ask again in a week"))
        self.later.clicked.connect(self._want_later)
        self.open = _link("", "follow-up-open")
        self.open.clicked.connect(self._want_person)
        links = QWidget()
        FlowLayout(links, _GAP).set_widgets([self.talk, self.later, self.open])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(links)
        self.hide()

    def show_follow_up(self, wait: FollowUp | None) -> None:
        """Name somebody, or nobody."""
        self._wait = wait
        self.setVisible(wait is not None)
        if wait is None:
            return
        name, text = wait.person.name, words.follow_up(wait)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.open.setText(
            _("Open {name}").format(name=isolated(words.short_name(name))).replace("&", "&&")
        )
        self.talk.setAccessibleName(_("Log a talk with {name}").format(name=isolated(name)))
        self.later.setAccessibleName(
            _("Ask again about {name} in a week").format(name=isolated(name))
        )
        self.open.setAccessibleName(_("Open {name}").format(name=isolated(name)))

    def text(self) -> str:
        """Return what is said, nothing while nobody is due."""
        return self._label.text() if not self.isHidden() else ""

    def _want_talk(self) -> None:
        if self._wait is not None:
            self.talk_wanted.emit(self._wait.person)

    def _want_later(self) -> None:
        if self._wait is not None:
            self.later_wanted.emit(self._wait.person)

    def _want_person(self) -> None:
        if self._wait is not None:
            self.person_wanted.emit(self._wait.person)


def _link(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", "link")
    button.setProperty("edge", True)
    return button
