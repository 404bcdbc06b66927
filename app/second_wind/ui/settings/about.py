"""Settings: which version this is, and where a newer one would be; nothing is opened or asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from second_wind import __version__
from second_wind.paths import APPLICATION_ID
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import muted
from second_wind.ui.settings.form.section import Section
from second_wind.words.base.language import _
from second_wind.words.window import settings as words


class AboutSection(Section):
    """Text to read and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(_("About Second Wind"), parent=parent)
        self.body.setSpacing(8)
        self.body.addWidget(readable(QLabel(words.version(__version__))))
        self.body.addWidget(muted(words.newer_about(), wraps=True))
        self.body.addWidget(readable(QLabel(APPLICATION_ID)))


def readable(label: QLabel) -> QLabel:
    """Let a text be selected by mouse and keyboard; long words may break."""
    label.setAccessibleName(label.text())
    label.setText(breakable(label.text()))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return label
