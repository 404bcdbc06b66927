"""`second-wind merge`: another journal of the same person becomes part of this one."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.commands.files.other_file import blamed
from second_wind.cli.duty import Duty, Writes, dry_run
from second_wind.cli.files import place
from second_wind.core.errors.import_errors import NoPlainFile, UnreadableFile
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session
    from second_wind.journal.log.clashes import Answer, Clash

_SHOWN = 20


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "merge",
        help=_("bring another journal of yours into this one"),
        description=_(
            "Brings another journal of the same person, such as one from another computer or the"
            " conflict copy of a program that syncs, into this one. Of each entry the state that"
            " was changed last stays, deletions included; what was changed on both sides is told."
            " The other file is not touched. Without OTHER it answers what waits for an answer"
            " since a program that syncs replaced this journal."
        ),
        epilog=_(
            "Examples:\n"
            "  second-wind merge desktop/journal.sqlite3 --dry-run\n"
            '  second-wind merge "journal (conflicted copy 2026-11-22).sqlite3"\n'
            "  second-wind merge --on-conflict both"
        ),
    )
    parser.set_defaults(
        run=run, duty=Duty(Writes.JOURNAL, looks=dry_run, other=lambda arguments: arguments.other)
    )
    parser.add_argument(
        "other", type=place, nargs="?", metavar="OTHER", help=_("the other journal")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("show what it would do, and write nothing")
    )
    parser.add_argument(
        "--on-conflict",
        default="later",
        metavar="WHO",
        help=_("later, mine, theirs or both, where an entry was changed on both sides (later)"),
    )


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Show what the other journal brings, and bring it unless it is a dry run."""
    from second_wind.journal.log.clashes import Answer
    from second_wind.words.files import merging as words
    from second_wind.words.files.exchange import nothing_written

    answer = values.choice(Answer, "on-conflict")(arguments.on_conflict)
    if arguments.other is None:
        return _answer(answer, session, is_dry=arguments.dry_run)
    if not arguments.other.exists():
        raise UnreadableFile(arguments.other)
    if not arguments.other.is_file():
        raise NoPlainFile(arguments.other)
    journal = session.journal()
    with blamed(arguments.other):
        plan = journal.plan_merge(arguments.other)
    if plan.is_damaged:
        session.say(words.damaged(plan.left_out))
    for line in words.lines(plan.new, plan.changed, plan.deleted, plan.taken_back, plan.clashing):
        session.say(line)
    _say_clashes(plan.clashes, answer, session)
    if arguments.dry_run:
        session.say(nothing_written())
        return 0
    journal.merge(plan, {each.place: answer for each in plan.clashes})
    done = words.done_in_part if plan.is_damaged else words.done
    session.say(done(plan.path) if plan else words.nothing_new(plan.path))
    waiting = len(journal.waiting_clashes())
    if waiting:
        session.say(words.still_waits(waiting))
    return 0


def _answer(answer: "Answer", session: "Session", *, is_dry: bool) -> int:
    """Answer everything that waits since the journal was replaced."""
    from second_wind.words.files import merging as words
    from second_wind.words.files.exchange import nothing_written

    journal = session.journal()
    clashes = journal.waiting_clashes()
    _say_clashes(clashes, answer, session, waits=True)
    if not clashes:
        session.say(words.nothing_waits())
    elif is_dry:
        session.say(nothing_written())
    else:
        journal.answer([(each, answer) for each in clashes])
        session.say(words.answered(len(clashes)))
    return 0


def _say_clashes(
    clashes: "Sequence[Clash]", answer: "Answer", session: "Session", *, waits: bool = False
) -> None:
    from second_wind.words.files import merging as words
    from second_wind.words.files.exchange import and_more

    for each in clashes[:_SHOWN]:
        first, *states = words.clash(each.table, each.day, each.here, each.there, waits=waits)
        session.say(f"  {first}")
        for line in states:
            session.say(f"    {line}")
    if len(clashes) > _SHOWN:
        session.say(f"  {and_more(len(clashes) - _SHOWN)}")
    if clashes:
        by_hand = sum(each.is_by_hand for each in clashes)
        for line in words.kept(str(answer), len(clashes), by_hand):
            session.say(line)
