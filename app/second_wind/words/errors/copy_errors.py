"""The sentences for what can go wrong with safe copies, damage and merging."""

from second_wind.core.errors import copy_errors as errors
from second_wind.words.base import numbers
from second_wind.words.base.language import N_, _, translate_plural
from second_wind.words.base.quoting import isolated, quoted
from second_wind.words.errors.filling import Sentences


def _unsound_copies(error: errors.UnsoundCopies) -> str:
    return translate_plural(
        "{n} safe copy is damaged and won't be used: {names}",
        "{n} safe copies are damaged and won't be used: {names}",
        len(error.names),
    ).format(n=len(error.names), names=", ".join(map(isolated, error.names)))


def _in_doubt(error: errors.EntriesInDoubt) -> str:
    return translate_plural(
        "{n} entry may not be as it was written; nothing was changed.",
        "{n} entries may not be as they were written; nothing was changed.",
        error.count,
    ).format(n=numbers.whole(error.count))


def _journal_gone(error: errors.JournalGone) -> str:
    if error.copies:
        said = translate_plural(
            "There is no journal at {path} any more, but there is {n} safe copy of it. second-wind"
            " backup --restore {newest} brings it back; second-wind check --recover shows what can"
            " be saved, and second-wind backup --list the copy.",
            "There is no journal at {path} any more, but there are {n} safe copies of it."
            " second-wind backup --restore {newest} brings the newest back; second-wind check"
            " --recover shows what can be saved, and second-wind backup --list the copies.",
            error.copies,
        )
    else:
        said = _(
            "There is no journal at {path} any more, but its log still lies there."
            " second-wind check --recover shows what can be saved from it."
        )
    said = said.format(path=quoted(error.path), n=error.copies, newest=error.newest)
    return f"{said} {_('With --new a new journal begins all the same.')}" if error.begins else said


def _other_damaged(error: errors.OtherDamaged) -> str:
    return _(
        "{path} is damaged and was not touched; this shows what can be saved from it:"
        ' second-wind --journal "{name}" check --recover'
    ).format(path=quoted(error.path), name=error.path)


SENTENCES: Sentences = {
    errors.NoSuchCopy: N_("There is no safe copy {given}; second-wind backup --list shows them."),
    errors.CopiesFolderGone: N_(
        "The second folder for safe copies, {path}, can't be reached; is its drive plugged"
        " in? Copies beside the journal go on as always."
    ),
    errors.UnsoundCopies: _unsound_copies,
    errors.NoSoundCopy: N_("There is no sound copy of {path}; what was recovered is all there is."),
    errors.CopiesUnasked: N_(
        "Nothing was changed: not all safe copies could be asked, as {path} can't be read."
        " Please make it readable first; --use recovered goes on without them."
    ),
    errors.NoFolder: N_("{path} is a file; please name a folder for the safe copies."),
    errors.UnsoundJournal: N_(
        "{path} is damaged and was not changed;"
        " second-wind check --recover shows what can be saved."
    ),
    errors.EntriesInDoubt: _in_doubt,
    errors.UnsoundPhotos: N_(
        "Photos in {path} are damaged or missing; the entries they belong to are not."
    ),
    errors.NothingToRecover: N_("{path} is sound: there is nothing to recover."),
    errors.NoJournalYet: N_("There is no journal at {path} yet; the first entry begins one."),
    errors.JournalThere: N_(
        "There is a journal at {path} already, and it was not touched;"
        " leave out --new to use it, or name another file with --journal."
    ),
    errors.JournalGone: _journal_gone,
    errors.JournalReplaced: N_(
        "Another program, perhaps one that syncs, put another file in the place of {path};"
        " nothing was stored, so please close the journal and open it again."
    ),
    errors.JournalOpen: N_(
        "Another window still has {path} open; nothing was changed,"
        " so please close it and try again."
    ),
    errors.SameJournal: N_("{path} is this journal itself; please name the other one."),
    errors.OtherDamaged: _other_damaged,
    errors.NoJournalFile: N_(
        "{path} is no journal of Second Wind and was not touched;"
        " please name a journal or a safe copy."
    ),
}
