"""The words around an encrypted journal in the window: unlocking, locking, its passphrase."""

from second_wind.words.base.language import _, pgettext, translate_plural


def locked_about() -> str:
    """Return what that page says."""
    return _("It opens with your passphrase. Nothing of it is shown until then.")


def passphrase() -> str:
    """Return the name of the field."""
    return pgettext("field", "Passphrase")


def show_letters() -> str:
    """Return the name of the box that shows what is typed."""
    return _("Show what I type")


def state(*, is_encrypted: bool) -> str:
    """Return whether the journal is encrypted."""
    if is_encrypted:
        return _(
            "Your journal, its photos and its safe copies are encrypted. Without the passphrase"
            " nobody can read them, and nobody can bring it back."
        )
    return _(
        "Your journal can be read by whoever can read this account's files. With a passphrase it"
        " is encrypted, and so are its photos and safe copies."
    )


def not_installed() -> str:
    """Return what is said where the part for encryption is not installed."""
    return _(
        "Encryption is an extra part of Second Wind that is not installed here:"
        ' pip install "second-wind[encryption]"'
    )


def encrypt() -> str:
    """Return the name of the button that sets a passphrase."""
    return _("Encrypt with a passphrase…")


def change() -> str:
    """Return the name of the button that changes the passphrase."""
    return _("Change the passphrase…")


def remove() -> str:
    """Return the name of the button that removes the passphrase."""
    return _("Remove the passphrase…")


def not_encrypted() -> str:
    """Return what is said when a plain journal is to be locked."""
    return _("There is no passphrase to lock with; Settings can encrypt your journal.")


def encrypt_hint() -> str:
    """Return what to know before a passphrase is set."""
    return _(
        "Several unrelated words are easy to remember and hard to guess. Write the passphrase down"
        " and keep it away from this computer: nobody can bring it back, and without it your"
        " journal stays closed. A safe copy is made first. What was done until now can't be undone"
        " with Ctrl+Z afterwards."
    )


def change_hint() -> str:
    """Return what to know before the passphrase is changed."""
    return _(
        "Safe copies open with the new passphrase, too. What was done until now can't be undone"
        " with Ctrl+Z afterwards."
    )


def remove_hint() -> str:
    """Return what to know before the passphrase is removed."""
    return _(
        "Afterwards whoever can read this account's files can read your journal, its photos and"
        " its safe copies. What was done until now can't be undone with Ctrl+Z afterwards."
    )


def keyring_explanation() -> str:
    """Return what that choice means."""
    return _("Second Wind then opens at its start without asking; after locking it asks.")


def lock_after_explanation() -> str:
    """Return what that choice means."""
    return _("When nobody has typed or moved the mouse. A form that is open is waited for.")


def minutes(count: int) -> str:
    """Return a time after which the journal locks."""
    if not count:
        return pgettext("when to lock", "Never")
    return translate_plural("{n} minute", "{n} minutes", count).format(n=count)


def sheet_title() -> str:
    """Return the title of the recovery sheet."""
    return pgettext("heading", "Recovery sheet")


def sheet_about() -> str:
    """Return what to do with it."""
    return _("Print it and write the passphrase on it by hand. It is not on the sheet itself.")


def save_sheet() -> str:
    """Return the name of the button that saves a PDF."""
    return _("Save as PDF…")
