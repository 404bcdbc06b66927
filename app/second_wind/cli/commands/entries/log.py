"""`second-wind log`: stores all that is given in one act."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli.commands.entries import log_options
from second_wind.cli.commands.entries.feelings import understood
from second_wind.cli.commands.entries.log_options import HOLDS
from second_wind.cli.duty import Duty, Writes
from second_wind.core.errors.entry_errors import TooManyPhotos
from second_wind.core.errors.usage_errors import NothingGiven, OptionNeeds
from second_wind.core.log.entries import MOST_PHOTOS, AnyEntry, CheckIn, Outing, Person, Rest, Talk
from second_wind.core.log.kinds import Role, with_role
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session

_HEADS: Mapping[type[Any], str] = {
    kind.type: next(iter(HOLDS[kind.type]))
    for kind in with_role(Role.ACTIVITY)
    if kind.type in HOLDS
}
"""By kind of activity, the option that makes one."""
_BELONGS_TO = {
    option: head for kind, head in _HEADS.items() for option in HOLDS[kind] if option != head
} | {"photo": _HEADS[Outing]}


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "log",
        help=_("log a mood, a note, activities"),
        description=_("Stores all that is given, in one act, and says what the day now holds."),
        epilog=_(
            "Examples:\n"
            "  second-wind log --mood 6 --feeling hopeful --exercise 25\n"
            "  second-wind log --day yesterday --outing nature --minutes 45 --place 'The lake'"
        ),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.JOURNAL, begins=True))
    log_options.add_to(parser)


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Store what is given and say what the day holds."""
    from second_wind.journal.log.changes import ActName
    from second_wind.words.entries.day import sentence

    _refuse_options_without_head(arguments)
    if not _gives_anything(arguments):
        raise NothingGiven
    journal = session.journal()
    day = session.day(arguments.day)
    feelings = understood(arguments.feeling, session)
    add: list[AnyEntry] = list(entries(arguments, day, _moment(arguments, session, day), feelings))
    add = _with_person(add, arguments, session)
    rest = journal.day(day).rest
    if arguments.rest and rest is None:
        add.append(Rest(day=day))
    delete = [rest] if rest and arguments.rest is False else []
    if add or delete:
        add = _with_photos(add, arguments.photo, session)
        journal.store(add=add, delete=delete, name=ActName.LOG)
    session.say(sentence(journal.day(day), journal.today(), journal.settings.mood_names))
    return 0


def entries(
    arguments: argparse.Namespace, day: date, at: time | None, feelings: tuple[str, ...]
) -> Iterator[AnyEntry]:
    """Yield what the options describe, photos left out."""
    if arguments.mood is not None or feelings or arguments.note:
        yield CheckIn(
            day=day, at=at, mood=arguments.mood, feelings=feelings, note=arguments.note or ""
        )
    for kind, head in _HEADS.items():
        if getattr(arguments, head) is not None:
            given = {field: getattr(arguments, option) for option, field in HOLDS[kind].items()}
            known = {field: value for field, value in given.items() if value is not None}
            yield kind(day=day, at=at, **known)


def _refuse_options_without_head(arguments: argparse.Namespace) -> None:
    for name, head in _BELONGS_TO.items():
        if getattr(arguments, name) and getattr(arguments, head) is None:
            raise OptionNeeds(f"--{name.replace('_', '-')}", f"--{head}")
    if arguments.at is not None and not _gives_anything(arguments, timed=True):
        raise OptionNeeds("--at", "--mood")


def _gives_anything(arguments: argparse.Namespace, *, timed: bool = False) -> bool:
    heads = ("mood", *_HEADS.values(), *(() if timed else ("rest",)))
    if any(getattr(arguments, each) is not None for each in heads):
        return True
    return bool(arguments.note) or any(each.strip(" ,") for each in arguments.feeling)


def _moment(arguments: argparse.Namespace, session: "Session", day: date) -> time | None:
    """Return the time that was given; else now if the day is today, and none on a past day."""
    given: time | None = arguments.at
    if given is not None or day != session.journal().today():
        return given
    return session.clock.now().time().replace(second=0, microsecond=0)


def _with_person(
    add: list[AnyEntry], arguments: argparse.Namespace, session: "Session"
) -> list[AnyEntry]:
    """Link the talk to the person with that name, whose kind it takes unless another was given."""
    if not arguments.person:
        return add
    from second_wind.core.people.people import Directory

    person = Directory(session.journal().entries(Person)).named(arguments.person)
    if person is None:
        return add
    kind = arguments.talk_kind or person.kind
    return [
        replace(each, person_id=person.id, kind=kind) if isinstance(each, Talk) else each
        for each in add
    ]


def _with_photos(add: list[AnyEntry], files: list[Path], session: "Session") -> list[AnyEntry]:
    """Keep copies of the photos and give their keys to the outing."""
    if not files:
        return add
    if len(files) > MOST_PHOTOS:
        raise TooManyPhotos(MOST_PHOTOS)
    from second_wind.core.log.validation import check
    from second_wind.storage.photos.photos import PhotoStore  # loads Pillow

    for each in add:  # before a photo is kept for nothing
        check(each, session.journal().today())
    store = PhotoStore(session.paths.photos, session.journal().key)
    try:
        keys = tuple(dict.fromkeys(store.add(file, session.clock.now()) for file in files))
    finally:
        store.close()
    return [replace(each, photos=keys) if isinstance(each, Outing) else each for each in add]
