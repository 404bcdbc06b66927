"""Which feelings the words of the command line mean."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from second_wind.core.errors.entry_errors import TooLong
from second_wind.core.log.feelings import LONGEST_OWN_WORD

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def understood(given: Iterable[str], session: "Session") -> tuple[str, ...]:
    """Return each feeling once; several may stand side by side with commas between them."""
    from second_wind.words.entries import feelings

    words = [each.strip() for text in given for each in text.split(",") if each.strip()]
    for each in words:
        if len(each) > LONGEST_OWN_WORD:  # the window stops there; a cut word would be a surprise
            raise TooLong("feelings", len(each), LONGEST_OWN_WORD)
    used = session.journal().own_feelings() if words else []
    known = (feelings.understood(each, used, completes=False) for each in words)
    return tuple(dict.fromkeys(known))
