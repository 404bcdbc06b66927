"""What is said of things that were being typed when the program ended."""

from collections.abc import Sequence
from datetime import date

from second_wind.core.log.drafts import Draft, DraftForm
from second_wind.words.base.language import _, heading_date, pgettext, translate_plural
from second_wind.words.base.quoting import isolated

_LONGEST = 60
"""Letters of a text by which a person recognises it in a line."""
_LONGEST_IN_SHEET = 400
_BEFORE_DOTS = " .,;:…"


def offer(drafts: Sequence[Draft], today: date) -> str:
    """Return the line that offers what was kept."""
    if len(drafts) == 1:
        (draft,) = drafts
        return _("What you were writing is kept. {what}").format(what=told(draft, today))
    return translate_plural(
        "{n} thing that you were writing is kept. {what}",
        "{n} things that you were writing are kept. The latest: {what}",
        len(drafts),
    ).format(n=len(drafts), what=told(drafts[-1], today))


def told(draft: Draft, today: date) -> str:
    """Return what one was, in which form and for which day, and how it begins."""
    excerpt = shortened(draft.words, _LONGEST)
    where = title(draft, today)
    return (
        _("{where}: “{excerpt}”").format(where=where, excerpt=isolated(excerpt))
        if excerpt
        else where
    )


def title(draft: Draft, today: date) -> str:
    """Return the form and the day."""
    return _("{form}, {day}").format(form=_form(draft), day=_day(draft.day, today))


def excerpt(draft: Draft) -> str:
    """Return the text as the sheet shows it; "" where nothing of it is a text."""
    return shortened(draft.words, _LONGEST_IN_SHEET)


def shortened(text: str, longest: int) -> str:
    """Return a text that ends, at a word if possible, before it gets too long."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    if cut.rfind(" ") > longest // 2:  # else too little would be left, as where no blanks are used
        cut = cut[: cut.rfind(" ")]
    return f"{cut.rstrip(_BEFORE_DOTS)}…"


def intro() -> str:
    """Return what the sheet says first."""
    return _(
        "This was typed and not stored. It is kept in your journal until you put it back, where"
        " you can go on with it, or let it go."
    )


def let_go() -> str:
    """Return the name of the button for what is no longer wanted."""
    return pgettext("button", "Let go")


def copied() -> str:
    """Return what is said where the thing that was being changed is gone."""
    return _("What this was about is no longer there. The text is on the clipboard now.")


def _form(draft: Draft) -> str:
    if draft.entry and draft.form in _changed():
        return _changed()[draft.form]
    return _new()[draft.form]


def _new() -> dict[DraftForm, str]:
    return {
        DraftForm.MOOD: pgettext("what was being written", "Words about how it was"),
        DraftForm.EXERCISE: pgettext("what was being written", "Exercise"),
        DraftForm.OUTING: pgettext("what was being written", "An outing"),
        DraftForm.VOLUNTEERING: pgettext("what was being written", "Volunteering"),
        DraftForm.TALK: pgettext("what was being written", "A talk"),
        DraftForm.FEELINGS: pgettext("what was being written", "Feelings"),
        DraftForm.QUICK_ENTRY: pgettext("what was being written", "A quick entry"),
        DraftForm.REJECTION: pgettext("what was being written", "A rejection"),
        DraftForm.GOOD_NEWS: pgettext("what was being written", "Good news"),
        DraftForm.CONSULTATION: pgettext("what was being written", "A question to an expert"),
        DraftForm.PERSON: pgettext("what was being written", "A person"),
        DraftForm.ENTRY: pgettext("what was being written", "A change of an entry"),
        DraftForm.LEDGER: pgettext("what was being written", "Lines for a résumé"),
    }


def _changed() -> dict[DraftForm, str]:
    return {
        DraftForm.MOOD: pgettext("what was being written", "A check-in that was opened"),
        DraftForm.EXERCISE: pgettext("what was being written", "A change of exercise"),
        DraftForm.OUTING: pgettext("what was being written", "A change of an outing"),
        DraftForm.VOLUNTEERING: pgettext("what was being written", "A change of volunteering"),
        DraftForm.TALK: pgettext("what was being written", "A change of a talk"),
        DraftForm.REJECTION: pgettext("what was being written", "A change of a rejection"),
        DraftForm.GOOD_NEWS: pgettext("what was being written", "A change of good news"),
        DraftForm.CONSULTATION: pgettext(
            "what was being written", "A change of a question to an expert"
        ),
        DraftForm.PERSON: pgettext("what was being written", "A change of a person"),
    }


def _day(day: date, today: date) -> str:
    return pgettext("day", "today") if day == today else heading_date(day, today)
