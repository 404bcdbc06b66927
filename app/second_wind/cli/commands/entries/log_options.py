"""The options that say what an entry holds, of `second-wind log` and `edit`."""

import argparse
from collections.abc import Mapping

from second_wind.cli import values
from second_wind.cli.duty import add_new
from second_wind.cli.files import place
from second_wind.cli.standard_input import text
from second_wind.core.log.entries import (
    MOST_PHOTOS,
    CheckIn,
    EntryType,
    Exercise,
    Outing,
    OutingKind,
    Person,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.words.base import amounts
from second_wind.words.base.language import _, pgettext

HOLDS: Mapping[EntryType, dict[str, str]] = {
    CheckIn: {"mood": "mood", "feeling": "feelings"},
    Exercise: {"exercise": "minutes", "kind": "kind"},
    Outing: {"outing": "kind", "minutes": "minutes", "place": "place"},
    Volunteering: {"volunteer": "minutes", "organisation": "organisation"},
    Talk: {"talk": "note", "person": "person", "talk_kind": "kind"},
    Person: {"person": "name", "talk_kind": "kind"},
}
"""By kind of entry, the field behind each option; of an activity, the first one makes it."""


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add those of `log`."""
    _add_moment(parser)
    _add_check_in(parser)
    _add_photo(add_activities(parser))
    add_new(parser)


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
    group.add_argument("--mood", type=amounts.mood, metavar="N", help=_("from 1 to 10"))
    group.add_argument(
        "--feeling",
        type=text,
        action="append",
        default=[],
        metavar="W",
        help=_("a feeling in a word; may be given several times"),
    )
    group.add_argument(
        "--note", type=text, metavar="T", help=_("a note; - reads it from standard input")
    )


def add_activities(
    parser: argparse.ArgumentParser, *, changes: bool = False
) -> argparse._ArgumentGroup:
    """Add those of activities, and return the group of what is done alone."""
    group = parser.add_argument_group(_("what was done"))
    group.add_argument(
        "--exercise",
        type=amounts.minutes,
        metavar="MIN",
        help=_("minutes of movement: 20, or 1:30"),
    )
    group.add_argument("--kind", type=text, metavar="T", help=_("kind of movement"))
    group.add_argument(
        "--outing",
        type=values.choice(OutingKind, "outing"),
        metavar="nature|photo",
        help=_("an outing in nature or with a camera"),
    )
    group.add_argument(
        "--minutes",
        type=values.or_nothing(amounts.minutes) if changes else amounts.minutes,
        metavar="N",
        help=_("how long it was, in minutes") if changes else _("minutes of the outing"),
    )
    group.add_argument("--place", type=text, metavar="T", help=_("where the outing went"))
    _add_to_others(parser, changes=changes)
    return group


def _add_photo(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--photo",
        type=place,
        action="append",
        default=[],
        metavar="FILE",
        help=_("a photo of the outing, kept as a copy; up to {n}").format(n=MOST_PHOTOS),
    )


def _add_to_others(parser: argparse.ArgumentParser, *, changes: bool) -> None:
    group = parser.add_argument_group(_("with other people"))
    group.add_argument(
        "--volunteer",
        type=amounts.hours,
        metavar="HOURS",
        help=_("hours of volunteering: 2, 1.5, 1,5 or 1:30"),
    )
    group.add_argument(
        "--organisation", type=text, metavar="T", help=pgettext("help of an option", "for whom")
    )
    group.add_argument(
        "--talk",
        type=text,
        nargs=None if changes else "?",
        const=None if changes else "",
        metavar="T",
        help=_("a talk with somebody, and what came of it"),
    )
    group.add_argument(
        "--person",
        type=text,
        metavar="P",
        help=_("who it was; a new talk is linked to one of your people by the name"),
    )
    group.add_argument(
        "--talk-kind",
        type=values.choice(TalkKind, "talk-kind"),
        metavar="K",
        help=_("which kind of person: {kinds}").format(kinds=", ".join(TalkKind)),
    )
