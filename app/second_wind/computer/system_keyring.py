"""A passphrase that the system remembers, for those who ask for it; typing always works, too.

Only the keyrings of desktops and operating systems count: a backend that writes a plain file would
undo the encryption. A note says for which journals, so that no other start waits for a keyring.
"""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.encryption_errors import EncryptionMissing, KeyringUnavailable
from second_wind.core.secrets.passphrase_key import Key
from second_wind.paths import APPLICATION_ID
from second_wind.storage.sqlite.faults import known_faults

_NOTE = "remembered-passphrases.txt"
TRUSTED = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")


def is_available() -> bool:
    """Tell whether the system can remember a passphrase."""
    try:
        _backend()
    except KnownError:
        return False
    return True


def is_remembered(config: Path, journal: Path) -> bool:
    """Tell whether the passphrase of a journal was given to the keyring; it is not asked."""
    return _name(journal) in _noted(config)


def remembered(config: Path, journal: Path) -> Key | None:
    """Return the key of a journal, None if it was never remembered or the keyring has it not."""
    if not is_remembered(config, journal):
        return None
    try:
        with _refusals():
            passphrase = _backend().get_password(APPLICATION_ID, _name(journal))
    except KnownError:  # locked, or another desktop: it can be typed
        return None
    return Key(passphrase) if passphrase else None


def remember(config: Path, journal: Path, key: Key) -> None:
    """Give the passphrase of a journal to the keyring.

    Raises
    ------
    KeyringUnavailable, EncryptionMissing
        If there is none, or it refuses.
    """
    with _refusals():
        _backend().set_password(APPLICATION_ID, _name(journal), key.passphrase)
    _note(config, _noted(config) | {_name(journal)})


def forget(config: Path, journal: Path) -> None:
    """Take the passphrase of a journal out of the keyring, if it is there."""
    if is_remembered(config, journal):
        with suppress(KnownError), _refusals():
            _backend().delete_password(APPLICATION_ID, _name(journal))
        _note(config, _noted(config) - {_name(journal)})


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except KnownError:
        raise
    # A backend may fail in the way of whatever it talks to.
    except Exception:
        # Without the cause, whose traceback might hold the passphrase.
        raise KeyringUnavailable from None


def _backend() -> Any:
    """Return the best keyring of the system.

    Raises
    ------
    KeyringUnavailable, EncryptionMissing
        If there is none, or the package for it isn't installed.
    """
    try:
        backends = importlib.import_module("keyring.backend")
    except ImportError as error:
        raise EncryptionMissing("keyring") from error
    with _refusals():
        found = [each for each in backends.get_all_keyring() if _is_trusted(each)]
        if found:
            return max(found, key=lambda each: each.priority)
    raise KeyringUnavailable


def _is_trusted(backend: Any) -> bool:
    return type(backend).__module__.rpartition(".")[2] in TRUSTED and backend.priority > 0


def _name(journal: Path) -> str:
    return str(journal.resolve())


def _noted(config: Path) -> set[str]:
    note = config / _NOTE
    with known_faults(note):
        return set(note.read_text(encoding="utf-8").splitlines()) if note.is_file() else set()


def _note(config: Path, names: set[str]) -> None:
    note = config / _NOTE
    with known_faults(note):
        config.mkdir(mode=0o700, parents=True, exist_ok=True)
        note.write_text("".join(f"{each}\n" for each in sorted(names)), encoding="utf-8")
