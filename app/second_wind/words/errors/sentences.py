"""The one plain sentence for everything that can go wrong: what happened and what to do."""

from difflib import get_close_matches

from second_wind.core.errors import entry_errors, journal_errors, usage_errors
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.chart_errors import ChartProblem
from second_wind.core.errors.copy_errors import CopiesFolderGone, CopyProblem
from second_wind.core.errors.encryption_errors import EncryptionProblem
from second_wind.core.errors.import_errors import ImportProblem
from second_wind.core.errors.output_errors import OutputProblem
from second_wind.core.errors.photo_errors import PhotoProblem
from second_wind.words.base import numbers
from second_wind.words.base.language import _, plain_date, translate_plural
from second_wind.words.base.quoting import plain, quoted
from second_wind.words.entries.nouns import called
from second_wind.words.errors import (
    chart_errors,
    copy_errors,
    encryption_errors,
    import_errors,
    number_errors,
    output_errors,
    photo_errors,
)
from second_wind.words.files import damage


def sentence(error: KnownError) -> str:
    """Return the sentence for a known error."""
    if isinstance(error, ImportProblem):
        return import_errors.sentence(error)
    if isinstance(error, ChartProblem):
        return chart_errors.sentence(error)
    if isinstance(error, CopyProblem):
        return copy_errors.sentence(error)
    if isinstance(error, EncryptionProblem):
        return encryption_errors.sentence(error)
    if isinstance(error, OutputProblem):
        return output_errors.sentence(error)
    if isinstance(error, PhotoProblem):
        return photo_errors.sentence(error)
    for group in (
        number_errors.sentence,
        _of_value,
        _of_text,
        _of_acts,
        _of_place,
        _of_file,
        _of_photo,
        _of_usage,
    ):
        said = group(error)
        if said:
            return said
    raise TypeError(f"no sentence for {type(error).__name__}")


def no_copy(error: KnownError, *, stored: bool = True) -> str:
    """Return what is said when no safe copy could be made, and whether something was stored."""
    if isinstance(error, CopiesFolderGone):
        return sentence(error)
    if isinstance(error, journal_errors.DiskFull):  # its own sentence says that nothing was changed
        reason = _("There is no room left to write {path}; please free some space.").format(
            path=quoted(error.path)
        )
    elif isinstance(error, journal_errors.GarbledEntries):
        reason = f"{sentence(error)} {_('The sound copies stay as they are.')}"
    elif isinstance(
        error, journal_errors.DamagedJournal
    ):  # its own sentence says it was not touched
        reason = _(
            "some of {path} is not as it was written, so the sound copies stay as they are;"
            " second-wind check says what it is, and second-wind check --recover the way back."
        ).format(path=quoted(error.path))
    else:
        reason = sentence(error)
    if not stored:
        return _("There is no new safe copy of the journal: {reason}").format(reason=reason)
    return _("Stored, but there is no new safe copy of the journal: {reason}").format(reason=reason)


def _of_value(error: KnownError) -> str:
    match error:
        case entry_errors.InvalidDay():
            return _(
                "{given} is no day; write it like 2026-11-22, or say today or yesterday."
            ).format(given=quoted(error.given))
        case entry_errors.DayNotReached():
            return _("{day} is still to come; days up to today, {today}, can be logged.").format(
                day=plain_date(error.day), today=plain_date(error.today)
            )
        case entry_errors.AnsweredBeforeAsked():
            return _("{later} lies before {day}; choose that day or a later one.").format(
                later=plain_date(error.later), day=plain_date(error.day)
            )
        case entry_errors.InvalidTime():
            return _("{given} is no time of day; write it like 14:30.").format(
                given=quoted(error.given)
            )
    return ""


def _of_text(error: KnownError) -> str:
    match error:
        case entry_errors.InvalidChoice():
            return _invalid_choice(error)
        case entry_errors.TooLong():
            return _(
                "The {what} is {length} characters long; at most {highest} can be stored."
            ).format(
                what=_text_name(error.what),
                length=numbers.whole(error.length),
                highest=numbers.whole(error.highest),
            )
        case usage_errors.InputTooLong():
            return _(
                "Standard input holds more than {highest} bytes, which is longer than any text"
                " that is stored; nothing was."
            ).format(highest=error.highest)
        case entry_errors.NulInText():
            return _("The text has a NUL in it, a sign that no text can hold; please leave it out.")
        case entry_errors.BrokenText():
            return _(
                "{given} has bytes in it that are no letters; type it again as UTF-8 text."
            ).format(given=quoted(error.given))
    return ""


def _of_acts(error: KnownError) -> str:
    match error:
        case usage_errors.NothingGiven():
            return _("Nothing was given to store; try for example: second-wind log --mood 6")
        case entry_errors.ThereAlready():
            return _("The log holds the same entry already, so it was not put back.")
        case entry_errors.NothingToUndo():
            return _("There is nothing to undo.")
        case entry_errors.NothingToRedo():
            return _("There is nothing to redo.")
        case entry_errors.NoSuchEntry():
            return _(
                "No entry in this journal has the id {given}; second-wind day --json shows the ids."
            ).format(given=quoted(error.given))
        case entry_errors.NoSuchRejection():
            return _no_such_rejection(error)
        case entry_errors.NothingLeft():
            return _(
                "That would leave nothing in this entry; to delete it use: second-wind delete {id}"
            ).format(id=error.id)
    return ""


