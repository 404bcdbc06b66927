"""The window: a sidebar and one page. It passes things on and does nothing itself."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from second_wind.core.known_error import KnownError
from second_wind.ui.preferences import Preferences
from second_wind.ui.sidebar import Sidebar
from second_wind.ui.theme import Theme
from second_wind.ui.widgets.banner import Banner
from second_wind.words.language import _

if TYPE_CHECKING:
    from second_wind.core.entries import Rejection
    from second_wind.journal.changes import Changes
    from second_wind.journal.journal import Journal
    from second_wind.ui.page import Page
    from second_wind.ui.pages.charts import ChartsPage
    from second_wind.ui.pages.rejections import RejectionsPage
    from second_wind.ui.photos import Photos

TODAY, REJECTIONS, CHARTS = range(3)
"""Places in the sidebar."""

P = TypeVar("P", bound="Page")

_SMALLEST = (640, 360)
_NARROW = 800
_FIRST_SIZE = QSize(1336, 800)
_FRAME = QSize(16, 48)
"""Room for what a window manager draws around the window."""


class MainWindow(QMainWindow):
    """Holds the pages and hands them changes."""

    painted = Signal()
    """Once, after the first paint."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        """Build the frame, light enough to be on the screen at once; `fill` brings the rest."""
        super().__init__()
        self.setObjectName("second-wind")
        self.setWindowTitle(_("Second Wind"))
        self.setMinimumSize(*_SMALLEST)
        self._theme = theme
        self._preferences = preferences
        self._was_painted = False
        self._open = TODAY
        self._titles = (_("Today"), _("Rejections"), _("Charts"))
        self.sidebar = Sidebar(self._titles)
        self._stack = QStackedWidget()
        self.banner = Banner(self._stack)
        self._lay_out()
        if not self.restoreGeometry(preferences.geometry):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - _FRAME))

    def fill(self, journal: "Journal", photos: "Photos") -> None:
        """Show a journal: Today, or the page that was open last."""
        from second_wind.ui.notifier import Notifier
        from second_wind.ui.pages.today import TodayPage

        self._journal = journal
        self.today = self._include(TodayPage(journal, photos))
        self.today.undo_wanted.connect(self.undo)
        self.sidebar.page_chosen.connect(self.open_page)
        self.sidebar.rejection_wanted.connect(self.log_rejection)
        self._make_actions()
        self.notifier = Notifier(journal, self)
        self.notifier.changed.connect(self._pass_on)
        stored = self._preferences.page
        number = int(stored) if stored.isdecimal() else TODAY
        self.open_page(number if number <= CHARTS else TODAY)
        QTimer.singleShot(0, self.today.start_charts)

    # What others ask of the window

    @cached_property
    def rejections(self) -> "RejectionsPage":
        """The page of rejections; made when first asked for, so that the window need not wait."""
        from second_wind.ui.pages.rejections import RejectionsPage

        page = self._include(RejectionsPage(self._journal))
        page.edit_requested.connect(self.edit_rejection)
        page.log_requested.connect(self.log_rejection)
        page.chart_requested.connect(self.open_recovery)
        return page

    @cached_property
    def charts(self) -> "ChartsPage":
        """The page of charts; made when first asked for, so that the window need not wait."""
        from second_wind.ui.pages.charts import ChartsPage

        page = self._include(ChartsPage(self._journal, self._theme))
        self._theme.changed.connect(page.redraw)
        return page

    def page(self, number: int) -> "Page":
        """Return the page with this place in the sidebar."""
        if number == REJECTIONS:
            return self.rejections
        return self.charts if number == CHARTS else self.today

    @property
    def pages(self) -> "dict[str, Page]":
        """Every page by its title, in the order of the sidebar."""
        return {title: self.page(number) for number, title in enumerate(self._titles)}

    def open_page(self, number: int) -> None:
        """Show the page with this place in the sidebar."""
        page = self.page(number)
        self._open = number
        self.banner.hide()
        self._stack.setCurrentWidget(page)
        self.sidebar.show_page(number)
        page.setFocus()

    def open_day(self, day: date) -> None:
        """Show a day in Today."""
        self.today.show_day(day)
        self.open_page(TODAY)

    def open_rejection(self, key: str) -> None:
        """Show one rejection's page."""
        self.open_page(REJECTIONS)
        self.rejections.show_rejection(key)

    def open_recovery(self, key: str) -> None:
        """Show the chart of one rejection."""
        self.open_page(CHARTS)
        self.charts.show_recovery(key)

    def log_rejection(self) -> None:
        """Ask for a rejection and store it."""
        from second_wind.ui.dialogs.rejection import RejectionDialog

        today = self._journal.today()
        shown_lines = self._preferences.shown_lines(today)
        dialog = RejectionDialog(self._journal, self, shown_lines=shown_lines)
        dialog.day_requested.connect(self.open_day)
        dialog.exec()
        dialog.deleteLater()
        self._preferences.remember_lines(today, shown_lines)

    def edit_rejection(self, rejection: "Rejection") -> None:
        """Let the person mend a rejection."""
        from second_wind.ui.dialogs.rejection import RejectionDialog

        dialog = RejectionDialog(self._journal, self, rejection)
        dialog.exec()
        dialog.deleteLater()

    def undo(self) -> None:
        """Take back the last act."""
        from second_wind.words import acts

        try:
            act = self._journal.undo()
        except KnownError as error:
            self.tell(error)
        else:
            self.banner.say(acts.undone(act), _("Redo"), self.redo)

    def redo(self) -> None:
        """Do again what was undone."""
        from second_wind.words import acts

        try:
            act = self._journal.redo()
        except KnownError as error:
            self.tell(error)
        else:
            self.banner.say(acts.redone(act), _("Undo"), self.undo)

    def tell(self, error: KnownError) -> None:
        """Say what went wrong in one sentence."""
        from second_wind.words.errors import sentence  # only when something went wrong

        self.banner.say(sentence(error))

    def show_sample(self) -> None:
        """Say for as long as the window is open that the journal is a sample."""
        self.sidebar.show_sample()
        self.setWindowTitle(_("Sample journal"))

    def raise_up(self) -> None:
        """Come to the front, because the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed and remember the window's place."""
        self._preferences.geometry = self.saveGeometry()
        if self._made_pages():
            self.today.store_now()
            self._preferences.page = str(self._open)
            self.notifier.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page its room in a narrow window."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(is_narrow=self.width() < _NARROW)
        self.banner.place()

    def event(self, event: QEvent) -> bool:
        """Say once when the window was first painted."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            self.painted.emit()
        return done

    # Making

    def _include(self, page: P) -> P:
        """Add a page to the window and answer what it asks for."""
        self._stack.addWidget(page)
        page.failed.connect(self.tell)
        page.day_requested.connect(self.open_day)
        page.rejection_requested.connect(self.open_rejection)
        return page

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        centre = QWidget()
        centre.setObjectName("page")
        centre.setLayout(row)
        self.setCentralWidget(centre)

    def _make_actions(self) -> None:
        from second_wind.ui.actions import Actions

        actions = Actions(self, pages=len(self._titles))
        actions.page_wanted.connect(self.open_page)
        actions.undo.triggered.connect(self.undo)
        actions.redo.triggered.connect(self.redo)
        actions.log_rejection.triggered.connect(self.log_rejection)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.quit.triggered.connect(self.close)

    def _show_shortcuts(self) -> None:
        from second_wind.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self)
        dialog.exec()
        dialog.deleteLater()

    def _pass_on(self, changes: "Changes") -> None:
        self.banner.hide()  # what it offered to take back is no longer the last act
        for page in self._made_pages():
            page.take(changes)

    def _made_pages(self) -> "list[Page]":
        from second_wind.ui.page import Page

        widgets = (self._stack.widget(place) for place in range(self._stack.count()))
        return [each for each in widgets if isinstance(each, Page)]
