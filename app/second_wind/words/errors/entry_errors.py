"""The sentences for what can be wrong with an entry, and for what is not there to be changed."""

from difflib import get_close_matches

from second_wind.core.errors import entry_errors as errors
from second_wind.core.errors import number_errors
from second_wind.words.base import labels, numbers
from second_wind.words.base.language import N_, _, pgettext, plain_date, translate_plural
from second_wind.words.base.quoting import quoted
from second_wind.words.errors.filling import Sentences

_DIGITS = 6


def _invalid_amount(error: errors.InvalidAmount) -> str:
    if error.what == "hours":
        return _(
            "Volunteering can be anything from a minute to {highest} hours, written like {example}"
            " or 1:30; {given} is not."
        ).format(
            highest=numbers.short(error.highest, _DIGITS),
            example=numbers.short(1.5),
            given=quoted(error.given),
        )
    return _("{what} can be a number from {lowest} to {highest}; {given} is not.").format(
        what=_amount_name(error.what),
        lowest=numbers.short(error.lowest, _DIGITS),
        highest=numbers.short(error.highest, _DIGITS),
        given=quoted(error.given),
    )


def _not_whole(error: number_errors.NotWhole) -> str:
    return _("{what} can only be a whole number; {given} is not.").format(
        what=_amount_name(error.what), given=quoted(error.given)
    )


def _ambiguous(error: number_errors.AmbiguousNumber) -> str:
    less, more = (numbers.short(each, _DIGITS) for each in error.readings)
    if error.is_whole:
        said = _(
            "{given} could be {less} or {more}; please write a whole number, without a mark between"
            " the thousands."
        )
    else:
        said = _(
            "{given} could be {less} or {more}; please write it without a mark between the"
            " thousands, and with one or two decimals if it has any."
        )
    return said.format(given=quoted(error.given), less=less, more=more)


def _too_long(error: errors.TooLong) -> str:
    return _("The {what} is {length} characters long; at most {highest} can be stored.").format(
        what=_text_name(error.what),
        length=numbers.whole(error.length),
        highest=numbers.whole(error.highest),
    )


def _too_many_photos(error: errors.TooManyPhotos) -> str:
    return translate_plural(
        "An outing holds {n} photo at most; nothing was stored.",
        "An outing holds {n} photos at most; nothing was stored.",
        error.highest,
    ).format(n=error.highest)


def _invalid_choice(error: errors.InvalidChoice) -> str:
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


def _no_such_rejection(error: errors.NoSuchRejection) -> str:
    if error.day is None:
        return _("No rejection is logged yet.")
    return _("No rejection is logged on {day}.").format(day=plain_date(error.day))


def _amount_name(what: str) -> str:
    names = {
        "minutes": pgettext("begins a sentence about a number", "Minutes"),
        "years": pgettext("begins a sentence about a number", "Years"),
        "seed": pgettext("begins a sentence about a number", "The seed"),
        "goal": pgettext("begins a sentence about a number", "The goal in minutes"),
        "keep in touch": pgettext(
            "begins a sentence about a number", "The days until you want to be in touch"
        ),
        "day start": pgettext(
            "begins a sentence about a number", "The hour at which the day starts"
        ),
        "descriptor": pgettext("begins a sentence about a number", "The number of a descriptor"),
    }
    return names.get(what, what)


def _choice_name(what: str) -> str:
    names = {
        "stage": pgettext("what was chosen, within a sentence", "the stage"),
        "how": pgettext("what was chosen, within a sentence", "how it came"),
        "outing": pgettext("what was chosen, within a sentence", "the outing"),
        "talk-kind": pgettext("what was chosen, within a sentence", "the kind of person"),
        "step": pgettext("what was chosen, within a sentence", "the step"),
        "chart": pgettext("what was chosen, within a sentence", "the chart"),
        "theme": pgettext("what was chosen, within a sentence", "the theme"),
        "by": pgettext("what was chosen, within a sentence", "how the chart is split"),
        "format": pgettext("what was chosen, within a sentence", "the format"),
        "on-conflict": pgettext("what was chosen, within a sentence", "what is kept"),
        "date-order": pgettext("what was chosen, within a sentence", "the order of a date"),
    }
    return names.get(what, what)


def _text_name(what: str) -> str:
    one = {
        "feelings": pgettext("text that is too long, within a sentence", "feeling"),
        "themes": pgettext("text that is too long, within a sentence", "theme"),
        "mood name": pgettext("text that is too long, within a sentence", "name of a mood step"),
    }
    return one.get(what) or labels.field(what)


SENTENCES: Sentences = {
    errors.InvalidMood: N_("A mood is a number from 1 to 10; {given} is not."),
    errors.InvalidAmount: _invalid_amount,
    number_errors.NotWhole: _not_whole,
    number_errors.AmbiguousNumber: _ambiguous,
    errors.InvalidDay: N_(
        "{given} is no day; write it like 2026-11-22, or say today or yesterday."
    ),
    errors.DayNotReached: N_("{day} is still to come; days up to today, {today}, can be logged."),
    errors.AnsweredBeforeAsked: N_("{later} lies before {day}; choose that day or a later one."),
    errors.InvalidTime: N_("{given} is no time of day; write it like 14:30."),
    errors.InvalidChoice: _invalid_choice,
    errors.TooLong: _too_long,
    errors.NulInText: N_(
        "The text has a NUL in it, a sign that no text can hold; please leave it out."
    ),
    errors.BrokenText: N_(
        "{given} has bytes in it that are no letters; type it again as UTF-8 text."
    ),
    errors.ThereAlready: N_("The log holds the same entry already, so it was not put back."),
    errors.NothingToUndo: N_("There is nothing to undo."),
    errors.NothingToRedo: N_("There is nothing to redo."),
    errors.NoSuchEntry: N_(
        "No entry in this journal has the id {given}; second-wind day --json shows the ids."
    ),
    errors.NoSuchRejection: _no_such_rejection,
    errors.NothingLeft: N_(
        "That would leave nothing in this entry; to delete it use: second-wind delete {id}"
    ),
    errors.TooManyPhotos: _too_many_photos,
}
