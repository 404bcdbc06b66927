"""What is said after a rejection was logged: how far one got, another view of it, a small step."""

from collections.abc import Collection
from datetime import date

from second_wind.core.log.entries import Stage
from second_wind.words.base.language import _

_STRIDE = 11
"""How far the first line of a day lies from that of the day before; coprime to their number."""
_FIRST_MET = (Stage.PHONE_SCREEN, Stage.INTERVIEW, Stage.FINAL_INTERVIEW, Stage.OFFER_STAGE)
"""Stages at which one has met somebody to stay in touch with."""


def acknowledgement(stage: Stage, day: date) -> str:
    """Return words for how far an application got; another variant on another day."""
    variants = acknowledgements(stage)
    return variants[day.toordinal() % len(variants)]


def acknowledgements(stage: Stage) -> tuple[str, ...]:
    """Return all variants for a stage; they grow with the stage."""
    return {
        Stage.APPLIED: _applied,
        Stage.PHONE_SCREEN: _phone_screen,
        Stage.TASK: _task,
        Stage.INTERVIEW: _interview,
        Stage.FINAL_INTERVIEW: _final_interview,
        Stage.OFFER_STAGE: _offer_stage,
        Stage.OTHER: _other,
        Stage.NOT_SAID: _not_said,
    }[stage]()


def reframing_line(day: date, shown_today: Collection[int]) -> tuple[int, str] | None:
    """Return a line and its number, never one that was shown that day; None when all were."""
    lines = reframing_lines()
    start = day.toordinal() * _STRIDE
    order = ((start + k) % len(lines) for k in range(len(lines)))
    number = next((each for each in order if each not in shown_today), None)
    return None if number is None else (number, lines[number])


def small_step(
    stage: Stage, day: date, turn: int = 0, touched: Collection[int] = ()
) -> tuple[int, str]:
    """Return one of the seven steps and something small to do for it, within ten minutes.

    `turn` tells apart several rejections of one day; a step that was touched is offered again
    only when all of them were.
    """
    fitting = [each for each in small_steps() if each[0] != 6 or stage in _FIRST_MET]
    steps = [each for each in fitting if each[0] not in touched] or fitting
    return steps[(day.toordinal() + turn) % len(steps)]


def _applied() -> tuple[str, ...]:
    return (
        _("You put yourself forward. That takes something, every single time."),
        _("You wrote it and you sent it. That part was yours to do, and you did it."),
        _("An application is work, and you did the work. They never got to meet you."),
    )


def _phone_screen() -> tuple[str, ...]:
    return (
        _(
            "Out of a pile of letters, yours was one they wanted to hear more about. "
            "You took that call."
        ),
        _(
            "Someone read what you sent and wanted to talk. "
            "Speaking for yourself to a stranger is not a small thing."
        ),
        _("Your letter opened a first door. You went through it and spoke for yourself."),
    )


def _task() -> tuple[str, ...]:
    return (
        _(
            "They asked to see how you work, and you showed them. "
            "The hours that you gave were real, and so is what you made."
        ),
        _(
            "You got past the letters and the first talk to the work itself. "
            "You finished it and handed it in. That skill stays with you."
        ),
        _(
            "Working while being judged is hard. You did it all the same, "
            "and you know more now than before you began."
        ),
    )


def _interview() -> tuple[str, ...]:
    return (
        _(
            "They had read about you and wanted to meet you; that was earned. "
            "You sat there, were looked at, and answered for your work. That takes courage."
        ),
        _(
            "Most people who apply are never asked in. You were, and you went. "
            "You prepared and showed up, and you let them see who you are."
        ),
        _(
            "An interview asks for a whole day's strength in one hour. You gave it. "
            "They wanted to hear it from you in person, and that says something about your work."
        ),
    )


def _final_interview() -> tuple[str, ...]:
    return (
        _(
            "You were one of the last few. They met you and wanted to see you again, more than "
            "once. Coming this close makes a no heavier. It also says something true about what "
            "you bring."
        ),
        _(
            "Round after round, they kept you in. Every one of those rounds was a yes to you. "
            "At the very end it came down to one place and more than one good person. "
            "It is no wonder if this one hurts."
        ),
        _(
            "You went nearly the whole way, and nobody carries a person that far out of "
            "politeness. They could see you in that place. That you were ready for it "
            "does not go away with this no."
        ),
    )


