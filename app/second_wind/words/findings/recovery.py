"""What is said about one rejection: how it went, in the words of the recovery chart.

Numbers come with their range, days in coarse words, and nothing says what caused what.
"""

import math
from collections.abc import Sequence
from datetime import date

from second_wind.core.analysis.findings import Reading, RejectionFinding, Shortfall, TypicalCurve
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.core.log.entries import Stage
from second_wind.words.base import labels, numbers
from second_wind.words.base.language import _, pgettext, short_date, translate_plural
from second_wind.words.base.quoting import isolated
from second_wind.words.findings import charts, shortfalls, typical

LONGEST_NAME = 40
WANTED = 3
"""Logged days that a first week needs."""


def name(companies: Sequence[str], day: date) -> str:
    """Return what a rejection day is called: its company, or its date."""
    known = [each for each in companies if each]
    if not known:
        return short_date(day)
    more = len(companies) - 1
    first = isolated(shortened(known[0]))
    if not more:
        return first
    return translate_plural("{name} and {n} more", "{name} and {n} more", more).format(
        name=first, n=more
    )


def shortened(company: str) -> str:
    """Return a company's name, the end of a long one left out."""
    plain = " ".join(company.split())
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 1].rstrip() + "…"


def mark_label(company: str, suffix: str) -> str:
    """Return what stands at a rejection's line, such as "Contoso · final interview"."""
    return " · ".join(each for each in (isolated(company), suffix) if each) or pgettext(
        "a rejection without a company", "a no"
    )


def mark_suffix(count: int, stage: str) -> str:
    """Return what stands after the company: how many that day, or the stage of the only one."""
    if count > 1:
        return translate_plural("{n} that day", "{n} that day", count).format(n=count)
    return stage_name(stage)


def stage_name(stage: str) -> str:
    """Return the name of a stage as the timeline holds it; empty where it is unknown."""
    try:
        return labels.stage(Stage(stage)) if stage else ""
    except ValueError:
        return ""


def title(called: str) -> str:
    """Return the name of the chart."""
    return _("After {name}").format(name=called)


def day_after(today_lag: int, called: str) -> str:
    """Return the heading of the little chart on Today, such as "Day 7 after Contoso"."""
    if today_lag <= 0:
        return title(called)
    return _("Day {n} after {name}").format(n=today_lag, name=called)


def so_far(finding: RejectionFinding | None, curve: TypicalCurve | None) -> str:
    """Return the two quiet lines under the little chart; empty while nothing is known."""
    lines = []
    if finding is not None and finding.known_first_week and not math.isnan(finding.dent):
        first = _("{below} so far") if finding.days_to_end < 6 else _("{below} in the first week")
        lines.append(
            _("{first}, {range}.").format(
                first=first.format(below=below_usual(finding.dent)),
                range=give_or_take(finding.dent_give_or_take),
            )
        )
    if curve is not None and curve.days is not None and not curve.days_withheld:
        lines.append(
            _("Typically {days} (8 in 10: {range}; n = {n}).").format(
                days=typical.about(curve.days.estimate),
                range=typical.likely(curve.days),
                n=curve.rejection_days,
            )
        )
    return "\n".join(lines)


def below_usual(value: float) -> str:
    """Return a distance from usual, such as "2.1 below your usual"."""
    if round(value, 1) == 0:
        return _("at your usual level")
    if value < 0:
        return _("{points} above your usual").format(points=decimal(-value))
    return _("{points} below your usual").format(points=decimal(value))


def decimal(value: float) -> str:
    """Return points of mood with one decimal, never a negative zero."""
    return numbers.decimal(value)


def give_or_take(value: float) -> str:
    """Return the range of a dent."""
    return _("give or take {points}").format(points=decimal(value))


def coarse_days(days: int) -> str:
    """Return days to come back in the coarse words that one check-in a day allows."""
    if days <= 3:
        return _("within a few days")
    if days <= 7:
        return _("within about a week")
    return _("in one to two weeks") if days <= 14 else _("in two to three weeks")


def status(finding: RejectionFinding) -> str:
    """Return how one rejection went, in a few words."""
    return {
        Reading.LITTLE_DIP: _little_dip(finding),
        Reading.DIPPED_LATER: _("dipped later that week"),
        Reading.RECOVERED: _("back near your usual {days}").format(
            days=coarse_days(finding.days or 0)
        ),
        Reading.CUT_SHORT: _("the next one came first"),
        Reading.ONGOING: _("still on the way"),
        Reading.NOT_IN_3_WEEKS: _("below usual for three weeks"),
        Reading.TOO_FEW: _("few check-ins that week"),
        Reading.TOO_EARLY: _("too early to say"),
    }[finding.reading]


def _little_dip(finding: RejectionFinding) -> str:
    """Return that there was hardly a dip; "near" only if the range of the week reaches usual."""
    if round(finding.dent + finding.dent_give_or_take, 1) < 0:
        return _("no dip that week")
    return _("stayed near your usual")


