"""`second-wind chart` and `second-wind analyse`: the same drawing and figures as in the window."""

import argparse
import os
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.places import place
from second_wind.core.chart_errors import (
    InvalidDpi,
    InvalidPictureSize,
    OnlyForCharts,
    PictureTooDense,
    UnknownPicture,
)
from second_wind.core.errors import NoSuchRejection
from second_wind.words.language import _

if TYPE_CHECKING:
    from second_wind.charts.chart import Chart
    from second_wind.charts.saving import PictureSize
    from second_wind.cli.session import Session
    from second_wind.core.timeline import Timeline

LOWEST_SIDE, HIGHEST_SIDE = 100, 20_000
LOWEST_DPI, HIGHEST_DPI = 30, 1200
_STANDARD = (1240, 720)
_STANDARD_DPI = 100
_LEAST_INCHES = (3.2, 2.4)
_MONDAY = 0
"""The first day of a week where the person chose none."""


class ChartName(StrEnum):
    """The charts that can be saved."""

    RECOVERY = "recovery"
    ALL = "all"
    COMING_BACK = "coming-back"
    TIMELINE = "timeline"
    YEAR = "year"
    TOGETHER = "together"
    WEEKS = "weeks"


class Theme(StrEnum):
    """The two colour schemes."""

    LIGHT = "light"
    DARK = "dark"


class Grouping(StrEnum):
    """How a chart can be split: `all` by stage, `weeks` by month."""

    STAGE = "stage"
    MONTH = "month"


def add_parser(commands: Any) -> None:
    """Add the commands."""
    _add_chart(commands)
    _add_analyse(commands)


def _add_chart(commands: Any) -> None:
    parser = commands.add_parser(
        "chart",
        help=_("save a chart as a picture"),
        description=_("Saves a chart as PNG, SVG or PDF, with the sentence that goes with it."),
        epilog=_(
            "Examples:\n"
            "  second-wind chart recovery after.png --rejection 2026-11-15\n"
            "  second-wind chart all all.svg --by stage --theme dark\n"
            "  second-wind chart timeline log.pdf --from 2026-01-01 --size 1600x800\n"
            "  second-wind chart year 2025.png --to 2025-12-31"
        ),
    )
    parser.set_defaults(run=run_chart)
    parser.add_argument(
        "name",
        type=values.choice(ChartName, "chart"),
        metavar="NAME",
        help=", ".join(ChartName),
    )
    parser.add_argument("out", type=picture_place, metavar="OUT", help=_("a .png, .svg or .pdf"))
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
    _add_range(parser)
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


def _add_analyse(commands: Any) -> None:
    parser = commands.add_parser(
        "analyse",
        help=_("say what the log shows about coming back"),
        description=_("Says what the log shows about coming back from rejections."),
        epilog=_(
            "Examples:\n  second-wind analyse\n  second-wind analyse --from 2026-01-01 --json"
        ),
    )
    parser.set_defaults(run=run_analyse)
    _add_range(parser)
    parser.add_argument("--json", action="store_true", help=_("print an object for programs"))


