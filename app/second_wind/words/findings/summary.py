"""The analysis as lines of text, for the command line."""

from collections.abc import Iterator

import numpy as np

from second_wind.core.analysis.findings import Analysis, State
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.words.base.language import _, pgettext, plain_date, points, translate_plural
from second_wind.words.findings import (
    aligned,
    associations,
    charts,
    checks,
    recovery,
    shortfalls,
    typical,
)

_INDENT = "  "


def lines(found: Analysis, timeline: Timeline) -> list[str]:
    """Return what the analysis says, in the order in which it is read."""
    if found.first_day is None:
        return [_("No mood logged in these days yet; one check-in is enough to begin.")]
    said = [_extent(found), _usual(found), "", *_after(found, timeline), *_rest(found)]
    return [*said, "", charts.no_cause()]


def _extent(found: Analysis) -> str:
    days = translate_plural("{n} day with a mood", "{n} days with a mood", found.logged_days)
    if found.first_day is None or found.last_day is None:
        return ""
    return _("{days}, from {first} to {last}; {rejections}.").format(
        days=days.format(n=found.logged_days),
        first=plain_date(found.first_day),
        last=plain_date(found.last_day),
        rejections=typical.rejection_days("{days}", found.rejection_days),
    )


def _usual(found: Analysis) -> str:
    if found.usual_missing or not np.isfinite(found.usual).any():
        return shortfalls.usual(found.usual_missing)
    if found.state is State.MOOD_NEVER_CHANGED:
        return _("Every mood in this log is the same so far.")
    return _("Your usual now: {level}; {tolerance} below still counts as near it.").format(
        level=points(float(found.usual[-1])), tolerance=recovery.decimal(found.tolerance)
    )


def _after(found: Analysis, timeline: Timeline) -> Iterator[str]:
    yield pgettext("heading", "After rejections")
    if not found.rejections:
        outside = _("Your rejections so far lie outside the days with a mood.")
        yield _INDENT + (outside if timeline.rejections else aligned.no_rejections())
        return
    if found.typical is not None:
        yield _INDENT + typical.sentence(found.typical)
    else:
        yield _INDENT + shortfalls.curve(found.typical_missing)
    yield _INDENT + _trend(found)
    for each in found.rejections:
        named = [mark.company for mark in timeline.rejections if mark.id in each.ids]
        called = recovery.name(named, each.day)
        day = "" if called == charts.short_day(each.day) else f"{charts.short_day(each.day)} · "
        yield _INDENT + day + recovery.one_rejection(called, each)


def _trend(found: Analysis) -> str:
    if found.trend is None:
        return _("Is it changing? {sentence}").format(
            sentence=shortfalls.trend(found.trend_missing)
        )
    return _("Is it changing? {sentence}").format(
        sentence=associations.change_over_time(found.trend, later_closer=found.checks.later_closer)
    )


def _rest(found: Analysis) -> Iterator[str]:
    if found.usual_missing:
        return
    yield ""
    yield pgettext("heading", "What went with better days")
    for each in found.activities:
        yield _("{indent}{name}: {sentence}").format(
            indent=_INDENT, name=associations.name(each.name), sentence=associations.sentence(each)
        )
    notes = checks.sentences(found)
    if notes:
        yield ""
        yield from notes
