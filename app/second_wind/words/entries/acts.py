"""What was done, as the undo menu and the command line name it."""

from typing import Protocol

from second_wind.core.log.kinds import KINDS
from second_wind.words.base.language import _, pgettext
from second_wind.words.base.quoting import isolated
from second_wind.words.entries.nouns import called


class Done(Protocol):
    """An act of the journal, which lies above the words."""

    @property
    def name(self) -> str:
        """Say what kind of act it was."""

    @property
    def detail(self) -> str:
        """Say more about it: a file's name or nothing."""


def label(act: Done) -> str:
    """Return what an act did, such as "the mood" or "the import of daylio.csv"."""
    if act.name in ("import", "import_own") and act.detail:
        return _("the import of {file}").format(file=isolated(act.detail))
    known = _labels().get(act.name, _("the last change"))
    return f"{known} ({isolated(act.detail)})" if act.detail else known


def undo(act: Done) -> str:
    """Return the entry of a menu that takes an act back."""
    return _("Undo {act}").format(act=label(act))


def redo(act: Done) -> str:
    """Return the entry of a menu that does an act again."""
    return _("Redo {act}").format(act=label(act))


def undone(act: Done) -> str:
    """Return what is said once an act was taken back."""
    return _("Undone: {act}").format(act=label(act))


def redone(act: Done) -> str:
    """Return what is said once an act was done again."""
    return _("Done again: {act}").format(act=label(act))


def _labels() -> dict[str, str]:
    logged = {str(each.act): called(each.noun).act for each in KINDS}
    return logged | {
        "log": pgettext("what is undone", "the log entry"),
        "feelings": pgettext("what is undone", "the feelings"),
        "note": pgettext("what is undone", "the note"),
        "edit": pgettext("what is undone", "the change"),
        "delete": pgettext("what is undone", "the deletion"),
        "import": pgettext("what is undone", "the import"),
        "import_own": pgettext("what is undone", "the import of an export"),
        "settings": pgettext("what is undone", "the settings"),
        "sample": pgettext("what is undone", "the sample data"),
        "restore": pgettext("what is undone", "the return to a safe copy"),
        "merge": pgettext("what is undone", "the merge"),
        "put_back": pgettext("what is undone", "the return from the trash"),
    }