def _add_range(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="start", type=values.day, metavar="D", help=_("leave out earlier days")
    )
    parser.add_argument(
        "--to", dest="end", type=values.day, metavar="D", help=_("leave out later days")
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


def run_chart(arguments: argparse.Namespace, session: "Session") -> int:
    """Draw, save, and say what the picture shows and where it is."""
    _check(arguments)
    size = _size(arguments)
    _use_cache(session)
    from second_wind.charts.saving import PictureKind, picture
    from second_wind.charts.style import DARK, LIGHT
    from second_wind.cli.writing import write_whole

    chart = _chart(arguments, session)
    style = DARK if arguments.theme is Theme.DARK else LIGHT
    kind = PictureKind(arguments.out.suffix.lower().lstrip("."))
    write_whole(arguments.out, picture(chart, style, kind, size))
    session.say(chart.reading)
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
    os.environ.setdefault("MPLCONFIGDIR", str(session.paths.cache / "matplotlib"))


def _log(arguments: argparse.Namespace, session: "Session") -> "Timeline":
    start, end = (
        each if each is None else session.day(each) for each in (arguments.start, arguments.end)
    )
    return session.journal().timeline().slice(start, end)


def _chart(arguments: argparse.Namespace, session: "Session") -> "Chart":
    log = _log(arguments, session)
    today = session.day(arguments.end)
    match arguments.name:
        case ChartName.TIMELINE:
            return _timeline(log, session)
        case ChartName.WEEKS:
            return _weeks(log, today, arguments.by, session)
        case ChartName.ALL:
            return _all(log, arguments.by)
        case ChartName.COMING_BACK:
            return _coming_back(log)
        case ChartName.YEAR:
            return _year(log, today, session)
        case ChartName.TOGETHER:
            return _together(log)
        case _:
            asked = None if arguments.rejection is None else session.day(arguments.rejection)
            return _recovery(log, asked, today)


def _timeline(log: "Timeline", session: "Session") -> "Chart":
    from second_wind.charts import timeline
    from second_wind.charts.timeline_data import timeline_data
    from second_wind.core.analysis import analyse

    goal = session.journal().settings.goal
    return timeline.chart(timeline_data(log, analyse(log), goal))


def _weeks(log: "Timeline", today: date, by: Grouping | None, session: "Session") -> "Chart":
    from second_wind.charts import weeks
    from second_wind.charts.weeks_data import By, weeks_data

    step = By.MONTH if by is Grouping.MONTH else By.WEEK
    settings = session.journal().settings
    first = settings.week_start.weekday(_MONDAY)
    return weeks.chart(weeks_data(log, today, settings.goal, step, first))


def _all(log: "Timeline", by: Grouping | None) -> "Chart":
    from second_wind.charts import aligned, stages
    from second_wind.charts.aligned_data import aligned_data, stages_data
    from second_wind.core.analysis import analyse
    from second_wind.core.stages import by_stage

    if by is Grouping.STAGE:
        return stages.chart(stages_data(log, by_stage(log)))
    return aligned.chart(aligned_data(log, analyse(log)))


def _coming_back(log: "Timeline") -> "Chart":
    from second_wind.charts import coming_back
    from second_wind.charts.coming_back_data import coming_back_data
    from second_wind.core.analysis import analyse

    return coming_back.chart(coming_back_data(log, analyse(log)))


def _year(log: "Timeline", today: date, session: "Session") -> "Chart":
    """Return the chart of the last year with a mood."""
    from second_wind.charts import year
    from second_wind.charts.year_data import year_data, years

    settings = session.journal().settings
    first = settings.week_start.weekday(_MONDAY)
    shown = years(log, today)[0]
    return year.chart(year_data(log, shown, today, first, settings.mood_names))


def _together(log: "Timeline") -> "Chart":
    from second_wind.charts import together
    from second_wind.charts.together_data import together_data
    from second_wind.core.analysis import analyse

    return together.chart(together_data(log, analyse(log)))


def _recovery(log: "Timeline", asked: date | None, today: date) -> "Chart":
    from second_wind.charts import aligned, recovery
    from second_wind.charts.aligned_data import aligned_data
    from second_wind.charts.recovery_data import recovery_data
    from second_wind.core.analysis import analyse

    marks = [each for each in log.rejections if asked in {None, log.day(each.offset)}]
    if not marks and asked is not None:
        raise NoSuchRejection(asked)
    if not marks:  # the kind sentence is the same
        return aligned.chart(aligned_data(log))
    return recovery.chart(recovery_data(log, analyse(log), marks[-1].id, today))


def run_analyse(arguments: argparse.Namespace, session: "Session") -> int:
    """Print the analysis: sentences for people, an object for programs."""
    from second_wind.core.analysis import analyse

    log = _log(arguments, session)
    found = analyse(log)
    if arguments.json:
        from second_wind.core.analysis_json import analysis_json

        session.say_json(analysis_json(found))
        return 0
    from second_wind.words.summary import lines

    for line in lines(found, log):
        session.say(line)
    return 0
