"""Puts the cards of the first run in the place of sidebar and pages, and takes them away again."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.service.sample_window import SampleWindow
from second_wind.ui.kit.window.places import Place
from second_wind.ui.shell.actions import Actions
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.shell.welcome import Welcome

_ALL_OF_IT = 1000
"""Against what the hidden pages would have, which their layout goes on to ask for."""


class FirstRun(QObject):
    """Nothing else of the window can be reached until the cards are read or left."""

    def __init__(self, window: MainWindow, journal: Journal, preferences: Preferences) -> None:
        """Show the cards."""
        super().__init__(window)
        self._window, self._preferences = window, preferences
        whole = window.centralWidget()
        assert whole is not None
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        self._others = [
            each for each in whole.findChildren(QWidget, options=direct) if not each.isHidden()
        ]
        self.cards = Welcome(preferences.paths, preferences.background, journal.clock, whole)
        self._sample = SampleWindow(preferences.paths, self)
        self._sample.failed.connect(self._tell)
        self.cards.sample_wanted.connect(self._sample.open)
        self.cards.finished.connect(self.end)
        self.cards.mood_pressed.connect(self._begin)
        for each in self._others:
            each.hide()
        layout = whole.layout()
        assert isinstance(layout, QBoxLayout)
        layout.addWidget(self.cards, _ALL_OF_IT)
        self.cards.show()
        self.cards.next.setFocus(Qt.FocusReason.OtherFocusReason)
        window.stack.opened.connect(self.end)
        self._use_single_keys(False)

    def end(self) -> None:
        """Show the window as it is ever after."""
        if self.cards.isHidden():
            return
        self.cards.hide()
        self.cards.deleteLater()
        for each in self._others:
            each.show()
        self._use_single_keys(self._preferences.single_keys)
        self._window.stack.opened.disconnect(self.end)
        self._window.open_page(self._window.stack.place)

    def _use_single_keys(self, on: bool) -> None:
        """Let the window's own letters act, or not: behind the cards they would unseen."""
        actions = self._window.findChild(Actions)
        if isinstance(actions, Actions):
            actions.use_single_keys(on)

    def _tell(self, error: KnownError) -> None:
        self.end()
        self._window.tell(error)

    def _begin(self, mood: int) -> None:
        self.end()
        self._window.open_page(Place.TODAY)
        self._window.today.mood.press(mood)
