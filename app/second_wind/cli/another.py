"""Another file that a person names, as a journal or a copy: what is wrong with that one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from second_wind.core.copy_errors import NoJournalFile, OtherDamaged
from second_wind.core.errors import DamagedJournal


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
        from second_wind.storage.recognition import has_mark_of_ours  # only for what went wrong

        kind = OtherDamaged if has_mark_of_ours(other) else NoJournalFile
        raise kind(other) from error
