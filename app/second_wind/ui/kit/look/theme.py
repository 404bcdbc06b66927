"""Light and dark: own palettes on Fusion, because not every platform has a theme to ask."""

from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from second_wind import assets
from second_wind.ui.kit.look.tokens import DARK, LIGHT, Colours

FUSION = ("-style", "fusion")
"""Among the arguments of a program: a style that is set later is handed to Python as a `QStyle`,
and PySide6 makes all of its enumerations for that, which the first paint would wait for."""
_MIDDLE = 128
"""Lightness of a colour goes from 0 to 255."""


class ThemeChoice(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application and follows the system's scheme as it changes."""

    changed = Signal()

    def __init__(
        self, application: QApplication, choice: ThemeChoice, *, is_fusion: bool = False
    ) -> None:
        """Dress the application at once; it may have the style Fusion already."""
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._is_system_dark: bool | None = None
        if is_fusion:
            self._is_system_dark = _is_dark(application.palette())
        else:
            application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is on."""
        if self._choice is not ThemeChoice.SYSTEM:
            return self._choice is ThemeChoice.DARK
        if self._is_system_dark is None:
            # Fusion's own palette follows the system's scheme. To ask for the scheme itself would
            # load all of Qt's enumerations, and the first paint would wait 15 ms for them.
            self._is_system_dark = _is_dark(self._application.style().standardPalette())
        return self._is_system_dark

    @property
    def colours(self) -> Colours:
        """The colours of the scheme that is on."""
        return DARK if self.is_dark else LIGHT

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Use what the person chose."""
        self._choice = choice
        self._dress()

    def _follow(self) -> None:
        self._is_system_dark = None
        if self._choice is ThemeChoice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        self._application.setPalette(_palette(self.colours))
        self._application.setStyleSheet(_style_sheet(self.colours, dark=self.is_dark))
        self.changed.emit()


def colours_of(palette: QPalette) -> Colours:
    """Return the colours of the scheme that a widget is dressed in."""
    return DARK if _is_dark(palette) else LIGHT


def _is_dark(palette: QPalette) -> bool:
    return palette.window().color().lightness() < _MIDDLE


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for each, colour in (
        (role.Window, colours.page),
        (role.Base, colours.field),
        (role.AlternateBase, colours.card),
        (role.Button, colours.card),
        (role.ToolTipBase, colours.card),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_text),
        (role.Link, colours.accent),
        (role.Accent, colours.accent),
    ):
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.muted))
    return palette


def _style_sheet(colours: Colours, *, dark: bool) -> str:
    sheet = Template(assets.path("themes", "second_wind.qss").read_text(encoding="utf-8"))
    names = asdict(colours) | {
        "icons": assets.path("icons").as_posix(),
        "scheme": "dark" if dark else "light",
    }
    return sheet.substitute(names)
