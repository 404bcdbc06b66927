"""`second-wind merge`: another journal of the same person becomes part of this one."""

import argparse
from typing import TYPE_CHECKING, Any

from second_wind.cli.duty import Duty, Writes, dry_run
from second_wind.cli.places import place
from second_wind.core.import_errors import NoPlainFile, UnreadableFile
from second_wind.words.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "merge",
        help=_("bring another journal of yours into this one"),
        description=_(
            "Brings another journal of the same person, such as one from another computer or the"
            " conflict copy of a program that syncs, into this one. Of each entry the state that"
            " was changed last stays, deletions included; the other file is not touched."
        ),
        epilog=_(
            "Examples:\n"
            "  second-wind merge desktop/journal.sqlite3 --dry-run\n"
            '  second-wind merge "journal (conflicted copy 2026-11-22).sqlite3"'
        ),
    )
    parser.set_defaults(
        run=run, duty=Duty(Writes.JOURNAL, looks=dry_run, other=lambda arguments: arguments.other)
    )
    parser.add_argument("other", type=place, metavar="OTHER", help=_("the other journal"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("show what it would do, and write nothing")
    )


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Show what the other journal brings, and bring it unless it is a dry run."""
    from second_wind.words import merging as words
    from second_wind.words.exchange import nothing_written

    if not arguments.other.exists():
        raise UnreadableFile(arguments.other)
    if not arguments.other.is_file():
        raise NoPlainFile(arguments.other)
    journal = session.journal()
    plan = journal.plan_merge(arguments.other)
    for line in words.lines(plan.new, plan.changed, plan.deleted):
        session.say(line)
    if arguments.dry_run:
        session.say(nothing_written())
        return 0
    journal.merge(plan)
    session.say(words.done(plan.path) if plan else words.nothing_new(plan.path))
    return 0
