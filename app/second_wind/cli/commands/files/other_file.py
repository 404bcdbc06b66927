"""Another file that a person names, as a journal or a copy: what is wrong with that one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from second_wind.core.errors.copy_errors import NoJournalFile, OtherDamaged
from second_wind.core.errors.journal_errors import DamagedJournal


@contextmanager
def blamed(other: Path) -> Iterator[None]:
    """Say of damage to another file what can be done there: one's own journal is not meant.

    Raises
    ------
    OtherDamaged, NoJournalFile
    """
    try:
        yield
    except DamagedJournal as error:
        if error.path != other:
            raise
        # Only for what went wrong.
        from second_wind.storage.damage.recognition import has_mark_of_ours

        kind = OtherDamaged if has_mark_of_ours(other) else NoJournalFile
        raise kind(other) from error
