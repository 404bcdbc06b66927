"""Names and one-line meanings of the feelings, and which one a person means who types."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from second_wind.core.log.feelings import COMMON_FIRST, own_word
from second_wind.words.base.language import _, spoken
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
        "sad": _("Sad"),
        "angry": _("Angry"),
        "anxious": _("Anxious"),
        "ashamed": _("Ashamed"),
        "tired": _("Tired"),
        "calm": _("Calm"),
        "glad": _("Glad"),
        "strong": _("Strong"),
        "close": _("Close to others"),
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
        "disappointed": (_("disappointed"), _("it turned out less than you had hoped for")),
        "hurt": (_("hurt"), _("something or someone struck a sore place")),
        "sad": (_("sad"), _("heavy at heart about something lost")),
        "discouraged": (_("discouraged"), _("trying again seems hardly worth it just now")),
        "rejected": (_("rejected"), _("turned away or not wanted")),
        "lonely": (_("lonely"), _("wishing for company or for being known")),
        "hopeless": (_("hopeless"), _("no way forward is in sight at this moment")),
        "grieving": (_("grieving"), _("missing something that will not be")),
        "empty": (_("empty"), _("as if there were nothing inside to draw on")),
        "overlooked": (_("overlooked"), _("what you can do was not seen")),
        "angry": (_("angry"), _("something is wrong and it should not be so")),
        "frustrated": (_("frustrated"), _("effort keeps running into a wall")),
        "annoyed": (_("annoyed"), _("something grates, though it is not big")),
        "bitter": (_("bitter"), _("an unfairness leaves a lasting taste")),
        "resentful": (_("resentful"), _("going over and over how you were treated")),
        "jealous": (_("jealous"), _("someone else has what you wish for")),
        "betrayed": (_("betrayed"), _("trust was given and not kept")),
        "impatient": (_("impatient"), _("waiting has become hard to bear")),
        "anxious": (_("anxious"), _("on edge about what may come")),
        "worried": (_("worried"), _("a thought about trouble keeps returning")),
        "afraid": (_("afraid"), _("something seems dangerous or too big")),
        "nervous": (_("nervous"), _("keyed up before something that matters")),
        "stressed": (_("stressed"), _("too much is asked in too little time")),
        "overwhelmed": (_("overwhelmed"), _("more is coming in than you can take")),
        "restless": (_("restless"), _("unable to settle to anything")),
        "uncertain": (_("uncertain"), _("not knowing where things stand")),
        "embarrassed": (_("embarrassed"), _("seen in a moment you would rather hide")),
        "ashamed": (_("ashamed"), _("as if something were wrong with you yourself")),
        "guilty": (_("guilty"), _("sorry about something done or left undone")),
        "inadequate": (_("inadequate"), _("as if what you are were not enough")),
        "foolish": (_("foolish"), _("wishing you had known better")),
        "exposed": (_("exposed"), _("open to eyes you did not choose")),
        "humiliated": (_("humiliated"), _("made small in front of others")),
        "tired": (_("tired"), _("short of strength, in need of rest")),
        "exhausted": (_("exhausted"), _("nothing left after a long effort")),
        "numb": (_("numb"), _("feeling little, as if behind glass")),
        "drained": (_("drained"), _("something has taken the energy out of you")),
        "stuck": (_("stuck"), _("wanting to move and not finding how")),
        "bored": (_("bored"), _("nothing holds your interest")),
        "confused": (_("confused"), _("what happened does not add up yet")),
        "indifferent": (_("indifferent"), _("it does not matter either way just now")),
    }


def _pleasant() -> dict[str, tuple[str, str]]:
    return {
        "calm": (_("calm"), _("quiet inside, nothing pressing")),
        "relieved": (_("relieved"), _("a weight has been put down")),
        "content": (_("content"), _("things are all right as they are")),
        "relaxed": (_("relaxed"), _("loose in body and mind")),
        "peaceful": (_("peaceful"), _("at rest with yourself and the world")),
        "rested": (_("rested"), _("strength has come back")),
        "accepting": (_("accepting"), _("letting it be what it is")),
        "patient": (_("patient"), _("able to let things take their time")),
        "glad": (_("glad"), _("pleased about something in particular")),
        "happy": (_("happy"), _("light and bright all over")),
        "grateful": (_("grateful"), _("aware of something good that was given")),
        "amused": (_("amused"), _("something made you smile")),
        "cheerful": (_("cheerful"), _("in good spirits for no special reason")),
        "excited": (_("excited"), _("looking forward with a quick pulse")),
        "delighted": (_("delighted"), _("happily surprised")),
        "curious": (_("curious"), _("wanting to know more")),
        "inspired": (_("inspired"), _("full of an idea to begin on")),
        "hopeful": (_("hopeful"), _("something good seems possible")),
        "determined": (_("determined"), _("decided to go on")),
        "proud": (_("proud"), _("pleased with what you did or stood for")),
        "confident": (_("confident"), _("trusting what you know and can do")),
        "brave": (_("brave"), _("going ahead although it is frightening")),
        "capable": (_("capable"), _("equal to what is in front of you")),
        "motivated": (_("motivated"), _("drawn to the work ahead")),
        "focused": (_("focused"), _("with your mind on one thing")),
        "free": (_("free"), _("unbound, able to choose")),
        "supported": (_("supported"), _("someone has your back")),
        "understood": (_("understood"), _("someone sees how it is for you")),
        "loved": (_("loved"), _("dear to someone")),
        "connected": (_("connected"), _("part of something with others")),
        "valued": (_("valued"), _("what you bring counts for someone")),
        "welcome": (_("welcome"), _("your being there is wished for")),
        "touched": (_("touched"), _("moved by someone's kindness")),
    }
