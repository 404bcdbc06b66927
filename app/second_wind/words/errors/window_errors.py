"""What can go wrong, as the window says it: where the command line names a command of its own."""

from second_wind.core.errors import encryption_errors, entry_errors, journal_errors
from second_wind.core.errors.base import KnownError
from second_wind.words.base.language import N_, _, short_date
from second_wind.words.errors.filling import Sentences, told
from second_wind.words.errors.sentences import sentence as said_anywhere
from second_wind.words.files.damage import not_as_written

_DAMAGED = N_(
    "Something in your journal's file is damaged. Close Second Wind and open it again:"
    " it then shows all that can be saved, and changes nothing before you choose."
)


def sentence(error: KnownError) -> str:
    """Return the sentence for a known error."""
    return told(_SENTENCES, error) or said_anywhere(error)


def _garbled(error: journal_errors.GarbledEntries) -> str:
    if not error.days:
        return _(_DAMAGED)
    return _(
        "{what}. Close Second Wind and open it again: after a while it shows what can be"
        " saved, and changes nothing before you choose."
    ).format(what=not_as_written(error.days))


def _wrong_passphrase(error: encryption_errors.WrongPassphrase) -> str:
    said = _(
        "This passphrase does not open your journal: it is another one, or the beginning of the"
        " file is damaged. Nothing was changed; please type it once more."
    )
    if error.newest_copy is None:
        return said
    offered = _(
        "If you had another passphrase before, type that one: it opens the newest safe copy, of"
        " {day}."
    )
    return f"{said} {offered.format(day=short_date(error.newest_copy))}"


_SENTENCES: Sentences = {
    journal_errors.GarbledEntries: _garbled,
    journal_errors.DamagedJournal: _DAMAGED,
    encryption_errors.WrongPassphrase: _wrong_passphrase,
    entry_errors.NoSuchEntry: N_(
        "This entry is not in your journal any more; nothing was changed."
    ),
    entry_errors.NothingLeft: N_(
        "That would leave nothing in this entry; please delete it instead."
    ),
}
