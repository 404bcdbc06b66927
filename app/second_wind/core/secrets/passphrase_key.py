"""The key of an encrypted journal: a passphrase, and what each file's salt makes of it."""

import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass, field

from second_wind.core.errors.encryption_errors import EmptyPassphrase, UnreadablePassphrase
from second_wind.core.secrets.memory import keep_to_oneself

SALT_LENGTH = 16
_KEY_LENGTH = 32
_ROUNDS = 256_000
"""Of PBKDF2 with HMAC-SHA-512: what SQLCipher 4 does, so that its own tools open the files, too."""
_HMAC_ROUNDS, _HMAC_MASK = 2, 0x3A


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """What opens a journal, its photos and its copies; it never shows itself.

    Making a file's key of a passphrase takes a tenth of a second on purpose, so it is done once for
    each salt. New files get the salt of the first file that was opened: a journal, its photos and
    its copies then share one.
    """

    passphrase: str
    _made: dict[bytes, bytes] = field(default_factory=dict, init=False, compare=False)
    salts: dict[tuple[int, int], bytes] = field(default_factory=dict, init=False, compare=False)
    """Of the files that are open, by device and number; to look them up would unlock a file."""

    def __post_init__(self) -> None:
        """Write a letter and its accent as one, whatever keyboard they come from.

        Raises
        ------
        EmptyPassphrase, UnreadablePassphrase
            If there is none, or it has bytes that are no letters.
        """
        if not self.passphrase:
            raise EmptyPassphrase
        keep_to_oneself()
        object.__setattr__(self, "passphrase", unicodedata.normalize("NFC", self.passphrase))
        try:
            self.passphrase.encode()
        except UnicodeEncodeError:
            # Without the cause, which would quote it.
            raise UnreadablePassphrase from None

    def __repr__(self) -> str:
        """Return a text that keeps the secret."""
        return "Key(…)"

    def for_salt(self, salt: bytes) -> bytes:
        """Return the 32 bytes that a file with this salt is encrypted with."""
        if salt not in self._made:
            secret = self.passphrase.encode()
            self._made[salt] = hashlib.pbkdf2_hmac("sha512", secret, salt, _ROUNDS, _KEY_LENGTH)
        return self._made[salt]

    def salt_for_new(self) -> bytes:
        """Return the salt of a new file."""
        return next(iter(self._made), None) or os.urandom(SALT_LENGTH)

    def forget(self, salt: bytes) -> None:
        """Give no new file this salt: it came from damage."""
        self._made.pop(salt, None)

    def of_seals(self, salt: bytes) -> bytes:
        """Return the key of the checksums that seal each page of a file with this salt."""
        mask = bytes(each ^ _HMAC_MASK for each in salt)
        return hashlib.pbkdf2_hmac("sha512", self.for_salt(salt), mask, _HMAC_ROUNDS, _KEY_LENGTH)

    def is_same(self, other: "Key") -> bool:
        """Tell whether two passphrases are the same."""
        return hmac.compare_digest(self.passphrase.encode(), other.passphrase.encode())
