"""What the Coming back chart says."""

from datetime import date

from second_wind.core.analysis.figures.typical import EARLY
from second_wind.core.analysis.findings import (
    Analysis,
    Interval,
    Reading,
    RejectionFinding,
    TypicalCurve,
    TypicalDays,
)
from second_wind.words.base.language import _, pgettext, translate_plural
from second_wind.words.findings import associations, charts, checks, recovery, shortfalls, typical


def title() -> str:
    """Return the name of the chart."""
    return pgettext("heading", "Coming back")


def sentence(curve: TypicalCurve) -> str:
    """Return the reading: the typical days with their range, or why there is no number."""
    if not curve.clear_dip:
        return typical.sentence(curve)
    if curve.days is None:
        return _(
            "Early sketch. Too early to give a number of days: it takes {need} rejections whose"
            " first week was logged (so far: {have})."
        ).format(need=EARLY, have=curve.known_first_weeks)
    return _("{back}, {of}.").format(back=_back(curve, curve.days), of=typical.of(curve))


def _back(curve: TypicalCurve, days: TypicalDays) -> str:
    if curve.days_withheld:
        return _("Still below your usual after a week or more")
    return _("Back near your usual in {days}").format(days=typical.days(days))


def first_weeks(known: int, why: str) -> str:
    """Return the reading while there is no typical course."""
    shown = translate_plural(
        "The first week after {n} rejection day.",
        "The first weeks after {n} rejection days.",
        known,
    ).format(n=known)
    return f"{shown} {why}".rstrip()


def none_known(rejection_days: int, analysis: Analysis) -> str:
    """Return the kind sentence while no first week can be drawn."""
    if analysis.usual_missing:
        return shortfalls.usual(analysis.usual_missing)
    if not rejection_days:
        return " ".join(checks.sentences(analysis))
    return _("{days} so far; {wanted} days logged in the week after one draw it here.").format(
        days=typical.rejection_days("{days}", rejection_days), wanted=recovery.WANTED
    )


def note(analysis: Analysis, too_few: int, too_early: int) -> str:
    """Return whether it is changing, what is not drawn, and how far it can be trusted."""
    parts = [_changing(analysis), _not_drawn(too_few, too_early), *checks.sentences(analysis)]
    return " ".join(filter(None, parts))


def _changing(analysis: Analysis) -> str:
    if analysis.trend is not None:
        said = associations.change_over_time(
            analysis.trend, later_closer=analysis.checks.later_closer
        )
    else:
        said = shortfalls.trend(analysis.trend_missing)
    return _("Is it changing? {sentence}").format(sentence=said) if said else ""


def _not_drawn(too_few: int, too_early: int) -> str:
    few = translate_plural(
        "{n} more has few check-ins that week.", "{n} more have few check-ins that week.", too_few
    )
    early = translate_plural(
        "For {n} more it is too early to say.", "For {n} more it is too early to say.", too_early
    )
    said = [
        few.format(n=too_few) if too_few else "",
        early.format(n=too_early) if too_early else "",
    ]
    return " ".join(filter(None, said))


def method() -> str:
    """Return how the chart was computed."""
    drawn = _(
        "Each mark is the mean of days 0 to 6 after one rejection, in points from your usual, with "
        "other rejections and the weekend taken out; the line through it is its 95 % give-or-take. "
        "The typical days are read off the typical course of all rejections. The change compares "
        "days 2 to 9 of the latest with those of the first in one regression; a line is drawn only "
        "where its range leaves out 0."
    )
    return f"{drawn} {charts.no_cause()}"


def days_heading() -> str:
    """Return what stands above the typical days."""
    return _("Typical days to come back: thick line 8 in 10, thin line 95 %")


def weeks_heading() -> str:
    """Return what stands above the first weeks."""
    return _("First week after each, points from your usual")


def endings() -> dict[Reading, str]:
    """Return the ways in which the time after a rejection ends, in the order of the key."""
    return {
        Reading.RECOVERED: _("back near your usual"),
        Reading.LITTLE_DIP: _("stayed near your usual"),
        Reading.DIPPED_LATER: _("dipped later that week"),
        Reading.CUT_SHORT: _("the next one came first"),
        Reading.ONGOING: _("still on the way"),
        Reading.NOT_IN_3_WEEKS: _("below usual for three weeks"),
    }


def counted(ending: str, number: int) -> str:
    """Return a way to end with how many ended so."""
    return _("{ending} ({n})").format(ending=ending, n=number)


def line_label() -> str:
    """Return what the line through the first weeks is."""
    return _("change from first to latest")


def hover(called: str, finding: RejectionFinding) -> str:
    """Return what one mark, or the gap in its place, is."""
    said = recovery.one_rejection(called, finding)
    day = charts.day_name(finding.day)
    return said if called == charts.short_day(finding.day) else f"{day} · {said}"


def columns() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        pgettext("column", "Rejection"),
        pgettext("column", "Date"),
        pgettext("column", "Stage"),
        pgettext("column", "First week below usual"),
        pgettext("column", "Give or take (95 %)"),
        pgettext("column", "Days logged that week"),
        pgettext("column", "How it went"),
    )


def typical_row(curve: TypicalCurve) -> tuple[str, ...]:
    """Return the table's row of the typical course."""
    days = curve.days
    went = typical.coming_back(curve)
    if days is not None and not curve.days_withheld:
        went = _("back near it in {days}").format(days=typical.days_in_detail(days))
    return (
        typical.row(curve),
        "",
        "",
        recovery.decimal(curve.first_week.estimate),
        typical.points_range(curve.first_week),
        "",
        went,
    )


def trend_row(found: Interval) -> tuple[str, ...]:
    """Return the table's row of the change over time."""
    name = _("Latest minus first (days 2 to 9)")
    return (name, "", "", recovery.decimal(found.estimate), typical.points_range(found), "", "")


def month(day: date, before: date | None) -> str:
    """Return a month under the axis; its year stands below it where it changes."""
    name = charts.month_tick(day)
    return name if before is not None and before.year == day.year else f"{name}\n{day.year}"
