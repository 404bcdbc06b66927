"""Drafts as texts, which is how they lie among what the window remembers."""

import json
from datetime import date

from second_wind.core.log.drafts import Draft, DraftForm

DRAFT = "draft/"
"""With this the names of drafts begin among what the window remembers."""


def text_of(draft: Draft) -> str:
    """Return a draft as a text; its id is the name that it lies under."""
    held = {
        "form": draft.form,
        "day": draft.day.isoformat(),
        "entry": draft.entry,
        "fields": dict(draft.fields),
        "words": draft.words,
    }
    return json.dumps(held)


def draft_of(key: str, text: str) -> Draft | None:
    """Return the draft, None if another program has written it in its own way."""
    try:
        held = json.loads(text)
        return Draft(
            form=DraftForm(held["form"]),
            day=date.fromisoformat(held["day"]),
            entry=str(held["entry"]),
            fields={str(name): str(typed) for name, typed in held["fields"].items()},
            words=str(held["words"]),
            id=key,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
