"""What can go wrong with encryption: facts, and never a secret; `words` makes the sentences."""

from datetime import date
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal


class EncryptionProblem(KnownError):
    """Something about a passphrase or an encrypted file."""


class JournalLocked(EncryptionProblem):
    """An encrypted file, and no passphrase was given."""

    path: Path


class WrongPassphrase(EncryptionProblem):
    """A passphrase that doesn't open a file: a wrong one, or the file's beginning is damaged.

    Nobody can tell which, once no page and no copy fits. `newest_copy` is the day (UTC) of the
    newest safe copy.
    """

    path: Path
    copies: int = 0
    newest_copy: date | None = None


class TruncatedJournal(EncryptionProblem, DamagedJournal):
    """An encrypted journal that is shorter than it says it is."""

    pages: int
    expected: int


class EncryptionMissing(EncryptionProblem):
    """An encrypted journal, or a wish for one, and the extra for it isn't installed."""

    package: str


class EmptyPassphrase(EncryptionProblem):
    """No passphrase where one is needed."""


class UnreadablePassphrase(EncryptionProblem):
    """A passphrase with bytes that are no letters."""


class PassphraseUnasked(EncryptionProblem):
    """A passphrase that was given for a journal that isn't encrypted."""

    path: Path


class PassphrasesDiffer(EncryptionProblem):
    """A new passphrase and its repetition that are not the same."""


class SamePassphrase(EncryptionProblem):
    """A new passphrase that is the old one."""


class PassphraseNotGiven(EncryptionProblem):
    """A passphrase is needed, and there is neither a terminal to ask on nor a descriptor."""

    path: Path


class NoSuchDescriptor(EncryptionProblem):
    """A number that names no open file to read a passphrase from."""

    number: int


class AlreadyEncrypted(EncryptionProblem):
    """A wish to encrypt what is encrypted."""

    path: Path


class NotEncrypted(EncryptionProblem):
    """A wish to decrypt, or to change the passphrase of, what isn't encrypted."""

    path: Path


class KeyChangeUnfinished(EncryptionProblem):
    """A change of the key that is decided, but not every file could be put in its place yet."""

    path: Path


class KeyringUnavailable(EncryptionProblem):
    """The system offers no place to remember a passphrase, or refuses it."""
