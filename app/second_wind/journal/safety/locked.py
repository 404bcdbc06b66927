"""Whether a passphrase opens a journal, or nobody needs one."""

from pathlib import Path

from second_wind.storage.copies import backups
from second_wind.storage.file.unfinished import finish
from second_wind.storage.sqlite import encryption
from second_wind.storage.sqlite.faults import known_faults


def is_locked(journal: Path) -> bool:
    """Tell whether a journal needs a passphrase; what a killed process began is finished first.

    Raises
    ------
    KnownError
        If that can't be done.
    """
    finish(journal)
    with known_faults(journal):
        if encryption.begin_of(journal) == encryption.MAGIC:
            return False
        # Of a journal that is gone, or nothing but damage, its newest copy tells.
        tell = [journal, *backups.listed(journal)[-1:]]
        return any(encryption.is_encrypted(each) for each in tell)


def is_plain_journal(journal: Path) -> bool:
    """Tell whether a file lies in the journal's place that anybody can read."""
    with known_faults(journal):
        return encryption.begin_of(journal) == encryption.MAGIC
