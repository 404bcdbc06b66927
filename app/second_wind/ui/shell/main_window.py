"""The window: a sidebar and one page. It passes things on and does nothing itself."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.errors.base import KnownError
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.banner import Banner
from second_wind.ui.kit.window.places import Place
from second_wind.ui.kit.window.standing_lines import StandingLines
from second_wind.ui.parts import Parts
from second_wind.ui.shell.page_factories import SHOWN
from second_wind.ui.shell.page_stack import PageStack, place_named
from second_wind.ui.shell.sidebar import Sidebar
from second_wind.words.base.language import pgettext

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal
    from second_wind.journal.log.changes import Changes
    from second_wind.ui.kit.window.page import Page
    from second_wind.ui.photos.photos import Photos
    from second_wind.ui.today.page import TodayPage

_SMALLEST = (640, 360)
_NARROW = 800
_FIRST_SIZE = QSize(1336, 800)
_LAYOUT_PASSES = 4
"""A height follows from a width, and a scroll bar from a height, which changes the width."""
_FRAME = QSize(16, 48)
"""Room for what a window manager draws around the window."""


class MainWindow(QMainWindow):
    """Shows the pages and hands on what they ask for."""

    painted = Signal()
    """Once, after the first paint."""
    lock_requested = Signal()
    """The journal is to be locked."""
    removal_requested = Signal()
    """Everything is to be deleted; the person has confirmed it."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        """Build the frame, light enough to be on the screen at once; `fill` brings the rest."""
        super().__init__()
        self.setObjectName("second-wind")
        self.setWindowTitle(pgettext("name of the program", "Second Wind"))
        self.setMinimumSize(*_SMALLEST)
        self._theme = theme
        self._preferences = preferences
        self.was_painted = self._is_filled = self.is_quitting = self._was_warned = False
        self._asks_nothing = False
        self._failures = 0
        self.sidebar = Sidebar(SHOWN)
        self.stack = PageStack()
        self.lines = StandingLines()
        self.banner = Banner(self.stack)
        self._lay_out()
        if not self.restoreGeometry(preferences.geometry):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - _FRAME))

    def fill(self, journal: "Journal", photos: "Photos") -> None:
        """Show a journal: Today, or the page that was open last."""
        from second_wind.ui.kit.window.notifier import Notifier
        from second_wind.ui.shell.commands import Commands

        self.commands = Commands(self, journal, self.banner)
        self.commands.day_requested.connect(self.open_day)
        self.stack.fill(Parts(journal, photos, self._theme, self._preferences))
        self.stack.made.connect(self._answer)
        self.stack.opened.connect(self._show_place)
        self.sidebar.place_chosen.connect(self.open_page)
        self.sidebar.rejection_wanted.connect(self.commands.log_rejection)
        self._make_actions()
        self.notifier = Notifier(journal, self)
        self.notifier.changed.connect(self._pass_on)
        self.stack.page(Place.TODAY)
        self._is_filled = True
        self.open_page(place_named(self._preferences.page)).freshen()

    def show_right(self) -> None:
        """Show the window laid out to the end: else what wraps would move after the first paint."""
        self.show()
        for _pass in range(_LAYOUT_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    # What others ask of the window

    @property
    def preferences(self) -> Preferences:
        """What belongs to this computer and not to the log."""
        return self._preferences

    @property
    def today(self) -> "TodayPage":
        """The page of the daily log."""
        from second_wind.ui.today.page import TodayPage

        page = self.stack.page(Place.TODAY)
        assert isinstance(page, TodayPage)
        return page

    def open_page(self, place: Place) -> "Page":
        """Show the page of a place."""
        return self.stack.open(place)

    def open_day(self, day: date) -> None:
        """Show a day in Today."""
        self._visit(Place.TODAY, day)

    def open_rejection(self, key: str) -> None:
        """Show one rejection's page."""
        self._visit(Place.REJECTIONS, key)

    def open_recovery(self, key: str) -> None:
        """Show the chart of one rejection."""
        self._visit(Place.CHARTS, key)

    def open_person(self, key: str) -> None:
        """Show one person in People."""
        self._visit(Place.PEOPLE, key)

    def _visit(self, place: Place, what: date | str) -> None:
        """Show something on a page; that it can't be read, as it is damaged, is told."""
        page = self.open_page(place)
        try:
            page.visit(what)
        except KnownError as error:
            page.mark_stale()
            self.tell(error)

    def tell(self, error: KnownError) -> None:
        """Say what went wrong in one sentence."""
        self._failures += 1
        self.banner.tell(error)

    def show_sample(self) -> None:
        """Say for as long as the window is open that the journal is a sample."""
        self.sidebar.show_sample()
        self.setWindowTitle(pgettext("heading", "Sample journal"))

    def show_alone(self, widget: QWidget) -> None:
        """Show one thing and no page: the journal is locked."""
        self.sidebar.hide()
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)

    def end_alone(self, widget: QWidget) -> None:
        """Show the window again as it is."""
        self.stack.removeWidget(widget)
        widget.deleteLater()
        self.sidebar.show()

    def raise_up(self) -> None:
        """Come to the front, because the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def quit(self) -> None:
        """Close for good, also where closing leaves the program in the tray."""
        self.is_quitting = True
        if self.close():
            QApplication.quit()
        else:
            self.is_quitting = False

    def end_now(self) -> None:
        """Close for good and ask nothing: what was typed is kept already."""
        self.is_quitting = self._asks_nothing = True
        self.close()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed and remember the window's place."""
        self._preferences.geometry = self.saveGeometry()
        if self._is_filled:
            if not self._asks_nothing and not self._has_stored():
                event.ignore()
                return
            self._preferences.page = self.stack.place
            self.notifier.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page its room in a narrow window."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(is_narrow=self.width() < _NARROW)
        self.banner.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard: outside of dialogs Qt leaves it be."""
        button, enter = self.focusWidget(), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(button, QAbstractButton) and event.key() in enter:
            if not event.isAutoRepeat():
                button.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say once when the window was first painted."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self.was_painted:
            self.was_painted = True
            self.painted.emit()
        return done

    # Inside

    def _answer(self, page: "Page") -> None:
        """Answer what a page asks for."""
        page.failed.connect(self.tell)
        page.done.connect(self.commands.say_done)
        page.undo_wanted.connect(self.commands.undo)
        page.lock_requested.connect(self.lock_requested)
        page.removal_requested.connect(self.removal_requested)
        page.log_requested.connect(self.commands.log_rejection)
        page.edit_requested.connect(self.commands.edit_rejection)
        page.place_requested.connect(self.open_page)
        page.day_requested.connect(self.open_day)
        page.rejection_requested.connect(self.open_rejection)
        page.chart_requested.connect(self.open_recovery)
        page.person_requested.connect(self.open_person)

    def _has_stored(self) -> bool:
        """Store what is being typed; what failed is told first, and the next try closes."""
        before = self._failures
        self.stack.store_now()
        failed, self._was_warned = self._failures > before and not self._was_warned, True
        return not failed

    def _show_place(self, place: Place) -> None:
        self.banner.hide()
        self.sidebar.show_place(place)

    def _pass_on(self, changes: "Changes") -> None:
        self.banner.hide()  # what it offered to take back is no longer the last act
        self.stack.pass_on(changes)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.lines)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        centre = QWidget()
        centre.setObjectName("page")
        centre.setLayout(row)
        self.setCentralWidget(centre)

    def _make_actions(self) -> None:
        from second_wind.ui.shell.actions import Actions

        actions = Actions(self, SHOWN)
        actions.use_single_keys(self._preferences.single_keys)
        self._preferences.single_keys_changed.connect(actions.use_single_keys)
        actions.place_wanted.connect(self.open_page)
        actions.undo.triggered.connect(self.commands.undo)
        actions.redo.triggered.connect(self.commands.redo)
        actions.log_rejection.triggered.connect(self.commands.log_rejection)
        actions.shortcuts.triggered.connect(self.commands.show_shortcuts)
        actions.lock.triggered.connect(self.lock_requested)
        actions.quit.triggered.connect(self.quit)
