"""Questions to experts, and what their feedback was about."""

from collections.abc import Iterator

from second_wind.core.log.entries import Consultation, ConsultationKind
from second_wind.core.people.themes import Theme, Themes
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext, short_date, translate_plural
from second_wind.words.base.quoting import isolated


def title() -> str:
    """Return the name of the section."""
    return _("Ask an expert")


def intro() -> str:
    """Return what the section is for, while it is empty."""
    return _(
        "Feedback from the interviewer, a look at your résumé, some coaching, a reference: "
        "what you ask for, and what you hear back, can be kept here."
    )


def ask() -> str:
    """Return the name of the button."""
    return _("Ask an expert…")


def line(each: Consultation) -> str:
    """Return a question on one line, such as "Feedback asked, 2 Nov 2026 · no answer yet"."""
    return f"{question(each)} · {state(each)}"


def question(each: Consultation, *, of_person: bool = False) -> str:
    """Return what was asked of whom; on a person's own page the name goes without saying."""
    return " · ".join(_parts(each, of_person=of_person))


def state(each: Consultation) -> str:
    """Return whether there is an answer, and since when."""
    if each.received is None:
        return _("no answer yet")
    return _("answered {day}").format(day=short_date(each.received))


def answer(each: Consultation) -> str:
    """Return what they said and when; that there is no answer yet."""
    if each.received is None:
        return _("No answer yet.")
    said = _("Answered {day}").format(day=short_date(each.received))
    return f"{said}: {isolated(each.said.strip())}" if each.said.strip() else said


def _parts(each: Consultation, *, of_person: bool) -> Iterator[str]:
    yield _("{what}, {day}").format(what=labels.consultation(each.kind), day=short_date(each.day))
    if each.person and not of_person:
        yield isolated(each.person)
    yield from map(isolated, each.note.splitlines()[:1])


def asked_for(kind: ConsultationKind) -> str:
    """Return what can be asked for, in the form."""
    return {
        ConsultationKind.FEEDBACK: _("Feedback from an interviewer"),
        ConsultationKind.RESUME_REVIEW: _("A look at my résumé or CV"),
        ConsultationKind.COACHING: pgettext("what can be asked of an expert", "Interview coaching"),
        ConsultationKind.REFERENCE: pgettext("what can be asked of an expert", "A reference"),
    }[kind]


# Themes


def themes_title() -> str:
    """Return the head of the themes of all rejections."""
    return _("What feedback was about")


def see_themes() -> str:
    """Return the name of the button that shows them."""
    return pgettext("button", "Feedback themes…")


def themes_intro(themes: Themes) -> str:
    """Return of how many rejections there is feedback."""
    if not themes.with_feedback:
        return _("Once somebody tells you why, what it was about can gather here.")
    text = translate_plural(
        "So far {n} rejection came with feedback.",
        "So far {n} rejections came with feedback.",
        themes.with_feedback,
    )
    return text.format(n=themes.with_feedback)


def no_themes() -> str:
    """Return how a theme is chosen, while none is."""
    return _("On a rejection, choose in your own words what the feedback was about.")


def theme(each: Theme, themes: Themes) -> str:
    """Return a theme with its counts, such as "3 of 7 with feedback (interview 2, task 1)"."""
    return f"{count(each, themes)} ({stages(each)})"


def count(each: Theme, themes: Themes) -> str:
    """Return of how many a theme was chosen."""
    return _("{n} of {all} with feedback").format(n=each.count, all=themes.with_feedback)


def stages(each: Theme) -> str:
    """Return a theme's counts by stage."""
    return ", ".join(f"{labels.stage(stage)} {count}" for stage, count in each.stages)


def keep_asking() -> str:
    """Return the kind last line under the themes."""
    return _("These are things people said, not a verdict. One of them at a time is plenty.")
