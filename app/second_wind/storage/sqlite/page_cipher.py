"""The pages of an encrypted file, opened one by one where SQLCipher gives up.

SQLCipher 4 encrypts each page by itself: AES-256-CBC with a random start, then an HMAC-SHA-512 of
both and of the page's number, the seal. The first 16 bytes of a file, its salt, stay as they are.
"""

import hashlib
import hmac
import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from second_wind.core.errors.encryption_errors import EncryptionMissing
from second_wind.core.secrets.passphrase_key import SALT_LENGTH, Key
from second_wind.storage.sqlite.encryption import MAGIC, PAGE_SIZE, begin_of

_START, _SEAL = 16, 64
USABLE = PAGE_SIZE - _START - _SEAL
"""The bytes of a page that hold content."""
_PAGES_TRIED = 64

Opener = Callable[[int, bytes], bytes]
"""Makes the content of a page of its number and its encrypted bytes."""


def opener(key: Key, salt: bytes) -> Opener:
    """Return what decrypts a page, damaged or not: a wrong byte spoils 17 bytes, no more.

    Raises
    ------
    EncryptionMissing
        If the package for it isn't installed.
    """
    ciphers = _ciphers()
    algorithm = ciphers.algorithms.AES(key.for_salt(salt))

    def decrypted(number: int, page: bytes) -> bytes:
        begin = SALT_LENGTH if number == 1 else 0
        body = page[begin:USABLE]
        if len(page) < PAGE_SIZE:  # the file was cut here, and the start went with the rest
            return b""
        mode = ciphers.modes.CBC(page[USABLE : USABLE + _START])
        cipher = ciphers.Cipher(algorithm, mode).decryptor()
        content: bytes = cipher.update(body) + cipher.finalize()
        return MAGIC[:begin] + content

    return decrypted


def fitting_salt(path: Path, key: Key, others: Iterable[Path]) -> bytes | None:
    """Return the salt with which the passphrase fits a file whose first page may be damaged.

    The salt is the file's own, or that of another file of the same set if its own is gone. None if
    neither fits any page: then the passphrase is wrong, or nothing is left.
    """
    salts = [begin_of(path), *(begin_of(each) for each in others)]
    for salt in dict.fromkeys(each for each in salts if len(each) == SALT_LENGTH):
        if salt != MAGIC and _fits_any_page(path, key, salt):
            return salt
        key.forget(salt)
    return None


def _fits_any_page(path: Path, key: Key, salt: bytes) -> bool:
    seals = key.of_seals(salt)
    size = path.stat().st_size // PAGE_SIZE
    # Spread over the file, since damage often comes in one piece.
    numbers = sorted({1 + size * i // _PAGES_TRIED for i in range(_PAGES_TRIED)})
    with path.open("rb") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE_SIZE)
            if is_sealed(number, file.read(PAGE_SIZE), seals):
                return True
    return False


def is_sealed(number: int, page: bytes, seals: bytes) -> bool:
    """Tell whether a page is as it was written, with the key of a file's seals."""
    begin = SALT_LENGTH if number == 1 else 0
    body = page[begin : USABLE + _START] + number.to_bytes(4, "little")
    made = hmac.new(seals, body, hashlib.sha512).digest()
    return hmac.compare_digest(made, page[USABLE + _START :])


def _ciphers() -> Any:
    try:
        return importlib.import_module("cryptography.hazmat.primitives.ciphers")
    except ImportError as error:
        raise EncryptionMissing("cryptography") from error
