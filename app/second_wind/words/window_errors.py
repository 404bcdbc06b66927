"""What can go wrong, as the window says it: where the command line names a command of its own."""

from second_wind.core import errors
from second_wind.core.errors import KnownError
from second_wind.words.errors import sentence as said_anywhere
from second_wind.words.language import _


def sentence(error: KnownError) -> str:
    """Return the sentence for a known error."""
    match error:
        case errors.DamagedJournal():
            return _(
                "Something in your journal's file is damaged. Close Second Wind and open it again:"
                " it then shows all that can be saved, and changes nothing before you choose."
            )
        case errors.NoSuchEntry():
            return _("This entry is not in your journal any more; nothing was changed.")
        case errors.NothingLeft():
            return _("That would leave nothing in this entry; please delete it instead.")
    return said_anywhere(error)
