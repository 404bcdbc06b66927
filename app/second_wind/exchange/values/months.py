"""The months by their names, whole or cut as usual, in the languages of the program's people."""

import unicodedata
from collections.abc import Mapping

_NAMES = (
    "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen",
    "february feb februar febr feber février fevrier févr fevr fév fev febrero febbraio febb"
    " fevereiro",
    "march mar märz maerz mrz mär mars marzo março marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag magg",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug août aout agosto ago",
    "september sep sept septembre septiembre setiembre setembro set settembre sett",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre",
)
_NUMBERS: Mapping[str, int] = {
    name: number for number, names in enumerate(_NAMES, 1) for name in names.split()
}


def month_of(name: str) -> int | None:
    """Return a month from 1 to 12, None for a name that is not known as a whole."""
    return _NUMBERS.get(unicodedata.normalize("NFC", name).casefold())
