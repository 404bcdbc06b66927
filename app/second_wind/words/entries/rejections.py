"""Rejections in lists, on their own page, and in the form that logs one."""

from datetime import date
from typing import TYPE_CHECKING

from second_wind.core.log.entries import Rejection
from second_wind.words.base import labels
from second_wind.words.base.language import (
    _,
    month_name,
    pgettext,
    short_month_name,
    short_weekday_name,
    weekday_name,
)
from second_wind.words.base.quoting import isolated

if TYPE_CHECKING:
    from second_wind.core.analysis.findings import RejectionFinding


def title(rejection: Rejection) -> str:
    """Return the name of a rejection: its company, else its role, else a plain word."""
    return (
        one_line(rejection.company)
        or one_line(rejection.role)  # Translators: "a no" is a rejection, in a kind word.
        or pgettext("a rejection without a company", "A no")
    )


def facts(rejection: Rejection) -> str:
    """Return what is known about a rejection besides its company, such as its stage."""
    role = isolated(one_line(rejection.role)) if one_line(rejection.company) else ""
    how = labels.channel(rejection.how) if rejection.how else ""
    stage = labels.stage(rejection.stage) if rejection.stage else ""
    parts = (role, stage, how)
    return " · ".join(each for each in parts if each)


def deleted(rejection: Rejection) -> str:
    """Return what is said when a rejection was deleted."""
    return _("Deleted: {entry}").format(entry=isolated(title(rejection)))


def written(rejection: Rejection) -> tuple[tuple[str, str], ...]:
    """Return what was written about a rejection, each text with its name."""
    texts = (
        (pgettext("field", "Feedback"), rejection.feedback),
        (_("What I learned"), rejection.lesson),
        (pgettext("field", "Note"), rejection.note),
        (pgettext("field", "People met"), rejection.met),
    )
    return tuple((name, text) for name, text in texts if text.strip())


def about() -> str:
    """Return what the themes of a feedback are called."""
    return _("What it was about")


def columns() -> tuple[str, ...]:
    """Return the heads of the list."""
    return (
        pgettext("column", "Day"),
        pgettext("column", "Company"),
        pgettext("column", "Role"),
        pgettext("column", "Stage"),
        pgettext("column", "First week"),
        pgettext("column", "How it went"),
    )


def column_hints() -> tuple[str, ...]:
    """Return what the columns mean, where their heads don't say it."""
    return (
        "",
        "",
        "",
        _("How far the application got"),
        _("Mood on the first seven days against your usual, in points of the scale from 1 to 10"),
        _("Whether mood came back near your usual within three weeks"),
    )


def list_date(day: date) -> str:
    """Return a day for the list, such as "Mon 16 Nov 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=short_weekday_name(day), day=day.day, month=short_month_name(day), year=day.year
    )


def full_date(day: date) -> str:
    """Return a day for the head of a rejection's page, such as "Monday 16 November 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_name(day), day=day.day, month=month_name(day), year=day.year
    )


def first_week(finding: "RejectionFinding") -> str:
    """Return the first week's dent with its range, such as "2.1 below, ± 1.1"; else nothing."""
    # It loads numpy, which the window must not wait for.
    from second_wind.words.findings import recovery

    if not finding.known_first_week or finding.dent != finding.dent:
        return ""
    above = round(finding.dent, 1) < 0
    text = _("{points} above, ± {range}") if above else _("{points} below, ± {range}")
    return text.format(
        points=recovery.decimal(abs(finding.dent)),
        range=recovery.decimal(finding.dent_give_or_take),
    )


def nothing_known() -> str:
    """Return what stands in place of the first week while the log can't tell."""
    return _("With some more check-ins around it, this will say how the first week went.")


def empty_title() -> str:
    """Return the first line of an empty list."""
    return _("No rejections logged")


def empty_text() -> str:
    """Return what is said where no rejection was logged."""
    return _(
        "When a no comes in, you can put it down here and leave it here. "
        "Second Wind then shows how you come back from it."
    )


def no_match() -> str:
    """Return what is said where a search finds nothing."""
    return _("Nothing here fits this search.")


def form_hint() -> str:
    """Return what is said above the form."""
    return _("Only the day is needed. The rest can stay empty, or come later.")


def feelings_question() -> str:
    """Return the question after a rejection was logged."""
    return _("How does it feel?")


def one_line(text: str) -> str:
    """Return a text without line breaks and doubled spaces."""
    return " ".join(text.split())
