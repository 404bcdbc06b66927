"""The sentences for a command that can't be carried out as it was given."""

from second_wind.core.errors import usage_errors as errors
from second_wind.words.base.language import N_, _
from second_wind.words.base.quoting import plain, quoted
from second_wind.words.entries.nouns import called
from second_wind.words.errors.filling import Sentences


def _unfit_option(error: errors.UnfitOption) -> str:
    return _("{option} is nothing that {noun} has; it has {possible}.").format(
        option=error.option, noun=called(error.noun).one, possible=", ".join(error.possible)
    )


def _unknown_command(error: errors.UnknownCommand) -> str:
    if error.nearest:
        said = _("There is no command {given}; did you mean {nearest}?")
    else:
        said = _("There is no command {given}; second-wind --help shows those there are.")
    return said.format(given=quoted(error.given), nearest=error.nearest)


def _bad_usage(error: errors.BadUsage) -> str:
    return _("{command}: {message}; see: {command} --help").format(
        command=error.command, message=plain(error.message)
    )


SENTENCES: Sentences = {
    errors.InputTooLong: N_(
        "Standard input holds more than {highest} bytes, which is longer than any text"
        " that is stored; nothing was."
    ),
    errors.NothingGiven: N_(
        "Nothing was given to store; try for example: second-wind log --mood 6"
    ),
    errors.OutputFull: N_(
        "There is no room left where the output goes, and it breaks off there;"
        " please free some space and try again."
    ),
    errors.OptionNeeds: N_("{option} belongs to {needed}; please give both."),
    errors.OptionsApart: N_("{option} and {other} can't be given together."),
    errors.UnfitOption: _unfit_option,
    errors.UnknownCommand: _unknown_command,
    errors.UnknownOption: N_("{command} has no use for {given}; see: {command} --help"),
    errors.MissingValue: N_(
        "{option} needs a value behind it; if the value begins with a dash,"
        " write it like {option}=-1"
    ),
    errors.BadUsage: _bad_usage,
}