def _offer_stage() -> tuple[str, ...]:
    return (
        _(
            "They wanted you. They had weighed everything and could picture you there, and that "
            "judgement of your work still stands. To have it in your hand and lose it is a real "
            "loss. You may treat it as one, and take your time."
        ),
        _(
            "You went all the way: letter, talks, rounds, and a yes in sight. What stopped it this "
            "late is seldom about what you can do. You had every reason to look forward to it, "
            "and every reason to be sad or angry now."
        ),
        _(
            "You did all of it, up to the last page. People who saw your work closely decided that "
            "they wanted it. This no came after that, and it does not undo that. "
            "Be as good to yourself today as you would be to a friend."
        ),
    )


def _other() -> tuple[str, ...]:
    return (
        _("You reached for something that matters to you. That took effort, and it was yours."),
        _("However far this one went, you were the one who carried it there."),
        _("Not every way has a name for its stages. You went a part of this one, and that counts."),
    )


def _not_said() -> tuple[str, ...]:
    return (
        _("You asked for something that you wanted. That takes courage, whatever comes of it."),
        _("Whatever came before it, this no took some strength of yours, and you gave it."),
        _("You tried, and you wrote it down here. Neither is a small thing on such a day."),
    )


def reframing_lines() -> tuple[str, ...]:
    """Return all lines that put a rejection in another light.

    Journals remember by its number which line a person doesn't want: new ones come last.
    """
    return (
        _("They filled one place with one person. It was a choice, not a measure of you."),
        _("A no tells you about one door on one day."),
        _("You can be good at this and still hear no. Both are true at once."),
        _("They saw a few hours of you. You know all the other years."),
        _("What you learned for this application stays with you."),
        _("It hurts because you wanted it. Wanting something is a strength."),
        _("Somebody had to decide with too little to go on. That is how hiring is."),
        _("Your worth was not on the table. A vacancy was."),
        _("There may be reasons that no one will tell you. Many have nothing to do with you."),
        _("You were brave enough to risk a no."),
        _("Looking for work is one chapter. It is not the whole book."),
        _("Whoever got the place has heard no before, too."),
        _("Feeling low after a no is not weakness. It is what a no does."),
        _("You don't have to find the good side of this today."),
        _("What you can do does not leave the house when a letter comes in."),
        _("One reader's view is not everyone's, and everyone's view is not you."),
        _("If this had happened to a friend, what would you say? It holds for you as well."),
        _("No one sees from outside how much effort this was. You may know it."),
        _("Hiring is a busy person with a short list. It makes a poor mirror."),
        _("You may be disappointed and go on. One does not cancel the other."),
        _("They decided about a role. What it means is still yours to decide."),
        _("The next place knows nothing of this one."),
        _("A closed door takes nothing from what you carry."),
        _("Today can be small. Small days are days, too."),
        _("You kept your side of it: you showed up."),
        _("A fit takes two sides. This time one side saw it differently."),
        _("Between being able to do it and being picked lies a good deal of chance."),
        _("You are allowed to think that they were wrong."),
        _("The work that you want to do is still there, and so is your reason for it."),
        _("Being an applicant is one of the things you are, and not the largest."),
    )


def small_steps() -> tuple[tuple[int, str], ...]:
    """Return things to do within ten minutes, each with the number of its step."""
    return (
        (3, _("Put on your shoes and walk to the corner and back. Ten minutes are a beginning.")),
        (1, _("Write down three words for how this feels. They are for you alone.")),
        (2, _("Send one line to someone on your side: “It was a no. Can we talk this week?”")),
        (4, _("Step outside and take one photo of something that has nothing to do with work.")),
        (7, _("Think of one person who could read your résumé with fresh eyes, and ask them.")),
        (3, _("Play two songs you like and move to them, in whatever way you please.")),
        (
            6,
            _("Write two friendly lines to someone you met there. Thanks are enough."),
        ),
        (
            5,
            _("Look up one place nearby that is glad of a helping hand, and note when it is open."),
        ),
        (1, _("Tell the page what happened, the way you would tell a friend. Five lines will do.")),
        (
            4,
            _("Take a cup of something warm outside, and drink it there."),
        ),
        (2, _("Ring somebody who likes you, about anything at all.")),
        (
            7,
            _("Write down one question that someone in your field could answer."),
        ),
    )
