"""What the cards of Today say about each entry, shortly."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from second_wind.core.log.entries import (
    CheckIn,
    Day,
    Exercise,
    Outing,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.words.base import labels
from second_wind.words.base.language import _, clock_time, hours, points, translate_plural
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import feelings


def minutes(count: int) -> str:
    """Return minutes, such as "15 min"."""
    return _("{count} min").format(count=count)


def check_in(entry: CheckIn, mood_names: Sequence[str] = ()) -> str:
    """Return a check-in on one line, such as "14:32 · 7 good · tired · a first line"."""
    return " · ".join(_check_in_parts(entry, mood_names))


def _check_in_parts(entry: CheckIn, mood_names: Sequence[str]) -> Iterator[str]:
    if entry.at is not None:
        yield clock_time(entry.at)
    if entry.mood is not None:
        yield f"{points(entry.mood)} {isolated(labels.mood_name(entry.mood, mood_names))}"
    yield from map(isolated, map(feelings.label, entry.feelings))
    yield from map(isolated, entry.note.splitlines()[:1])


def exercise(entry: Exercise) -> str:
    """Return movement on one line, such as "Walk 15 min · 08:10"."""
    head = f"{isolated(entry.kind)} {minutes(entry.minutes)}".strip()
    return _with_time(head, entry.at)


def outing(entry: Outing) -> str:
    """Return an outing on one line, such as "Photo walk, 45 min, Laramie River"."""
    parts = [labels.outing_kind(entry.kind)]
    if entry.minutes:
        parts.append(minutes(entry.minutes))
    if entry.place:
        parts.append(isolated(entry.place))
    return ", ".join(parts)


def volunteering(entry: Volunteering) -> str:
    """Return volunteering on one line, such as "Food bank, 2 h: sorting, met Dana"."""
    head = ", ".join(part for part in (isolated(entry.organisation), hours(entry.minutes)) if part)
    met = _("met {names}").format(names=isolated(entry.met)) if entry.met else ""
    rest = ", ".join(part for part in (isolated(entry.practised), met) if part)
    return f"{head}: {rest}" if rest else head


def talk(entry: Talk) -> str:
    """Return a talk on one line, such as "Talked to a mentor · 20 min"."""
    if entry.person and entry.kind is TalkKind.OTHER:
        whom = isolated(entry.person)
    elif entry.person:
        whom = f"{isolated(entry.person)} ({labels.talk_kind(entry.kind)})"
    else:
        whom = labels.talk_kind(entry.kind)
    return " · ".join([_("Talked to {whom}").format(whom=whom), *facts_of_talk(entry)])


def facts_of_talk(entry: Talk) -> Iterator[str]:
    """Yield what is known of a talk besides who it was with."""
    if entry.minutes:
        yield minutes(entry.minutes)
    yield from map(isolated, entry.note.splitlines()[:1])
    if entry.tip.strip():
        yield _("opening: {tip}").format(tip=isolated(entry.tip.strip().splitlines()[0]))


def check_ins_so_far(day: Day, *, is_today: bool) -> str:
    """Return how many check-ins a day has and their mean, nothing if there is none."""
    count = len(day.check_ins)
    if not count:
        return ""
    if is_today:
        text = translate_plural("{count} check-in today", "{count} check-ins today", count)
    else:
        text = translate_plural("{count} check-in", "{count} check-ins", count)
    said = text.format(count=count)
    if day.mood is None or sum(each.mood is not None for each in day.check_ins) == 1:
        return said
    return f"{said} · {_('average {mood}').format(mood=points(day.mood))}"


def toward_goal(reached: int, goal: int) -> str:
    """Return how far the day's movement got, such as "15 of 20 minutes"."""
    if not reached:
        return _("nothing logged yet")
    if reached >= goal:
        text = translate_plural(
            "{count} minute, goal reached", "{count} minutes, goal reached", reached
        )
        return text.format(count=reached)
    return _("{count} of {goal} minutes").format(count=reached, goal=goal)


def this_week(total: int) -> str:
    """Return a week's volunteering, nothing if there was none."""
    return _("this week {hours}").format(hours=hours(total)) if total else ""


def saved_at(moment: datetime) -> str:
    """Return when the last act was stored."""
    return _("Saved {time}").format(time=clock_time(moment.timetz()))


def _with_time(head: str, at: time | None) -> str:
    return f"{head} · {clock_time(at)}" if at is not None else head
