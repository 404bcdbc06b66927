"""Where the journal lies, its safe copies, and what other programs do to it, in the window's words.

The command line has its own sentences for copies, damage and merging: it names commands.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.encryption_errors import JournalLocked, WrongPassphrase
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.words.base.language import _, clock_time, pgettext, short_date, translate_plural
from second_wind.words.base.quoting import isolated
from second_wind.words.errors.sentences import sentence
from second_wind.words.files.merging import amounts


def moment(local: datetime) -> str:
    """Return a moment for lists, such as "22 Nov 2026, 14:32"."""
    return _("{day}, {time}").format(
        day=short_date(local.date()), time=clock_time(local.timetz().replace(tzinfo=None))
    )


def when(local: datetime | None, now: datetime) -> str:
    """Return when something was last done, shorter if that was on this day of the calendar."""
    if local is None:
        return pgettext("when something was done", "not yet")
    if local.date() == now.date():
        return _("today at {time}").format(time=clock_time(local.timetz().replace(tzinfo=None)))
    return moment(local)


def read_only(journal: Path) -> str:
    """Return what is said of a journal that can be read alone."""
    return _(
        "{path} lies where nothing can be written: it is shown as it is, and nothing can be stored."
    ).format(path=isolated(str(journal)))


def open_to_others(folder: Path) -> str:
    """Return what is said once of a folder that was there before, with rights for others."""
    return _(
        "Others who use this computer can see the names of the files in {folder}, though not what"
        " is in them. Its rights were left as they are; this is said once."
    ).format(folder=isolated(str(folder)))


# Safe copies


def about(moment: str) -> str:
    """Return a moment of a copy that was made under a wrong clock."""
    return _("about {moment} (the clock was wrong)").format(moment=moment)


def copy_columns() -> tuple[str, ...]:
    """Return the heads of the table of copies."""
    return (
        pgettext("column", "When"),
        pgettext("column", "Why"),
        pgettext("column", "Entries"),
        pgettext("column", "Last day"),
        pgettext("column", "Size"),
        pgettext("column", "State"),
    )


def copies_intro() -> str:
    """Return what safe copies are."""
    return _(
        "Copies of your journal are made by themselves, proved, and thinned with age."
        " You can return to any of them."
    )


def no_copies() -> str:
    """Return what is said when there is no copy."""
    return _("There is no safe copy yet. The first one is made soon after you log something.")


def copied(local: datetime) -> str:
    """Return what is said once a copy was made."""
    return _("A safe copy was made and proved ({moment}).").format(moment=moment(local))


def reading(number: int, count: int) -> str:
    """Return how far the reading of copies is."""
    return _("Reading copy {number} of {count}…").format(number=number, count=count)


def verified(count: int, unsound: int) -> str:
    """Return what came of reading every copy."""
    if not count:
        return no_copies()
    if unsound:
        return translate_plural(
            "{n} of {count} copies is damaged and won't be used; the others are sound.",
            "{n} of {count} copies are damaged and won't be used; the others are sound.",
            unsound,
        ).format(n=unsound, count=count)
    return translate_plural(
        "{n} copy was read from beginning to end and is sound.",
        "{n} copies were read from beginning to end; each is sound.",
        count,
    ).format(n=count)


def return_title(moment: str) -> str:
    """Return the question before a return to a copy."""
    return _("Return to the copy of {moment}?").format(moment=moment)


def return_lines(
    back: Mapping[str, int], changed: Mapping[str, int], gone: Mapping[str, int]
) -> list[str]:
    """Return what a return to a copy would change."""
    said = (
        (_("Would come back: {things}"), back),
        (_("Would be as it was then: {things}"), changed),
        (_("Would go, because it was logged later: {things}"), gone),
    )
    return [text.format(things=amounts(counts)) for text, counts in said if counts]


def return_foot() -> str:
    """Return what keeps a return from losing anything."""
    return _("A copy of what there is now is made first, and Undo brings all of it back.")


def replace_lines() -> list[str]:
    """Return what a return to a copy means where the journal's file is damaged."""
    return [
        _(
            "Your journal's file is damaged, so the copy takes its place as it is, and the damaged"
            " file is kept by name."
        ),
        _(
            "What was logged after the copy lies in the damaged file alone then. “Check now” in"
            " Settings shows how much of it can be saved, and keeps it."
        ),
        _(
            "Undo can't take this back; a merge with the damaged file brings along later what is"
            " proved of it."
        ),
    ]


def nothing_to_return() -> str:
    """Return what is said when a copy holds just what the journal holds."""
    return _("Your journal holds just what this copy holds. There is nothing to change.")


def returned(moment: str) -> str:
    """Return what is said once the journal is as a copy was."""
    return _("Your journal is as it was at the copy of {moment}.").format(moment=moment)


def saved_name(day: str) -> str:
    """Return how a copy that is saved elsewhere is called unless one says otherwise."""
    return f"second-wind-{day}.sqlite3"


