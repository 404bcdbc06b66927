"""`second-wind reject`: logs a rejection."""

import argparse
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.duty import Duty, Writes, add_new
from second_wind.cli.standard_input import text
from second_wind.core.log.entries import Channel, Rejection, Stage
from second_wind.words.base.language import _, pgettext

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "reject",
        help=_("log a rejection"),
        description=_("Logs a rejection; nothing but the day is needed, and that is today."),
        epilog=_(
            "Example:\n  second-wind reject --company 'Acme' --stage phone-screen --how email"
        ),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.JOURNAL, begins=True))
    add_new(parser)
    parser.add_argument(
        "--day", type=values.day, metavar="D", help=_("today (as always), yesterday or 2026-11-22")
    )
    add_options(parser)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what a rejection was like; `edit` has them too."""
    group = parser.add_argument_group(pgettext("heading of the help", "a rejection"))
    group.add_argument("--company", type=text, metavar="C", help=_("who said no"))
    group.add_argument("--role", type=text, metavar="R", help=_("for which role"))
    group.add_argument(
        "--stage",
        type=values.choice(Stage, "stage"),
        metavar="S",
        help=_("how far it got: {stages}").format(stages=", ".join(filter(None, Stage))),
    )
    group.add_argument(
        "--how",
        type=values.choice(Channel, "how"),
        metavar="H",
        help=_("how it came: {ways}").format(ways=", ".join(filter(None, Channel))),
    )
    group.add_argument("--feedback", type=text, metavar="T", help=_("what they said"))
    group.add_argument("--lesson", type=text, metavar="T", help=_("what you learned"))
    group.add_argument(
        "--note", type=text, metavar="T", help=_("a note; - reads it from standard input")
    )


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Store the rejection and say so."""
    from second_wind.journal.log.changes import ActName
    from second_wind.words.entries.day import sentence

    journal = session.journal()
    day = session.day(arguments.day)
    rejection = Rejection(
        day=day,
        company=arguments.company or "",
        role=arguments.role or "",
        stage=arguments.stage or Stage.NOT_SAID,
        how=arguments.how or Channel.NOT_SAID,
        feedback=arguments.feedback or "",
        lesson=arguments.lesson or "",
        note=arguments.note or "",
    )
    journal.store(add=[rejection], name=ActName.REJECTION)
    session.say(sentence(journal.day(day), journal.today(), journal.settings.mood_names))
    return 0
