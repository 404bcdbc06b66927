"""Names and one-line meanings of the feelings, and which one a person means who types."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from second_wind.core.log.feelings import COMMON_FIRST, own_word
from second_wind.words.base.language import _, pgettext, spoken
from second_wind.words.base.quoting import isolated


def label(feeling: str) -> str:
    """Return a feeling's name; a word of the person's own is its own name."""
    known = _words().get(feeling)
    return known[0] if known else feeling


def meaning(feeling: str) -> str:
    """Return what a feeling means on one line; empty for a word of the person's own."""
    known = _words().get(feeling)
    return known[1] if known else ""


def group_label(group: str) -> str:
    """Return the name of a group of feelings."""
    return {
        "sad": pgettext("group of feelings", "Sad"),
        "angry": pgettext("group of feelings", "Angry"),
        "anxious": pgettext("group of feelings", "Anxious"),
        "ashamed": pgettext("group of feelings", "Ashamed"),
        "tired": pgettext("group of feelings", "Tired"),
        "calm": pgettext("group of feelings", "Calm"),
        "glad": pgettext("group of feelings", "Glad"),
        "strong": pgettext("group of feelings", "Strong"),
        "close": pgettext("group of feelings", "Close to others"),
    }[group]


def listed(feelings: Iterable[str]) -> str:
    """Return feelings side by side, such as "hurt, tired"."""
    return ", ".join(isolated(label(each)) for each in feelings)


def understood(text: str, used: Sequence[str] = (), *, completes: bool = True) -> str:
    """Return the feeling that a typed text means, else the text as a word of the person's own."""
    word = own_word(text)
    wanted = word.casefold()
    exact = next((each for each in _known(used) if label(each).casefold() == wanted), None)
    return exact or (completes and completed(text, used)) or word


def completed(text: str, used: Sequence[str] = ()) -> str | None:
    """Return the feeling whose name begins like this: those used most first; None if none does."""
    wanted = text.lstrip().casefold()  # a space behind it says that the word is whole
    if not wanted:
        return None
    begins = (each for each in _known(used) if label(each).casefold().startswith(wanted))
    return next(begins, None)


def _known(used: Sequence[str]) -> Iterator[str]:
    yield from used
    yield from COMMON_FIRST


def _words() -> dict[str, tuple[str, str]]:
    return _words_in(spoken())


@cache  # all of them are looked through at each keystroke
def _words_in(_language: str) -> dict[str, tuple[str, str]]:
    return _unpleasant() | _pleasant()


def _unpleasant() -> dict[str, tuple[str, str]]:
    return {
        "disappointed": (
            pgettext("feeling", "disappointed"),
            _("it turned out less than you had hoped for"),
        ),
        "hurt": (pgettext("feeling", "hurt"), _("something or someone struck a sore place")),
        "sad": (pgettext("feeling", "sad"), _("heavy at heart about something lost")),
        "discouraged": (
            pgettext("feeling", "discouraged"),
            _("trying again seems hardly worth it just now"),
        ),
        "rejected": (pgettext("feeling", "rejected"), _("turned away or not wanted")),
        "lonely": (pgettext("feeling", "lonely"), _("wishing for company or for being known")),
        "hopeless": (
            pgettext("feeling", "hopeless"),
            _("no way forward is in sight at this moment"),
        ),
        "grieving": (pgettext("feeling", "grieving"), _("missing something that will not be")),
        "empty": (pgettext("feeling", "empty"), _("as if there were nothing inside to draw on")),
        "overlooked": (pgettext("feeling", "overlooked"), _("what you can do was not seen")),
        "angry": (pgettext("feeling", "angry"), _("something is wrong and it should not be so")),
        "frustrated": (pgettext("feeling", "frustrated"), _("effort keeps running into a wall")),
        "annoyed": (pgettext("feeling", "annoyed"), _("something grates, though it is not big")),
        "bitter": (pgettext("feeling", "bitter"), _("an unfairness leaves a lasting taste")),
        "resentful": (
            pgettext("feeling", "resentful"),
            _("going over and over how you were treated"),
        ),
        "jealous": (pgettext("feeling", "jealous"), _("someone else has what you wish for")),
        "betrayed": (pgettext("feeling", "betrayed"), _("trust was given and not kept")),
        "impatient": (pgettext("feeling", "impatient"), _("waiting has become hard to bear")),
        "anxious": (pgettext("feeling", "anxious"), _("on edge about what may come")),
        "worried": (pgettext("feeling", "worried"), _("a thought about trouble keeps returning")),
        "afraid": (pgettext("feeling", "afraid"), _("something seems dangerous or too big")),
        "nervous": (pgettext("feeling", "nervous"), _("keyed up before something that matters")),
        "stressed": (pgettext("feeling", "stressed"), _("too much is asked in too little time")),
        "overwhelmed": (
            pgettext("feeling", "overwhelmed"),
            _("more is coming in than you can take"),
        ),
        "restless": (pgettext("feeling", "restless"), _("unable to settle to anything")),
        "uncertain": (pgettext("feeling", "uncertain"), _("not knowing where things stand")),
        "embarrassed": (
            pgettext("feeling", "embarrassed"),
            _("seen in a moment you would rather hide"),
        ),
        "ashamed": (
            pgettext("feeling", "ashamed"),
            _("as if something were wrong with you yourself"),
        ),
        "guilty": (pgettext("feeling", "guilty"), _("sorry about something done or left undone")),
        "inadequate": (pgettext("feeling", "inadequate"), _("as if what you are were not enough")),
        "foolish": (pgettext("feeling", "foolish"), _("wishing you had known better")),
        "exposed": (pgettext("feeling", "exposed"), _("open to eyes you did not choose")),
        "humiliated": (pgettext("feeling", "humiliated"), _("made small in front of others")),
        "tired": (pgettext("feeling", "tired"), _("short of strength, in need of rest")),
        "exhausted": (pgettext("feeling", "exhausted"), _("nothing left after a long effort")),
        "numb": (pgettext("feeling", "numb"), _("feeling little, as if behind glass")),
        "drained": (pgettext("feeling", "drained"), _("something has taken the energy out of you")),
        "stuck": (pgettext("feeling", "stuck"), _("wanting to move and not finding how")),
        "bored": (pgettext("feeling", "bored"), _("nothing holds your interest")),
        "confused": (pgettext("feeling", "confused"), _("what happened does not add up yet")),
        "indifferent": (
            pgettext("feeling", "indifferent"),
            _("it does not matter either way just now"),
        ),
    }


