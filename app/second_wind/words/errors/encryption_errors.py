"""The sentences for what can go wrong with encryption; a passphrase is never quoted."""

from second_wind.core.errors import encryption_errors as errors
from second_wind.words.base import numbers
from second_wind.words.base.language import N_, _, short_date, translate_plural
from second_wind.words.base.quoting import quoted
from second_wind.words.errors.filling import Sentences


def _wrong(error: errors.WrongPassphrase) -> str:
    said = _(
        "This passphrase does not open {path}: it is another one, or the beginning of the file is"
        " damaged. Nothing was changed; please type it once more."
    ).format(path=quoted(error.path))
    if error.newest_copy is None:
        return said
    offered = translate_plural(
        "If it is right, there is {n} safe copy, of {day}: second-wind backup --list",
        "If it is right, there are {n} safe copies, the newest of {day}: second-wind backup --list",
        error.copies,
    ).format(n=error.copies, day=short_date(error.newest_copy))
    return f"{said} {offered}"


def _truncated(error: errors.TruncatedJournal) -> str:
    return _(
        "The passphrase is right, but {path} was cut short: {pages} of {expected} pages are"
        " there. It was not touched; second-wind check --recover shows what can be saved"
        " from it and from safe copies."
    ).format(
        path=quoted(error.path),
        pages=numbers.whole(error.pages),
        expected=numbers.whole(error.expected),
    )


SENTENCES: Sentences = {
    errors.JournalLocked: N_("{path} is encrypted, and no passphrase was given for it."),
    errors.WrongPassphrase: _wrong,
    errors.TruncatedJournal: _truncated,
    errors.KeyChangeUnfinished: N_(
        "The change of the passphrase of {path} holds, but not every file could be put in"
        " its place, so the journal stays closed until that works. Nothing is lost: please"
        " see that there is room and that you may write there, then open it again."
    ),
    errors.AlreadyEncrypted: N_(
        "{path} is encrypted already; second-wind rekey changes its passphrase."
    ),
    errors.PassphraseUnasked: N_(
        "{path} is not encrypted, though a passphrase was given for it, so nothing was"
        " done; second-wind encrypt encrypts it, or leave out --passphrase-fd."
    ),
    errors.NotEncrypted: N_("{path} is not encrypted; second-wind encrypt does that."),
    errors.EmptyPassphrase: N_(
        "A passphrase has to have at least one character; nothing was changed."
    ),
    errors.UnreadablePassphrase: N_(
        "The passphrase has bytes in it that are no letters; please give it as UTF-8 text."
    ),
    errors.PassphrasesDiffer: N_("The two new passphrases are not the same; nothing was changed."),
    errors.SamePassphrase: N_("The new passphrase is the one there is; nothing was changed."),
    errors.PassphraseNotGiven: N_(
        "A passphrase is needed for {path}, and there is no terminal to ask for it;"
        " give it with --passphrase-fd."
    ),
    errors.NoSuchDescriptor: N_(
        "No passphrase can be read from descriptor {number}; in a shell give for example:"
        " --passphrase-fd 3 3<file"
    ),
    errors.EncryptionMissing: N_(
        "Encryption needs {package}, which is not installed; this installs it:"
        ' pip install "second-wind[encryption]"'
    ),
    errors.KeyringUnavailable: N_(
        "This computer offers no place to keep a passphrase, or it is locked;"
        " the passphrase can be typed as always."
    ),
}