def one_rejection(called: str, finding: RejectionFinding) -> str:
    """Return the sentence above the recovery chart."""
    if not finding.known_first_week or math.isnan(finding.dent):
        return _("After {name}: {status}.").format(name=called, status=status(finding))
    return _("After {name}: {below} in the first week, {range}; {status}.").format(
        name=called,
        below=below_usual(finding.dent),
        range=give_or_take(finding.dent_give_or_take),
        status=status(finding),
    )


def no_usual_yet(called: str, missing: Sequence[Shortfall]) -> str:
    """Return the kind sentence while there is no usual level to compare with."""
    return _("After {name}: {more}").format(name=called, more=shortfalls.usual(missing))


def outside_moods(called: str, *, is_before: bool) -> str:
    """Return the sentence for a rejection before the first or after the last check-in."""
    if is_before:
        return _("{name} came before your first check-in, so there is nothing to compare.").format(
            name=called
        )
    return _("{name} counts from your next check-in.").format(name=called)


def no_moods_around(called: str, first: date | None, last: date | None) -> str:
    """Return the kind sentence for a rejection with no mood near it at all."""
    if first is None or last is None:
        return _(
            "After {name}: no mood logged yet; with check-ins its recovery appears here."
        ).format(name=called)
    return _(
        "After {name}: no check-ins from two weeks before to three weeks after; your moods lie"
        " from {first} to {last}."
    ).format(name=called, first=short_date(first), last=short_date(last))


def too_few_to_draw(called: str, logged: int, wanted: int, *, is_over: bool) -> str:
    """Return the kind sentence while fewer days around a rejection are logged than are drawn."""
    more = wanted - logged
    if is_over:
        return translate_plural(
            "After {name}: few check-ins on the days around it; with {n} more logged day they"
            " would appear here.",
            "After {name}: few check-ins on the days around it; with {n} more logged days they"
            " would appear here.",
            more,
        ).format(name=called, n=more)
    if not logged:
        return translate_plural(
            "Log {n} day and the days around this no will appear here.",
            "Log {n} days and the days around this no will appear here.",
            more,
        ).format(n=more)
    return translate_plural(
        "Log {n} more day and the days around this no will appear here.",
        "Log {n} more days and the days around this no will appear here.",
        more,
    ).format(n=more)


def more_check_ins(called: str, logged: int, today_lag: int) -> str:
    """Return what the first week still takes to be summed up; empty if it can't or need not."""
    more = WANTED - logged
    if more <= 0 or today_lag + more > 6:
        return ""
    return translate_plural(
        "After {name}: {n} more check-in in the first week, and this chart can sum it up.",
        "After {name}: {n} more check-ins in the first week, and this chart can sum it up.",
        more,
    ).format(name=called, n=more)


def support() -> str:
    """Return the line that stands under "below usual for three weeks"."""
    return _("If it stays heavy, the Support page lists people to talk to.")


def note(logged: int, days: int, curve: TypicalCurve | None, *, overlaps: bool = False) -> str:
    """Return the quieter line: how much was logged, and what is typical."""
    said = translate_plural("{logged} of {n} day logged", "{logged} of {n} days logged", days)
    parts = [said.format(logged=logged, n=days)]
    if curve is not None and curve.days is not None and not curve.days_withheld:
        parts.append(_("{of}: {days}").format(of=typical.of(curve), days=typical.days(curve.days)))
    if overlaps:
        parts.append(_("the first week leaves out the part of other rejections nearby"))
    return " · ".join(parts)


def method(*, fitted: bool) -> str:
    """Return how the chart was computed."""
    drawn = _(
        "Dots are days, the mean of their check-ins. The line is their running mean; it never "
        "looks across a rejection."
    )
    usual = (
        _(
            "Your usual level is the slow part of a regression over the whole log, in which "
            "overlapping rejections and weekends have parts of their own. The first week is the "
            "mean of days 0 to 6 below it, with its 95 % give-or-take."
        )
        if fitted
        else _("With a usual level, the first week is compared with it.")
    )
    return f"{drawn} {usual} {charts.no_cause()}"


def band_label() -> str:
    """Return the words at the band."""
    return _("near your usual")


def dent_labels(below: float, give: float) -> tuple[str, ...]:
    """Return the words at the first week's bracket, the longest wording first."""
    if round(below, 1) == 0:
        short = pgettext("distance from usual, in a chart", "at usual")
    else:
        change = (
            pgettext("distance from usual, in a chart", "below")
            if below > 0
            else pgettext("distance from usual, in a chart", "above")
        )
        short = _("{points} {change}").format(points=decimal(abs(below)), change=change)
    ranged = _("{short}, {range}").format(short=short, range=give_or_take(give))
    whole = _("first week: {below}, {range}").format(
        below=below_usual(below), range=give_or_take(give)
    )
    return whole, _("first week: {text}").format(text=ranged), ranged


def lag_axis() -> str:
    """Return what the horizontal axis counts."""
    return _("days from the rejection")


def columns() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        pgettext("column", "Day from it"),
        pgettext("column", "Date"),
        pgettext("column", "Mood"),
        pgettext("column", "Usual"),
        pgettext("column", "Also that day"),
    )


def what_else(timeline: Timeline, offset: int) -> str:
    """Return what a day held besides its mood."""
    return ", ".join(charts.held(timeline, offset, with_mood=False))
