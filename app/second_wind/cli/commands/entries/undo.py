"""`second-wind undo` and `redo`: the last act, whichever process made it."""

import argparse
from typing import TYPE_CHECKING, Any

from second_wind.cli.duty import Duty, Writes
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def add_parser(commands: Any) -> None:
    """Add both commands."""
    undo = commands.add_parser(
        "undo",
        help=_("take the last act back"),
        description=_("Takes back the last act in this journal, whichever program made it."),
        epilog=_("Example:\n  second-wind undo"),
    )
    undo.set_defaults(run=run_undo, duty=Duty(Writes.JOURNAL))
    redo = commands.add_parser(
        "redo",
        help=_("do the act again that was undone last"),
        description=_("Does the act again that was undone last."),
        epilog=_("Example:\n  second-wind redo"),
    )
    redo.set_defaults(run=run_redo, duty=Duty(Writes.JOURNAL))


def run_undo(_arguments: argparse.Namespace, session: "Session") -> int:
    """Take the last act back and say which one it was."""
    from second_wind.words.entries.acts import undone

    act = session.journal().undo()
    session.say(undone(act))
    return 0


def run_redo(_arguments: argparse.Namespace, session: "Session") -> int:
    """Do the act again that was undone last and say which one it was."""
    from second_wind.words.entries.acts import redone

    act = session.journal().redo()
    session.say(redone(act))
    return 0
