"""The pages of the window: made when first opened, one of them in sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from second_wind.ui.kit.window.places import Place
from second_wind.ui.parts import Parts
from second_wind.ui.shell.page_factories import PAGES, SHOWN

if TYPE_CHECKING:
    from second_wind.journal.log.changes import Changes
    from second_wind.ui.kit.window.page import Page


class PageStack(QStackedWidget):
    """Makes pages, shows one, and hands changes to those that exist."""

    made = Signal(object)
    """Carries a `Page` that was just made."""
    opened = Signal(object)
    """Carries the `Place` that is shown now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no page yet."""
        super().__init__(parent)
        self._pages: dict[Place, Page] = {}
        self.place = Place.TODAY

    def fill(self, parts: Parts) -> None:
        """Make pages from these parts from now on."""
        self._parts = parts

    def page(self, place: Place) -> "Page":
        """Return the page of a place; made when first asked for, so that the window need not."""
        if place not in self._pages:
            page = self._pages[place] = PAGES[place](self._parts)
            self.addWidget(page)
            self.made.emit(page)
        return self._pages[place]

    def pages(self) -> "dict[Place, Page]":
        """Return every page by its place, in the order of the sidebar."""
        return {place: self.page(place) for place in SHOWN}

    def open(self, place: Place) -> "Page":
        """Show the page of a place."""
        page = self.page(place)
        self.place = place
        self.setCurrentWidget(page)
        page.take_keyboard()
        self.opened.emit(place)
        return page

    def pass_on(self, changes: "Changes") -> None:
        """Hand a change to the pages that exist."""
        for page in tuple(self._pages.values()):
            page.take(changes)

    def store_now(self) -> None:
        """Let every page store what was typed and not yet stored."""
        for page in self._pages.values():
            page.store_now()

    def store_texts(self) -> None:
        """Let every page store what fields hold that store by themselves."""
        for page in self._pages.values():
            page.store_texts()


def place_named(name: str) -> Place:
    """Return the place with a stored name, Today where there is none such."""
    return next((each for each in SHOWN if each == name), Place.TODAY)
