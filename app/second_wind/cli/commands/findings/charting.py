"""`second-wind chart`: the same drawing and figures as in the window."""

import argparse
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.charts.catalogue import CATALOGUE, ChartName, Ground, Grouping, Wish, chart
from second_wind.cli import outputs, span, values
from second_wind.cli.duty import Duty, Writes
from second_wind.cli.files import place
from second_wind.core.errors.chart_errors import (
    InvalidDpi,
    InvalidPictureSize,
    OnlyForCharts,
    PictureTooDense,
    UnknownPicture,
)
from second_wind.core.errors.entry_errors import NoSuchRejection
from second_wind.words.base.language import _, pgettext

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.charts.saving import PictureSize
    from second_wind.cli.session import Session
    from second_wind.core.analysis.method.timeline import Timeline

LOWEST_SIDE, HIGHEST_SIDE = 100, 20_000
LOWEST_DPI, HIGHEST_DPI = 30, 1200
_STANDARD = (1240, 720)
_STANDARD_DPI = 100
_LEAST_INCHES = (3.2, 2.4)


class Theme(StrEnum):
    """The two colour schemes."""

    LIGHT = "light"
    DARK = "dark"


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "chart",
        help=_("save a chart as a picture"),
        description=_("Saves a chart as PNG, SVG or PDF, with the sentence that goes with it."),
        epilog=f"{_charts()}\n\n"
        + _(
            "Examples:\n"
            "  second-wind chart recovery after.png --rejection 2026-11-15\n"
            "  second-wind chart all all.svg --by stage --theme dark\n"
            "  second-wind chart timeline log.pdf --from 2026-01-01 --size 1600x800\n"
            "  second-wind chart year 2025.png --to 2025-12-31"
        ),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.OUTPUT))
    parser.add_argument(
        "name",
        type=values.choice(ChartName, "chart"),
        metavar="NAME",
        help=", ".join(ChartName),
    )
    parser.add_argument(
        "out",
        type=picture_place,
        metavar="OUT",
        help=pgettext("help of an option", "a .png, .svg or .pdf"),
    )
    parser.add_argument(
        "--rejection",
        type=values.day,
        metavar="D",
        help=_("the day of the rejection (recovery; the last one unless given)"),
    )
    parser.add_argument(
        "--by",
        type=values.choice(Grouping, "by"),
        metavar="stage|month",
        help=_("stage: one panel for each stage reached (all); month: months (weeks)"),
    )
    span.add_to(parser)
    outputs.add_force(parser)
    _add_look(parser)


def _charts() -> str:
    """Return what each chart answers, and what it takes."""
    width = max(map(len, ChartName)) + 4
    lines = (
        f"  {name:<{width - 2}}{listed.question()}\n{'':{width}}{listed.needs()}"
        for name, listed in CATALOGUE.items()
    )
    return "\n".join((_("Charts:"), *lines))


def _add_look(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how the picture looks."""
    parser.add_argument(
        "--theme",
        type=values.choice(Theme, "theme"),
        default=Theme.LIGHT,
        metavar="light|dark",
        help=_("light unless given"),
    )
    parser.add_argument(
        "--size",
        type=picture_size,
        metavar="WxH",
        help=_("pixels of the picture (1240x720 unless given)"),
    )
    parser.add_argument(
        "--dpi",
        type=dots_per_inch,
        default=_STANDARD_DPI,
        metavar="N",
        help=_("dots per inch: more make the words larger; without --size the picture grows"),
    )


def picture_place(text: str) -> Path:
    """Read the path of a picture; its end says which kind."""
    path = place(text)
    kinds = ("png", "svg", "pdf")
    if path.suffix.lower().lstrip(".") not in kinds:
        raise UnknownPicture(path, kinds)
    return path


def picture_size(text: str) -> tuple[int, int]:
    """Read a size such as 1240x720."""
    found = re.fullmatch(r"([0-9]{1,6})[x×]([0-9]{1,6})", text.strip().lower())
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(LOWEST_SIDE <= side <= HIGHEST_SIDE for side in sides):
        raise InvalidPictureSize(text, LOWEST_SIDE, HIGHEST_SIDE)
    return sides


def dots_per_inch(text: str) -> int:
    """Read a whole number of dots per inch."""
    number = int(text) if re.fullmatch(r"[0-9]{1,5}", text.strip()) else 0
    if not LOWEST_DPI <= number <= HIGHEST_DPI:
        raise InvalidDpi(text, LOWEST_DPI, HIGHEST_DPI)
    return number


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Draw, save, and say what the picture shows and where it is."""
    _check(arguments)
    outputs.require([arguments.out], session.paths, force=arguments.force)
    size = _size(arguments)
    _use_cache(session)
    from second_wind.charts.base.style import DARK, LIGHT
    from second_wind.charts.saving import PictureKind, picture
    from second_wind.cli.outputs import write_whole

    drawn = _chart(arguments, session)
    style = DARK if arguments.theme is Theme.DARK else LIGHT
    kind = PictureKind(arguments.out.suffix.lower().lstrip("."))
    write_whole(arguments.out, picture(drawn, style, kind, size))
    session.say(drawn.reading)
    session.say(_("Written to {path}").format(path=arguments.out))
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """Refuse options that the chart has no use for.

    Raises
    ------
    OnlyForCharts
        If one was given.
    """
    if arguments.rejection is not None and arguments.name is not ChartName.RECOVERY:
        raise OnlyForCharts("--rejection", (ChartName.RECOVERY,))
    belongs = {Grouping.STAGE: ChartName.ALL, Grouping.MONTH: ChartName.WEEKS}
    if arguments.by is not None and arguments.name is not belongs[arguments.by]:
        raise OnlyForCharts(f"--by {arguments.by}", (belongs[arguments.by],))


def _size(arguments: argparse.Namespace) -> "PictureSize":
    dpi = arguments.dpi
    width, height = arguments.size or (side * dpi // _STANDARD_DPI for side in _STANDARD)
    highest = int(min(width / _LEAST_INCHES[0], height / _LEAST_INCHES[1]))
    if dpi > highest:
        raise PictureTooDense(width, height, dpi, highest)
    from second_wind.charts.saving import PictureSize

    return PictureSize(width, height, dpi)


def _use_cache(session: "Session") -> None:
    """Let matplotlib keep what it finds out about fonts; this must come before its import."""
    from second_wind.charts.cache import keep_in_cache

    keep_in_cache(session.paths)


def _chart(arguments: argparse.Namespace, session: "Session") -> "Chart":
    start, end = span.days(arguments, session)
    rejection = None if arguments.rejection is None else session.day(arguments.rejection)
    journal = session.journal()
    log = journal.analysis.timeline().slice(start, end)
    wish = Wish(arguments.name, arguments.by, "" if rejection is None else _id_on(rejection, log))
    today = journal.today()
    return chart(wish, Ground.of(log, min(end or today, today), journal.settings))


def _id_on(day: date, log: "Timeline") -> str:
    """Return the id of the last rejection of a day.

    Raises
    ------
    NoSuchRejection
        If none was logged.
    """
    found = [each.id for each in log.rejections if log.day(each.offset) == day]
    if not found:
        raise NoSuchRejection(day)
    return found[-1]
