"""What the days of the strip are called and hold."""

from collections.abc import Sequence
from datetime import date

from second_wind.words.base.labels import mood_name
from second_wind.words.base.language import (
    _,
    long_date,
    pgettext,
    points,
    short_weekday_name,
    translate_plural,
)
from second_wind.words.base.quoting import isolated


def cell_title(day: date) -> str:
    """Return the short title of a day, such as "Mon 9"."""
    return f"{short_weekday_name(day)} {day.day}"


def cell_description(
    day: date,
    mood: float | None,
    minutes: int,
    rejections: int,
    *,
    rests: bool,
    mood_names: Sequence[str] = (),
) -> str:
    """Return what a day holds in one sentence."""
    parts = [_("mood not logged") if mood is None else _mood(mood, mood_names)]
    if minutes:
        said = translate_plural(
            "{count} minute of exercise", "{count} minutes of exercise", minutes
        )
        parts.append(said.format(count=minutes))
    if rejections:
        said = translate_plural("{count} rejection", "{count} rejections", rejections)
        parts.append(said.format(count=rejections))
    if rests:
        parts.append(pgettext("a day of rest", "rest"))
    return f"{long_date(day)}: {', '.join(parts)}"


def _mood(mood: float, mood_names: Sequence[str]) -> str:
    name = mood_name(mood, mood_names)
    return _("mood {mood}, {name}").format(mood=points(mood), name=isolated(name))
