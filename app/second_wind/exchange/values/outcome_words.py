"""Whether the words of an outcome say that somebody was turned down, in the sense they have.

"Not yet rejected", "I rejected their offer" and "rejected?" hold the word and say something else.
Where there is any doubt the answer is no: such a row is left out and named, and the person can
still tell that it counts. A rejection that never was is the worse mistake.
"""

import re
from functools import lru_cache

_REJECTION = re.compile(r"\brejec\w*")

_COUNTRIES = re.compile(r"\b(?:USA?|EU)\b")
"""In capitals: "us" and "eu" are words for oneself."""

# What may stand beside the word without turning it round.
_HARMLESS = re.compile(
    r"\b(?:no|without|before|prior to)\s+"
    r"(?:(?:an?|the|any|further|final|first|second|phone|personal|written)\s+)*"
    r"(?:offer|interview|response|answer|reply|feedback|screen(?:ing)?|call|reason|explanation"
    r"|round|contact|details?)s?\b"
    r"|\bnot\s+(?:an?\s+|the\s+|being\s+)?(?:right\s+)?(?:fit|match|selected|chosen|shortlisted"
    r"|moving|proceeding|progress\w*|successful|hired|invited|enough)\b"
    r"|\b(?:at|in|during|after)\s+(?:the\s+)?offer\s+(?:stage|round|phase|call|talks?)\b"
    r"|\boffer[\s-](?:stage|round|phase)\b"
)

_BEFORE = re.compile(
    r"\b(?:not|no|non|never|nor|neither|without|un|yet|until|till|unless|if|be|will|would|could"
    r"|should|might|may (?:be|have|get)|await\w*|wait\w*|pending|expect\w*|maybe|perhaps"
    r"|possib\w*|probab\w*|likely|presum\w*|assum\w*|guess\w*|think\w*|fear\w*|almost|nearly"
    r"|isnt|wasnt|hasnt|havent|arent|zero|0"
    r"|nicht|nie|niemals|kein\w*|ohne|noch|bisher|vielleicht|vermutlich|wohl|falls"
    r"|pas|jamais|sans|aucun\w*|peut|probablement|encore"
    r"|nunca|jamás|sin|aún|aun|todavía|todavia|quizás?|acaso"
    r"|não|nao|sem|ainda|talvez|nenhum\w*"
    r"|senza|ancora|forse|nessun\w*)\b"
    r"|n't\b"
)

_AFTER = re.compile(
    r"^\W*(?:no|none|not|never|false|n|0|nein|nicht|non|pas|não|nao|nunca|mai)\W*$"
    r"|^\s*(?:(?:them|it|him|her|their|theirs|his|its|that)\b"
    r"|the\b(?!\s+(?:same|next|following|day|week|month|morning|evening|application)\b)"
    r"|this\b(?!\s+(?:week|month|morning|afternoon|evening|year|time)\b))"
)

_ELSE = re.compile(
    r"\?"
    r"|\b(?:i|i'm|i've|i'd|ive|me|my|mine|myself|we|us|our|ours|ourselves"
    r"|ich|mir|mich|wir|uns|mein\w*|je|moi|nous|yo|mí|nosotr\w*|eu|mim|meu|minha|nós|io|mio|noi"
    r")\b|\bj'"
    r"|\b(?:candidate|applicant)s?\s+(?:has\s+|have\s+)?rejec"
    r"|\bby\s+(?:the\s+|an?\s+)?(?:candidate|applicant|user)\b|\bself\b"
    r"|\b(?:withdr|declin|revers|overturn|revok|rescind|retract|reconsider|re-?open|undone"
    r"|mistake|error|accident|appeal|hired|accept|invited|unclear|unsure|pending|expected|soon"
    r"|probabl|maybe|perhaps|likely)\w*"
    r"|\bturned\s+(?:\w+\s+)?down\b"
    r"|\b(?:da|par|por|per)\s+(?:me|moi|mí|mi|mim)\b"
    r"|\b(?:offer|angebot|zusage|offre|oferta|offerta|proposta|proposition)\w*"
)

_MINE_OR_GOOD = re.compile(
    r"\b(?:withdr|declin|offer|accept|hired|zurückgezogen|angenommen|zusage|retir|accept|embauch"
    r"|acept|contrat|aceit|accett|assunt)\w*",
)


@lru_cache(maxsize=1024)  # a log has thousands of rows, and few words for what came of them
def is_rejection(outcome: str) -> bool:
    """Tell whether an outcome says, beyond doubt, that an application was turned down."""
    text = _plain(outcome)
    found = list(_REJECTION.finditer(text))
    return bool(found) and not _ELSE.search(text) and not any(_is_turned(text, e) for e in found)


def speaks_of_rejection(outcome: str) -> bool:
    """Tell whether an outcome holds the word at all, whatever it says of it."""
    return bool(_REJECTION.search(outcome.casefold()))


def speaks_against(outcome: str) -> bool:
    """Tell whether an outcome says something that a day of rejection would contradict."""
    text = outcome.casefold()
    is_turned = speaks_of_rejection(outcome) and not is_rejection(outcome)
    return is_turned or bool(_MINE_OR_GOOD.search(text))


def _plain(outcome: str) -> str:
    text = _COUNTRIES.sub(" ", outcome).casefold().replace("’", "'")
    return _HARMLESS.sub(" ", text)


def _is_turned(text: str, word: re.Match[str]) -> bool:
    before, after = text[: word.start()], text[word.end() :]
    is_infinitive = word[0] == "reject" and bool(re.search(r"\bto\s+$", before))
    return is_infinitive or bool(_BEFORE.search(before) or _AFTER.search(after))
