"""What can go wrong with encryption: facts, and never a secret; `words` makes the sentences."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal


class EncryptionProblem(KnownError):
    """Something about a passphrase or an encrypted file."""


@dataclass(eq=False)
class JournalLocked(EncryptionProblem):
    """An encrypted file, and no passphrase was given."""

    path: Path


@dataclass(eq=False)
class WrongPassphrase(EncryptionProblem):
    """A passphrase that doesn't open a file: a wrong one, or the file's beginning is damaged.

    Nobody can tell which, once no page and no copy fits. `newest_copy` is the day (UTC) of the
    newest safe copy.
    """

    path: Path
    copies: int = 0
    newest_copy: date | None = None


@dataclass(eq=False)
class TruncatedJournal(EncryptionProblem, DamagedJournal):
    """An encrypted journal that is shorter than it says it is."""

    pages: int
    expected: int


@dataclass(eq=False)
class EncryptionMissing(EncryptionProblem):
    """An encrypted journal, or a wish for one, and the extra for it isn't installed."""

    package: str


@dataclass(eq=False)
class EmptyPassphrase(EncryptionProblem):
    """No passphrase where one is needed."""


@dataclass(eq=False)
class UnreadablePassphrase(EncryptionProblem):
    """A passphrase with bytes that are no letters."""


@dataclass(eq=False)
class PassphraseUnasked(EncryptionProblem):
    """A passphrase that was given for a journal that isn't encrypted."""

    path: Path


@dataclass(eq=False)
class PassphrasesDiffer(EncryptionProblem):
    """A new passphrase and its repetition that are not the same."""


@dataclass(eq=False)
class SamePassphrase(EncryptionProblem):
    """A new passphrase that is the old one."""


@dataclass(eq=False)
class PassphraseNotGiven(EncryptionProblem):
    """A passphrase is needed, and there is neither a terminal to ask on nor a descriptor."""

    path: Path


@dataclass(eq=False)
class NoSuchDescriptor(EncryptionProblem):
    """A number that names no open file to read a passphrase from."""

    number: int


@dataclass(eq=False)
class AlreadyEncrypted(EncryptionProblem):
    """A wish to encrypt what is encrypted."""

    path: Path


@dataclass(eq=False)
class NotEncrypted(EncryptionProblem):
    """A wish to decrypt, or to change the passphrase of, what isn't encrypted."""

    path: Path


@dataclass(eq=False)
class KeyChangeUnfinished(EncryptionProblem):
    """A change of the key that is decided, but not every file could be put in its place yet."""

    path: Path


@dataclass(eq=False)
class KeyringUnavailable(EncryptionProblem):
    """The system offers no place to remember a passphrase, or refuses it."""
