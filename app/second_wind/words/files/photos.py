"""The words around photos."""

from pathlib import Path

from second_wind.words.base.language import _, pgettext
from second_wind.words.base.quoting import isolated


def open_photo(number: int, count: int) -> str:
    """Return what a thumbnail is called for a screen reader."""
    return _("Open photo {number} of {count}").format(number=number, count=count)


def place(number: int, count: int) -> str:
    """Return which of several photos is shown."""
    return _("Photo {number} of {count}").format(number=number, count=count)


def remove() -> str:
    """Return the name of the button that takes a photo away."""
    return _("Remove from this outing")


def save() -> str:
    """Return the name of the button that saves a copy elsewhere."""
    return _("Save a copy…")


def paste_hint() -> str:
    """Return what that button does."""
    return _("Add the picture that was copied (Ctrl+V)")


def nothing_to_paste() -> str:
    """Return what is said where the clipboard holds no picture."""
    return _("There is no picture on the clipboard. Copy one, then paste it here.")


def jpeg_files() -> str:
    """Return the kind of file that a copy is."""
    return pgettext("kind of file", "JPEG pictures") + " (*.jpg)"


def saved(file: Path) -> str:
    """Return what is said once a copy was saved."""
    return _("Saved: {path}").format(path=isolated(str(file)))