def _pleasant() -> dict[str, tuple[str, str]]:
    return {
        "calm": (pgettext("feeling", "calm"), _("quiet inside, nothing pressing")),
        "relieved": (pgettext("feeling", "relieved"), _("a weight has been put down")),
        "content": (pgettext("feeling", "content"), _("things are all right as they are")),
        "relaxed": (pgettext("feeling", "relaxed"), _("loose in body and mind")),
        "peaceful": (pgettext("feeling", "peaceful"), _("at rest with yourself and the world")),
        "rested": (pgettext("feeling", "rested"), _("strength has come back")),
        "accepting": (pgettext("feeling", "accepting"), _("letting it be what it is")),
        "patient": (pgettext("feeling", "patient"), _("able to let things take their time")),
        "glad": (pgettext("feeling", "glad"), _("pleased about something in particular")),
        "happy": (pgettext("feeling", "happy"), _("light and bright all over")),
        "grateful": (pgettext("feeling", "grateful"), _("aware of something good that was given")),
        "amused": (pgettext("feeling", "amused"), _("something made you smile")),
        "cheerful": (pgettext("feeling", "cheerful"), _("in good spirits for no special reason")),
        "excited": (pgettext("feeling", "excited"), _("looking forward with a quick pulse")),
        "delighted": (pgettext("feeling", "delighted"), pgettext("feeling", "happily surprised")),
        "curious": (pgettext("feeling", "curious"), _("wanting to know more")),
        "inspired": (pgettext("feeling", "inspired"), _("full of an idea to begin on")),
        "hopeful": (pgettext("feeling", "hopeful"), _("something good seems possible")),
        "determined": (pgettext("feeling", "determined"), _("decided to go on")),
        "proud": (pgettext("feeling", "proud"), _("pleased with what you did or stood for")),
        "confident": (pgettext("feeling", "confident"), _("trusting what you know and can do")),
        "brave": (pgettext("feeling", "brave"), _("going ahead although it is frightening")),
        "capable": (pgettext("feeling", "capable"), _("equal to what is in front of you")),
        "motivated": (pgettext("feeling", "motivated"), _("drawn to the work ahead")),
        "focused": (pgettext("feeling", "focused"), _("with your mind on one thing")),
        "free": (pgettext("feeling", "free"), _("unbound, able to choose")),
        "supported": (pgettext("feeling", "supported"), _("someone has your back")),
        "understood": (pgettext("feeling", "understood"), _("someone sees how it is for you")),
        "loved": (pgettext("feeling", "loved"), _("dear to someone")),
        "connected": (pgettext("feeling", "connected"), _("part of something with others")),
        "valued": (pgettext("feeling", "valued"), _("what you bring counts for someone")),
        "welcome": (pgettext("feeling", "welcome"), _("your being there is wished for")),
        "touched": (pgettext("feeling", "touched"), _("moved by someone's kindness")),
    }
