"""The sentences for what can be wrong with a journal's file, and with its folder."""

from second_wind.core.errors import journal_errors as errors
from second_wind.words.base.language import N_
from second_wind.words.errors.filling import Sentences
from second_wind.words.files import damage


def _garbled(error: errors.GarbledEntries) -> str:
    return damage.garbled_entries(error.path, error.days)


SENTENCES: Sentences = {
    errors.NewerJournal: N_(
        "{path} was written by a newer Second Wind (format {found}, this one knows {known})"
        " and was not touched; please update Second Wind."
    ),
    errors.NotAJournal: N_(
        "{path} belongs to another program and was not touched;"
        " please choose another file for the journal."
    ),
    errors.GarbledEntries: _garbled,
    errors.DamagedJournal: N_(
        "{path} can't be read as a journal and was not touched;"
        " second-wind check --recover shows what can be saved from it and from safe copies."
    ),
    errors.JournalUnreachable: N_(
        "{path} can't be opened or written; please check that the folder exists"
        " and that you may write there."
    ),
    errors.DiskFull: N_(
        "There is no room left to write {path}; nothing was changed,"
        " so please free some space and try again."
    ),
    errors.JournalBusy: N_(
        "Another process is still writing to {path}; nothing was changed,"
        " so please try again in a moment."
    ),
    errors.NotASample: N_(
        "{path} is somebody's own journal and was not touched;"
        " please choose another folder for the sample with --home."
    ),
    errors.JournalReadOnly: N_(
        "{path} can be read, but nothing can be written there, so nothing was stored;"
        " please check your rights, or copy it to a place where you may write."
    ),
    errors.Unreadable: N_(
        "{path} can't be read; please check whose it is and what you may do there."
    ),
    errors.FolderClosed: N_(
        "The folder {path} can't be entered and read; please check whose it is"
        " and what you may do there."
    ),
}
