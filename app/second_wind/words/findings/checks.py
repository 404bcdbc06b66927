"""What is said about how far the log can be trusted: one sentence for each check that matters."""

from second_wind.core.analysis.findings import Analysis, Checks
from second_wind.words.base.language import _, translate_plural


def sentences(analysis: Analysis) -> list[str]:
    """Return what should be known beside the figures; empty if there is nothing."""
    of_log = _of_log(analysis.checks) if analysis.rejections else []
    return [*of_log, *_outside(analysis)]


def _of_log(checks: Checks) -> list[str]:
    said = {
        _(
            "You logged less in the week after a rejection. If the missing days were low days, "
            "the true dip is deeper than shown."
        ): checks.logged_less_after,
        _(
            "Many of these days are at the bottom of the scale, so dips may look shallower than "
            "they felt."
        ): checks.near_floor,
        _(
            "Most of your rejections came close together; separating them is an estimate."
        ): checks.close_together,
        _(
            "Your log has no quiet stretch yet, so your usual level is an estimate."
        ): checks.usual_uncertain,
    }
    return [sentence for sentence, holds in said.items() if holds]


def _outside(analysis: Analysis) -> list[str]:
    said = []
    if analysis.outside_before:
        said.append(
            translate_plural(
                "{n} rejection lies before your first check-in.",
                "{n} rejections lie before your first check-in.",
                analysis.outside_before,
            ).format(n=analysis.outside_before)
        )
    if analysis.outside_after:
        said.append(
            translate_plural(
                "{n} rejection counts from your next check-in.",
                "{n} rejections count from your next check-in.",
                analysis.outside_after,
            ).format(n=analysis.outside_after)
        )
    return said
