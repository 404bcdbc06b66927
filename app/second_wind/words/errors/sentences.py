"""The one plain sentence for everything that can go wrong: what happened and what to do."""

from second_wind.core.errors import journal_errors as problems
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.words.base.language import _
from second_wind.words.base.quoting import quoted
from second_wind.words.errors import (
    chart_errors,
    copy_errors,
    encryption_errors,
    entry_errors,
    import_errors,
    journal_errors,
    output_errors,
    photo_errors,
    usage_errors,
)
from second_wind.words.errors.filling import Sentences, told

SENTENCES: Sentences = {
    **chart_errors.SENTENCES,
    **copy_errors.SENTENCES,
    **encryption_errors.SENTENCES,
    **entry_errors.SENTENCES,
    **import_errors.SENTENCES,
    **journal_errors.SENTENCES,
    **output_errors.SENTENCES,
    **photo_errors.SENTENCES,
    **usage_errors.SENTENCES,
}


def sentence(error: KnownError) -> str:
    """Return the sentence for a known error."""
    said = told(SENTENCES, error)
    if not said:
        raise TypeError(f"no sentence for {type(error).__name__}")
    return said


def no_copy(error: KnownError, *, stored: bool = True) -> str:
    """Return what is said when no safe copy could be made, and whether something was stored."""
    if isinstance(error, CopiesFolderGone):
        return sentence(error)
    if isinstance(error, problems.DiskFull):  # its own sentence says that nothing was changed
        reason = _("There is no room left to write {path}; please free some space.").format(
            path=quoted(error.path)
        )
    elif isinstance(error, problems.GarbledEntries):
        reason = f"{sentence(error)} {_('The sound copies stay as they are.')}"
    elif isinstance(error, problems.DamagedJournal):  # its own sentence says it was not touched
        reason = _(
            "some of {path} is not as it was written, so the sound copies stay as they are;"
            " second-wind check says what it is, and second-wind check --recover the way back."
        ).format(path=quoted(error.path))
    else:
        reason = sentence(error)
    if not stored:
        return _("There is no new safe copy of the journal: {reason}").format(reason=reason)
    return _("Stored, but there is no new safe copy of the journal: {reason}").format(reason=reason)
