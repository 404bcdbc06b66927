"""What an import finds, asks and leaves out, and what an export wrote, in words."""

from collections.abc import Sequence
from datetime import date

from second_wind.core.errors.import_errors import Asked, Fault, Question, RejectedLine
from second_wind.core.log.kinds import Noun
from second_wind.words.base import numbers
from second_wind.words.base.language import _, pgettext, plain_date, points, translate_plural
from second_wind.words.base.quoting import isolated, plain
from second_wind.words.entries import nouns

_NAMES_SHOWN = 12
_DIGITS = 6
_LONGEST_SHOWN = 80


def short(text: str) -> str:
    """Return a text of a file on one line that any terminal can show."""
    shown = plain(text)
    cut = shown if len(shown) <= _LONGEST_SHOWN else f"…{shown[-_LONGEST_SHOWN:]}"
    return isolated(cut)


def rejected_line(line: RejectedLine) -> str:
    """Return why a line was not taken."""
    is_limit = line.fault is Fault.TOO_LONG
    given = numbers.whole(int(line.given)) if is_limit else isolated(plain(line.given))
    return _fault(line.fault).format(given=given)


def question(asked: Question) -> str:
    """Return what must be known, and the option that answers it."""
    if asked.asked is Asked.REJECTION_DAY:
        return _rejection_day(asked)
    if asked.asked is Asked.TICK_OR_AMOUNT:
        return _tick_or_amount(asked)
    lead = {
        Asked.MOODS: _("Which mood from 1 to 10 do these names stand for: {names}?"),
        Asked.SCALE: _("Which scale are the moods on? Those in the file go from {names}."),
        Asked.DATE_ORDER: _("Does the day or the month come first in dates such as {names}?"),
        Asked.DAY_COLUMN: _("Which column holds the day? There are: {names}."),
        Asked.MOOD_COLUMN: _(
            "Which column holds the mood? These hold numbers and would be left behind: {names}. If"
            " none does, name the columns to be read without mood."
        ),
        Asked.VALUE_COLUMN: _("Which column holds the mood? There are: {names}."),
        Asked.OUTCOME_COLUMN: _(
            "Which column says what came of each application? There are: {names}. If none does,"
            " add a column with the day of each rejection, named “Rejected on”; if every row is a"
            ' rejection, add --map "*=rejected".'
        ),
        Asked.OUTCOME_DATE_MEANING: _(
            "Is “{names}” the day of the outcome? The day of the application is not counted."
        ),
        Asked.TICK: _("What does a tick in “{names}” stand for?"),
    }[asked.asked].format(names=_named(asked))
    said = _("{question} Answer with {answer}").format(question=lead, answer=asked.answer)
    return (
        _("{said} and so on for each").format(said=said)
        if len(asked.names) > 1 and (asked.asked is Asked.MOODS)
        else said
    )


def _tick_or_amount(asked: Question) -> str:
    name, *numbers = asked.names
    return _(
        "{answer} says what a tick in “{name}” stands for, and there are numbers in it: {numbers}."
        " Leave that out if they are minutes or hours; if they are not, put a yes into the file"
        " where it was done, and nothing where it was not"
    ).format(answer=asked.answer, name=short(name), numbers=some(numbers))


def _rejection_day(asked: Question) -> str:
    count = sum(asked.counts)
    lead = translate_plural(
        "{n} rejection has no day of its own, and the day of the application is not taken for it.",
        "{n} rejections have no day of their own, and the day of the application is not taken for"
        " it.",
        count,
    ).format(n=count)
    if not asked.names:
        return _(
            "{lead} No column holds dates: please add one with the day of each, named “Rejected"
            " on”, or leave them out with {answer}"
        ).format(lead=lead, answer=asked.answer)
    return _(
        "{lead} These columns hold dates: {names}. Answer with {answer} if it is to be that one, or"
        ' with --columns "day=none" to leave these rows out'
    ).format(lead=lead, names=some(asked.names), answer=asked.answer)


