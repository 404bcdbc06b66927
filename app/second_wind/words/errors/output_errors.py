"""The sentences for places where something shall be written."""

from second_wind.core.errors import output_errors as errors
from second_wind.core.errors.output_errors import OutputProblem
from second_wind.words.base.language import _
from second_wind.words.base.quoting import quoted


def sentence(error: OutputProblem) -> str:
    """Return the sentence."""
    match error:
        case errors.OutputAmongOwn():
            said = _(
                "{path} lies where Second Wind keeps its own files, and nothing was written;"
                " please choose a place elsewhere."
            )
        case errors.OutputIsDatabase():
            said = _(
                "{path} is a database, perhaps a journal or a safe copy, and is not written over;"
                " please choose another name."
            )
        case errors.OutputNoFile():
            said = _("{path} is no file that could be written; please choose another name.")
        case errors.OutputUnread():
            said = _("{path} is a pipe that nobody reads; nothing was written to it.")
        case errors.OutputThere():
            return _there(error)
        case _:
            raise TypeError(f"no sentence for {type(error).__name__}")
    return said.format(path=quoted(error.path))


def _there(error: errors.OutputThere) -> str:
    if error.option:
        said = _("{path} is there already, and was not touched; {option} replaces it.")
    else:
        said = _("{path} is there already, and was not touched; please choose another name.")
    return said.format(path=quoted(error.path), option=error.option)
