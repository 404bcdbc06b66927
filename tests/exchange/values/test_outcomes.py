"""How far an application got, from words in the sense they have."""

import pytest

from second_wind.core.log.entries import Stage
from second_wind.exchange.values.outcomes import stage_of


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Rejected, no interview", None),
        ("Rejected before phone screen", None),
        ("Rejected without an offer", None),
        ("Rejected - not invited to interview", None),
        ("Rejected (internal candidate)", None),
        ("Rejected - hiring interrupted", None),
        ("Finally rejected", None),
        ("Rejected, coffee chat", None),
        ("Rejected - no offer after final round", Stage.FINAL_INTERVIEW),
        ("Rejected without a call, after test task", Stage.TASK),
        ("Rejected after phone screen, before interview", Stage.PHONE_SCREEN),
        ("Interview 2", Stage.INTERVIEW),
        ("Inter + Rejec", Stage.INTERVIEW),
        ("on-site", Stage.INTERVIEW),
        ("Screening", Stage.PHONE_SCREEN),
        ("CV screening", Stage.APPLIED),
        ("take-home", Stage.TASK),
        ("offer", Stage.OFFER_STAGE),
        ("final-interview", Stage.FINAL_INTERVIEW),
    ],
)
def test_a_stage_counts_only_if_it_was_reached(text: str, stage: Stage | None) -> None:
    """What never came, or what only sounds like a stage, is none."""
    assert stage_of(text) is stage
