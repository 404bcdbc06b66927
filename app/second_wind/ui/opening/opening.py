"""Opens a journal; where that can't be done because of damage, shows what can be saved."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.copy_errors import JournalGone
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.clock import Clock
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.safety.presence import refuse_gone


@dataclass(frozen=True, slots=True)
class Opened:
    """An open journal, and what was done to it first, in words ("" if nothing)."""

    journal: Journal
    said: str = ""


def open_journal(
    path: Path,
    clock: Clock,
    second_place: Path | None,
    parent: QWidget | None = None,
    key: Key | None = None,
) -> Opened | None:
    """Open the journal at `path`, or return None if the person left its damage as it is.

    Raises
    ------
    KnownError
        If it can't be opened for any other reason.
    """
    try:
        refuse_gone(path)
        return Opened(Journal(path, clock, second_place, key))
    except (DamagedJournal, JournalGone):
        said = rescue(path, clock, parent, key, second_place)
    return Opened(Journal(path, clock, second_place, key), said) if said else None


def rescue(
    path: Path,
    clock: Clock,
    parent: QWidget | None,
    key: Key | None = None,
    second_place: Path | None = None,
) -> str:
    """Let the person choose what becomes the journal; return what was done, "" if nothing.

    Copies in the second place are asked as well where it can be reached.
    """
    from second_wind.ui.opening.damage_dialog import DamageDialog

    place = second_place if second_place and second_place.is_dir() else None
    dialog = DamageDialog(path, clock, parent, key, place)
    dialog.exec()
    dialog.deleteLater()
    return dialog.outcome
