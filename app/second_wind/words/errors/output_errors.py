"""The sentences for places where something shall be written."""

from second_wind.core.errors import output_errors as errors
from second_wind.words.base.language import N_, _
from second_wind.words.base.quoting import quoted
from second_wind.words.errors.filling import Sentences


def _there(error: errors.OutputThere) -> str:
    if error.option:
        said = _("{path} is there already, and was not touched; {option} replaces it.")
    else:
        said = _("{path} is there already, and was not touched; please choose another name.")
    return said.format(path=quoted(error.path), option=error.option)


SENTENCES: Sentences = {
    errors.OutputAmongOwn: N_(
        "{path} lies where Second Wind keeps its own files, and nothing was written;"
        " please choose a place elsewhere."
    ),
    errors.OutputIsDatabase: N_(
        "{path} is a database, perhaps a journal or a safe copy, and is not written over;"
        " please choose another name."
    ),
    errors.OutputNoFile: N_("{path} is no file that could be written; please choose another name."),
    errors.OutputUnread: N_("{path} is a pipe that nobody reads; nothing was written to it."),
    errors.OutputThere: _there,
}
