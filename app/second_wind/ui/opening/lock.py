"""The page of a locked journal: it asks for the passphrase and shows nothing else."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.computer import system_keyring
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.encryption_errors import EmptyPassphrase
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.safety import encrypting
from second_wind.paths import AppPaths
from second_wind.ui.kit.fields.passphrase_edit import PassphraseEdit
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.ui.kit.window.page import fill, scrolling
from second_wind.words.base.language import _, pgettext
from second_wind.words.errors.window_errors import sentence
from second_wind.words.safety import locking as words

_WIDEST = 460
_UNLOCK, _KEYRING = "unlock", "keyring"


class LockPage(QWidget):
    """Says by a signal when the right passphrase was given."""

    unlocked = Signal(object)
    """Carries the `Key` that fits."""
    quit_wanted = Signal()

    def __init__(self, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Ask for the passphrase of the journal of these paths."""
        super().__init__(parent)
        self.setObjectName("page")
        self._paths = paths
        self.tasks = Tasks(self)
        self.tasks.done.connect(self._take)
        self.tasks.failed.connect(self._refuse)
        self.field = PassphraseEdit("passphrase", words.passphrase())
        self.field.returnPressed.connect(self.try_typed)
        self.shows = QCheckBox(words.show_letters())
        self.shows.toggled.connect(self.field.show_letters)
        self.unlock = QPushButton(pgettext("button", "Unlock"))
        self.unlock.setObjectName("unlock")
        self.unlock.setProperty("role", "primary")
        self.unlock.clicked.connect(self.try_typed)
        self.keyring = QPushButton(_("Use the system's keyring"))
        self.keyring.setObjectName("use-keyring")
        self.keyring.setVisible(system_keyring.is_remembered(paths.config, paths.journal))
        self.keyring.clicked.connect(self.try_keyring)
        self.quit = QPushButton(pgettext("button", "Quit"))
        self.quit.clicked.connect(self.quit_wanted)
        # The window's own keys come with the pages, and there are none yet.
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.quit_wanted)
        self.notice = Notice()
        self._lay_out()

    def try_typed(self) -> None:
        """Look whether what was typed opens the journal."""
        try:
            key = Key(self.field.text())
        except KnownError as error:
            self._refuse(_UNLOCK, error)
            return
        self._try(key)

    def try_keyring(self) -> None:
        """Ask the system's keyring, which may ask the person in turn."""
        self._wait()
        config, journal = self._paths.config, self._paths.journal
        self.tasks.start(_KEYRING, lambda _tasks: system_keyring.remembered(config, journal))

    def take_focus(self) -> None:
        """Let typing begin at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Wait for what is under way, and forget what was typed."""
        self.tasks.finish()
        self.field.clear()

    # Inside

    def _try(self, key: Key) -> None:
        self._wait()
        journal = self._paths.journal

        def work(_tasks: Tasks) -> Key:
            # With damage farther in the passphrase is right; what can be saved is shown next.
            with suppress(DamagedJournal):
                encrypting.unlock(journal, key)
            return key

        self.tasks.start(_UNLOCK, work)

    def _take(self, name: str, key: object) -> None:
        if name == _UNLOCK:
            self.unlocked.emit(key)
        elif isinstance(key, Key):
            self._try(key)
        else:
            self._stop_waiting()
            self.notice.say(_("The keyring gave no passphrase. It can be typed here."))

    def _refuse(self, _name: str, error: KnownError) -> None:
        self._stop_waiting()
        self.notice.say(sentence(error))
        if not isinstance(error, EmptyPassphrase):
            self.field.selectAll()
        self.take_focus()

    def _wait(self) -> None:
        self.notice.say(pgettext("button", "Opening…"))
        for each in (self.field, self.unlock, self.keyring):
            each.setEnabled(False)

    def _stop_waiting(self) -> None:
        for each in (self.field, self.unlock, self.keyring):
            each.setEnabled(True)

    def _lay_out(self) -> None:
        card = Card(_("Your journal is locked"))
        label = QLabel(words.passphrase())
        label.setBuddy(self.field)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for each in (self.unlock, self.keyring):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self.quit)
        card.body.addWidget(muted(words.locked_about(), wraps=True))
        for widget in (label, self.field, self.shows, self.notice):
            card.body.addWidget(widget)
        card.body.addLayout(buttons)
        card.setMaximumWidth(_WIDEST)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        fill(self, scrolling(content))
