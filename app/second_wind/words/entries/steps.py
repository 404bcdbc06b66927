"""The seven steps by name, and when they were touched."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from second_wind.words.base.language import _, pgettext, short_month_name, short_weekday_name
from second_wind.words.base.quoting import isolated

if TYPE_CHECKING:
    from second_wind.core.people.steps import StepState

_CONNECTION = 6


def title() -> str:
    """Return the heading above the steps."""
    return _("Moving past it")


def name(step: int) -> str:
    """Return a step's name."""
    return {
        1: pgettext("step after a rejection", "Name what you feel"),
        2: pgettext("step after a rejection", "Talk to someone you trust"),
        3: pgettext("step after a rejection", "20 minutes of movement"),
        4: pgettext("step after a rejection", "Get outside, take the camera"),
        5: pgettext("step after a rejection", "Volunteer"),
        6: pgettext("step after a rejection", "Keep the connection"),
        7: pgettext("step after a rejection", "Ask for feedback or advice"),
    }[step]


def shown(state: "StepState", met: Sequence[str] = ()) -> str:
    """Return a step's name; while step 6 is open, with somebody who was met in the process."""
    if state.step == _CONNECTION and state.first_day is None and met:
        return _("Keep the connection: write to {name}").format(name=isolated(met[0]))
    return name(state.step)


def hint(step: int) -> str:
    """Return what touches a step."""
    return {
        1: _("feelings or a note on or after the day"),
        2: _("a talk with a friend, family, a mentor, a counsellor or a religious leader"),
        3: _("a day with 20 or more minutes of exercise"),
        4: _("an outing in nature or with a camera"),
        5: _("hours given to others"),
        6: _("staying in touch with someone you met in that process"),
        7: _("a résumé review, interview coaching, a reference, or feedback from the interviewer"),
    }[step]


def touched_on(day: date) -> str:
    """Return the day on which a step was first touched, such as "Mon 16 Nov"."""
    return _("{weekday} {day} {month}").format(
        weekday=short_weekday_name(day), day=day.day, month=short_month_name(day)
    )


def description(state: "StepState", met: Sequence[str] = ()) -> str:
    """Return a step with when it was touched, for those who hear it."""
    if state.first_day is None:
        return _("{step}: open").format(step=shown(state, met))
    return _("{step}: {day}").format(step=name(state.step), day=touched_on(state.first_day))
