"""The options of `second-wind log`."""

import argparse

from second_wind.cli import values
from second_wind.cli.duty import add_new
from second_wind.cli.files import place
from second_wind.cli.standard_input import text
from second_wind.core.log.entries import MOST_PHOTOS, OutingKind, TalkKind
from second_wind.words.base import amounts
from second_wind.words.base.language import _


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add them all."""
    _add_moment(parser)
    _add_check_in(parser)
    _add_activities(parser)
    _add_to_others(parser)
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


def _add_activities(parser: argparse.ArgumentParser) -> None:
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
        "--minutes", type=amounts.minutes, metavar="N", help=_("minutes of the outing")
    )
    group.add_argument("--place", type=text, metavar="T", help=_("where the outing went"))
    group.add_argument(
        "--photo",
        type=place,
        action="append",
        default=[],
        metavar="FILE",
        help=_("a photo of the outing, kept as a copy; up to {n}").format(n=MOST_PHOTOS),
    )


def _add_to_others(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("with other people"))
    group.add_argument(
        "--volunteer",
        type=amounts.hours,
        metavar="HOURS",
        help=_("hours of volunteering: 2, 1.5, 1,5 or 1:30"),
    )
    group.add_argument("--organisation", type=text, metavar="T", help=_("for whom"))
    group.add_argument(
        "--talk",
        type=text,
        nargs="?",
        const="",
        metavar="T",
        help=_("a talk with somebody, and what came of it"),
    )
    group.add_argument(
        "--person",
        type=text,
        metavar="P",
        help=_("who it was; linked to one of your people by the name"),
    )
    group.add_argument(
        "--talk-kind",
        type=values.choice(TalkKind, "talk-kind"),
        metavar="K",
        help=_("which kind of person: {kinds}").format(kinds=", ".join(TalkKind)),
    )
