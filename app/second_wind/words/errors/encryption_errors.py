"""The sentences for what can go wrong with encryption; a passphrase is never quoted."""

from second_wind.core.errors import encryption_errors as errors
from second_wind.core.errors.encryption_errors import EncryptionProblem
from second_wind.words.base import numbers
from second_wind.words.base.language import _, short_date, translate_plural
from second_wind.words.base.quoting import quoted


def sentence(error: EncryptionProblem) -> str:
    """Return the sentence."""
    said = _of_file(error) or _of_passphrase(error) or _of_system(error)
    if not said:
        raise TypeError(f"no sentence for {type(error).__name__}")
    return said


def _of_file(error: EncryptionProblem) -> str:
    match error:
        case errors.JournalLocked():
            return _("{path} is encrypted, and no passphrase was given for it.").format(
                path=quoted(error.path)
            )
        case errors.WrongPassphrase():
            return _wrong(error)
        case errors.TruncatedJournal():
            return _(
                "The passphrase is right, but {path} was cut short: {pages} of {expected} pages are"
                " there. It was not touched; second-wind check --recover shows what can be saved"
                " from it and from safe copies."
            ).format(
                path=quoted(error.path),
                pages=numbers.whole(error.pages),
                expected=numbers.whole(error.expected),
            )
        case errors.KeyChangeUnfinished():
            return _(
                "The change of the passphrase of {path} holds, but not every file could be put in"
                " its place, so the journal stays closed until that works. Nothing is lost: please"
                " see that there is room and that you may write there, then open it again."
            ).format(path=quoted(error.path))
        case errors.AlreadyEncrypted():
            return _(
                "{path} is encrypted already; second-wind rekey changes its passphrase."
            ).format(path=quoted(error.path))
        case errors.PassphraseUnasked():
            return _(
                "{path} is not encrypted, though a passphrase was given for it, so nothing was"
                " done; second-wind encrypt encrypts it, or leave out --passphrase-fd."
            ).format(path=quoted(error.path))
        case errors.NotEncrypted():
            return _("{path} is not encrypted; second-wind encrypt does that.").format(
                path=quoted(error.path)
            )
    return ""


def _of_passphrase(error: EncryptionProblem) -> str:
    match error:
        case errors.EmptyPassphrase():
            return _("A passphrase has to have at least one character; nothing was changed.")
        case errors.UnreadablePassphrase():
            return _(
                "The passphrase has bytes in it that are no letters; please give it as UTF-8 text."
            )
        case errors.PassphrasesDiffer():
            return _("The two new passphrases are not the same; nothing was changed.")
        case errors.SamePassphrase():
            return _("The new passphrase is the one there is; nothing was changed.")
        case errors.PassphraseNotGiven():
            return _(
                "A passphrase is needed for {path}, and there is no terminal to ask for it;"
                " give it with --passphrase-fd."
            ).format(path=quoted(error.path))
        case errors.NoSuchDescriptor():
            return _(
                "No passphrase can be read from descriptor {number}; in a shell give for example:"
                " --passphrase-fd 3 3<file"
            ).format(number=error.number)
    return ""


def _of_system(error: EncryptionProblem) -> str:
    match error:
        case errors.EncryptionMissing():
            return _(
                "Encryption needs {package}, which is not installed; this installs it:"
                ' pip install "second-wind[encryption]"'
            ).format(package=error.package)
        case errors.KeyringUnavailable():
            return _(
                "This computer offers no place to keep a passphrase, or it is locked;"
                " the passphrase can be typed as always."
            )
    return ""


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
