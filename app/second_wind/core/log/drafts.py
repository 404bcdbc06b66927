"""What was being typed and is not stored: kept, so that it can be put back into its form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from second_wind.core.log.entries import new_id


class DraftForm(StrEnum):
    """The form into which something was typed."""

    MOOD = "mood"
    EXERCISE = "exercise"
    OUTING = "outing"
    VOLUNTEERING = "volunteering"
    TALK = "talk"
    FEELINGS = "feelings"
    QUICK_ENTRY = "quick-entry"
    REJECTION = "rejection"
    GOOD_NEWS = "good-news"
    CONSULTATION = "consultation"
    PERSON = "person"
    ENTRY = "entry"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in a form and is not stored.

    Attributes
    ----------
    form : DraftForm
        The form.
    day : date
        The day of the log that it is about.
    entry : str
        The id of the entry that is being changed; "" for a new one.
    fields : mapping of str to str
        What stands in each field, by its name, just as it was typed.
    words : str
        What a person recognises it by.
    """

    form: DraftForm
    day: date
    entry: str = ""
    fields: Mapping[str, str]
    words: str = ""
    id: str = field(default_factory=new_id)


def joined(typed: str, before: str, now: str) -> str:
    """Return words that were typed after `before`, where `now` stands there in its place.

    Nothing of either is lost: what another hand wrote meanwhile stands first.
    """
    if now == before or typed.startswith(now):
        return typed
    return f"{now}\n{typed}"
