"""How much must be logged before a figure is shown."""

from second_wind.core.analysis.findings import Need, Shortfall

LEAST_KNOWN_FIRST_WEEKS = 3
LEAST_FOLLOWED = 3


def usual_missing(logged_days: int, span_days: int) -> tuple[Shortfall, ...]:
    """Return what the usual level still takes; nothing when it may be shown."""
    return _short((Need.LOGGED_DAYS, logged_days, 14), (Need.SPAN_DAYS, span_days, 21))


def change_missing(different_moods: int) -> tuple[Shortfall, ...]:
    """Return that the mood must change before anything can be said about its changes."""
    return _short((Need.CHANGING_MOOD, min(different_moods, 2), 2))


def curve_missing(known_first_weeks: int, stretches: int, quiet: int) -> tuple[Shortfall, ...]:
    """Return what the typical curve still takes; nothing when it may be shown."""
    return _short(
        (Need.KNOWN_FIRST_WEEKS, known_first_weeks, LEAST_KNOWN_FIRST_WEEKS),
        (Need.STRETCHES, stretches, 4),
        (Need.QUIET_DAYS, quiet, 10),
    )


def trend_missing(rejection_days: int, stretches: int, followed: int) -> tuple[Shortfall, ...]:
    """Return what the trend still takes; nothing when it may be shown.

    Where hardly any rejection has a mood on the days that are compared, nothing was logged that
    could have changed.
    """
    return _short(
        (Need.REJECTION_DAYS, rejection_days, 12),
        (Need.STRETCHES, stretches, 8),
        (Need.FOLLOWED_REJECTIONS, followed, LEAST_FOLLOWED),
    )


def activity_missing(active: int, inactive: int, stretches: int) -> tuple[Shortfall, ...]:
    """Return what after minus before still takes; nothing when it may be shown."""
    return _short(
        (Need.ACTIVE_DAYS, active, 12),
        (Need.INACTIVE_DAYS, inactive, 12),
        (Need.USABLE_DAYS, active + inactive, 60),
        (Need.STRETCHES, stretches, 6),
    )


def _short(*counts: tuple[Need, int, int]) -> tuple[Shortfall, ...]:
    return tuple(Shortfall(what, have, need) for what, have, need in counts if have < need)
