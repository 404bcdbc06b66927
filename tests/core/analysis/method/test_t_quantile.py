"""Student's t without scipy, against scipy."""

import pytest
from scipy.stats import t

from second_wind.core.analysis.method.t_quantile import student_quantile


@pytest.mark.parametrize("confidence", [0.5, 0.8, 0.95, 0.9875, 0.999])
def test_quantiles_equal_scipys(confidence: float) -> None:
    """For 1 to 400 degrees of freedom the quantile is scipy's to eleven digits."""
    degrees = range(1, 401)
    found = [student_quantile(confidence, df) for df in degrees]
    assert found == pytest.approx(t.ppf((1 + confidence) / 2, degrees), rel=1e-11, abs=0)


@pytest.mark.parametrize(("confidence", "df"), [(0.0, 5), (1.0, 5), (0.95, 0)])
def test_impossible_questions_are_refused(confidence: float, df: int) -> None:
    """A range needs a confidence between 0 and 1 and at least one degree of freedom."""
    with pytest.raises(ValueError, match=r"\("):
        student_quantile(confidence, df)
