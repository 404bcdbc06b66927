"""What the analysis found: plain typed results that charts, words, JSON and pages read."""

from second_wind.core.analysis.findings.activities import ActivityFinding, ActivityName
from second_wind.core.analysis.findings.analysis import Analysis, CurveOrMissing, TrendOrMissing
from second_wind.core.analysis.findings.base import (
    FIRST_LAG,
    KNOWN_FIRST_WEEK,
    LAST_LAG,
    Floats,
    Interval,
    Ints,
    Need,
    Shortfall,
    State,
)
from second_wind.core.analysis.findings.checks import Checks
from second_wind.core.analysis.findings.epochs import (
    DropReason,
    Epoch,
    Epochs,
    NotComplete,
    Overlapping,
    TooFewBaselineDays,
)
from second_wind.core.analysis.findings.later import Later
from second_wind.core.analysis.findings.rejections import (
    Reading,
    RejectionFinding,
    StageFinding,
    Status,
)
from second_wind.core.analysis.findings.typical import TypicalCurve, TypicalDays

__all__ = [
    "FIRST_LAG",
    "KNOWN_FIRST_WEEK",
    "LAST_LAG",
    "ActivityFinding",
    "ActivityName",
    "Analysis",
    "Checks",
    "CurveOrMissing",
    "DropReason",
    "Epoch",
    "Epochs",
    "Floats",
    "Interval",
    "Ints",
    "Later",
    "Need",
    "NotComplete",
    "Overlapping",
    "Reading",
    "RejectionFinding",
    "Shortfall",
    "StageFinding",
    "State",
    "Status",
    "TooFewBaselineDays",
    "TrendOrMissing",
    "TypicalCurve",
    "TypicalDays",
]
