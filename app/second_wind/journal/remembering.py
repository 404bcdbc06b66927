"""What the window remembers of a log and lies within it: drafts, and what was said or asked."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from second_wind.core.errors.copy_errors import JournalReplaced
from second_wind.journal.keeping import Keeper
from second_wind.storage.tables import rows, state
from second_wind.storage.tables.sql import OpenDatabase, connection

if TYPE_CHECKING:
    from second_wind.core.log.drafts import Draft
    from second_wind.storage.damage.rescue import Dispute

_EMPTY_STAYS = timedelta(days=90)
"""Of a draft that was let go: an older journal, merged later, would only offer it once more."""


class Remembering(Keeper):
    """Remembers texts by name. It is no act: nothing of it is undone, and nobody is told."""

    def remembered(self, name: str) -> str:
        """Return what is remembered under a name, "" if nothing is."""
        with self._database.reading() as database:
            return state.all_of(database, name).get(name, "")

    def remember(self, texts: Mapping[str, str]) -> None:
        """Remember a text under each name; what is remembered so already is not written anew.

        Raises
        ------
        KnownError
            If it can't be written; then nothing was changed.
        """
        new = {name: text for name, text in texts.items() if self.remembered(name) != text}

        def write(database: OpenDatabase) -> None:
            for name, text in new.items():
                state.put(database, name, text, self.now())

        if new:
            self._write_state(write)

    def remembered_under(self, beginning: str) -> dict[str, str]:
        """Return what is remembered under names that begin so."""
        with self._database.reading() as database:
            return state.all_of(database, beginning)

    def forget(self, names: Iterable[str]) -> None:
        """Forget what is remembered under names; no merge brings it back.

        Raises
        ------
        KnownError
            If it can't be written; then nothing was changed.
        """
        gone = list(names)

        def write(database: OpenDatabase) -> None:
            for name in gone:
                state.forget(database, name, self.now())

        if gone:
            self._write_state(write)

    def drafts(self) -> "list[Draft]":
        """Return what was typed and not stored, the oldest first.

        What a newer program has kept in its own way is left where it is.
        """
        from second_wind.journal.log.draft_texts import DRAFT, draft_of

        with self._database.reading() as database:
            found = state.all_of(database, DRAFT)
        read = (draft_of(name.removeprefix(DRAFT), text) for name, text in found.items())
        return [each for each in read if each is not None]

    def has_waiting(self) -> bool:
        """Tell at a glance whether drafts, questions or clashes may wait for somebody."""
        from second_wind.core.people.doubtful_hours import ASKED
        from second_wind.journal.files.doubts import DOUBT
        from second_wind.journal.log.draft_texts import DRAFT
        from second_wind.storage.merge.waiting import PREFIX

        waiting = (DRAFT, ASKED, DOUBT, PREFIX)
        with self._database.reading() as database:
            return any(each.startswith(waiting) for each in state.all_of(database, ""))

    def keep_drafts(self, drafts: "Iterable[Draft]", gone: Iterable[str] = ()) -> None:
        """Keep drafts as they are now, and let those with the ids `gone` go, all at once.

        Raises
        ------
        KnownError
            If it can't be written; then nothing was changed.
        """
        from second_wind.journal.log.draft_texts import DRAFT, text_of

        kept, let_go = list(drafts), list(gone)

        def write(database: OpenDatabase) -> None:
            for each in kept:
                state.put(database, DRAFT + each.id, text_of(each), self.now())
            for key in let_go:
                state.forget(database, DRAFT + key, self.now())
            state.prune(database, DRAFT, self.now() - _EMPTY_STAYS)

        self._write_state(write)

    def entries_in_doubt(self) -> "tuple[Dispute, ...]":
        """Return what a recovery stored though nobody could vouch for it, and nobody changed since.

        All rows are read for it, but only where there was such a recovery.
        """
        from second_wind.journal.files.doubts import DOUBT, doubts_in  # after a recovery alone

        if not self.remembered_under(DOUBT):
            return ()
        with self._database.reading() as database:
            return doubts_in(rows.read(connection(database)))

    def confirm_entries(self) -> int:
        """Take every entry in doubt as it stands; return how many there were.

        Raises
        ------
        KnownError
            If that can't be remembered; then nothing was changed.
        """
        from second_wind.journal.files.doubts import DOUBT

        count = len(self.entries_in_doubt())
        self.forget(self.remembered_under(DOUBT))
        return count

    def rejoin_if_replaced(self) -> bool:
        """Turn to the file that another program put in this one's place, if one did."""
        raise NotImplementedError

    def _write_state(self, write: Callable[[OpenDatabase], None]) -> None:
        try:
            with self._database.writing() as database:
                write(database)
        except JournalReplaced:
            if not self.rejoin_if_replaced():
                raise
            with self._database.writing() as database:
                write(database)