def saved(path: Path, photos_path: Path, photos: int) -> str:
    """Return what was saved elsewhere and what it holds."""
    if not photos:
        return _("{file} holds everything you have logged. It was read back and is sound.").format(
            file=isolated(path.name)
        )
    return translate_plural(
        "{file} holds everything you have logged, and {photos} beside it your photo."
        " Keep both together.",
        "{file} holds everything you have logged, and {photos} beside it your {n} photos."
        " Keep both together.",
        photos,
    ).format(file=isolated(path.name), photos=isolated(photos_path.name), n=photos)


# The second place


def second_place_title() -> str:
    """Return the title of what is said about a second place."""
    return _("A second place")


def second_place(folder: Path | None) -> str:
    """Return whether copies go to a second place, too."""
    if folder is None:
        return _(
            "Copies only lie beside your journal. On a drive of its own, or in a folder that you"
            " sync, they outlast this computer as well."
        )
    return _("Every copy also goes to this folder:")


def second_place_given_up() -> str:
    """Return what is said once the second place was given up."""
    return _("From now on copies only lie beside your journal. Those made before stay there.")


def place_state(folder: Path | None, *, reachable: bool) -> str:
    """Return in few words where copies also go."""
    if folder is None:
        return pgettext("folder", "none chosen")
    return (
        str(folder)
        if reachable
        else _("{folder} can't be reached").format(folder=isolated(str(folder)))
    )


# What goes wrong


def trouble(error: KnownError) -> str:
    """Return what is said in the window of a copy or another journal that can't be used."""
    if isinstance(error, DamagedJournal):
        return _("{name} is damaged, or no journal. It was not touched.").format(
            name=isolated(error.path.name)
        )
    if isinstance(error, JournalLocked | WrongPassphrase):
        return _(
            "{name} is encrypted with a passphrase that your journal does not have. It was not"
            " touched. Remove its passphrase first, by opening it alone; then try again."
        ).format(name=isolated(error.path.name))
    return sentence(error)


def unreadable_in_place(error: KnownError) -> str:
    """Return that what was put in the journal's place can't be read."""
    if isinstance(error, DamagedJournal):
        return _(
            "Another program put a file in your journal's place that can't be read. What is open"
            " here lies in a safe copy. Close Second Wind and open it again: it then lets you"
            " choose what becomes of it."
        )
    if isinstance(error, JournalLocked | WrongPassphrase):
        return _(
            "Another program put a journal with another passphrase in your journal's place. What is"
            " open here lies in a safe copy. Close Second Wind and open it again: it then asks for"
            " that passphrase, and brings both together."
        )
    return sentence(error)


# What other programs do


def conflict(name: str, local: datetime) -> str:
    """Return that a conflict copy lies beside the journal."""
    return _("A second copy of your journal lies beside it, last changed {moment}: {name}").format(
        moment=moment(local), name=isolated(name)
    )


# Merging


def merge_intro() -> str:
    """Return what a merge does."""
    return _(
        "Brings another journal of yours into this one, such as the one from another computer."
        " Of each entry the state that was changed last stays; you choose where both were changed."
        " The other file is not changed."
    )


def conflict_intro() -> str:
    """Return what a merge of a conflict copy does."""
    return _(
        "A program that syncs left a second copy of your journal, because it was changed in two"
        " places. Merging brings both together: of each entry the state that was changed last"
        " stays, and you choose where both were changed. The second copy is then kept among the"
        " safe copies."
    )


def merge_lines(
    new: Mapping[str, int],
    changed: Mapping[str, int],
    deleted: Mapping[str, int],
    taken_back: Mapping[str, int],
    clashing: Mapping[str, int],
    same: Mapping[str, int],
) -> list[str]:
    """Return what a merge would do, one line for each kind of change."""
    said = (
        (_("New here: {things}"), new),
        (_("Newer there than here: {things}"), changed),
        (_("Deleted there since: {things}"), deleted),
        (_("Undone there since: {things}"), taken_back),
        (_("Changed here and there: {things}"), clashing),
        (_("Here already: {things}"), same),
    )
    return [text.format(things=amounts(counts)) for text, counts in said if counts]


def ended(line: str) -> str:
    """Return a line as a sentence among others."""
    return _("{line}.").format(line=line)


def clashes_wait(count: int) -> str:
    """Return that something was changed in two places."""
    return translate_plural(
        "{n} entry was changed both here and in the file that came. Nothing of it is lost: see both"
        " and choose.",
        "{n} entries were changed both here and in the file that came. Nothing of them is lost: see"
        " both and choose.",
        count,
    ).format(n=count)


def clashes_intro() -> str:
    """Return what is asked of something that was changed in two places."""
    return _(
        "This was changed both here and in the file that a program put in your journal's place."
        " What is chosen stays; Undo brings back how it is now."
    )


def merged(name: str) -> str:
    """Return what is said once the other journal is part of this one."""
    return _("{name} is now part of your journal.").format(name=isolated(name))


def put_away(name: str) -> str:
    """Return what is said once a conflict copy that brought nothing was moved."""
    return _("Everything in {name} is here already. It is kept among the safe copies.").format(
        name=isolated(name)
    )
