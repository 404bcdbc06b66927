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
from second_wind.words.base.language import pgettext


def mood_steps(own: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the ten names of the mood steps from 1 to 10, the person's own where there are any."""
    usual = _usual_mood_steps()
    given = (*own, *[""] * len(usual))
    return tuple(mine or theirs for mine, theirs in zip(given, usual, strict=False))


def _usual_mood_steps() -> tuple[str, ...]:
    return (
        # Translators: ten steps from the lowest to the highest, none of which blames anybody.
        pgettext("mood", "very low"),
        pgettext("mood", "low"),
        pgettext("mood", "heavy"),
        pgettext("mood", "flat"),
        pgettext("mood", "so-so"),
        pgettext("mood", "okay"),
        pgettext("mood", "good"),
        pgettext("mood", "bright"),
        pgettext("mood", "very good"),
        pgettext("mood", "as good as it gets"),
    )


def mood_name(mood: float, own: Sequence[str] = ()) -> str:
    """Return the name of the step nearest to a mood; `own` as in `mood_steps`."""
    return mood_steps(own)[step_of(mood) - 1]


def stage(value: Stage) -> str:
    """Return the name of a stage."""
    return {
        Stage.APPLIED: pgettext("stage of an application", "applied"),
        Stage.PHONE_SCREEN: pgettext("stage of an application", "phone screen"),
        Stage.TASK: pgettext("stage of an application", "technical or task"),
        Stage.INTERVIEW: pgettext("stage of an application", "interview"),
        Stage.FINAL_INTERVIEW: pgettext("stage of an application", "final interview"),
        Stage.OFFER_STAGE: pgettext("stage of an application", "offer stage"),
        Stage.OTHER: pgettext("stage of an application", "other stage"),
        Stage.NOT_SAID: pgettext("stage of an application", "not said"),
    }[value]


def channel(value: Channel) -> str:
    """Return how a rejection came."""
    return {
        Channel.NOT_SAID: pgettext("how a rejection came", "not said"),
        Channel.EMAIL: pgettext("how a rejection came", "by e-mail"),
        Channel.PHONE: pgettext("how a rejection came", "by phone"),
        Channel.IN_PERSON: pgettext("how a rejection came", "in person"),
        Channel.NO_ANSWER: pgettext("how a rejection came", "no answer at all"),
    }[value]


def talk_kind(value: TalkKind) -> str:
    """Return who a person is that one talked to."""
    return {
        TalkKind.FRIEND: pgettext("who somebody is", "a friend"),
        TalkKind.FAMILY: pgettext("who somebody is", "family"),
        TalkKind.MENTOR: pgettext("who somebody is", "a mentor"),
        TalkKind.COUNSELLOR: pgettext("who somebody is", "a career counsellor"),
        TalkKind.RELIGIOUS_LEADER: pgettext("who somebody is", "a religious leader"),
        TalkKind.INTERVIEWER: pgettext("who somebody is", "a former interviewer"),
        TalkKind.EXPERT: pgettext("who somebody is", "an expert"),
        TalkKind.OTHER: pgettext("who somebody is", "someone"),
    }[value]


def consultation(value: ConsultationKind) -> str:
    """Return what an expert was asked for."""
    return {
        ConsultationKind.FEEDBACK: pgettext("what an expert was asked for", "Feedback asked"),
        ConsultationKind.RESUME_REVIEW: pgettext("what an expert was asked for", "Résumé review"),
        ConsultationKind.COACHING: pgettext("what an expert was asked for", "Interview coaching"),
        ConsultationKind.REFERENCE: pgettext("what an expert was asked for", "Reference asked"),
    }[value]


def good_news(value: GoodNewsKind) -> str:
    """Return the name of a kind of good news."""
    return {
        GoodNewsKind.INTERVIEW: pgettext("kind of good news", "An interview"),
        GoodNewsKind.OFFER: pgettext("kind of good news", "An offer"),
        GoodNewsKind.FOUND_WORK: pgettext("kind of good news", "I found work"),
        GoodNewsKind.OTHER: pgettext("kind of good news", "Other good news"),
    }[value]


def outing_kind(value: OutingKind) -> str:
    """Return the name of a kind of outing."""
    return {
        OutingKind.NATURE: pgettext("kind of outing", "Nature"),
        OutingKind.PHOTO: pgettext("kind of outing", "Photo walk"),
    }[value]


def field(name: str) -> str:
    """Return what the field of an entry is called within a sentence; its own name if it is new."""
    names = {
        "as_exercise": pgettext("field of an entry", "whether it counts as exercise"),
        "at": pgettext("field of an entry", "time"),
        "company": pgettext("field of an entry", "company"),
        "contact": pgettext("field of an entry", "text on how to reach them"),
        "day": pgettext("field of an entry", "day"),
        "deleted_at": pgettext("field of an entry", "deleted"),
        "feedback": pgettext("field of an entry", "feedback"),
        "feelings": pgettext("field of an entry", "feelings"),
        "group_id": pgettext("field of an entry", "group"),
        "how": pgettext("field of an entry", "how it came"),
        "how_met": pgettext("field of an entry", "text on how you met"),
        "keep_in_touch": pgettext("field of an entry", "days until you want to be in touch"),
        "kind": pgettext("field of an entry", "kind"),
        "lean_on": pgettext("field of an entry", "whether to lean on them"),
        "lesson": pgettext("field of an entry", "lesson"),
        "meaning": pgettext("field of an entry", "meaning"),
        "met": pgettext("field of an entry", "text on who was met"),
        "minutes": pgettext("field of an entry", "minutes"),
        "mood": pgettext("field of an entry", "mood"),
        "name": pgettext("field of an entry", "name"),
        "note": pgettext("field of an entry", "note"),
        "organisation": pgettext("field of an entry", "organisation"),
        "people": pgettext("field of an entry", "people"),
        "person": pgettext("field of an entry", "name of the person"),
        "person_id": pgettext("field of an entry", "person"),
        "photos": pgettext("field of an entry", "photos"),
        "place": pgettext("field of an entry", "place"),
        "practised": pgettext("field of an entry", "text on what was practised"),
        "received": pgettext("field of an entry", "day of the answer"),
        "rejection": pgettext("field of an entry", "rejection"),
        "reopened": pgettext("field of an entry", "day of the new beginning"),
        "role": pgettext("field of an entry", "role"),
        "said": pgettext("field of an entry", "text on what they said"),
        "stage": pgettext("field of an entry", "stage"),
        "step": pgettext("field of an entry", "step"),
        "themes": pgettext("field of an entry", "themes"),
        "tip": pgettext("field of an entry", "tip"),
        "updated_at": pgettext("field of an entry", "changed"),
        "word": pgettext("field of an entry", "word"),
    }
    return names.get(name, name.replace("_", " "))
