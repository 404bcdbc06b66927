"""Logs words into an encrypted journal until it is killed: what lies on the disk is for a test."""

import sys
from datetime import date
from pathlib import Path

from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn, Rejection
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths

DAY = date(2020, 1, 1)


def log(home: Path, passphrase: str, word: str) -> None:
    """Log, change, delete, undo and copy without end."""
    journal = Journal(AppPaths.under(home).journal, SystemClock(), key=Key(passphrase))
    for number in range(1_000_000):
        entry = CheckIn(day=DAY, note=f"{word} {number} " * 40, feelings=(word,))
        journal.store(add=[entry], name=ActName.LOG)
        journal.store(add=[Rejection(day=DAY, company=f"{word} {number}")], name=ActName.REJECTION)
        if number % 3 == 0:
            journal.store(delete=[entry], name=ActName.DELETE)
        if number % 5 == 0:
            journal.undo()
        if number % 20 == 0:
            journal.back_up("test")
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    log(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
