"""Themes of feedback: counted over rejections and by stage."""

from datetime import date

from second_wind.core.log.entries import Consultation, ConsultationKind, Rejection, Stage
from second_wind.core.people.themes import Theme, Themes, gathered, tidied, used

DAY = date(2026, 11, 2)


def no(stage: Stage, *themes: str, feedback: str = "", key: str = "") -> Rejection:
    """Return a rejection with themes."""
    extra = {"id": key} if key else {}
    return Rejection(day=DAY, stage=stage, themes=themes, feedback=feedback, **extra)


def test_nothing_is_gathered_from_nothing() -> None:
    """No themes, no feedback."""
    assert gathered([no(Stage.APPLIED)]) == Themes(0, ())


def test_counts_over_all_and_by_stage() -> None:
    """The most frequent first, stages in their order, however a theme is capitalised."""
    rejections = [
        no(Stage.INTERVIEW, "examples", "pace"),
        no(Stage.TASK, "Examples"),
        no(Stage.INTERVIEW, "Examples", feedback="Show more."),
        no(Stage.APPLIED, feedback="Somebody closer."),
        no(Stage.APPLIED),
    ]
    assert gathered(rejections) == Themes(
        4,
        (
            Theme("Examples", 3, ((Stage.TASK, 1), (Stage.INTERVIEW, 2))),
            Theme("pace", 1, ((Stage.INTERVIEW, 1),)),
        ),
    )
    assert used(rejections) == ("Examples", "pace")


def test_a_theme_counts_once_for_a_rejection() -> None:
    """Written twice it is one."""
    (theme,) = gathered([no(Stage.TASK, "pace", "Pace")]).themes
    assert theme.count == 1


def test_an_answer_from_the_interviewer_is_feedback() -> None:
    """A question that waits for its answer is none yet, nor is a review of a résumé."""
    asked = Consultation(day=DAY, kind=ConsultationKind.FEEDBACK, rejection="a")
    answers = (
        asked,
        Consultation(day=DAY, kind=ConsultationKind.FEEDBACK, rejection="b", said="Close."),
        Consultation(day=DAY, kind=ConsultationKind.RESUME_REVIEW, rejection="a", said="Shorter."),
    )
    rejections = [no(Stage.TASK, key="a"), no(Stage.TASK, key="b")]
    assert gathered(rejections, answers).with_feedback == 1


def test_themes_are_tidied() -> None:
    """Spaces go, and what is the same in other capitals; the order stays."""
    assert tidied(["  more  SQL ", "", "Pace", "MORE sql"]) == ("more SQL", "Pace")
