"""The plan of an import as lines for a person."""

from collections.abc import Iterator

from second_wind.exchange.formats import daylio_csv
from second_wind.exchange.formats.reading import Left
from second_wind.exchange.plan.plan import ImportPlan
from second_wind.exchange.values.options import OnConflict
from second_wind.words.files import exchange as words

_LINES_SHOWN = 20


def lines(plan: ImportPlan, on_conflict: OnConflict = OnConflict.MINE) -> Iterator[str]:
    """Yield how the file was understood, what it holds, and what is not taken."""
    yield from _understood(plan)
    if not (plan.questions and plan.is_empty):  # what was not read yet is not none
        yield from _found(plan)
    if plan.conflicts:
        yield words.conflicts(on_conflict, len(plan.conflicts))
    yield from _left_out(plan)
    yield from _rejected(plan)


def _understood(plan: ImportPlan) -> Iterator[str]:
    read = plan.interpretation
    yield _labelled("format", plan.format)
    names = (read.encoding, words.delimiter(read.delimiter) if read.delimiter else "")
    yield _labelled("file", ", ".join(each for each in names if each))
    if read.columns:
        yield _labelled(
            "columns", ", ".join(f"{key} = {words.short(name)}" for key, name in read.columns)
        )
    if read.date_order:
        yield _labelled("dates", words.date_order(read.date_order))
    if read.world_time:
        yield words.turned_to_local(*read.world_time)
    if read.scale:
        yield _labelled("scale", words.scale(read.scale.lowest, read.scale.highest))
    if read.moods:
        yield _labelled("moods", ", ".join(words.mapped_mood(*each) for each in read.moods))
    if read.ticks:
        yield _labelled(
            "ticks", ", ".join(f"{words.short(name)} → {tick}" for name, tick in read.ticks)
        )


def _found(plan: ImportPlan) -> Iterator[str]:
    yield _labelled("found", words.found(plan.check_ins, plan.activities, plan.rejections))
    if plan.first_day and plan.last_day:
        yield _labelled("days", words.span(plan.first_day, plan.last_day))
    here = len(plan.same) + len(plan.edited)
    yield _labelled("compared", words.compared(len(plan.new), here, len(plan.conflicts)))
    if plan.edited:
        yield words.edited_here(len(plan.edited))


def _left_out(plan: ImportPlan) -> Iterator[str]:
    outcomes = [each for each in plan.left_out if each.what is Left.OUTCOME]
    yield from (words.outcome_left_out(e.name, e.count) for e in outcomes[:_LINES_SHOWN])
    if len(outcomes) > _LINES_SHOWN:
        yield words.and_more(len(outcomes) - _LINES_SHOWN)
    if outcomes:
        yield words.outcomes_can_count()
    for each in plan.left_out:
        if each.what is Left.UNANSWERED:
            yield words.unanswered(each.count)
        if each.what is Left.DELETED:
            yield words.deleted_here(each.count)
    columns = [each.name for each in plan.left_out if each.what is Left.COLUMN]
    if columns:
        yield words.columns_left_out(columns)
    activities = plan.unmapped if plan.format == daylio_csv.NAME and not plan.questions else ()
    if activities:
        yield words.activities_in_notes(activities)


def _rejected(plan: ImportPlan) -> Iterator[str]:
    if plan.rejected:
        yield words.rejected_heading(len(plan.rejected))
    for each in plan.rejected[:_LINES_SHOWN]:
        yield f"  {words.at_line(each.line, words.rejected_line(each))}"
    if len(plan.rejected) > _LINES_SHOWN:
        yield f"  {words.and_more(len(plan.rejected) - _LINES_SHOWN)}"


def _labelled(key: str, text: str) -> str:
    return f"{words.label(key)}: {text}"