def found(check_ins: int, activities: int, rejections: int) -> str:
    """Return how much a file holds."""
    parts = (
        nouns.amount(Noun.CHECK_IN, check_ins),
        translate_plural("{n} activity", "{n} activities", activities).format(n=activities),
        nouns.amount(Noun.REJECTION, rejections),
    )
    return ", ".join(parts)


def span(first: date, last: date) -> str:
    """Return the days from the first to the last."""
    if first == last:
        return plain_date(first)
    return _("{first} to {last}").format(first=plain_date(first), last=plain_date(last))


def compared(new: int, same: int, conflict: int) -> str:
    """Return how much is new, there already, and there with other content."""
    return _("{new} new, {same} already here, {conflict} different from what is here").format(
        new=new, same=same, conflict=conflict
    )


def edited_here(count: int) -> str:
    """Return what happens to entries that were edited since they came."""
    return translate_plural(
        "{n} entry was edited here since it came from this file, and stays as it is.",
        "{n} entries were edited here since they came from this file, and stay as they are.",
        count,
    ).format(n=count)


def conflicts(answer: str, count: int) -> str:
    """Return what becomes of entries that the file holds with other content."""
    said = {
        "mine": translate_plural(
            "{n} entry stays as it is here; --on-conflict theirs or both would say otherwise.",
            "{n} entries stay as they are here; --on-conflict theirs or both would say otherwise.",
            count,
        ),
        "theirs": translate_plural(
            "{n} entry becomes what the file says.",
            "{n} entries become what the file says.",
            count,
        ),
        "both": translate_plural(
            "{n} entry differs: what is here and what the file says are both kept, side by side.",
            "{n} entries differ: what is here and what the file says are both kept, side by side.",
            count,
        ),
    }
    return said[answer].format(n=count)


def unanswered(count: int) -> str:
    """Return how many rows had no answer."""
    return translate_plural(
        "{n} row without an answer is left out: missing stays missing.",
        "{n} rows without an answer are left out: missing stays missing.",
        count,
    ).format(n=count)


def deleted_here(count: int) -> str:
    """Return how much stays away because it was deleted."""
    return translate_plural(
        "{n} entry stays away, since you deleted it here.",
        "{n} entries stay away, since you deleted them here.",
        count,
    ).format(n=count)


def outcome_left_out(name: str, count: int) -> str:
    """Return how often an outcome came that is no rejection."""
    if not name:
        return translate_plural(
            "{n} application is left out, since nothing says what came of it.",
            "{n} applications are left out, since nothing says what came of them.",
            count,
        ).format(n=count)
    return translate_plural(
        "{n} application is left out, since its outcome is “{name}”.",
        "{n} applications are left out, since their outcome is “{name}”.",
        count,
    ).format(n=count, name=short(name))


def outcomes_can_count() -> str:
    """Return how an outcome is made to count."""
    return _('To count an outcome as a rejection: --map "NAME=rejected" or "NAME=no-answer".')


def columns_left_out(names: Sequence[str]) -> str:
    """Return which columns are not brought along."""
    return _("Columns not brought along: {names}.").format(names=some(names))


def activities_in_notes(names: Sequence[str]) -> str:
    """Return which activities stand for nothing, and how to change that."""
    return _(
        "Activities kept as words in the note: {names}. To count one:"
        ' --map-activity "{example}=exercise:20" (or nature, photo, volunteering, talk)'
    ).format(names=some(names), example=names[0])


def mapped_mood(name: str, mood: float) -> str:
    """Return which mood a name stands for."""
    return f"{short(name)} → {points(mood)}"


def scale(lowest: float, highest: float) -> str:
    """Return how another scale maps."""
    return _("{lowest} to {highest} there are 1 to 10 here").format(
        lowest=numbers.short(lowest, _DIGITS), highest=numbers.short(highest, _DIGITS)
    )


def turned_to_local(given: str, local: str) -> str:
    """Return that times of no place were turned to this computer's, with an example."""
    return _("Times in UTC are turned to this computer's: {given} is {local} here.").format(
        given=short(given), local=local
    )


