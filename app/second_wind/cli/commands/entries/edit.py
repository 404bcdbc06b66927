"""`second-wind edit` and `delete`: change or delete one entry by its id."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.commands.entries import reject
from second_wind.cli.commands.entries.feelings import understood
from second_wind.cli.commands.entries.log_options import HOLDS, add_activities
from second_wind.cli.duty import Duty, Writes
from second_wind.cli.standard_input import text
from second_wind.core.errors.entry_errors import InvalidAmount, NothingLeft
from second_wind.core.errors.usage_errors import NothingGiven, UnfitOption
from second_wind.core.log.entries import (
    MOST_MINUTES,
    AnyEntry,
    CheckIn,
    EntryType,
    Exercise,
    StepMark,
)
from second_wind.core.log.kinds import noun_of, types_of
from second_wind.words.base import amounts
from second_wind.words.base.language import _, pgettext

if TYPE_CHECKING:
    from second_wind.cli.session import Session

_ALWAYS = {"day": "day", "note": "note"}
_BY_NAME = ("at", "minutes", "place", "organisation", "person", "company", "role", "stage", "how",
            "feedback", "lesson")  # fmt: skip
"""Options that are called as the fields that they change, of whatever kind."""


def add_parser(commands: Any) -> None:
    """Add both commands."""
    change = commands.add_parser(
        "edit",
        argument_default=argparse.SUPPRESS,
        help=_("change one entry"),
        description=_(
            "Changes one entry; `second-wind day --json` shows the ids, an empty text clears."
        ),
        epilog=_('Example:\n  second-wind edit 0b7d… --mood 7 --at ""'),
    )
    change.set_defaults(run=run_edit, duty=Duty(Writes.JOURNAL))
    change.add_argument("id", metavar="ID", help=_("the id of the entry"))
    _add_options(change)
    reject.add_options(change)
    delete = commands.add_parser(
        "delete",
        help=_("delete one entry"),
        description=_("Deletes one entry; `second-wind undo` brings it back."),
        epilog=_("Example:\n  second-wind delete 0b7d…"),
    )
    delete.set_defaults(run=run_delete, duty=Duty(Writes.JOURNAL))
    delete.add_argument("id", metavar="ID", help=_("the id of the entry"))


def run_edit(arguments: argparse.Namespace, session: "Session") -> int:
    """Store the changed entry and say what it is now."""
    from second_wind.journal.log.changes import ActName
    from second_wind.words.base.labels import mood_steps
    from second_wind.words.entries.wording import Names, line

    options = {*_ALWAYS, *_BY_NAME}.union(*HOLDS.values())
    given = {option: value for option, value in vars(arguments).items() if option in options}
    if not given:
        raise NothingGiven
    journal = session.journal()
    before = journal.find(arguments.id)
    after = changed(before, given, session)
    if after != before:
        journal.store(change=[after], name=ActName.EDIT)
    names = Names(mood_steps(journal.settings.mood_names), journal.linked_names())
    session.say(line(after, names))
    return 0


def run_delete(arguments: argparse.Namespace, session: "Session") -> int:
    """Delete the entry, and the steps marked for it, and say what it was."""
    from second_wind.journal.log.changes import ActName
    from second_wind.words.base.labels import mood_steps
    from second_wind.words.entries.wording import Names, line

    journal = session.journal()
    gone = journal.find(arguments.id)
    marks = [each for each in journal.entries(StepMark) if each.rejection == gone.id]
    names = Names(mood_steps(journal.settings.mood_names), journal.linked_names())
    journal.store(delete=[gone, *marks], name=ActName.DELETE)
    said = line(gone, names)
    session.say(_("Deleted: {entry}").format(entry=said))
    return 0


def changed(entry: AnyEntry, given: dict[str, Any], session: "Session") -> AnyEntry:
    """Return an entry with what the options say."""
    fields = _fields(type(entry))
    for option in given:
        if option not in fields:
            raise UnfitOption(_spelt(option), noun_of(type(entry)), tuple(map(_spelt, fields)))
    values_now = {fields[option]: value for option, value in given.items()}
    if "day" in values_now:
        values_now["day"] = session.day(values_now["day"])
    if "feelings" in values_now:
        values_now["feelings"] = understood(values_now["feelings"], session)
    after = replace(entry, **values_now)
    _require_something(after)
    return after


def _fields(kind: EntryType) -> dict[str, str]:
    """Return the field behind each option that a kind of entry has."""
    by_name = {each: each for each in _BY_NAME if each in types_of(kind)}
    return _ALWAYS | by_name | HOLDS.get(kind, {})


def _require_something(entry: AnyEntry) -> None:
    if isinstance(entry, CheckIn) and not (entry.mood or entry.feelings or entry.note):
        raise NothingLeft(entry.id)
    if isinstance(entry, Exercise) and not entry.minutes:
        raise InvalidAmount("minutes", "", 1, MOST_MINUTES)


def _spelt(option: str) -> str:
    return f"--{option.replace('_', '-')}"


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--day", type=values.day, metavar="D", help=_("move it to another day"))
    parser.add_argument(
        "--at",
        type=values.or_nothing(values.time_of_day),
        metavar="HH:MM",
        help=_("when it was; times before the day's start belong to the night after D"),
    )
    _add_of_check_in(parser)
    add_activities(parser, changes=True)


def _add_of_check_in(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(pgettext("heading of the help", "a check-in"))
    group.add_argument(
        "--mood", type=values.or_nothing(amounts.mood), metavar="N", help=_("from 1 to 10")
    )
    group.add_argument(
        "--feeling",
        type=text,
        action="append",
        metavar="W",
        help=_("a feeling in a word; may be given several times"),
    )