def _of_file(error: KnownError) -> str:
    match error:
        case journal_errors.NewerJournal():
            return _(
                "{path} was written by a newer Second Wind (format {found}, this one knows {known})"
                " and was not touched; please update Second Wind."
            ).format(path=quoted(error.path), found=error.found, known=error.known)
        case journal_errors.NotAJournal():
            return _(
                "{path} belongs to another program and was not touched;"
                " please choose another file for the journal."
            ).format(path=quoted(error.path))
        case journal_errors.GarbledEntries():
            return damage.garbled_entries(error.path, error.days)
        case journal_errors.DamagedJournal():
            return _(
                "{path} can't be read as a journal and was not touched;"
                " second-wind check --recover shows what can be saved from it and from safe copies."
            ).format(path=quoted(error.path))
        case journal_errors.JournalUnreachable():
            return _(
                "{path} can't be opened or written; please check that the folder exists"
                " and that you may write there."
            ).format(path=quoted(error.path))
        case journal_errors.DiskFull():
            return _(
                "There is no room left to write {path}; nothing was changed,"
                " so please free some space and try again."
            ).format(path=quoted(error.path))
        case usage_errors.OutputFull():
            return _(
                "There is no room left where the output goes, and it breaks off there;"
                " please free some space and try again."
            )
        case journal_errors.JournalBusy():
            return _(
                "Another process is still writing to {path}; nothing was changed,"
                " so please try again in a moment."
            ).format(path=quoted(error.path))
        case journal_errors.NotASample():
            return _(
                "{path} is somebody's own journal and was not touched;"
                " please choose another folder for the sample with --home."
            ).format(path=quoted(error.path))
    return ""


def _of_place(error: KnownError) -> str:
    match error:
        case journal_errors.JournalReadOnly():
            return _(
                "{path} can be read, but nothing can be written there, so nothing was stored;"
                " please check your rights, or copy it to a place where you may write."
            ).format(path=quoted(error.path))
        case journal_errors.Unreadable():
            return _(
                "{path} can't be read; please check whose it is and what you may do there."
            ).format(path=quoted(error.path))
        case journal_errors.FolderClosed():
            return _(
                "The folder {path} can't be entered and read; please check whose it is"
                " and what you may do there."
            ).format(path=quoted(error.path))
    return ""


def _of_photo(error: KnownError) -> str:
    match error:
        case entry_errors.TooManyPhotos():
            return translate_plural(
                "An outing holds {n} photo at most; nothing was stored.",
                "An outing holds {n} photos at most; nothing was stored.",
                error.highest,
            ).format(n=error.highest)
    return ""


def _of_usage(error: KnownError) -> str:
    match error:
        case usage_errors.OptionNeeds():
            return _("{option} belongs to {needed}; please give both.").format(
                option=error.option, needed=error.needed
            )
        case usage_errors.OptionsApart():
            return _("{option} and {other} can't be given together.").format(
                option=error.option, other=error.other
            )
        case usage_errors.UnfitOption():
            return _("{option} is nothing that {noun} has; it has {possible}.").format(
                option=error.option, noun=called(error.noun).one, possible=", ".join(error.possible)
            )
        case usage_errors.UnknownCommand():
            return _unknown_command(error)
        case usage_errors.UnknownOption():
            return _("{command} has no use for {given}; see: {command} --help").format(
                command=error.command, given=quoted(error.given)
            )
        case usage_errors.MissingValue():
            return _(
                "{option} needs a value behind it; if the value begins with a dash,"
                " write it like {option}=-1"
            ).format(option=error.option)
        case usage_errors.BadUsage():
            message = plain(error.message)
            return _("{message}; see: {command} --help").format(
                message=message[:1].upper() + message[1:], command=error.command
            )
    return ""


def _invalid_choice(error: entry_errors.InvalidChoice) -> str:
    near = get_close_matches(error.given.lower(), error.possible, n=1)
    said = (
        _("{given} is not among the choices for {what} (did you mean {near}?): {possible}.")
        if near
        else _("{given} is not among the choices for {what}: {possible}.")
    )
    return said.format(
        given=quoted(error.given),
        what=_choice_name(error.what),
        near=near[0] if near else "",
        possible=", ".join(error.possible),
    )


def _unknown_command(error: usage_errors.UnknownCommand) -> str:
    if error.nearest:
        said = _("There is no command {given}; did you mean {nearest}?")
    else:
        said = _("There is no command {given}; second-wind --help shows those there are.")
    return said.format(given=quoted(error.given), nearest=error.nearest)


def _no_such_rejection(error: entry_errors.NoSuchRejection) -> str:
    if error.day is None:
        return _("No rejection is logged yet.")
    return _("No rejection is logged on {day}.").format(day=plain_date(error.day))


def _choice_name(what: str) -> str:
    names = {
        "stage": _("the stage"),
        "how": _("how it came"),
        "outing": _("the outing"),
        "talk-kind": _("the kind of person"),
        "step": _("the step"),
        "chart": _("the chart"),
        "theme": _("the theme"),
        "by": _("how the chart is split"),
        "format": _("the format"),
        "on-conflict": _("what is kept"),
        "date-order": _("the order of a date"),
    }
    return names.get(what, what)


def _text_name(what: str) -> str:
    names = {
        "note": _("note"),
        "feedback": _("feedback"),
        "lesson": _("lesson"),
        "feelings": _("feeling"),
        "kind": _("kind"),
        "place": _("place"),
        "organisation": _("organisation"),
        "practised": _("text on what was practised"),
        "met": _("text on who was met"),
        "person": _("name of the person"),
        "company": _("company"),
        "role": _("role"),
        "name": _("name"),
        "how_met": _("text on how you met"),
        "contact": _("text on how to reach them"),
        "said": _("text on what they said"),
        "tip": _("tip"),
        "themes": _("theme"),
        "word": _("word"),
        "meaning": _("meaning"),
        "mood name": _("name of a mood step"),
    }
    return names.get(what, _("text"))
