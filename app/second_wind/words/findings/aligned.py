"""What the chart of all rejections says."""

from second_wind.words.base import numbers
from second_wind.words.base.language import _, pgettext, short_date, translate_plural
from second_wind.words.findings import charts, typical
from second_wind.words.findings.recovery import below_usual, stage_name


def title() -> str:
    """Return the name of the chart."""
    return pgettext("heading", "All rejections")


def no_rejections() -> str:
    """Return what is said while no rejection is logged."""
    return _("No rejections here. If one comes, this shows how you come back from it.")


def none_logged() -> str:
    """Return what is said while no rejection has check-ins around it."""
    return _("Check-ins in the week before a rejection and after it draw its line here.")


def lined_up(lines: int, why: str) -> str:
    """Return the sentence while there is no typical curve."""
    shown = typical.rejection_days(_("{days} lined up"), lines)
    return _("{shown}. {why}").format(shown=shown, why=why) if why else f"{shown}."


def by_stage(stages: int) -> str:
    """Return the sentence of the chart by stage."""
    return translate_plural(
        "The time after rejections of {n} stage; a typical curve where one stage has enough.",
        "The time after rejections of {n} stages, side by side; a typical curve where one stage"
        " has enough.",
        stages,
    ).format(n=stages)


def note(dropped: int, *, corrected: bool) -> str:
    """Return what the lines are."""
    if corrected:
        return _("Thin lines are single rejections, others and the weekend taken out.")
    said = _("Change from each week before; overlaps are not corrected.")
    if not dropped:
        return said
    left_out = translate_plural(
        "{n} rejection day has too few check-ins before it.",
        "{n} rejection days have too few check-ins before them.",
        dropped,
    ).format(n=dropped)
    return f"{said} {left_out}"


def method(*, corrected: bool) -> str:
    """Return how the chart was computed."""
    if corrected:
        drawn = _(
            "The thick line is the typical course from one regression over the whole log, so that "
            "rejections that overlap are not counted twice. Its 95 % band comes from leaving out "
            "one stretch of the log at a time."
        )
    else:
        drawn = _(
            "Each line is the mood after a rejection minus the mean of the week before it. The "
            "dashed line is their plain average over the days that were logged; where rejections "
            "overlap it mixes them, so it is no typical course."
        )
    return f"{drawn} {charts.no_cause()}"


def change_axis() -> str:
    """Return the name of the vertical axis."""
    return _("Points\nfrom usual")


def count_row() -> str:
    """Return the name of the row that counts the logged rejections of each day."""
    return pgettext("chart", "logged")


def each_rejection() -> str:
    """Return the legend of the thin lines."""
    return pgettext("chart", "each rejection")


def typical_label(rejection_days: int, *, early: bool) -> str:
    """Return the legend of the typical curve."""
    said = _("early sketch of {days}, 95 % range") if early else _("typical of {days}, 95 % range")
    return typical.rejection_days(said, rejection_days)


def average_label() -> str:
    """Return the legend of the plain average."""
    return pgettext("chart", "plain average")


def stage_heading(stage: str, rejections: int, *, early: bool) -> str:
    """Return what stands above the panel of a stage."""
    said = _("{stage} (n = {n}, early sketch)") if early else _("{stage} (n = {n})")
    return said.format(stage=stage_name(stage) or stage, n=rejections)


def signed_points(value: float) -> str:
    """Return points from usual with their sign, such as "−2" or "+2"."""
    return numbers.signed(value)


def hover(called: str, lag: int, day: str, change: float) -> str:
    """Return what one point of a thin line is."""
    return _("After {name}, day {lag} ({day}): {change}").format(
        name=called, lag=charts.signed(lag), day=day, change=below_usual(-change)
    )


def columns(lags: list[int]) -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        pgettext("column", "Rejection"),
        pgettext("column", "Date"),
        pgettext("column", "Stage"),
        *(charts.signed(each) for each in lags),
    )


def typical_rows() -> tuple[str, str, str]:
    """Return the names of the table's rows of the typical curve and its range."""
    return pgettext("chart", "Typical"), _("Lower end (95 %)"), _("Upper end (95 %)")


def count_cell() -> str:
    """Return the name of the table's row of counts."""
    return pgettext("chart", "Logged")


def average_cell() -> str:
    """Return the name of the table's row of the plain average."""
    return pgettext("chart", "Plain average")


day_name = short_date
