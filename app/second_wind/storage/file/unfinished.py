"""Finishes, or takes back, what a killed process has begun with a journal's files."""

from pathlib import Path

from second_wind.storage.file.unfinished_notes import (
    recoding_note,
    recoding_ready_note,
    swap_marker,
)


def finish(journal: Path) -> None:
    """Finish both; what does it is loaded where there is something to do.

    Raises
    ------
    KnownError
        If it is decided, and can't be finished.
    """
    if swap_marker(journal).exists():
        from second_wind.storage.file import swap

        swap.finish(journal)
    if recoding_note(journal).exists() or recoding_ready_note(journal).exists():
        from second_wind.storage.file import recoding

        recoding.finish(journal)
