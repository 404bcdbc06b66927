"""One plain sentence for everything that can be wrong with a file from elsewhere."""

from collections.abc import Callable

from second_wind.core import import_errors as errors
from second_wind.core.import_errors import FileKind, ImportProblem
from second_wind.words.exchange import question
from second_wind.words.language import _, translate_plural
from second_wind.words.quoting import plain, quoted

_MEGABYTE = 1024 * 1024
_LONGEST_SHOWN = 80


def sentence(error: ImportProblem) -> str:
    """Return the sentence for a problem with a file or an option of an import or export."""
    groups: tuple[Callable[[ImportProblem], str], ...] = (_of_file, _of_text, _of_own, _of_usage)
    for group in groups:
        said = group(error)
        if said:
            return said
    raise TypeError(f"no sentence for {type(error).__name__}")


def _of_file(error: ImportProblem) -> str:
    match error:
        case errors.UnreadableFile():
            return _("{path} can't be read; is the name right, and may you read it?").format(
                path=quoted(error.path)
            )
        case errors.EmptyFile():
            return _("{path} is empty; there is nothing to import.").format(path=quoted(error.path))
        case errors.FileTooLarge():
            return _(
                "{path} has {size} MB; files of up to {highest} MB are read,"
                " so please import it in parts."
            ).format(
                path=quoted(error.path),
                size=f"{error.size / _MEGABYTE:,.0f}",
                highest=error.highest // _MEGABYTE,
            )
        case errors.ForeignFile():
            return f"{quoted(error.path)} {_foreign(error.kind)}"
        case errors.UnknownFormat():
            return _unknown_format(error)
        case errors.UnfitFormat():
            return _(
                "{path} is not in the format {format}; leave --format out to have it found."
            ).format(path=quoted(error.path), format=error.format)
        case errors.UnwritableOutput():
            return _(
                "{path} can't be written; does the folder exist, and may you write there?"
            ).format(path=quoted(error.path))
    return ""


def _of_text(error: ImportProblem) -> str:
    match error:
        case errors.NotText():
            return _(
                "{path}, line {line}, holds a byte with the code {code}, which no text has;"
                " the file is damaged or of another kind."
            ).format(path=quoted(error.path), line=error.line, code=error.code)
        case errors.BrokenEncoding():
            return _(
                "{path}, line {line}, holds bytes that are no letters in {encoding};"
                " please save the file as UTF-8 and try again."
            ).format(path=quoted(error.path), line=error.line, encoding=error.encoding)
        case errors.BrokenTable():
            return _(
                "{path} can't be read on from line {line}: probably a quotation mark"
                " is missing there."
            ).format(path=quoted(error.path), line=error.line)
        case errors.TooManyRows():
            return _("{path} has more than {highest} entries; please import it in parts.").format(
                path=quoted(error.path), highest=f"{error.highest:,}"
            )
    return ""


def _of_own(error: ImportProblem) -> str:
    match error:
        case errors.NewerExport():
            return _(
                "{path} was written by a newer Second Wind (format {found}, this one knows"
                " {known}); please update Second Wind."
            ).format(path=quoted(error.path), found=error.found, known=error.known)
        case errors.BrokenExport():
            return _("{path} is damaged at “{place}”; nothing was imported.").format(
                path=quoted(error.path), place=_short(error.place)
            )
    return ""


def _of_usage(error: ImportProblem) -> str:
    match error:
        case errors.UnknownColumn():
            return _("There is no column “{given}”; there are: {possible}.").format(
                given=_short(error.given),
                possible=", ".join(_short(each) for each in error.possible),
            )
        case errors.InvalidOption():
            return _("{option} can't be “{given}”; write it like {example}").format(
                option=error.option, given=_short(error.given), example=error.example
            )
        case errors.NotOneStream():
            return _(
                "The format {format} makes several files; please name a folder or a .zip file."
            ).format(format=error.format)
        case errors.QuestionsOpen():
            return _questions(error)
    return ""


def _unknown_format(error: errors.UnknownFormat) -> str:
    said = _("{path} is in none of the formats that are read ({possible})").format(
        path=quoted(error.path), possible=", ".join(error.possible)
    )
    if not error.is_table:
        return _("{said}.").format(said=said)
    return _('{said}; if it is a table, name its columns: --columns "day=Date,mood=Mood"').format(
        said=said
    )


def _questions(error: errors.QuestionsOpen) -> str:
    lead = translate_plural(
        "Before {path} can be imported, {n} thing must be known; nothing was written.",
        "Before {path} can be imported, {n} things must be known; nothing was written.",
        len(error.questions),
    ).format(path=quoted(error.path), n=len(error.questions))
    return " ".join([lead, *(question(each) for each in error.questions)])


def _foreign(kind: FileKind) -> str:
    return {
        FileKind.SQLITE: _("is a database (SQLite) of another program, which can't be read."),
        FileKind.SPREADSHEET: _("is a spreadsheet; please save it there as CSV and import that."),
        FileKind.ZIP: _("is a ZIP archive; please unpack it and import a file from it."),
        FileKind.PICTURE: _("is a picture or sound, and no log."),
        FileKind.PDF: _("is a PDF; please export it from the other program as CSV or JSON."),
        FileKind.BINARY: _("is a program or packed data, and no log."),
    }[kind]


def _short(text: str) -> str:
    """Return a text on one line that any terminal can show."""
    shown = plain(text)
    return shown if len(shown) <= _LONGEST_SHOWN else f"…{shown[-_LONGEST_SHOWN:]}"
