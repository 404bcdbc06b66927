"""What findings derive from themselves."""

from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.findings import (
    Interval,
    Need,
    Reading,
    RejectionFinding,
    Shortfall,
    Status,
)


def rejection(
    status: Status, logged: int = 7, to_end: int = 30, dent: float = 1.0, give: float = 1.2
) -> RejectionFinding:
    empty = np.full(29, np.nan)
    day = date(2024, 1, 1)
    return RejectionFinding(day, 1, ("a",), status, 3, dent, give, 21, logged, to_end, empty)


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.TOO_FEW])
def test_a_known_first_week_reads_as_computed(status: Status) -> None:
    """With enough check-ins a status reads as itself."""
    assert rejection(status).reading == status.value


@pytest.mark.parametrize("status", list(Status))
def test_few_checkins_read_as_few(status: Status) -> None:
    """With 2 of days 0 to 6 logged every status reads as too few, or as too early to say."""
    assert rejection(status, logged=2).reading is Reading.TOO_FEW
    assert rejection(status, logged=2, to_end=6).reading is Reading.TOO_FEW
    assert rejection(status, logged=2, to_end=5).reading is Reading.TOO_EARLY


def test_a_logged_week_is_never_called_few() -> None:
    """While the log is too short for a usual level it is too early to say, not few check-ins."""
    assert rejection(Status.TOO_FEW, logged=7, to_end=12).reading is Reading.TOO_EARLY


def test_little_dip_is_said_only_if_the_dent_may_be_none() -> None:
    """Little dip with a dent clearly above 0 reads as a dip later that week."""
    assert rejection(Status.LITTLE_DIP, dent=1.2).reading is Reading.LITTLE_DIP
    assert rejection(Status.LITTLE_DIP, dent=1.3).reading is Reading.DIPPED_LATER
    assert rejection(Status.LITTLE_DIP, dent=2e-15, give=1e-15).reading is Reading.LITTLE_DIP


def test_interval_sides() -> None:
    """A range is above or below 0 only as a whole."""
    assert Interval(1, 0.1, 2).above_zero
    assert Interval(-1, -2, -0.1).below_zero
    around = Interval(0.5, -0.1, 1)
    assert (around.above_zero, around.below_zero) == (False, False)


def test_shortfall() -> None:
    """A shortfall knows how many more it takes."""
    assert Shortfall(Need.LOGGED_DAYS, 9, 14).more == 5
