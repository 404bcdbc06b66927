"""How far the log can be trusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checks:
    """Honesty checks, printed under the charts. Shares are 0 to 1; NaN where there is no such day.

    Attributes
    ----------
    missing_after, missing_elsewhere : float
        Share of days without a mood in days 0 to 6 after a rejection, and on all other days;
        rest days are left out of both.
    floor_share : float
        Share of the logged days of lags 0 to 21 that are at the lowest step.
    close_share : float
        Share of rejection days within 7 days of another.
    clean_days, quiet_days : int
        Logged days outside lags 0 to 21, and outside lags 0 to 2, of every rejection.
    later_closer : bool
        Whether more of the later rejection days than of the earlier ones, half of them each, came
        within 7 days after another.
    """

    missing_after: float
    missing_elsewhere: float
    floor_share: float
    close_share: float
    clean_days: int
    quiet_days: int
    later_closer: bool = False

    @property
    def logged_less_after(self) -> bool:
        """Whether clearly fewer days were logged in the week after a rejection."""
        return self.missing_after - self.missing_elsewhere > 0.15

    @property
    def near_floor(self) -> bool:
        """Whether many days are at the bottom of the scale."""
        return self.floor_share > 0.10

    @property
    def close_together(self) -> bool:
        """Whether most rejections came close together."""
        return self.close_share > 0.50

    @property
    def usual_uncertain(self) -> bool:
        """Whether the log has no quiet stretch yet."""
        return self.clean_days < 10
