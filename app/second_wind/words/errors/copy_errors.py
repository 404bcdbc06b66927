"""The sentences for what can go wrong with safe copies, damage and merging."""

from second_wind.core.errors import copy_errors as errors
from second_wind.core.errors.copy_errors import CopyProblem
from second_wind.words.base import numbers
from second_wind.words.base.language import _, translate_plural
from second_wind.words.base.quoting import quoted


def sentence(error: CopyProblem) -> str:
    """Return the sentence."""
    said = _of_copies(error) or _of_journal(error) or _of_check(error) or _of_another(error)
    if not said:
        raise TypeError(f"no sentence for {type(error).__name__}")
    return said


def _of_copies(error: CopyProblem) -> str:
    match error:
        case errors.NoSuchCopy():
            return _("There is no safe copy {given}; second-wind backup --list shows them.").format(
                given=quoted(error.given)
            )
        case errors.CopiesFolderGone():
            return _(
                "The second folder for safe copies, {path}, can't be reached; is its drive plugged"
                " in? Copies beside the journal go on as always."
            ).format(path=quoted(error.path))
        case errors.UnsoundCopies():
            return translate_plural(
                "{n} safe copy is damaged and won't be used: {names}",
                "{n} safe copies are damaged and won't be used: {names}",
                len(error.names),
            ).format(n=len(error.names), names=", ".join(error.names))
        case errors.NoSoundCopy():
            return _(
                "There is no sound copy of {path}; what was recovered is all there is."
            ).format(path=quoted(error.path))
        case errors.CopiesUnasked():
            return _(
                "Nothing was changed: not all safe copies could be asked, as {path} can't be read."
                " Please make it readable first; --use recovered goes on without them."
            ).format(path=quoted(error.path))
        case errors.NoFolder():
            return _("{path} is a file; please name a folder for the safe copies.").format(
                path=quoted(error.path)
            )
    return ""


def _of_check(error: CopyProblem) -> str:
    match error:
        case errors.UnsoundJournal():
            return _(
                "{path} is damaged and was not changed;"
                " second-wind check --recover shows what can be saved."
            ).format(path=quoted(error.path))
        case errors.EntriesInDoubt():
            return translate_plural(
                "{n} entry may not be as it was written; nothing was changed.",
                "{n} entries may not be as they were written; nothing was changed.",
                error.count,
            ).format(n=numbers.whole(error.count))
        case errors.UnsoundPhotos():
            return _(
                "Photos in {path} are damaged or missing; the entries they belong to are not."
            ).format(path=quoted(error.path))
        case errors.NothingToRecover():
            return _("{path} is sound: there is nothing to recover.").format(
                path=quoted(error.path)
            )
    return ""


def _of_journal(error: CopyProblem) -> str:
    match error:
        case errors.NoJournalYet():
            return _("There is no journal at {path} yet; the first entry begins one.").format(
                path=quoted(error.path)
            )
        case errors.JournalThere():
            return _(
                "There is a journal at {path} already, and it was not touched;"
                " leave out --new to use it, or name another file with --journal."
            ).format(path=quoted(error.path))
        case errors.JournalGone():
            return _journal_gone(error)
        case errors.JournalReplaced():
            return _(
                "Another program, perhaps one that syncs, put another file in the place of {path};"
                " nothing was stored, so please close the journal and open it again."
            ).format(path=quoted(error.path))
        case errors.JournalOpen():
            return _(
                "Another window still has {path} open; nothing was changed,"
                " so please close it and try again."
            ).format(path=quoted(error.path))
        case errors.SameJournal():
            return _("{path} is this journal itself; please name the other one.").format(
                path=quoted(error.path)
            )
    return ""


def _of_another(error: CopyProblem) -> str:
    match error:
        case errors.OtherDamaged():
            return _(
                "{path} is damaged and was not touched; this shows what can be saved from it:"
                ' second-wind --journal "{name}" check --recover'
            ).format(path=quoted(error.path), name=error.path)
        case errors.NoJournalFile():
            return _(
                "{path} is no journal of Second Wind and was not touched;"
                " please name a journal or a safe copy."
            ).format(path=quoted(error.path))
    return ""


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
