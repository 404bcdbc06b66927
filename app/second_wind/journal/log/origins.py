"""What an import brought, as an entry keeps it: told from what was edited by hand since."""

from dataclasses import replace

from second_wind.core.log.entries import AnyEntry, Consultation, Rejection, StepMark, Talk
from second_wind.storage.tables.entries import origin_of


def with_origin(entry: AnyEntry) -> AnyEntry:
    """Return an entry as an import brings it: it keeps what it says now for life."""
    return replace(entry, origin=entry.origin or origin_of(entry))


def is_edited(entry: AnyEntry) -> bool:
    """Tell whether an entry says anything but what its import brought, or links to another."""
    return _links(entry) or entry.origin != origin_of(entry)


def _links(entry: AnyEntry) -> bool:
    match entry:
        case Rejection(people=people):
            return bool(people)
        case Talk(person_id=person):
            return bool(person)
        case Consultation(rejection=rejection, person_id=person):
            return bool(rejection or person)
    return isinstance(entry, StepMark)
