"""Where it is written down that something with a journal's files was begun."""

from pathlib import Path


def swap_marker(journal: Path) -> Path:
    """Return the file that says that another file is being put in the journal's place."""
    return journal.with_name(f".{journal.name}.swap")


def recoding_note(journal: Path) -> Path:
    """Return the file that says that all files get another key."""
    return journal.with_name(f".{journal.name}.recoding")


def recoding_ready_note(journal: Path) -> Path:
    """Return the file that says that all files with another key are written."""
    return journal.with_name(f".{journal.name}.recoding-ready")
