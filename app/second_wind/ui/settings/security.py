"""Settings: the passphrase of the journal, when it locks, and the sheet to print."""

from dataclasses import dataclass, replace
from importlib.util import find_spec

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from second_wind.computer import system_keyring
from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.service.preferences import LOCK_AFTER_CHOICES, Preferences
from second_wind.ui.photos.photos import Photos
from second_wind.ui.safety.passphrase_dialog import Aim, PassphraseDialog
from second_wind.ui.settings.form.fields import Choice, Field, Switch
from second_wind.ui.settings.form.section import Section
from second_wind.words.base.language import _, pgettext
from second_wind.words.safety import locking as words

_DRIVER = "sqlcipher3"


@dataclass(frozen=True, slots=True)
class LockSettings:
    """What the person chose."""

    after: int
    with_session: bool
    in_keyring: bool


class SecuritySection(Section):
    """Each choice holds at once; encryption is off until it is asked for."""

    def __init__(
        self,
        journal: Journal,
        photos: Photos,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """Make the card."""
        super().__init__(pgettext("heading", "Passphrase"), parent=parent)
        self._journal, self._photos, self._preferences = journal, photos, preferences
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.body.addWidget(self.state)
        self._rows = self.add_rows(lock_fields())
        for row in self._rows:
            row.changed.connect(self._keep)
        self.encrypt = self._button(words.encrypt(), "encrypt", self._ask_to_encrypt)
        self.change = self._button(words.change(), "change-passphrase", self._ask_to_change)
        self.remove = self._button(words.remove(), "remove-passphrase", self._ask_to_remove)
        self.sheet = self._button(
            pgettext("button", "Recovery sheet…"), "recovery-sheet-button", self._show_sheet
        )
        self.lock = self._button(pgettext("button", "Lock now"), "lock-now", self.lock_wanted)
        self.lock.setToolTip(_("Closes the journal until the passphrase is given (Ctrl+L)"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for each in (self.encrypt, self.lock, self.change, self.remove, self.sheet):
            flow.addWidget(each)
        self.body.addWidget(buttons)

    def refresh(self) -> None:
        """Show whether there is a passphrase, and what goes with it."""
        is_encrypted = self._journal.key is not None
        is_possible = is_encrypted or find_spec(_DRIVER) is not None
        said = words.state(is_encrypted=is_encrypted)
        self.state.setText(said if is_possible else f"{said}\n{words.not_installed()}")
        self.encrypt.setVisible(not is_encrypted)
        self.encrypt.setEnabled(is_possible)
        for each in (self.lock, self.change, self.remove, self.sheet, *self._rows):
            each.setVisible(is_encrypted)
        for each in self._rows:
            each.show_settings(self._chosen())

    def _chosen(self) -> LockSettings:
        config, journal = self._preferences.paths.config, self._journal.path
        return LockSettings(
            self._preferences.lock_after,
            self._preferences.locks_with_session,
            system_keyring.is_remembered(config, journal),
        )

    def _keep(self, change: object) -> None:
        assert callable(change)
        before = self._chosen()
        chosen: LockSettings = change(before)
        self._preferences.lock_after = chosen.after
        self._preferences.locks_with_session = chosen.with_session
        if chosen.in_keyring != before.in_keyring:
            self._use_keyring(on=chosen.in_keyring)
        self.refresh()

    def _use_keyring(self, *, on: bool) -> None:
        config, journal, key = self._preferences.paths.config, self._journal.path, self._journal.key
        try:
            if on and key is not None:
                system_keyring.remember(config, journal, key)
            else:
                system_keyring.forget(config, journal)
        except KnownError as error:
            self.failed.emit(error)

    def _ask_to_encrypt(self) -> None:
        self._ask(Aim.ENCRYPT)
        if self._journal.key is not None:
            self._show_sheet()

    def _ask_to_change(self) -> None:
        self._ask(Aim.CHANGE)

    def _ask_to_remove(self) -> None:
        self._ask(Aim.REMOVE)

    def _ask(self, aim: Aim) -> None:
        paths = self._preferences.paths
        dialog = PassphraseDialog(aim, self._journal, self._photos, paths, self.window())
        dialog.exec()
        dialog.deleteLater()
        self.refresh()
        if self._journal.is_released:  # it could not be opened again, which was told
            self.lock_wanted.emit()

    def _show_sheet(self) -> None:
        from second_wind.ui.safety.recovery_sheet import RecoverySheetDialog

        dialog = RecoverySheetDialog(self._journal, self._preferences.paths, self.window())
        dialog.exec()
        dialog.deleteLater()

    @staticmethod
    def _button(text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(do)
        return button


def lock_fields() -> tuple[Field[LockSettings], ...]:
    """Return when to lock, and whether the keyring may open."""
    after: Choice[LockSettings] = Choice(
        "lock-after",
        pgettext("setting", "Lock after"),
        words.lock_after_explanation(),
        lambda settings: str(settings.after),
        lambda settings, value: replace(settings, after=int(value)),
        tuple((str(each), words.minutes(each)) for each in LOCK_AFTER_CHOICES),
        drops_down=True,
    )
    session: Switch[LockSettings] = Switch(
        "lock-with-session",
        _("Lock with the session"),
        _("When the screen is locked, or the computer goes to sleep."),
        lambda settings: settings.with_session,
        lambda settings, value: replace(settings, with_session=value),
    )
    keyring: Switch[LockSettings] = Switch(
        "use-keyring",
        _("Let the system's keyring remember it"),
        words.keyring_explanation(),
        lambda settings: settings.in_keyring,
        lambda settings, value: replace(settings, in_keyring=value),
    )
    return after, session, keyring
