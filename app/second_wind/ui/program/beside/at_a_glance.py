"""Whether anything is to be said above the page: asked before the first paint, so it is quick."""

from pathlib import Path

from second_wind.computer.conflicts import conflict_copies
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.storage.sqlite.open_folder import to_be_told


def has_to_say(journal: Journal, second_place: Path | None) -> bool:
    """Tell whether something waits for an answer, a copy lies beside the file, or a drive is gone.

    What only a closer look finds is said once the window was seen.
    """
    is_gone = second_place is not None and not second_place.is_dir()
    return is_gone or journal.has_waiting() or bool(conflict_copies(journal.path))


def told_of_folder(journal: Journal, paths: AppPaths) -> str:
    """Return what is amiss with the folder: nothing can be written, or others can look into it."""
    is_told = journal.is_read_only or to_be_told(paths.data, paths.config)
    if not is_told:
        return ""
    from second_wind.words.safety import safety  # seldom needed

    if journal.is_read_only:
        return safety.read_only(journal.path)
    return safety.open_to_others(paths.data)