def label(key: str) -> str:
    """Return the name of a line in the plan."""
    return {
        "format": pgettext("line of an import", "Format"),
        "file": pgettext("line of an import", "Read as"),
        "found": pgettext("line of an import", "Found"),
        "days": pgettext("line of an import", "Days"),
        "compared": pgettext("line of an import", "In your journal"),
        "columns": pgettext("line of an import", "Columns"),
        "dates": pgettext("line of an import", "Dates"),
        "scale": pgettext("line of an import", "Scale"),
        "moods": pgettext("line of an import", "Moods"),
        "ticks": pgettext("line of an import", "Activities"),
    }[key]


def date_order(order: str) -> str:
    """Return the order of day, month and year."""
    return {
        "ymd": pgettext("order of a date", "year, month, day"),
        "dmy": pgettext("order of a date", "day, month, year"),
        "mdy": pgettext("order of a date", "month, day, year"),
    }[order]


def delimiter(sign: str) -> str:
    """Return the name of the sign between two columns."""
    return {
        ",": pgettext("sign between columns", "comma"),
        ";": pgettext("sign between columns", "semicolon"),
        "\t": pgettext("sign between columns", "tab"),
        "|": pgettext("sign between columns", "bar"),
    }[sign]


def rejected_heading(count: int) -> str:
    """Return how many lines were not taken."""
    return translate_plural("{n} line can't be taken:", "{n} lines can't be taken:", count).format(
        n=count
    )


def at_line(line: int, reason: str) -> str:
    """Return a reason with its line."""
    return _("line {line}: {reason}").format(line=line, reason=reason)


def and_more(count: int) -> str:
    """Return how many more there are."""
    return translate_plural("and {n} more", "and {n} more", count).format(n=count)


def nothing_written() -> str:
    """Return that a dry run wrote nothing."""
    return _("This was a dry run: nothing was written.")


def written(count: int, *, is_all_here: bool) -> str:
    """Return how much an import wrote."""
    if not count and is_all_here:
        return _("All of it is here already: the journal stays as it is.")
    if not count:
        return _("Nothing new: the journal stays as it is.")
    return translate_plural(
        "{n} entry written; second-wind undo takes it back.",
        "{n} entries written; second-wind undo takes them back.",
        count,
    ).format(n=count)


def exported(count: int, path: str) -> str:
    """Return what an export wrote."""
    return translate_plural(
        "{n} entry written to {path}.", "{n} entries written to {path}.", count
    ).format(n=count, path=isolated(path))


def _fault(fault: Fault) -> str:
    return {
        Fault.TOO_FEW: _("too few columns ({given})"),
        Fault.TOO_MANY: _("too many columns ({given})"),
        Fault.NO_DAY: _("there is no day"),
        Fault.BAD_DAY: _("“{given}” is no day"),
        Fault.FUTURE_DAY: _("{given} is still to come"),
        Fault.NO_OUTCOME_DAY: _("the day of the rejection is missing"),
        Fault.BAD_TIME: _("“{given}” is no time of day"),
        Fault.OUT_OF_SCALE: _("“{given}” is outside the scale"),
        Fault.BAD_AMOUNT: _("“{given}” is no possible amount"),
        Fault.REPEATED: _("the same as line {given}"),
        Fault.TOO_LONG: _("a text has more than {given} characters"),
        Fault.OPEN_QUOTE: _("a quotation mark opens here and isn't closed before the next row"),
    }[fault]


def _named(asked: Question) -> str:
    if asked.asked is Asked.SCALE:
        lowest, highest = (numbers.short(float(each), _DIGITS) for each in asked.names)
        return _("{lowest} to {highest}").format(lowest=lowest, highest=highest)
    return some(asked.names)


def some(names: Sequence[str]) -> str:
    """Return a few names, and how many more there are."""
    shown = ", ".join(short(each) for each in names[:_NAMES_SHOWN])
    rest = len(names) - _NAMES_SHOWN
    return f"{shown} {and_more(rest)}" if rest > 0 else shown
