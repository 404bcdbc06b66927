"""`second-wind analyse`: what the log shows about coming back, as in the window."""

import argparse
from typing import TYPE_CHECKING, Any

from second_wind.cli import span
from second_wind.cli.duty import Duty, Writes
from second_wind.words.base.language import _

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "analyse",
        help=_("say what the log shows about coming back"),
        description=_("Says what the log shows about coming back from rejections."),
        epilog=_(
            "Examples:\n  second-wind analyse\n  second-wind analyse --from 2026-01-01 --json"
        ),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.NOTHING))
    span.add_to(parser)
    parser.add_argument("--json", action="store_true", help=_("print an object for programs"))


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Print the analysis: sentences for people, an object for programs."""
    from second_wind.core.analysis.figures.analysis import analyse

    log = session.journal().analysis.timeline().slice(*span.days(arguments, session))
    found = analyse(log)
    if arguments.json:
        from second_wind.core.analysis.figures.analysis_json import analysis_json

        session.say_json(analysis_json(found))
        return 0
    from second_wind.words.findings.summary import lines

    for line in lines(found, log):
        session.say(line)
    return 0
