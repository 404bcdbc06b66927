"""`second-wind log`: stores all that is given in one act."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.core.entries import (
    MOST_PHOTOS,
    AnyEntry,
    CheckIn,
    Exercise,
    Outing,
    OutingKind,
    Rest,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.core.errors import NothingGiven, OptionNeeds, TooManyPhotos
from second_wind.words.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session

_BELONGS_TO = {
    "kind": "exercise",
    "minutes": "outing",
    "place": "outing",
    "photo": "outing",
    "organisation": "volunteer",
    "person": "talk",
    "talk_kind": "talk",
}


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
    parser.set_defaults(run=run)
    _add_moment(parser)
    _add_check_in(parser)
    _add_activities(parser)


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Store what is given and say what the day holds."""
    from second_wind.journal.changes import ActName
    from second_wind.words.day import sentence

    _refuse_options_without_head(arguments)
    if not _gives_anything(arguments):
        raise NothingGiven
    journal = session.journal()
    day = session.day(arguments.day)
    add: list[AnyEntry] = list(entries(arguments, day, _moment(arguments, session, day)))
    rest = journal.day(day).rest
    if arguments.rest and rest is None:
        add.append(Rest(day=day))
    delete = [rest] if rest and arguments.rest is False else []
    if add or delete:
        add = _with_photos(add, arguments.photo, session)
        journal.store(add=add, delete=delete, name=ActName.LOG)
    session.say(sentence(journal.day(day), journal.today()))
    return 0


def entries(
    arguments: argparse.Namespace, day: date, at: time | None
) -> Iterator[CheckIn | Exercise | Outing | Volunteering | Talk]:
    """Yield what the options describe, photos left out."""
    feelings = tuple(dict.fromkeys(each for each in arguments.feeling if each))
    if arguments.mood is not None or feelings or arguments.note:
        yield CheckIn(
            day=day, at=at, mood=arguments.mood, feelings=feelings, note=arguments.note or ""
        )
    if arguments.exercise is not None:
        yield Exercise(day=day, at=at, minutes=arguments.exercise, kind=arguments.kind or "")
    if arguments.outing is not None:
        yield Outing(
            day=day,
            at=at,
            kind=arguments.outing,
            minutes=arguments.minutes,
            place=arguments.place or "",
        )
    if arguments.volunteer is not None:
        yield Volunteering(
            day=day,
            at=at,
            minutes=arguments.volunteer,
            organisation=arguments.organisation or "",
        )
    if arguments.talk is not None:
        yield Talk(
            day=day,
            at=at,
            note=arguments.talk,
            kind=arguments.talk_kind or TalkKind.OTHER,
            person=arguments.person or "",
        )


def _refuse_options_without_head(arguments: argparse.Namespace) -> None:
    for name, head in _BELONGS_TO.items():
        if getattr(arguments, name) and getattr(arguments, head) is None:
            raise OptionNeeds(f"--{name.replace('_', '-')}", f"--{head}")
    if arguments.at is not None and not _gives_anything(arguments, timed=True):
        raise OptionNeeds("--at", "--mood")


def _gives_anything(arguments: argparse.Namespace, *, timed: bool = False) -> bool:
    heads = ("mood", "exercise", "outing", "volunteer", "talk", *(() if timed else ("rest",)))
    if any(getattr(arguments, each) is not None for each in heads):
        return True
    return bool(arguments.note) or any(arguments.feeling)


def _moment(arguments: argparse.Namespace, session: "Session", day: date) -> time | None:
    """Return the time that was given; else now if the day is today, and none on a past day."""
    given: time | None = arguments.at
    if given is not None or day != session.journal().today():
        return given
    return session.clock.now().time().replace(second=0, microsecond=0)


def _with_photos(add: list[AnyEntry], files: list[Path], session: "Session") -> list[AnyEntry]:
    """Keep copies of the photos and give their keys to the outing."""
    if not files:
        return add
    if len(files) > MOST_PHOTOS:
        raise TooManyPhotos(MOST_PHOTOS)
    from second_wind.core.validation import check
    from second_wind.storage.photos import PhotoStore  # loads Pillow

    for each in add:  # before a photo is kept for nothing
        check(each, session.journal().today())
    store = PhotoStore(session.paths.photos)
    try:
        keys = tuple(dict.fromkeys(store.add(file, session.clock.now()) for file in files))
    finally:
        store.close()
    return [replace(each, photos=keys) if isinstance(each, Outing) else each for each in add]


def _add_moment(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--day", type=values.day, metavar="D", help=_("today (as always), yesterday or 2026-11-22")
    )
    parser.add_argument(
        "--at",
        type=values.time_of_day,
        metavar="HH:MM",
        help=_("when it was; times before the day's start belong to the night after D"),
    )
    parser.add_argument(
        "--rest",
        action=argparse.BooleanOptionalAction,
        help=_("mark the day as rest, or take the mark away"),
    )


def _add_check_in(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("how it was"))
    group.add_argument("--mood", type=values.mood, metavar="N", help=_("from 1 to 10"))
    group.add_argument(
        "--feeling",
        type=values.words,
        action="append",
        default=[],
        metavar="W",
        help=_("a feeling in a word; may be given several times"),
    )
    group.add_argument("--note", type=values.words, metavar="T", help=_("a note"))


def _add_activities(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("what was done"))
    group.add_argument(
        "--exercise", type=values.minutes, metavar="MIN", help=_("minutes of movement")
    )
    group.add_argument("--kind", type=values.words, metavar="T", help=_("kind of movement"))
    group.add_argument(
        "--outing",
        type=values.choice(OutingKind, "outing"),
        metavar="nature|photo",
        help=_("an outing in nature or with a camera"),
    )
    group.add_argument(
        "--minutes", type=values.minutes, metavar="N", help=_("minutes of the outing")
    )
    group.add_argument("--place", type=values.words, metavar="T", help=_("where the outing went"))
    group.add_argument(
        "--photo",
        type=values.place,
        action="append",
        default=[],
        metavar="FILE",
        help=_("a photo of the outing, kept as a copy; up to {n}").format(n=MOST_PHOTOS),
    )
    group.add_argument(
        "--volunteer", type=values.hours, metavar="HOURS", help=_("hours of volunteering")
    )
    group.add_argument("--organisation", type=values.words, metavar="T", help=_("for whom"))
    group.add_argument(
        "--talk",
        type=values.words,
        nargs="?",
        const="",
        metavar="T",
        help=_("a talk with somebody, and what came of it"),
    )
    group.add_argument("--person", type=values.words, metavar="P", help=_("who it was"))
    group.add_argument(
        "--talk-kind",
        type=values.choice(TalkKind, "talk-kind"),
        metavar="K",
        help=_("which kind of person: {kinds}").format(kinds=", ".join(TalkKind)),
    )
