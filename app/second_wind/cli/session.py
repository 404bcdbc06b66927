"""What a command works with: places, clock, output, and the journal once it asks for it."""

import json
import sys
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

from second_wind.cli.values import GivenDay
from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import Clock
from second_wind.paths import AppPaths
from second_wind.words.base.printable import escaped, shown

if TYPE_CHECKING:
    from second_wind.cli.passphrases import Passphrases
    from second_wind.core.secrets.passphrase_key import Key
    from second_wind.journal.journal import Journal
    from second_wind.journal.log.changes import Changes
    from second_wind.storage.sqlite.beginning import Beginning


class Session:
    """One run of the command line."""

    def __init__(
        self,
        paths: AppPaths,
        clock: Clock,
        out: TextIO | None = None,
        passphrase_fd: int | None = None,
        *,
        anew: bool = False,
    ) -> None:
        """Remember where things are; nothing is opened yet."""
        self.paths = paths
        self.clock = clock
        self.out = out or sys.stdout
        self._passphrase_fd = passphrase_fd
        self._anew = anew
        self._journal: Journal | None = None
        self._begun: Beginning | None = None
        self.has_stored = False

    def journal(self) -> "Journal":
        """Return the journal, opened on first use."""
        from second_wind.computer.second_place import chosen
        from second_wind.journal.journal import Journal  # peewee only when it is needed
        from second_wind.storage.sqlite.beginning import beginning

        if self._journal is None:
            second_place = chosen(self.paths.config)
            if self._anew:
                self._clear_place()
            self._begun = beginning(self.paths.journal, self.paths.photos)
            self._journal = Journal(self.paths.journal, self.clock, second_place, self.key)
            self._journal.subscribe(self._note_change)
            self._journal.is_careful = True
        return self._journal

    def _note_change(self, _changes: "Changes") -> None:
        self.has_stored = True

    def _clear_place(self) -> None:
        """Set an empty file, or a log without its file, aside for the new journal."""
        from second_wind.journal.safety.rescue import clear_place

        clear_place(self.paths.journal, self.clock.now())

    @cached_property
    def passphrases(self) -> "Passphrases":
        """Where passphrases come from."""
        from second_wind.cli.passphrases import Passphrases  # only for those who need one

        return Passphrases(self._passphrase_fd)

    @cached_property
    def key(self) -> "Key | None":
        """What opens the journal and its copies; None if they are plain and none was given.

        Raises
        ------
        KnownError
            If a passphrase is needed and none can be had.
        """
        from second_wind.computer.system_keyring import remembered
        from second_wind.journal.safety.locked import is_locked

        # One that was given may also be for another journal or a copy, while this one is plain.
        if self._passphrase_fd is not None:
            return self.passphrases.old(self.paths.journal)
        if not is_locked(self.paths.journal):
            return None
        known = remembered(self.paths.config, self.paths.journal)
        return known or self.passphrases.old(self.paths.journal)

    def day(self, given: GivenDay | None) -> date:
        """Return the day of the calendar that was given, today if none was."""
        if isinstance(given, date):
            return given
        today = self.journal().today()
        return today if given is None else today + given

    def say(self, text: str) -> None:
        """Print a line for a person."""
        print(shown(text), file=self.out)

    def say_json(self, value: dict[str, Any]) -> None:
        """Print an object for a program."""
        self.out.write(escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")

    def close_damaged(self) -> None:
        """Let go of a journal that is damaged, so that another file can take its place."""
        if self._journal is not None:
            self._journal.close(copy=False)

    def close(self) -> KnownError | None:
        """Close what was opened, and return why there is no safe copy of what was stored."""
        return self._journal.close() if self._journal is not None else None

    def take_back(self) -> None:
        """Remove a journal that was begun for a command which stored nothing then."""
        if self._begun is not None:
            from second_wind.storage.sqlite.beginning import take_back

            take_back(self._begun, self._journal.key if self._journal else None)
