"""One plain sentence for everything that can be wrong with a file from elsewhere."""

from second_wind.core.errors import import_errors as errors
from second_wind.core.errors.import_errors import FileKind
from second_wind.words.base import numbers
from second_wind.words.base.language import N_, _, translate_plural
from second_wind.words.base.quoting import quoted
from second_wind.words.errors.filling import Sentences
from second_wind.words.files.exchange import at_line, question, rejected_line, short, some

_MEGABYTE = 1024 * 1024


def _file_too_large(error: errors.FileTooLarge) -> str:
    return _(
        "{path} has {size} MB; files of up to {highest} MB are read, so please import it in parts."
    ).format(
        path=quoted(error.path),
        size=numbers.whole(error.size / _MEGABYTE),
        highest=error.highest // _MEGABYTE,
    )


def _foreign_file(error: errors.ForeignFile) -> str:
    return f"{quoted(error.path)} {_foreign(error.kind)}"


def _too_many_rows(error: errors.TooManyRows) -> str:
    return _("{path} has more than {highest} entries; please import it in parts.").format(
        path=quoted(error.path), highest=numbers.whole(error.highest)
    )


def _broken_export(error: errors.BrokenExport) -> str:
    return _("{path} is damaged at “{place}”; nothing was imported.").format(
        path=quoted(error.path), place=short(error.place)
    )


def _unknown_column(error: errors.UnknownColumn) -> str:
    return _("There is no column “{given}”; there are: {possible}.").format(
        given=short(error.given), possible=some(error.possible)
    )


def _invalid_option(error: errors.InvalidOption) -> str:
    return _("{option} can't be “{given}”; write it like {example}").format(
        option=error.option, given=short(error.given), example=error.example
    )


def _unknown_format(error: errors.UnknownFormat) -> str:
    said = _("{path} is in none of the formats that are read ({possible})").format(
        path=quoted(error.path), possible=", ".join(error.possible)
    )
    if not error.header:
        return _("{said}.").format(said=said)
    return _(
        "{said}. Line {line} was taken for the names of columns: {names}. If it is a log of moods,"
        ' tell which is which: --columns "day=Date,mood=Mood"; if one of applications:'
        ' --columns "company=Employer,outcome=Status"; if other lines stand above the names, please'
        " remove them."
    ).format(said=said, line=error.line, names=some(error.header))


def _nothing_read(error: errors.NothingRead) -> str:
    said = _("Nothing in {path} could be read as an entry, and nothing was written").format(
        path=quoted(error.path)
    )
    if error.first:
        line = at_line(error.first.line, rejected_line(error.first))
        return _("{said}; the first thing to mend is in {line}.").format(said=said, line=line)
    if error.outcomes:
        return translate_plural(
            '{said}: {n} application has an outcome that is no rejection; --map "NAME=rejected"'
            " would count it.",
            '{said}: {n} applications have outcomes that are no rejections; --map "NAME=rejected"'
            " would count one.",
            error.outcomes,
        ).format(said=said, n=error.outcomes)
    return _("{said}: it holds no row with anything to bring along.").format(said=said)


def _questions(error: errors.QuestionsOpen) -> str:
    lead = translate_plural(
        "Before {path} can be imported, {n} thing must be known; nothing was written.",
        "Before {path} can be imported, {n} things must be known; nothing was written.",
        len(error.questions),
    ).format(path=quoted(error.path), n=len(error.questions))
    return " ".join([lead, *(question(each) for each in error.questions)])


def _foreign(kind: FileKind) -> str:
    return {
        FileKind.JOURNAL: _(
            "is a journal of Second Wind; second-wind merge FILE brings it into this one."
        ),
        FileKind.ENCRYPTED_JOURNAL: _(
            "looks like an encrypted journal; if it is one of Second Wind, second-wind merge FILE"
            " brings it into this one."
        ),
        FileKind.SQLITE: _("is a database (SQLite) of another program, which can't be read."),
        FileKind.SPREADSHEET: _("is a spreadsheet; please save it there as CSV and import that."),
        FileKind.DAYLIO_BACKUP: _(
            "is a backup of Daylio, which can't be read yet; please export CSV there instead."
        ),
        FileKind.ZIP: _("is a ZIP archive; please unpack it and import a file from it."),
        FileKind.PICTURE: _("is a picture or sound, and no log."),
        FileKind.PDF: _("is a PDF; please export it from the other program as CSV or JSON."),
        FileKind.BINARY: _("is a program or packed data, and no log."),
    }[kind]


SENTENCES: Sentences = {
    errors.UnreadableFile: N_("{path} can't be read; is the name right, and may you read it?"),
    errors.NoPlainFile: N_(
        "{path} is a folder, a pipe or a device and no file; please name a file."
    ),
    errors.EmptyFile: N_("{path} is empty; there is nothing to import."),
    errors.FileTooLarge: _file_too_large,
    errors.ForeignFile: _foreign_file,
    errors.UnwritableOutput: N_(
        "{path} can't be written; does the folder exist, and may you write there?"
    ),
    errors.UnknownFormat: _unknown_format,
    errors.NotReadYet: N_(
        "{path} is an export of {program}, which can't be read yet; nothing was imported."
    ),
    errors.OwnTable: N_(
        "{path} is a table that Second Wind wrote for spreadsheets, and is not read back;"
        " please import what was exported as JSON."
    ),
    errors.UnfitFormat: N_(
        "{path} is not in the format {format}; leave --format out to have it found."
    ),
    errors.NotText: N_(
        "{path}, line {line}, holds a byte with the code {code}, which no text has;"
        " the file is damaged or of another kind."
    ),
    errors.BrokenEncoding: N_(
        "{path}, line {line}, holds bytes that are no letters in {encoding};"
        " please save the file as UTF-8 and try again."
    ),
    errors.BrokenTable: N_(
        "{path} can't be read on from line {line}: probably a quotation mark is missing there."
    ),
    errors.TooManyRows: _too_many_rows,
    errors.NewerExport: N_(
        "{path} was written by a newer Second Wind (format {found}, this one knows"
        " {known}); please update Second Wind."
    ),
    errors.BrokenExport: _broken_export,
    errors.UnknownColumn: _unknown_column,
    errors.InvalidOption: _invalid_option,
    errors.NotOneStream: N_(
        "The format {format} makes several files; please name a folder or a .zip file."
    ),
    errors.QuestionsOpen: _questions,
    errors.NothingRead: _nothing_read,
}
