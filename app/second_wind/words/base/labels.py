"""Names of the log's own terms."""

from collections.abc import Sequence

from second_wind.core.log.entries import (
    Channel,
    ConsultationKind,
    GoodNewsKind,
    OutingKind,
    Stage,
    TalkKind,
)
from second_wind.core.log.scale import step_of
from second_wind.words.base.language import _


def mood_steps(own: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the ten names of the mood steps from 1 to 10, the person's own where there are any."""
    usual = _usual_mood_steps()
    given = (*own, *[""] * len(usual))
    return tuple(mine or theirs for mine, theirs in zip(given, usual, strict=False))


def _usual_mood_steps() -> tuple[str, ...]:
    return (
        _("very low"),
        _("low"),
        _("heavy"),
        _("flat"),
        _("so-so"),
        _("okay"),
        _("good"),
        _("bright"),
        _("very good"),
        _("as good as it gets"),
    )


def mood_name(mood: float, own: Sequence[str] = ()) -> str:
    """Return the name of the step nearest to a mood; `own` as in `mood_steps`."""
    return mood_steps(own)[step_of(mood) - 1]


def stage(value: Stage) -> str:
    """Return the name of a stage."""
    return {
        Stage.APPLIED: _("applied"),
        Stage.PHONE_SCREEN: _("phone screen"),
        Stage.TASK: _("technical or task"),
        Stage.INTERVIEW: _("interview"),
        Stage.FINAL_INTERVIEW: _("final interview"),
        Stage.OFFER_STAGE: _("offer stage"),
        Stage.OTHER: _("other stage"),
        Stage.NOT_SAID: _("not said"),
    }[value]


def channel(value: Channel) -> str:
    """Return how a rejection came."""
    return {
        Channel.NOT_SAID: _("not said"),
        Channel.EMAIL: _("by e-mail"),
        Channel.PHONE: _("by phone"),
        Channel.IN_PERSON: _("in person"),
        Channel.NO_ANSWER: _("no answer at all"),
    }[value]


def talk_kind(value: TalkKind) -> str:
    """Return who a person is that one talked to."""
    return {
        TalkKind.FRIEND: _("a friend"),
        TalkKind.FAMILY: _("family"),
        TalkKind.MENTOR: _("a mentor"),
        TalkKind.COUNSELLOR: _("a career counsellor"),
        TalkKind.RELIGIOUS_LEADER: _("a religious leader"),
        TalkKind.INTERVIEWER: _("a former interviewer"),
        TalkKind.EXPERT: _("an expert"),
        TalkKind.OTHER: _("someone"),
    }[value]


def consultation(value: ConsultationKind) -> str:
    """Return what an expert was asked for."""
    return {
        ConsultationKind.FEEDBACK: _("Feedback asked"),
        ConsultationKind.RESUME_REVIEW: _("Résumé review"),
        ConsultationKind.COACHING: _("Interview coaching"),
        ConsultationKind.REFERENCE: _("Reference asked"),
    }[value]


def good_news(value: GoodNewsKind) -> str:
    """Return the name of a kind of good news."""
    return {
        GoodNewsKind.INTERVIEW: _("An interview"),
        GoodNewsKind.OFFER: _("An offer"),
        GoodNewsKind.FOUND_WORK: _("I found work"),
        GoodNewsKind.OTHER: _("Other good news"),
    }[value]


def outing_kind(value: OutingKind) -> str:
    """Return the name of a kind of outing."""
    return {OutingKind.NATURE: _("Nature"), OutingKind.PHOTO: _("Photo walk")}[value]


def field(name: str) -> str:
    """Return what the field of an entry is called within a sentence; its own name if it is new."""
    names = {
        "as_exercise": _("whether it counts as exercise"),
        "at": _("time"),
        "company": _("company"),
        "contact": _("text on how to reach them"),
        "day": _("day"),
        "deleted_at": _("deleted"),
        "feedback": _("feedback"),
        "feelings": _("feelings"),
        "group_id": _("group"),
        "how": _("how it came"),
        "how_met": _("text on how you met"),
        "keep_in_touch": _("days until you want to be in touch"),
        "kind": _("kind"),
        "lean_on": _("whether to lean on them"),
        "lesson": _("lesson"),
        "meaning": _("meaning"),
        "met": _("text on who was met"),
        "minutes": _("minutes"),
        "mood": _("mood"),
        "name": _("name"),
        "note": _("note"),
        "organisation": _("organisation"),
        "people": _("people"),
        "person": _("name of the person"),
        "person_id": _("person"),
        "photos": _("photos"),
        "place": _("place"),
        "practised": _("text on what was practised"),
        "received": _("day of the answer"),
        "rejection": _("rejection"),
        "reopened": _("day of the new beginning"),
        "role": _("role"),
        "said": _("text on what they said"),
        "stage": _("stage"),
        "step": _("step"),
        "themes": _("themes"),
        "tip": _("tip"),
        "updated_at": _("changed"),
        "word": _("word"),
    }
    return names.get(name, name.replace("_", " "))
