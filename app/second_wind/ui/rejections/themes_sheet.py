"""What feedback was about: the themes of all rejections, counted, and by stage."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from second_wind.core.people.themes import Theme, Themes
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.look.theme import colours_of
from second_wind.words.base.language import _, pgettext
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import consultations as words
from second_wind.words.entries.people import short_name

_BAR_LETTERS = 16


class ThemesDialog(Sheet):
    """Shows counts in words and as quiet bars; a theme leads to its rejections."""

    theme_chosen = Signal(str)
    """Carries the theme whose rejections are wanted."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        """Show what was gathered."""
        super().__init__(words.themes_title(), parent)
        self.setObjectName("themes-dialog")
        self.buttons_of: dict[str, QPushButton] = {}
        self.add_text(words.themes_intro(themes))
        if themes.themes:
            self.body.addLayout(self._grid(themes))
            self.add_text(words.keep_asking())
        else:
            self.add_text(words.no_themes())
        self.body.addStretch(1)
        self.close_button = self.add_button(
            pgettext("button", "Close"), self.accept, is_primary=True
        )
        self.fit()
        self.focus_on(self.close_button)

    def _grid(self, themes: Themes) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for row, each in enumerate(themes.themes):
            grid.addWidget(self._button(each, themes), row, 0, Qt.AlignmentFlag.AlignLeading)
            grid.addWidget(_Bar(each.count / max(1, themes.with_feedback)), row, 1)
            grid.addWidget(muted(words.theme(each, themes), wraps=True), row, 2)
        return grid

    def _button(self, theme: Theme, themes: Themes) -> QPushButton:
        button = QPushButton(short_name(theme.name).replace("&", "&&"))
        button.setProperty("role", "link")
        button.setProperty("edge", True)
        button.setProperty("theme", theme.name)
        button.setAccessibleName(f"{isolated(theme.name)}: {words.theme(theme, themes)}")
        button.setToolTip(
            _("Show the rejections with “{theme}”").format(theme=isolated(theme.name))
        )
        button.clicked.connect(self._choose)
        self.buttons_of[theme.name] = button
        return button

    def _choose(self) -> None:
        button = self.sender()
        if button is not None:
            self.theme_chosen.emit(str(button.property("theme")))
            self.accept()


class _Bar(QWidget):
    """A quiet bar for a share; the words beside it say the same."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * _BAR_LETTERS, letter.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        high = 6.0
        whole = QRectF(0, (self.height() - high) / 2, self.width(), high)
        part = QRectF(whole)
        part.setWidth(whole.width() * self._share)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            part.moveRight(whole.right())
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, area in ((colours.empty_day, whole), (colours.accent, part)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(area, high / 2, high / 2)
