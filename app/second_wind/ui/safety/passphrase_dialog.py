"""Sets, changes or removes the passphrase of a journal."""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from second_wind.computer import second_place, system_keyring
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.encryption_errors import PassphrasesDiffer, WrongPassphrase
from second_wind.core.secrets.passphrase_key import Key
from second_wind.core.secrets.passphrase_strength import Strength, estimate
from second_wind.journal.journal import Journal
from second_wind.journal.safety import encrypting
from second_wind.journal.safety.encrypting import Recoded
from second_wind.paths import AppPaths
from second_wind.ui.kit.fields.passphrase_edit import PassphraseEdit
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.ui.photos.photos import Photos
from second_wind.words.base.language import _, pgettext
from second_wind.words.errors.window_errors import sentence
from second_wind.words.files import encryption as said
from second_wind.words.safety import locking as words

_PAUSE_MS = 400
_STRENGTH, _RECODE = "strength", "recode"


class Aim(Enum):
    """What the dialog is for."""

    ENCRYPT = auto()
    CHANGE = auto()
    REMOVE = auto()


class PassphraseDialog(Sheet):
    """Writes every file anew while it is open; it closes only when that is done."""

    def __init__(
        self,
        aim: Aim,
        journal: Journal,
        photos: Photos,
        paths: AppPaths,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for what the aim needs."""
        title, hint = {
            Aim.ENCRYPT: (words.encrypt(), words.encrypt_hint()),
            Aim.CHANGE: (words.change(), words.change_hint()),
            Aim.REMOVE: (words.remove(), words.remove_hint()),
        }[aim]
        super().__init__(title.rstrip("…"), parent)
        self.setObjectName("passphrase-dialog")
        self._aim, self._journal, self._photos, self._paths = aim, journal, photos, paths
        self._new: Key | None = None
        self._is_busy = False
        self.tasks = Tasks(self)
        self.tasks.done.connect(self._take)
        self.tasks.failed.connect(self._refuse)
        self.tasks.broke.connect(self._recover)
        self.old = PassphraseEdit("old-passphrase", _("Passphrase until now"))
        self.new = PassphraseEdit("new-passphrase", pgettext("field", "New passphrase"))
        self.repeat = PassphraseEdit("repeat-passphrase", _("The same once more"))
        self.strength = muted("", wraps=True)
        self.shows = QCheckBox(words.show_letters())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._estimate)
        self.new.textChanged.connect(self._pause.start)
        for each in self._fields():
            self.shows.toggled.connect(each.show_letters)
        self._lay_out(hint)

    def carry_out(self) -> None:
        """Look at what was typed, and write every file anew."""
        try:
            old = Key(self.old.text()) if self._asks_old() else None
            new = Key(self.new.text()) if self._asks_new() else None
            if new is not None and self.new.text() != self.repeat.text():
                raise PassphrasesDiffer
            if old is not None and not (self._journal.key and self._journal.key.is_same(old)):
                raise WrongPassphrase(self._journal.path)
        except KnownError as error:
            self._refuse(_RECODE, error)
            return
        self._new = new
        self._begin(old, new)

    # Qt

    def reject(self) -> None:
        """Close, unless files are being written."""
        if not self._is_busy:
            self.tasks.finish()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's own button like Esc."""
        event.ignore()
        self.reject()

    # Carrying out

    def _begin(self, old: Key | None, new: Key | None) -> None:
        self._set_busy(on=True)
        self.say(_("Writing your files anew; please wait…"))
        self._photos.finish()
        path, now = self._journal.path, self._journal.now()
        self._journal.release()

        def work(_tasks: Tasks) -> Recoded:
            second = second_place.chosen(self._paths.config)
            if old is None and new is not None:
                return encrypting.encrypt(path, new, now, second)
            if old is not None and new is None:
                return encrypting.decrypt(path, old, now, second)
            assert old is not None
            assert new is not None
            return encrypting.rekey(path, old, new, now, second)

        self.tasks.start(_RECODE, work)

    def _take(self, name: str, found: object) -> None:
        if name == _STRENGTH:
            text = said.strength(found) if isinstance(found, Strength) else ""
            self.strength.setText(text if self.new.text() else "")
            self.grow_soon()
            return
        assert isinstance(found, Recoded)
        problem = self._go_on_with(self._new)
        self._renew_keyring()
        self._show_end(sentence(problem) if problem is not None else self._told(found))

    def _refuse(self, name: str, error: KnownError) -> None:
        if name == _RECODE and self._is_busy:
            self._go_on_with(self._journal.key)
        self._set_busy(on=False)
        self.say(sentence(error))
        first = self.old if self._asks_old() else self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recover(self) -> None:
        """Let the dialog be closed after a bug, which is shown elsewhere."""
        if self._is_busy:
            self._go_on_with(self._journal.key)
            self._set_busy(on=False)

    def _go_on_with(self, key: Key | None) -> KnownError | None:
        """Open the journal again, and return why that can't be; the key holds from now on."""
        problem = None
        try:
            self._journal.resume_with(key)
        except KnownError as error:
            problem = error
        self._photos.use(self._journal.key)
        return problem

    def _renew_keyring(self) -> None:
        config, journal = self._paths.config, self._journal.path
        with suppress(KnownError):  # it can be typed
            if system_keyring.is_remembered(config, journal):
                system_keyring.forget(config, journal)
                if self._new is not None:
                    system_keyring.remember(config, journal, self._new)

    def _told(self, found: Recoded) -> str:
        done: Callable[[int], str] = {
            Aim.ENCRYPT: said.encrypted,
            Aim.CHANGE: said.rekeyed,
            Aim.REMOVE: said.decrypted,
        }[self._aim]
        tell = said.still_plain if self._aim is Aim.ENCRYPT else said.not_read
        lines = [done(found.files), *map(tell, found.left)]
        if found.second_place_problem is not None:
            lines.append(said.second_place_as_it_was())
            if found.unfinished is None:  # else that was all, and it is over
                lines.append(sentence(found.second_place_problem))
        return "\n".join(lines)

    def _show_end(self, text: str) -> None:
        self._set_busy(on=False)
        for each in self._fields():
            each.clear()
        for part in (self._hint, self._form, self.save):
            part.hide()
        self.cancel.setText(pgettext("button", "Close"))
        self.say(text)
        self.fit_soon()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _estimate(self) -> None:
        typed = self.new.text()
        self.tasks.start(_STRENGTH, lambda _tasks: estimate(typed))

    def _set_busy(self, *, on: bool) -> None:
        self._is_busy = on
        for each in (*self._fields(), self.save, self.cancel, self.shows):
            each.setEnabled(not on)

    # Making

    def _asks_old(self) -> bool:
        return self._aim is not Aim.ENCRYPT

    def _asks_new(self) -> bool:
        return self._aim is not Aim.REMOVE

    def _fields(self) -> list[PassphraseEdit]:
        old = [self.old] if self._asks_old() else []
        return [*old, self.new, self.repeat] if self._asks_new() else old

    def _lay_out(self, hint: str) -> None:
        self._hint = self.add_text(hint)
        self._form = self._make_form()
        self.body.addWidget(self._form)
        self.body.addStretch(1)
        self.cancel = self.add_button(pgettext("button", "Cancel"), self.reject)
        names = {
            Aim.ENCRYPT: pgettext("button", "Encrypt"),
            Aim.CHANGE: pgettext("button", "Change"),
            Aim.REMOVE: pgettext("button", "Remove"),
        }
        self.save = self.add_button(names[self._aim], self.carry_out, is_primary=True)
        self.save.setObjectName("carry-out")
        self.fit()
        self.focus_on(self._fields()[0])

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for field in self._fields():
            label = QLabel(field.accessibleName())
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            if field is self.new:
                column.addWidget(self.strength)
        column.addSpacing(4)
        column.addWidget(self.shows)
        return form
