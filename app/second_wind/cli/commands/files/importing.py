"""`second-wind import`: a dry run or the real thing, and what must be asked first."""

import argparse
from typing import TYPE_CHECKING, Any

from second_wind.cli import values
from second_wind.cli.duty import Duty, Writes, add_new, dry_run
from second_wind.cli.files import place
from second_wind.words.base.language import _, pgettext

if TYPE_CHECKING:
    from second_wind.cli.session import Session
    from second_wind.core.errors.import_errors import Question
    from second_wind.exchange.plan.log import Log
    from second_wind.exchange.plan.plan import ImportPlan
    from second_wind.exchange.values.options import OnConflict, Options

VERSION = 1
"""Of the JSON object: its keys stay as they are."""

_FORMATS = ("daylio-csv", "job-log", "csv", "json")


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "import",
        help=_("bring a log from another program"),
        description=_(
            "Brings a log from another program. Doing it twice adds nothing; if anything must be"
            " asked, nothing is written."
        ),
        epilog=_(
            "Examples:\n"
            "  second-wind import daylio.csv --dry-run\n"
            '  second-wind import daylio.csv --map "so-so=5" --map-activity "walk=exercise:20"\n'
            '  second-wind import moods.csv --columns "day=Date,mood=Mood" --scale 0:100\n'
            '  second-wind import applications.csv --map "Ghosted=no-answer"'
        ),
    )
    parser.set_defaults(run=run, duty=Duty(Writes.JOURNAL, looks=dry_run, begins=True))
    add_new(parser)
    parser.add_argument("file", type=place, metavar="FILE", help=_("the file to read"))
    parser.add_argument(
        "--format",
        metavar="F",
        help=_("{names}; found by the content unless given").format(names=", ".join(_FORMATS)),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("show what it would do, and write nothing")
    )
    _add_answers(parser)
    parser.add_argument(
        "--on-conflict",
        default="mine",
        metavar="WHO",
        help=_("mine, theirs or both, where an entry is here with other content (mine)"),
    )
    parser.add_argument("--json", action="store_true", help=_("print an object for programs"))


def run(arguments: argparse.Namespace, session: "Session") -> int:
    """Show the plan, and carry it out unless it is a dry run or something must be asked."""
    from second_wind.exchange.plan.plan import carry_out, prepare, require_entries
    from second_wind.exchange.values.options import OnConflict
    from second_wind.words.files import exchange as words

    on_conflict = values.choice(OnConflict, "on-conflict")(arguments.on_conflict)
    options = options_of(arguments)
    plan = prepare(arguments.file, options, _log(session))
    _show(plan, on_conflict, arguments, session)
    require_entries(plan)
    if arguments.dry_run:
        said = words.nothing_written()
    else:
        count = carry_out(plan, session.journal(), on_conflict)
        said = words.written(
            count, is_all_here=not plan.conflicts and bool(plan.same or plan.edited)
        )
    if not arguments.json:
        session.say(said)
    return 0


def options_of(arguments: argparse.Namespace) -> "Options":
    """Return what the person told the import.

    Raises
    ------
    KnownError
        If one of the options says nothing that an import understands.
    """
    from second_wind.exchange.values import options
    from second_wind.exchange.values.dates import DateOrder

    order, scale = arguments.date_order, arguments.scale
    return options.Options(
        format=arguments.format,
        map=options.parsed_map(arguments.map),
        date_order=values.choice(DateOrder, "date-order")(order) if order is not None else None,
        scale=options.parsed_scale(scale) if scale is not None else None,
        columns=options.parsed_columns(arguments.columns),
        map_activity=options.parsed_activities(arguments.map_activity),
        mood_pattern=arguments.mood_pattern,
    )


def as_object(plan: "ImportPlan") -> dict[str, Any]:
    """Return a plan as an object for JSON."""
    from second_wind.words.files.exchange import rejected_line

    return {
        "version": VERSION,
        "format": plan.format,
        "new": len(plan.new),
        "same": len(plan.same) + len(plan.edited),
        "conflict": len(plan.conflicts),
        "rejected": [{"line": e.line, "reason": rejected_line(e)} for e in plan.rejected],
        "first_day": plan.first_day.isoformat() if plan.first_day else None,
        "last_day": plan.last_day.isoformat() if plan.last_day else None,
        "check_ins": plan.check_ins,
        "activities": plan.activities,
        "rejections": plan.rejections,
        "unmapped": list(plan.unmapped),
        "questions": [_question(each) for each in plan.questions],
        "world_time": _world_time(plan),
    }


def _world_time(plan: "ImportPlan") -> dict[str, str] | None:
    turned = plan.interpretation.world_time
    return {"given": turned[0], "local": turned[1]} if turned else None


def _question(question: "Question") -> dict[str, Any]:
    return {
        "about": str(question.asked),
        "values": list(question.names),
        "counts": list(question.counts),
        "option": question.answer,
    }


def _log(session: "Session") -> "Log":
    """Return the journal; a mere look at a file does not begin one."""
    from second_wind.core.log.clock import DEFAULT_DAY_START, day_of
    from second_wind.exchange.plan.log import EmptyLog
    from second_wind.journal.safety.presence import is_there

    if is_there(session.paths.journal):
        return session.journal()
    return EmptyLog(day_of(session.clock.now(), DEFAULT_DAY_START))


def _show(
    plan: "ImportPlan",
    on_conflict: "OnConflict",
    arguments: argparse.Namespace,
    session: "Session",
) -> None:
    from second_wind.exchange.plan.plan_lines import lines

    if arguments.json:
        session.say_json(as_object(plan))
        return
    for line in lines(plan, on_conflict):
        session.say(line)


def _add_answers(parser: argparse.ArgumentParser) -> None:
    """Add the options that answer what an import can't know by itself."""
    group = parser.add_argument_group(pgettext("heading of the help", "answers"))
    many: dict[str, Any] = {"type": values.words, "action": "append", "default": []}
    group.add_argument(
        "--map",
        **many,
        metavar="NAME=MOOD",
        help=_(
            'the mood a name stands for ("so-so=5"), or what an outcome is: rejected, no-answer,'
            ' open, interview, offer, mine or skip ("*=rejected" where every row is a rejection)'
        ),
    )
    group.add_argument(
        "--date-order", metavar="ORDER", help=_("dmy, mdy or ymd, where dates leave it open")
    )
    group.add_argument(
        "--scale", metavar="LO:HI", help=_("the ends of the other scale, worst first")
    )
    group.add_argument(
        "--columns",
        **many,
        metavar="K=COLUMN,…",
        help=_(
            "what the columns hold: day, time, mood, note, feelings, exercise, outing,"
            " volunteering, talk; of a log of applications: day (of the outcome, or none), applied,"
            " wait (days until the rejection), response, company, role, stage, outcome, feedback"
        ),
    )
    group.add_argument(
        "--map-activity",
        **many,
        metavar="NAME=KIND",
        help=_("what a tick stands for: exercise:MIN, nature, photo, volunteering:MIN or talk"),
    )
    group.add_argument(
        "--mood-pattern", metavar="RE", help=_("how a mood is written in the text of a diary")
    )
