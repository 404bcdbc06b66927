"""Which feelings the words of the command line mean."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from second_wind.core.log.feelings import check_own_word

if TYPE_CHECKING:
    from second_wind.cli.session import Session


def understood(given: Iterable[str], session: "Session") -> tuple[str, ...]:
    """Return each feeling once; several may stand side by side with commas between them."""
    from second_wind.words.entries import feelings

    words = [each.strip() for text in given for each in text.split(",") if each.strip()]
    for each in words:
        check_own_word(each)
    used = session.journal().own_feelings() if words else []
    known = (feelings.understood(each, used, completes=False) for each in words)
    return tuple(dict.fromkeys(known))
