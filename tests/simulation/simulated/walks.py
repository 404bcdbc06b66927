"""Where the usual level goes: a random walk, and what may happen at the ends of the scale."""

from enum import StrEnum

import numpy as np

from second_wind.core.analysis.findings import Floats
from second_wind.core.log.scale import HIGHEST, LOWEST

MIRRORS = (2.0, 9.0)


class Walk(StrEnum):
    """How the usual level is kept near the scale, if at all."""

    FREE = "free"
    CLIPPED = "clipped to 1 to 10"
    STOPPED = "stopped at 1 and 10"
    MIRRORED = "mirrored at 2 and 9"
    MIDDLE = "free, its start in the middle of the log"


def walked(walk: Walk, start: float, steps: Floats) -> Floats:
    """Return the level on every day, from where it starts and its changes; shape (days,)."""
    free = start + np.cumsum(steps)
    match walk:
        case Walk.FREE:
            return free
        case Walk.CLIPPED:
            return np.clip(free, LOWEST, HIGHEST)
        case Walk.STOPPED:
            return _stopped(start, steps)
        case Walk.MIRRORED:
            return _mirrored(free)
        case Walk.MIDDLE:
            return free - free[len(free) // 2] + start


def _stopped(start: float, steps: Floats) -> Floats:
    level, at = np.empty(len(steps)), start
    for day, step in enumerate(steps.tolist()):
        at = min(max(at + step, LOWEST), HIGHEST)
        level[day] = at
    return level


def _mirrored(free: Floats) -> Floats:
    low, high = MIRRORS
    width = high - low
    folded: Floats = low + width - np.abs((free - low) % (2 * width) - width)
    return folded
