"""Where a passphrase comes from: a descriptor or the terminal, never an argument."""

import getpass
import os
import sys
from pathlib import Path

from second_wind.core.errors.encryption_errors import (
    NoSuchDescriptor,
    PassphraseNotGiven,
    PassphrasesDiffer,
    UnreadablePassphrase,
)
from second_wind.core.secrets.passphrase_key import Key
from second_wind.words.files import encryption as words

_LONGEST = 2**16


class Passphrases:
    """Reads passphrases, each when it is needed."""

    def __init__(self, descriptor: int | None) -> None:
        """Read nothing yet; without a descriptor the terminal is asked."""
        self._descriptor = descriptor

    @property
    def are_given(self) -> bool:
        """Whether a descriptor was named."""
        return self._descriptor is not None

    def old(self, journal: Path) -> Key:
        """Read the passphrase of a journal.

        Raises
        ------
        KnownError
            If none is there, or what is there is none.
        """
        return Key(self._line() if self.are_given else _typed_after(words.prompt(journal), journal))

    def new(self, journal: Path) -> Key:
        """Read a new passphrase; on a terminal twice, since nobody sees what is typed.

        Raises
        ------
        KnownError
            As for `old`, or if the two differ.
        """
        if self.are_given:
            return Key(self._line())
        first = Key(_typed_after(words.new_prompt(), journal))
        if not first.is_same(Key(_typed_after(words.repeat_prompt(), journal))):
            raise PassphrasesDiffer
        return first

    def _line(self) -> str:
        number = self._descriptor if self._descriptor is not None else -1
        line = bytearray()
        try:
            # Byte by byte: what follows the line is for the next one who reads.
            while len(line) < _LONGEST and (byte := os.read(number, 1)) not in (b"", b"\n"):
                line += byte
        except OSError as error:
            raise NoSuchDescriptor(number) from error
        try:
            return line.decode().removesuffix("\r")
        except UnicodeDecodeError:
            raise UnreadablePassphrase from None


def _typed_after(prompt: str, journal: Path) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise PassphraseNotGiven(journal)
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise PassphraseNotGiven(journal) from None
