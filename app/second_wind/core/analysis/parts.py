"""The parts of the analysis, by name alone: nothing is loaded to want one."""

from enum import Enum


class Part(Enum):
    """A part of the analysis that is worked out by itself."""

    RAW = "raw"
    """The days alone."""
    SINGLE = "single"
    """The usual level, and each rejection."""
    CURVE = "curve"
    TREND = "trend"
    ACTIVITIES = "activities"
    STAGES = "stages"
