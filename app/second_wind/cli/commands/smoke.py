"""`second-wind smoke`: opens the window without a screen and shows every page and chart once."""

import argparse
import os
from typing import TYPE_CHECKING, Any

from second_wind.cli.duty import Duty, Writes
from second_wind.words.base.language import _, translate_plural

if TYPE_CHECKING:
    from second_wind.cli.session import Session

HARMLESS = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)
"""What Qt says without a screen and means nothing; the tests of the window leave it out too."""


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "smoke",
        help=_("show every page and chart once, without a screen"),
        description=_(
            "Opens the window without a screen, shows every page and chart once, and prints how"
            " many milliseconds each took. The status is 1 if anything warns."
        ),
        epilog=_("Example:\n  second-wind smoke --home /tmp/sample"),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.NOTHING))


def run(_arguments: argparse.Namespace, session: "Session") -> int:
    """Show everything, print how long each took, and what warned."""
    from second_wind.charts.cache import keep_in_cache

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    keep_in_cache(session.paths)
    from second_wind.ui.program.smoke_tour import tour
    from second_wind.ui.program.smoke_warnings import Warned

    with Warned(HARMLESS) as warned:
        for name, milliseconds in tour(session.journal(), session.paths, session.clock):
            session.say(_("{name}: {number} ms").format(name=name, number=round(milliseconds)))
    for each in warned.texts:
        session.say(_("warning: {text}").format(text=each))
    count = len(warned.texts)
    session.say(
        translate_plural("{n} warning", "{n} warnings", count).format(n=count) if count else "ok"
    )
    return 1 if count else 0
